// Asks which building block to add, and where.
import { h } from '../dom.js';
import { openDialog } from './dialog.js';

/**
 * @param {Array} places where it can go: [{ words }]
 * @param {Array} groups of building blocks
 * @param {function} chosen takes a block and a place
 */
export const askForStep = (places, groups, chosen) => {
  const where = h('select', { class: 'form-select', id: 'im-add-where' }, places.map((place, index) => h('option', { value: index }, place.words)));
  const pick = (block) => {
    close();
    chosen(block, places[Number(where.value)]);
  };
  const lists = groups.filter(({ blocks }) => blocks.length).map(({ group, blocks }) =>
    h('section', {}, h('h3', {}, group), h('ul', { class: 'im-flow-blocks' }, blocks.map((block) =>
      h('li', {}, h('button', { type: 'button', class: 'im-flow-block', onclick: () => pick(block) },
        h('strong', {}, block.name), h('span', {}, block.words)))))));
  const close = openDialog('Add a step', h('div', {},
    h('div', { class: 'im-field' }, h('label', { class: 'form-label', for: 'im-add-where' }, 'Where'), where), lists));
  return close;
};
