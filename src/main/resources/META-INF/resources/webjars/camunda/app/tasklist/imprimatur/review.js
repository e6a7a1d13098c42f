// Shows a piece inside Tasklist's forms: a form leaves a div named after the piece, and our own page of the same origin
// goes into it. The form's engine can show neither images of ours nor marks, differences and answers.
const places = [
  {
    selector: 'div[id^="imprimatur-review-"]',
    title: 'The piece to decide about',
    address: (id, task) => `/review/${id}${task ? `?task=${encodeURIComponent(task)}` : ''}`,
  },
  {
    selector: 'div[id^="imprimatur-compose-"]',
    title: 'The piece that you write',
    address: (id) => `/contents/${id}/edit?frame`,
  },
];
const contentId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const openTask = () => new URLSearchParams(location.hash.split('?')[1] || '').get('task');

const fit = (frame) => {
  const page = frame.contentDocument?.body;
  if (!page) {
    return;
  }
  const adjust = () => {
    frame.style.height = `${Math.ceil(page.getBoundingClientRect().height) + 8}px`;
  };
  new ResizeObserver(adjust).observe(page);
  new MutationObserver(() => {
    if (!unsaved(frame)) {
      frame.parentElement?.querySelector('.imprimatur-unsaved')?.remove();
    }
  }).observe(frame.contentDocument.documentElement, { attributes: true });
  adjust();
};

const unsaved = (frame) => frame.contentDocument?.documentElement.hasAttribute('data-unsaved');
const frames = () => [...document.querySelectorAll('.imprimatur-frame iframe')];

const mount = (div, place) => {
  const id = div.id.match(contentId)?.[0];
  if (!id || div.querySelector('iframe')) {
    return;
  }
  const frame = document.createElement('iframe');
  frame.title = place.title;
  frame.addEventListener('load', () => {
    fit(frame);
    if (/[?&]released/.test(frame.contentWindow.location.search)) {
      location.reload();
    }
  });
  frame.src = place.address(id, openTask());
  div.replaceChildren(frame);
};

const mountAll = () =>
  places.forEach((place) => document.querySelectorAll(place.selector).forEach((div) => mount(div, place)));

new MutationObserver(mountAll).observe(document.documentElement, { childList: true, subtree: true });
mountAll();

// After a task was claimed the page in the frame offers more: let it show that, unless that would cost unsaved words.
new PerformanceObserver((list) => {
  if (list.getEntries().some((entry) => /\/task\/[^/]+\/(claim|unclaim|assignee)$/.test(entry.name))) {
    frames().filter((frame) => !unsaved(frame)).forEach((frame) => frame.contentWindow.location.reload());
  }
}).observe({ type: 'resource' });

// Completing the task takes what is saved; whoever has unsaved words in the frame is told so first.
document.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest?.('[cam-tasklist-task] .form-actions .btn-primary, [cam-tasklist-task] button[type="submit"]');
    const frame = button && frames().find(unsaved);
    if (!frame) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const note = document.createElement('p');
    note.className = 'imprimatur-unsaved';
    note.setAttribute('role', 'alert');
    note.textContent = 'There are words that are not saved yet. Save them there first.';
    frame.parentElement.querySelector('.imprimatur-unsaved')?.remove();
    frame.after(note);
    frame.focus();
  },
  true,
);
