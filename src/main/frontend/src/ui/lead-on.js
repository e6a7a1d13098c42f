// Asks for the step that a way leads to.
import { button, h } from '../dom.js';
import { openDialog } from './dialog.js';

/**
 * @param {string} title of the dialog
 * @param {string} [hint] what to know before
 * @param {Array} targets [{ words }], at least one
 * @param {function} chosen takes one of them
 */
export const askForTarget = (title, hint, targets, chosen) => {
  const where = h('select', { class: 'form-select', id: 'im-lead-where' }, targets.map((target, index) => h('option', { value: index }, target.words)));
  const lead = () => {
    close();
    chosen(targets[Number(where.value)]);
  };
  const close = openDialog(title, h('div', {}, hint && h('p', {}, hint),
    h('div', { class: 'im-field' }, h('label', { class: 'form-label', for: 'im-lead-where' }, 'To which step'), where)),
  [button('Lead there', lead, { class: 'btn btn-sm btn-primary' })]);
};
