// Decision tables: what their cells say, as lists and sentences, and what differs between two of them.
import { listed } from './words.js';

const LITERAL = '"[^"]*"|-?\\d+(?:\\.\\d+)?|true|false';
const LIST = new RegExp(`^(?:${LITERAL})(?:\\s*,\\s*(?:${LITERAL}))*$`);
const NOT = /^not\(\s*(.*?)\s*\)$/s;
const CONTAINS = /^list contains\(\s*\?\s*,\s*("[^"]*")\s*\)$/;

const unquoted = (text) => text.replace(/^"(.*)"$/s, '$1');
const quoted = (value) => (/^(?:-?\d+(?:\.\d+)?|true|false)$/.test(value) ? value : `"${value}"`);
const literals = (text) => text.match(new RegExp(LITERAL, 'g')).map(unquoted);

/** What a cell of a condition asks: { kind: 'any' | 'oneOf' | 'noneOf' | 'contains' | 'other', values, text }. */
export const readTest = (text) => {
  const said = text.trim();
  if (said === '' || said === '-') {
    return { kind: 'any', values: [] };
  }
  const contains = CONTAINS.exec(said);
  if (contains) {
    return { kind: 'contains', values: [unquoted(contains[1])] };
  }
  const not = NOT.exec(said);
  const list = not ? not[1] : said;
  return LIST.test(list) ? { kind: not ? 'noneOf' : 'oneOf', values: literals(list) } : { kind: 'other', values: [], text: said };
};

/** The text of a cell; the reverse of {@link readTest}. */
export const writeTest = ({ kind, values, text }) => {
  const list = values.map(quoted).join(',');
  if (kind === 'other') {
    return text;
  }
  if (kind === 'any' || !values.length) {
    return '';
  }
  return { oneOf: list, noneOf: `not(${list})`, contains: `list contains(?, ${quoted(values[0])})` }[kind];
};

export const readResult = (text) => unquoted(text.trim());
export const writeResult = (value) => (value === '' ? '' : quoted(value));

/** A value such as HEALTH_ADVICE as people read it. */
export const valueInWords = (value) =>
  (/^[A-Z][A-Z0-9_]*$/.test(value) ? value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ') : value);

const testInWords = (text) => {
  const { kind, values } = readTest(text);
  const words = values.map((value) => `“${valueInWords(value)}”`);
  return {
    any: 'any',
    oneOf: words.join(' or '),
    noneOf: `anything but ${listed(words)}`,
    contains: `with ${words[0]}`,
    other: text,
  }[kind];
};

const resultInWords = (text) => (readResult(text) ? `“${valueInWords(readResult(text))}”` : 'nothing');

export const columnName = (column) => column.label || column.name || column.inputExpression?.text || column.id;

/** The decision tables of a model (dmn-moddle). */
export const tables = (definitions) =>
  (definitions.drgElement ?? []).map((element) => element.decisionLogic).filter((logic) => logic?.$type === 'dmn:DecisionTable');

/** A row as sentences: [{ column, words }], conditions first. */
export const rowInWords = (table, rule) => [
  ...(table.input ?? []).map((column, index) => ({ column: columnName(column), words: testInWords(rule.inputEntry?.[index]?.text ?? '') })),
  ...(table.output ?? []).map((column, index) => ({ column: columnName(column), words: resultInWords(rule.outputEntry?.[index]?.text ?? '') })),
];

const sentence = (table, rule) => rowInWords(table, rule)
  .filter(({ words }) => words !== 'any' && words !== 'nothing').map(({ column, words }) => `${column}: ${words}`).join('; ') || 'every post';

const HIT_POLICIES = new Map([
  ['UNIQUE', 'exactly one row counts'],
  ['FIRST', 'the first matching row counts'],
  ['COLLECT', 'every matching row counts'],
  ['ANY', 'any matching row counts'],
  ['RULE ORDER', 'every matching row counts, in order'],
]);

const policy = (table) => HIT_POLICIES.get(table.hitPolicy ?? 'UNIQUE') ?? table.hitPolicy;

const columnDifferences = (before, after, type) => {
  const was = new Map((before[type] ?? []).map((column) => [column.id, column]));
  const now = new Map((after[type] ?? []).map((column) => [column.id, column]));
  const asked = (column) => (type === 'input' ? column.inputExpression?.text ?? '' : column.name ?? '');
  const values = (column) => (column.inputValues ?? column.outputValues)?.text ?? '';
  return [
    ...[...was].filter(([id]) => !now.has(id)).map(([id, column]) => ({ kind: 'removed', element: id, title: `the column “${columnName(column)}”`, sentences: [] })),
    ...[...now].filter(([id]) => !was.has(id)).map(([id, column]) => ({ kind: 'added', element: id, title: `the column “${columnName(column)}”`, sentences: [] })),
    ...[...now].filter(([id]) => was.has(id)).map(([id, column]) => ({
      kind: 'changed',
      element: id,
      title: `the column “${columnName(column)}”`,
      sentences: [[columnName, 'its title'], [asked, 'what it holds'], [values, 'its list of values']]
        .map(([of, what]) => [what, of(was.get(id)), of(column)])
        .filter(([, old, fresh]) => old !== fresh)
        .map(([what, old, fresh]) => `${what} was “${old}”, and is “${fresh}” now`),
    })).filter(({ sentences }) => sentences.length),
  ];
};

const cellDifferences = (before, after, wasRule, nowRule) => {
  const cells = (table, rule, columns, entries) =>
    new Map((table[columns] ?? []).map((column, index) => [column.id, { column, text: rule[entries]?.[index]?.text ?? '' }]));
  return [['input', 'inputEntry', testInWords], ['output', 'outputEntry', resultInWords]].flatMap(([columns, entries, words]) => {
    const was = cells(before, wasRule, columns, entries);
    return [...cells(after, nowRule, columns, entries)]
      .filter(([id, { text }]) => was.has(id) && was.get(id).text.trim() !== text.trim())
      .map(([id, { column, text }]) => `${columnName(column)} was ${words(was.get(id).text)}, and is ${words(text)} now`);
  });
};

const ruleDifferences = (before, after) => {
  const was = new Map((before.rule ?? []).map((rule, index) => [rule.id, { rule, number: index + 1 }]));
  const now = new Map((after.rule ?? []).map((rule, index) => [rule.id, { rule, number: index + 1 }]));
  const kept = [...now.keys()].filter((id) => was.has(id));
  const keptBefore = [...was.keys()].filter((id) => now.has(id));
  return [
    ...[...was].filter(([id]) => !now.has(id))
      .map(([id, { rule, number }]) => ({ kind: 'removed', element: id, title: `row ${number} (${sentence(before, rule)})`, sentences: [] })),
    ...[...now].filter(([id]) => !was.has(id))
      .map(([id, { rule, number }]) => ({ kind: 'added', element: id, title: `row ${number} (${sentence(after, rule)})`, sentences: [] })),
    ...kept.map((id, index) => {
      const { rule, number } = now.get(id);
      const old = was.get(id).rule;
      const sentences = cellDifferences(before, after, old, rule);
      if ((old.description ?? '') !== (rule.description ?? '')) {
        sentences.push(`its explanation was “${old.description ?? ''}”, and is “${rule.description ?? ''}” now`);
      }
      if (keptBefore[index] !== id) {
        sentences.push('it stands at another place');
      }
      return { kind: 'changed', element: id, title: `row ${number} (${sentence(after, rule)})`, sentences };
    }).filter(({ sentences }) => sentences.length),
  ];
};

/** What differs between two models of tables, in the shape of differences.js. */
export const tableDifferences = (before, after) => {
  const now = tables(after);
  return tables(before).flatMap((table, index) => {
    const other = now[index];
    if (!other) {
      return [{ kind: 'removed', element: table.id, title: 'a table', sentences: [] }];
    }
    const rules = policy(table) === policy(other) ? []
      : [{ kind: 'changed', element: table.id, title: 'the table', sentences: [`it was “${policy(table)}”, and is “${policy(other)}” now`] }];
    return [...rules, ...columnDifferences(table, other, 'input'), ...columnDifferences(table, other, 'output'), ...ruleDifferences(table, other)];
  });
};
