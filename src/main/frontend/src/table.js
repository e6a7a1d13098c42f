// Decision tables: what their cells say, as lists and sentences, and what differs between two of them.
const LITERAL = '"[^"]*"|-?\\d+(?:\\.\\d+)?|true|false';
const LIST = new RegExp(`^(?:${LITERAL})(?:\\s*,\\s*(?:${LITERAL}))*$`);
const NOT = /^not\(\s*(.*?)\s*\)$/s;
const HOLDS = `list contains\\(\\s*\\?\\s*,\\s*(?:${LITERAL})\\s*\\)`;
const HOLDS_LIST = new RegExp(`^${HOLDS}(?:\\s*,\\s*${HOLDS})*$`);

const unquoted = (text) => text.replace(/^"(.*)"$/s, '$1');
const quoted = (value) => (/^(?:-?\d+(?:\.\d+)?|true|false)$/.test(value) ? value : `"${value}"`);

/**
 * What a cell of a condition asks: { kind, values, text } with kind "any"; "oneOf" or "noneOf" of the values; "other" for what has no
 * list. holds: the column is a list itself, which has to hold one or none of them; bare: the values are numbers, or true and false.
 */
export const readTest = (text) => {
  const said = text.trim();
  if (said === '' || said === '-') {
    return { kind: 'any', values: [] };
  }
  const not = NOT.exec(said);
  const list = not ? not[1] : said;
  const holds = HOLDS_LIST.test(list);
  const found = holds || LIST.test(list) ? list.match(new RegExp(LITERAL, 'g')) : [];
  const texts = found.filter((one) => one.startsWith('"'));
  return found.length && [0, found.length].includes(texts.length)
    ? { kind: not ? 'noneOf' : 'oneOf', values: found.map(unquoted), holds, bare: texts.length === 0 }
    : { kind: 'other', values: [], text: said };
};

/** The text of a cell; the reverse of {@link readTest}. */
export const writeTest = ({ kind, values, text, holds, bare }) => {
  if (kind === 'other') {
    return text;
  }
  if (kind === 'any' || !values.length) {
    return '';
  }
  const said = values.map((value) => (bare ? value : `"${value}"`));
  const list = holds ? said.map((value) => `list contains(?, ${value})`).join(', ') : said.join(',');
  return kind === 'noneOf' ? `not(${list})` : list;
};

export const readResult = (text) => unquoted(text.trim());
export const writeResult = (value) => (value === '' ? '' : quoted(value));

/** A value such as HEALTH_ADVICE as people read it.
 *  @param {Map} [names] of what values stand for, such as channels and flows */
export const valueInWords = (value, names = new Map()) =>
  names.get(value) ?? (/^[A-Z][A-Z0-9_]*$/.test(value) ? value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ') : value);

const testInWords = (text, names) => {
  const { kind, values } = readTest(text);
  const words = values.map((value) => `“${valueInWords(value, names)}”`);
  return { any: 'any', oneOf: words.join(' or '), noneOf: `anything but ${words.join(' or ')}`, other: text }[kind];
};

const resultInWords = (text, names) => (readResult(text) ? `“${valueInWords(readResult(text), names)}”` : 'nothing');

/** What a column is about: the variable that it asks, or the result that it gives. */
export const subjectOf = (column) => column.inputExpression?.text ?? column.name ?? '';

export const columnName = (column) => column.label || column.name || column.inputExpression?.text || column.id;

/** The decision tables of a model (dmn-moddle). */
export const tables = (definitions) =>
  (definitions.drgElement ?? []).map((element) => element.decisionLogic).filter((logic) => logic?.$type === 'dmn:DecisionTable');

/** A row as sentences: [{ column, words }], conditions first.
 *  @param {object} [names] by a column's subject: what its values stand for */
export const rowInWords = (table, rule, names = {}) => [
  ...(table.input ?? []).map((column, index) => ({ column: columnName(column), words: testInWords(rule.inputEntry?.[index]?.text ?? '', names[subjectOf(column)]) })),
  ...(table.output ?? []).map((column, index) => ({ column: columnName(column), words: resultInWords(rule.outputEntry?.[index]?.text ?? '', names[subjectOf(column)]) })),
];

const sentence = (table, rule, names) => rowInWords(table, rule, names)
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
  const values = (column) => (column.inputValues ?? column.outputValues)?.text ?? '';
  return [
    ...[...was].filter(([id]) => !now.has(id)).map(([id, column]) => ({ kind: 'removed', element: id, title: `the column “${columnName(column)}”`, sentences: [] })),
    ...[...now].filter(([id]) => !was.has(id)).map(([id, column]) => ({ kind: 'added', element: id, title: `the column “${columnName(column)}”`, sentences: [] })),
    ...[...now].filter(([id]) => was.has(id)).map(([id, column]) => ({
      kind: 'changed',
      element: id,
      title: `the column “${columnName(column)}”`,
      sentences: [[columnName, 'its title'], [subjectOf, 'what it holds'], [values, 'its list of values']]
        .map(([of, what]) => [what, of(was.get(id)), of(column)])
        .filter(([, old, fresh]) => old !== fresh)
        .map(([what, old, fresh]) => `${what} was “${old}”, and is “${fresh}” now`),
    })).filter(({ sentences }) => sentences.length),
  ];
};

