// The list beside the diagram: the same flow in words, with everything reachable by keyboard.
import { h } from '../dom.js';

const hidden = (text) => h('span', { class: 'visually-hidden' }, text);

const wayWords = (way) => `${way.when ? `${way.when}: ` : 'then '}`;

/**
 * @param entries of outline.js
 * @param {object} actions select(id); where the flow can be changed also change(id of a way), remove(id of a way), add(id) and lead(id)
 *     of a step; all optional
 * @param {string} [selected] the id of what is selected
 */
export const outlineView = (entries, actions = {}, selected = undefined) => {
  const link = (text, about, onclick) => h('button', { type: 'button', class: 'im-flow-goto im-small', onclick }, text, hidden(about));
  const goTo = (id, text) => (actions.select ? h('button', { type: 'button', class: 'im-flow-goto', onclick: () => actions.select(id) }, text) : text);

  const way = (one, to) => h('li', { 'data-element': to.flow }, wayWords(to), goTo(to.to, to.name),
    actions.change && link('change', ` the way from ${one.name} to ${to.name}`, () => actions.change(to.flow)),
    actions.remove && link('remove', ` the way from ${one.name} to ${to.name}`, () => actions.remove(to.flow)));

  const more = (one) => actions.add && one.goesOn && h('li', { class: 'im-flow-more', 'data-element': `${one.id}-more` },
    link('add a step…', ` after ${one.name}`, () => actions.add(one.id)),
    link('lead on to…', ` another step from ${one.name}`, () => actions.lead(one.id)));

  const ways = (one) => (one.next.length > 0 || more(one)) && h('ul', { class: 'im-flow-ways' }, one.next.map((to) => way(one, to)), more(one));

  const head = (one) => h('div', { class: 'im-flow-step', 'data-element': one.id },
    actions.select
      ? h('button', { type: 'button', class: 'im-flow-name', 'aria-pressed': String(one.id === selected), onclick: () => actions.select(one.id) }, one.name)
      : h('strong', {}, one.name),
    !one.name.startsWith(one.words) && h('span', { class: 'im-muted im-small' }, one.words));

  const item = (one) => h('li', {},
    head(one),
    one.steps.length > 0 && list(one.steps),
    ways(one),
    one.events.length > 0 && h('ul', { class: 'im-flow-events' }, one.events.map((event) => h('li', {}, head(event), ways(event)))));

  const list = (all) => h('ol', { class: 'im-flow-outline' }, all.map(item));
  return list(entries);
};
