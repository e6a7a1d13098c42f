// Shows only what the chosen kind of entry needs; without scripts everything is shown.
(() => {
  'use strict';
  htmx.config.includeIndicatorStyles = false;
  htmx.config.allowEval = false;

  const kind = document.getElementById('kind');
  const event = document.getElementById('event');
  const example = document.getElementById('example');

  const adapt = () => {
    const isEvent = kind.value === 'EVENT';
    event.hidden = !isEvent;
    event.disabled = !isEvent;
    example.textContent = kind.selectedOptions[0].dataset.example;
  };

  kind.addEventListener('change', adapt);
  adapt();
})();