const cellDifferences = (before, after, wasRule, nowRule, names) => {
  const cells = (table, rule, columns, entries) =>
    new Map((table[columns] ?? []).map((column, index) => [column.id, { column, text: rule[entries]?.[index]?.text ?? '' }]));
  return [['input', 'inputEntry', testInWords], ['output', 'outputEntry', resultInWords]].flatMap(([columns, entries, words]) => {
    const was = cells(before, wasRule, columns, entries);
    return [...cells(after, nowRule, columns, entries)]
      .filter(([id, { text }]) => was.has(id) && was.get(id).text.trim() !== text.trim())
      .map(([id, { column, text }]) => `${columnName(column)} was ${words(was.get(id).text, names[subjectOf(column)])}, and is ${words(text, names[subjectOf(column)])} now`);
  });
};

const ruleDifferences = (before, after, names) => {
  const was = new Map((before.rule ?? []).map((rule, index) => [rule.id, { rule, number: index + 1 }]));
  const now = new Map((after.rule ?? []).map((rule, index) => [rule.id, { rule, number: index + 1 }]));
  const kept = [...now.keys()].filter((id) => was.has(id));
  const keptBefore = [...was.keys()].filter((id) => now.has(id));
  return [
    ...[...was].filter(([id]) => !now.has(id))
      .map(([id, { rule, number }]) => ({ kind: 'removed', element: id, title: `row ${number} (${sentence(before, rule, names)})`, sentences: [] })),
    ...[...now].filter(([id]) => !was.has(id))
      .map(([id, { rule, number }]) => ({ kind: 'added', element: id, title: `row ${number} (${sentence(after, rule, names)})`, sentences: [] })),
    ...kept.map((id, index) => {
      const { rule, number } = now.get(id);
      const old = was.get(id).rule;
      const sentences = cellDifferences(before, after, old, rule, names);
      if ((old.description ?? '') !== (rule.description ?? '')) {
        sentences.push(`its explanation was “${old.description ?? ''}”, and is “${rule.description ?? ''}” now`);
      }
      if (keptBefore[index] !== id) {
        sentences.push('it stands at another place');
      }
      return { kind: 'changed', element: id, title: `row ${number} (${sentence(after, rule, names)})`, sentences };
    }).filter(({ sentences }) => sentences.length),
  ];
};

/** What differs between two models of tables, in the shape of differences.js.
 *  @param {object} [names] as for {@link rowInWords} */
export const tableDifferences = (before, after, names = {}) => {
  const now = tables(after);
  return tables(before).flatMap((table, index) => {
    const other = now[index];
    if (!other) {
      return [{ kind: 'removed', element: table.id, title: 'a table', sentences: [] }];
    }
    const rules = policy(table) === policy(other) ? []
      : [{ kind: 'changed', element: table.id, title: 'the table', sentences: [`it was “${policy(table)}”, and is “${policy(other)}” now`] }];
    return [...rules, ...columnDifferences(table, other, 'input'), ...columnDifferences(table, other, 'output'), ...ruleDifferences(table, other, names)];
  });
};
