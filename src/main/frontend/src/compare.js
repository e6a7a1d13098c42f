// Two versions of a flow or a table beside each other, and everything that differs between them as a list in words.
import { h } from './dom.js';
import { server } from './server.js';
import { capital, counted } from './words.js';

const KINDS = [['removed', 'Removed'], ['added', 'Added'], ['changed', 'Changed']];

/** @param {Array} differences in the shape of differences.js
 *  @param {function} show shows an element; undefined if there is no picture */
const listOf = (differences, show) => {
  const title = (difference) => (show
    ? h('button', { type: 'button', class: 'im-flow-goto', onclick: () => show(difference.element) }, capital(difference.title))
    : capital(difference.title));
  return KINDS.map(([kind, word]) => [word, kind, differences.filter((difference) => difference.kind === kind)])
    .filter(([, , some]) => some.length)
    .map(([word, kind, some]) => h('section', {}, h('h3', {}, h('span', { class: `im-diff-sign im-diff-sign-${kind}`, 'aria-hidden': 'true' }), `${word} (${some.length})`),
      h('ul', { class: 'im-diff-list' }, some.map((difference) => h('li', {}, title(difference),
        difference.sentences.length > 0 && h('ul', {}, difference.sentences.map((sentence) => h('li', {}, `${sentence}.`))))))));
};

const compareFlows = async (xmls, places) => {
  const [{ default: NavigatedViewer }, { diff }, { differences }, { default: camunda }, { View }] = await Promise.all([
    import('bpmn-js/lib/NavigatedViewer'), import('bpmn-js-differ'), import('./differences.js'), import('camunda-bpmn-moddle/resources/camunda.json'), import('./bpmn/view.js'),
  ]);
  const viewers = places.map((container) => new NavigatedViewer({ container, moddleExtensions: { camunda } }));
  await Promise.all(viewers.map((viewer, index) => viewer.importXML(xmls[index])));
  const models = viewers.map((viewer) => viewer.getDefinitions());
  const found = differences(...models);
  const { _layoutChanged: moved } = diff(...models);
  const mark = (viewer, ids, marker) => ids.filter((id) => viewer.get('elementRegistry').get(id)).forEach((id) => viewer.get('canvas').addMarker(id, marker));
  const of = (kind) => found.filter((difference) => difference.kind === kind).map(({ element }) => element);
  mark(viewers[0], of('removed'), 'im-diff-removed');
  mark(viewers[1], of('added'), 'im-diff-added');
  viewers.forEach((viewer) => {
    mark(viewer, Object.keys(moved).filter((id) => found.every(({ element }) => element !== id)), 'im-diff-moved');
    mark(viewer, of('changed'), 'im-diff-changed');
    new View(viewer).whole();
  });
  let shown;
  const show = (id) => viewers.forEach((viewer) => {
    const canvas = viewer.get('canvas');
    if (shown && viewer.get('elementRegistry').get(shown)) {
      canvas.removeMarker(shown, 'im-diff-shown');
    }
    const element = viewer.get('elementRegistry').get(id);
    if (element) {
      canvas.addMarker(id, 'im-diff-shown');
      canvas.zoom(0.8);
      canvas.scrollToElement(element, 120);
    }
    if (viewer === viewers.at(-1)) {
      shown = id;
    }
  });
  return { found, moved: Object.keys(moved).length, show };
};

const compareTables = async (xmls, places) => {
  const [{ DmnModdle }, { columnName, rowInWords, tableDifferences, tables }, names] = await Promise.all([
    import('dmn-moddle'), import('./table.js'), import('./policy-names.js').then(({ policyNames }) => policyNames()),
  ]);
  const models = await Promise.all(xmls.map(async (xml) => (await new DmnModdle().fromXML(xml)).rootElement));
  const found = tableDifferences(...models, names);
  const kindOf = new Map(found.map(({ element, kind }) => [element, kind]));
  models.forEach((definitions, index) => places[index].replaceChildren(...tables(definitions).map((table) => h('table', { class: 'im-table' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Row'), [...(table.input ?? []), ...(table.output ?? [])].map((column) => h('th', { scope: 'col' }, columnName(column))))),
    h('tbody', {}, (table.rule ?? []).map((rule, row) => h('tr', { class: kindOf.has(rule.id) ? `im-diff-row-${kindOf.get(rule.id)}` : null },
      h('th', { scope: 'row' }, row + 1), rowInWords(table, rule, names).map(({ words }) => h('td', {}, words)))))))));
  return { found, moved: 0 };
};

const summary = ({ found, moved }) => {
  const place = moved ? ` ${counted(moved, 'step stands', 'steps stand')} elsewhere on the picture; that changes nothing.` : '';
  return found.length ? `${counted(found.length, 'difference')}.${place}` : `Both say the same.${place}`;
};

export const open = async (place, settings) => {
  const xmls = await Promise.all([server.model(settings.from), server.model(settings.to)]);
  const table = settings.kind === 'table';
  const sides = [settings.fromName, settings.toName].map((name) => ({ name, picture: h('div', table
    ? { class: 'im-scroll im-diff-table', tabindex: '0', role: 'region', 'aria-label': name }
    : { class: 'im-flow-canvas im-diff-canvas' }) }));
  const words = h('section', { 'aria-labelledby': 'im-diff-words' }, h('h2', { id: 'im-diff-words' }, 'What differs'));
  const legend = h('p', { class: 'im-diff-legend im-small' }, [...KINDS, ...(table ? [] : [['moved', 'Only elsewhere on the picture']])].map(([kind, word]) =>
    h('span', {}, h('span', { class: `im-diff-sign im-diff-sign-${kind}`, 'aria-hidden': 'true' }), word)));
  place.replaceChildren(words, h('div', { class: 'im-diff-sides' }, sides.map(({ name, picture }) => h('section', {}, h('h2', {}, name), picture))), legend);
  const result = await (table ? compareTables : compareFlows)(xmls, sides.map(({ picture }) => picture));
  words.append(h('p', {}, summary(result)), ...listOf(result.found, result.show));
  place.removeAttribute('aria-busy');
};
