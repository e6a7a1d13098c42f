// Dialogs that the browser itself keeps in front, closes on Escape and gives the focus back from.
import { button, h } from '../dom.js';

/** Opens a dialog; gives a function that closes it. */
export const openDialog = (title, content, actions = []) => {
  const heading = h('h2', { id: 'im-dialog-title', tabindex: '-1' }, title);
  const dialog = h('dialog', { class: 'im-flow-dialog', 'aria-labelledby': 'im-dialog-title' }, heading, content);
  const close = () => dialog.close();
  dialog.append(h('div', { class: 'im-actions mt-3' }, actions, button('Cancel', close)));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return close;
};
