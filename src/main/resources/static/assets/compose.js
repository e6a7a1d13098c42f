// Writing with care: nothing that was typed is lost when the network fails or the session has ended.
// The text stays in the page; it is kept nowhere else. Runs before the form is read, so that no letter is typed unheard.
(() => {
  'use strict';

  let dirty = false;
  const form = () => document.getElementById('compose');
  const live = (detail) => detail.requestConfig.path === '/contents/findings';

  const say = (sentence, link) => {
    const note = document.createElement('p');
    note.className = 'im-note im-note-stop';
    note.append(sentence + ' ');
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = '/login';
      anchor.target = '_blank';
      anchor.rel = 'noopener';
      anchor.textContent = 'Log in in a new tab';
      note.append(anchor, ', come back here and press the button again.');
    }
    document.getElementById('trouble').replaceChildren(note);
  };

  const markUnsaved = (unsaved) => {
    dirty = unsaved;
    document.documentElement.toggleAttribute('data-unsaved', unsaved);
    const place = document.getElementById('unsaved');
    if (place) {
      place.textContent = unsaved ? 'There are changes that are not saved.' : '';
    }
  };

  document.addEventListener('input', (event) => {
    if (event.target.form === form() && event.target.type !== 'file') {
      markUnsaved(true);
    }
  });

  // Times are meant on the author's own clock, unless another was chosen.
  const ownClock = () => {
    const zones = document.getElementById('timeZone');
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones && !zones.dataset.chosen && [...zones.options].some((option) => option.value === here)) {
      zones.value = here;
    }
  };

  // htmx is there by now, and has not begun.
  document.addEventListener('DOMContentLoaded', () => {
    ownClock();
    htmx.config.allowEval = false;
    htmx.config.includeIndicatorStyles = false;
    htmx.config.historyEnabled = false;
    htmx.config.responseHandling = [
      { code: '204', swap: false },
      { code: '[23]..', swap: true },
      { code: '4(00|03|04|09|12|13|15|28)', swap: true },
      { code: '...', swap: false, error: true },
    ];
  });

  // Choosing an image adds it at once.
  document.addEventListener('change', (event) => {
    if (event.target.id === 'upload' && event.target.files.length > 0) {
      document.getElementById('attach').click();
    }
  });

  window.addEventListener('beforeunload', (event) => {
    if (dirty) {
      event.preventDefault();
    }
  });

  // A token that was in the page before a new login is worth nothing; the newest one is in the cookie.
  document.addEventListener('htmx:configRequest', (event) => {
    const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('IMPRIMATUR-CSRF='));
    if (cookie) {
      event.detail.headers['X-Imprimatur-CSRF'] = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
    }
  });

  document.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr, requestConfig } = event.detail;
    const answered = new URL(xhr.responseURL || location.href);
    const ownAnswer = live(event.detail) || /id="compose-page"/.test(xhr.responseText);
    if (answered.pathname === '/login' || xhr.status === 401 || (xhr.status === 403 && !ownAnswer)) {
      event.detail.shouldSwap = false;
      say('You are no longer logged in, so this was not saved. Your text is still here.', true);
    } else if (!live(event.detail) && xhr.status < 400 && answered.pathname !== new URL(requestConfig.path, location.href).pathname) {
      // Saved: the server led on to another page.
      event.detail.shouldSwap = false;
      markUnsaved(false);
      location.assign(answered.href);
    } else if (!ownAnswer) {
      event.detail.shouldSwap = false;
      say('The server did not understand this. Your text is still here; please try again.', false);
    }
  });

  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.requestConfig && !live(event.detail)) {
      markUnsaved(!/[?&]saved/.test(event.detail.xhr.responseURL));
      (document.getElementById('refusal') || document.querySelector('.im-images li:last-child input[id^="alt-"]'))?.focus();
    }
  });

  const failed = (event) => {
    if (live(event.detail)) {
      return;
    }
    say('The server could not be reached, so this was not saved. Your text is still here; please try again.', false);
  };
  document.addEventListener('htmx:sendError', failed);
  document.addEventListener('htmx:timeout', failed);
  document.addEventListener('htmx:responseError', failed);
})();
