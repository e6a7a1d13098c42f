// What the check says: a sentence, and each reason as a button that draws its path.
import { h } from '../dom.js';
import { counted } from '../words.js';

const summaryOf = (result, what) => {
  const reasons = result.accepted ? 'Nothing keeps' : counted(result.violations.length, 'thing keeps', 'things keep');
  return `${reasons} this ${what} from being deployed.`;
};

/**
 * @param result { accepted, violations: [{ rule, element, message, path }] }
 * @param nameOf words for an element's id; undefined if it is not on the diagram
 * @param show called with the violation that was chosen
 * @param {string} what is checked: a flow or a table
 */
export const checkView = (result, nameOf, show, what) => {
  const pathInWords = (path) => path.map(nameOf).filter(Boolean);
  const inWords = (message) => message.replace(/"([\w.-]+)"/g, (whole, id) => (nameOf(id) ? `“${nameOf(id)}”` : whole));
  const item = (violation, index) => {
    const at = nameOf(violation.element);
    const way = pathInWords(violation.path ?? []);
    const card = h('button', { type: 'button', class: 'im-flow-violation', 'aria-pressed': 'false', onclick: () => {
      list.querySelectorAll('.im-flow-violation').forEach((other) => other.setAttribute('aria-pressed', String(other === card)));
      show(violation);
    } }, h('strong', {}, `${index + 1}. ${at ?? `The ${what}`}`), h('span', {}, inWords(violation.message)));
    return h('li', {}, card, way.length > 0 && h('details', { class: 'im-small' },
      h('summary', {}, 'The path in words'), h('ol', { class: 'im-flow-path' }, way.map((step) => h('li', {}, step)))));
  };
  const list = h('ol', { class: 'im-flow-violations' }, result.violations.map(item));
  const anyPath = result.violations.some((violation) => violation.path?.length);
  return h('div', {},
    h('p', { class: `im-note ${result.accepted ? 'im-note-good' : 'im-note-stop'}` }, summaryOf(result, what)),
    !result.accepted && list,
    anyPath && h('p', { class: 'im-small im-muted' }, 'Choose one to see it on the diagram: the red way is one that a post could take, its steps numbered in '
      + 'their order, and the filled step is where it goes wrong.'));
};
