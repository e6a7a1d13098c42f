// One row of a decision table as a form: lists instead of expressions.
import { h } from '../dom.js';
import { columnName, readResult, readTest, subjectOf, valueInWords, writeResult, writeTest } from '../table.js';

const WHICH = [['any', 'Any'], ['oneOf', 'One of these'], ['noneOf', 'Anything but these']];
const HELD = [['any', 'Any'], ['oneOf', 'At least one of these'], ['noneOf', 'None of these']];

/** Columns that a post fills with several values. */
const SEVERAL = new Set(['channels']);

/** A result that a row does not give. */
const NOTHING = { processKey: 'This row does not say', stage: 'Nobody' };

const listedValues = (column) => (column.inputValues ?? column.outputValues)?.text?.match(/"[^"]*"/g)?.map((value) => value.slice(1, -1)) ?? [];

const labelled = (id, label, control) => h('div', { class: 'im-row-field' }, h('label', { class: 'form-label im-small', for: id }, label), control);

const select = (id, options, value, change, disabled) => h('select', { id, class: 'form-select form-select-sm', disabled, onchange: (event) => change(event.target.value) },
  options.map(([key, words]) => h('option', { value: key, selected: key === value }, words)));

const asItIs = (kinds, said) => (said.kind === 'other' ? [...kinds, ['other', `As it is: ${said.text}`]] : kinds);

const unique = (...lists) => [...new Set(lists.flat())].filter(Boolean);

/** Everything that the rows of a table say in one column. */
const used = (row, entries, index, read) => (row.table.rule ?? []).flatMap((rule) => read(rule[entries]?.[index]?.text ?? ''));

/** A condition: which of the values that the column can have. */
const condition = (row, column, index) => {
  const cell = row.rule.inputEntry[index];
  const names = row.names[subjectOf(column)] ?? new Map();
  const said = readTest(cell.text ?? '');
  const holds = SEVERAL.has(subjectOf(column));
  const known = unique(listedValues(column), [...names.keys()], used(row, 'inputEntry', index, (text) => readTest(text).values));
  const id = `im-cell-${cell.id}`;
  const write = (kind, values) => row.edit(cell, writeTest({ ...said, kind, values, holds: holds || said.holds }));
  const need = h('p', { class: 'im-over im-small', role: 'status' });
  const tick = (value, box) => {
    const values = known.filter((one) => (one === value ? box.checked : said.values.includes(one)));
    if (values.length) {
      write(said.kind, values);
    } else {
      box.checked = true;
      need.textContent = 'Tick another one first, or choose “Any” above.';
    }
  };
  const boxes = known.map((value) => h('label', { class: 'im-choice im-small' },
    h('input', { type: 'checkbox', id: `${id}-${value}`, checked: said.values.includes(value), disabled: !row.mayChange, onchange: ({ target }) => tick(value, target) }),
    valueInWords(value, names)));
  return h('div', { class: 'im-row-field' },
    labelled(id, columnName(column), select(id, asItIs(holds ? HELD : WHICH, said), said.kind,
      (kind) => (kind === 'other' ? undefined : write(kind, said.values.length ? said.values : known.slice(0, 1))), !row.mayChange)),
    h('div', { role: 'group', 'aria-label': `${columnName(column)}: which`, hidden: !['oneOf', 'noneOf'].includes(said.kind) }, boxes, need));
};

const result = (row, column, index) => {
  const cell = row.rule.outputEntry[index];
  const names = row.names[subjectOf(column)] ?? new Map();
  const said = readResult(cell.text ?? '');
  const id = `im-cell-${cell.id}`;
  const values = unique(listedValues(column), [...names.keys()], used(row, 'outputEntry', index, readResult));
  return labelled(id, columnName(column), select(id, [['', NOTHING[subjectOf(column)] ?? 'Nothing'], ...values.map((value) => [value, valueInWords(value, names)])], said,
    (value) => row.edit(cell, writeResult(value)), !row.mayChange));
};

const summary = ({ table, words }) => {
  const say = (some, none) => some.filter(({ words: said }) => said !== 'any' && said !== 'nothing').map(({ column, words: said }) => `${column}: ${said}`).join('; ') || none;
  const conditions = table.input?.length ?? 0;
  return `${say(words.slice(0, conditions), 'Every post')} → ${say(words.slice(conditions), 'nothing')}`;
};

/**
 * @param {object} row rule, number, table, open, words, names: of policy-names.js, mayChange; edit(cell, text), explain(text),
 *     typing(): something is typed that is not told yet, remove()
 */
export const rowForm = (row) => {
  const why = h('textarea', { id: `im-why-${row.rule.id}`, class: 'form-control form-control-sm', rows: 2, readonly: !row.mayChange,
    oninput: row.typing, onchange: (event) => row.explain(event.target.value) });
  why.value = row.rule.description ?? '';
  return h('details', { class: 'im-row', 'data-row': row.rule.id, open: row.open },
    h('summary', { id: `im-row-${row.rule.id}` }, h('strong', {}, `Row ${row.number}`), ` ${summary(row)}`, row.rule.description && h('span', { class: 'im-row-why' }, row.rule.description)),
    h('div', { class: 'im-row-fields' },
      (row.table.input ?? []).map((column, index) => condition(row, column, index)),
      (row.table.output ?? []).map((column, index) => result(row, column, index))),
    labelled(why.id, 'Why', why),
    row.mayChange ? h('button', { type: 'button', class: 'btn btn-sm btn-outline-secondary mt-2', onclick: row.remove }, 'Remove', h('span', { class: 'visually-hidden' }, ` row ${row.number}`)) : '');
};
