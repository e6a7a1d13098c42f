// One row of a decision table as a form: lists instead of expressions.
import { h } from '../dom.js';
import { columnName, readResult, readTest, valueInWords, writeResult, writeTest } from '../table.js';

const KINDS = [['any', 'Any'], ['oneOf', 'One of these'], ['noneOf', 'Anything but these']];

const listedValues = (column) => (column.inputValues ?? column.outputValues)?.text?.match(/"[^"]*"/g)?.map((value) => value.slice(1, -1)) ?? [];

const labelled = (id, label, control) => h('div', { class: 'mb-2' }, h('label', { class: 'form-label im-small', for: id }, label), control);

const select = (id, options, value, change, disabled) => h('select', { id, class: 'form-select form-select-sm', disabled, onchange: (event) => change(event.target.value) },
  options.map(([key, words]) => h('option', { value: key, selected: key === value }, words)));

const asItIs = (kinds, said) => (kinds.some(([kind]) => kind === said.kind) ? kinds : [...kinds, [said.kind, `As it is: ${said.text ?? said.values.join(', ')}`]]);

/** A condition on a column with a list of values: which of them. */
const choice = (row, column, cell, known) => {
  const said = readTest(cell.text ?? '');
  const id = `im-cell-${cell.id}`;
  const write = (test) => row.edit(cell, writeTest(test));
  const boxes = known.map((value) => h('label', { class: 'im-choice im-small' },
    h('input', { type: 'checkbox', id: `${id}-${value}`, checked: said.values.includes(value), disabled: !row.mayChange, onchange: ({ target }) =>
      write({ kind: said.kind, values: known.filter((one) => (one === value ? target.checked : said.values.includes(one))) }) }),
    valueInWords(value)));
  return h('div', {},
    labelled(id, columnName(column), select(id, asItIs(KINDS, said), said.kind,
      (kind) => write({ ...said, kind, values: said.values.length ? said.values : known.slice(0, 1) }), !row.mayChange)),
    h('div', { role: 'group', 'aria-label': `${columnName(column)}: which`, hidden: !['oneOf', 'noneOf'].includes(said.kind) }, boxes));
};

/** A condition on a column that holds several names: one that must be among them. */
const name = (row, column, cell) => {
  const said = readTest(cell.text ?? '');
  const id = `im-cell-${cell.id}`;
  const named = said.kind === 'any' || said.kind === 'contains';
  const field = h('input', { id, class: 'form-control form-control-sm', value: named ? said.values[0] ?? '' : cell.text, readonly: !named || !row.mayChange,
    onchange: ({ target }) => row.edit(cell, writeTest({ kind: 'contains', values: [target.value.replaceAll('"', '').trim()].filter(Boolean) })) });
  return labelled(id, `${columnName(column)}: with (empty: any)`, field);
};

const condition = (row, column, cell) => {
  const known = listedValues(column);
  return known.length ? choice(row, column, cell, known) : name(row, column, cell);
};

const result = (row, column, cell) => {
  const said = readResult(cell.text ?? '');
  const id = `im-cell-${cell.id}`;
  const used = (row.table.rule ?? []).map((rule) => readResult(rule.outputEntry?.[row.table.output.indexOf(column)]?.text ?? ''));
  const offered = column.name === 'stage' ? row.suggestions.groups : column.name === 'processKey' ? row.suggestions.flows : [];
  const values = [...new Set([...listedValues(column), ...offered, ...used, said])].filter(Boolean);
  return labelled(id, columnName(column), select(id, [['', 'Nothing'], ...values.map((value) => [value, valueInWords(value)])], said,
    (value) => row.edit(cell, writeResult(value)), !row.mayChange));
};

/**
 * @param {object} row rule, number, table, open, words, suggestions { groups, flows }, mayChange; edit(cell, text), explain(text),
 *     remove()
 */
export const rowForm = (row) => {
  const summary = row.words.filter(({ words }) => words !== 'any' && words !== 'nothing').map(({ column, words }) => `${column}: ${words}`).join('; ');
  const why = h('textarea', { id: `im-why-${row.rule.id}`, class: 'form-control form-control-sm', rows: 2, readonly: !row.mayChange,
    onchange: (event) => row.explain(event.target.value) });
  why.value = row.rule.description ?? '';
  return h('details', { class: 'im-row', 'data-row': row.rule.id, open: row.open },
    h('summary', {}, h('strong', {}, `Row ${row.number}`), ` ${summary || 'every post'}`),
    (row.table.input ?? []).map((column, index) => condition(row, column, row.rule.inputEntry[index])),
    (row.table.output ?? []).map((column, index) => result(row, column, row.rule.outputEntry[index])),
    labelled(why.id, 'Why', why),
    row.mayChange ? h('button', { type: 'button', class: 'btn btn-sm btn-outline-secondary', onclick: row.remove }, 'Remove', h('span', { class: 'visually-hidden' }, ` row ${row.number}`)) : '');
};
