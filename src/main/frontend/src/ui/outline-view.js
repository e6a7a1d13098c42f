// The list beside the diagram: the same flow in words, with everything reachable by keyboard.
import { h } from '../dom.js';

const hidden = (text) => h('span', { class: 'visually-hidden' }, text);

const wayWords = (way) => `${way.when ? `${way.when}: ` : 'then '}`;

/**
 * @param entries of outline.js
 * @param {object} actions select(id); add(id) if steps can be added; both optional
 * @param {string} [selected] the id of what is selected
 */
export const outlineView = (entries, actions = {}, selected = undefined) => {
  const goTo = (id, text) => (actions.select ? h('button', { type: 'button', class: 'im-flow-goto', onclick: () => actions.select(id) }, text) : text);

  const ways = (next) => next.length > 0 && h('ul', { class: 'im-flow-ways' }, next.map((way) =>
    h('li', {}, wayWords(way), goTo(way.to, way.name), actions.select && way.when
      ? h('button', { type: 'button', class: 'im-flow-goto im-small', onclick: () => actions.select(way.flow) }, 'change', hidden(` when the flow goes to ${way.name}`))
      : null)));

  const head = (one) => h('div', { class: 'im-flow-step', 'data-element': one.id },
    actions.select
      ? h('button', { type: 'button', class: 'im-flow-name', 'aria-pressed': String(one.id === selected), onclick: () => actions.select(one.id) }, one.name)
      : h('strong', {}, one.name),
    one.words !== one.name && h('span', { class: 'im-muted im-small' }, one.words),
    actions.add && (one.next.length > 0 || one.id === selected)
      && h('button', { type: 'button', class: 'btn btn-sm btn-outline-secondary', onclick: () => actions.add(one.id) }, 'Add after', hidden(` ${one.name}`)));

  const item = (one) => h('li', {},
    head(one),
    one.steps.length > 0 && list(one.steps),
    ways(one.next),
    one.events.length > 0 && h('ul', { class: 'im-flow-events' }, one.events.map((event) => h('li', {}, head(event), ways(event.next)))));

  const list = (all) => h('ol', { class: 'im-flow-outline' }, all.map(item));
  return list(entries);
};
