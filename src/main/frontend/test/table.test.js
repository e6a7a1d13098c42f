import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DmnModdle } from 'dmn-moddle';
import { readResult, readTest, rowInWords, tableDifferences, tables, writeResult, writeTest } from '../src/table.js';
import { text } from './support.js';

const policy = async (...replacements) => {
  const xml = replacements.reduce((model, [from, to]) => {
    assert.ok(model.includes(from), from);
    return model.replace(from, to);
  }, text('processes/release-policy.dmn'));
  return (await new DmnModdle().fromXML(xml)).rootElement;
};

const told = async (...replacements) =>
  tableDifferences(await policy(), await policy(...replacements)).map(({ kind, title, sentences }) => [kind, title, ...sentences].join('; '));

for (const cell of ['', '"PROMOTION"', '"PROMOTION","CORRECTION"', 'not("PROMOTION")', 'list contains(?, "newsroom")',
  'list contains(?, "newsroom"), list contains(?, "portal")', 'not(list contains(?, "x"), list contains(?, "portal"))', '12', '12,13', '"12"', '"a",12', '>= 3']) {
  test(`a cell that says ${cell || 'nothing'} is written as it was read`, () => {
    assert.equal(writeTest(readTest(cell)), cell);
  });
}

test('a dash and an empty cell ask nothing', () => {
  assert.equal(readTest('-').kind, 'any');
  assert.equal(writeTest({ kind: 'oneOf', values: [] }), '');
});

test('a column that holds several values is asked for one or none of them', () => {
  assert.deepEqual(readTest('list contains(?,"newsroom") , list contains( ?, "portal" )'), { kind: 'oneOf', values: ['newsroom', 'portal'], holds: true, bare: false });
  assert.equal(writeTest({ kind: 'noneOf', values: ['newsroom'], holds: true }), 'not(list contains(?, "newsroom"))');
});

test('a result is one value or none', () => {
  assert.equal(readResult('"privacy"'), 'privacy');
  assert.equal(writeResult('privacy'), '"privacy"');
  assert.equal(writeResult(''), '');
});

test('a row reads as sentences', async () => {
  const [table] = tables(await policy());
  const story = table.rule.find((rule) => rule.id === 'patientStory');

  assert.deepEqual(rowInWords(table, story).map(({ column, words }) => `${column}: ${words}`), [
    'Kind of post: “Patient story”',
    'Channels: any',
    'Takes the flow: nothing',
    'Needs a further review by: “privacy”',
  ]);
});

test('channels, flows and groups are called as people call them', async () => {
  const [table] = tables(await policy(['<text>"PATIENT_STORY"</text>', '<text></text>'], ['<inputEntry id="patientStoryChannels">\n          <text></text>',
    '<inputEntry id="patientStoryChannels">\n          <text>list contains(?, "portal"), list contains(?, "x")</text>']));
  const names = { channels: new Map([['portal', 'Patient portal']]), processKey: new Map([['content-approval', 'Approval of a post']]) };
  const words = (id) => rowInWords(table, table.rule.find((rule) => rule.id === id), names).map(({ words: said }) => said);

  assert.deepEqual(words('patientStory'), ['any', '“Patient portal” or “x”', 'nothing', '“privacy”']);
  assert.deepEqual(words('everyPost'), ['any', 'any', '“Approval of a post”', 'nothing']);
});

test('a table does not differ from itself', async () => {
  assert.deepEqual(await told(), []);
});

test('a changed cell is said in words', async () => {
  const [first, ...others] = await told(['<text>"privacy"</text>', '<text>"pharmacy"</text>']);

  assert.match(first, /^changed; row \d+ \(Kind of post: “Patient story”; Needs a further review by: “pharmacy”\); Needs a further review by was “privacy”, and is “pharmacy” now$/);
  assert.deepEqual(others, []);
});

test('a changed rule of counting is said', async () => {
  assert.deepEqual(await told(['hitPolicy="COLLECT"', 'hitPolicy="FIRST"']), [
    'changed; the table; it was “every matching row counts”, and is “the first matching row counts” now',
  ]);
});

test('a column with another name is said', async () => {
  assert.deepEqual(await told(['label="Kind of post"', 'label="Sort of post"']), [
    'changed; the column “Sort of post”; its title was “Kind of post”, and is “Sort of post” now',
  ]);
});
