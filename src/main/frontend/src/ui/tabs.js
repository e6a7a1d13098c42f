// Panels of which one is shown, chosen by tabs as WAI-ARIA describes them.
import { h } from '../dom.js';

/** @param {Array} panels [name, element]; gives { element, show(name) } */
export const tabs = (label, panels) => {
  const buttons = panels.map(([name], index) => h('button', {
    type: 'button', role: 'tab', id: `im-tab-${index}`, 'aria-controls': `im-panel-${index}`, class: 'im-flow-tab',
    onclick: () => choose(index),
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = (index + step + panels.length) % panels.length;
        choose(next);
        buttons[next].focus();
      }
    },
  }, name));
  const frames = panels.map(([, element], index) =>
    h('div', { role: 'tabpanel', id: `im-panel-${index}`, 'aria-labelledby': `im-tab-${index}`, tabindex: '0' }, element));
  const choose = (chosen) => {
    buttons.forEach((one, index) => {
      one.setAttribute('aria-selected', String(index === chosen));
      one.tabIndex = index === chosen ? 0 : -1;
    });
    frames.forEach((frame, index) => { frame.hidden = index !== chosen; });
  };
  choose(0);
  return {
    element: h('div', { class: 'im-flow-side' }, h('div', { role: 'tablist', 'aria-label': label, class: 'im-flow-tabs' }, buttons), frames),
    show: (name) => choose(panels.findIndex(([one]) => one === name)),
  };
};
