// Saves a reviewer's answer to a finding. What is typed stays in the field whatever happens.
(() => {
  'use strict';

  const token = () => {
    const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('IMPRIMATUR-CSRF='));
    return cookie ? decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)) : '';
  };

  const save = async (form) => {
    const answer = await fetch(form.dataset.url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Imprimatur-CSRF': token() },
      body: JSON.stringify({ reason: form.elements.reason.value }),
    });
    if (answer.ok) {
      return 'Saved.';
    }
    const problem = await answer.json().catch(() => ({}));
    if (answer.status === 401) {
      return 'Not saved: you are no longer logged in. Log in in another tab, then save again.';
    }
    return 'Not saved. ' + (problem.detail || 'Please try again.');
  };

  const markUnsaved = () => {
    const unsaved = [...document.querySelectorAll('.im-answer textarea')].some((field) => field.value !== field.defaultValue);
    document.documentElement.toggleAttribute('data-unsaved', unsaved);
  };

  document.addEventListener('input', (event) => {
    const form = event.target.closest('.im-answer');
    if (form) {
      form.querySelector('[role="status"]').textContent = 'Not saved yet.';
      markUnsaved();
    }
  });

  document.addEventListener('submit', async (event) => {
    if (!event.target.matches('.im-answer')) {
      return;
    }
    event.preventDefault();
    const form = event.target;
    const said = await save(form).catch(() => 'Not saved: the server could not be reached. Please try again.');
    form.querySelector('[role="status"]').textContent = said;
    if (said === 'Saved.') {
      form.elements.reason.defaultValue = form.elements.reason.value;
    }
    markUnsaved();
  });
})();
