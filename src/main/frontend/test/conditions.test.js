import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo, inWords, MOST_QUESTIONS, question, read, subjectsFor, write } from '../src/conditions.js';
import { shipped } from './support.js';

const LONGEST_EXPRESSION = 500;
const LONGEST_STAGE = 'a'.repeat(40);

const others = (expression) => read(expression).questions.filter(({ subject }) => subject === 'other');

const pickable = [
  "${legalOutcome == 'APPROVED'}",
  "${pharmacyOutcome != 'REJECTED'}",
  '${privacyReviewNeeded}',
  '${not privacyReviewNeeded}',
  '${publishAt != null}',
  '${publishAt == null}',
  '${privacyIncident}',
  "${question == 'DRIFTED'}",
  "${legalOutcome == 'APPROVED' and clinicalOutcome == 'APPROVED'}",
  "${legalOutcome == 'REJECTED' or clinicalOutcome == 'REJECTED' or privacyReviewNeeded}",
  '${not privacyReviewNeeded and publishAt == null}',
];

for (const expression of pickable) {
  test(`${expression} is picked from lists, and written as it was read`, () => {
    assert.equal(write(read(expression)), expression);
    assert.deepEqual(others(expression), []);
  });
}

const same = [
  ["${ legalOutcome=='APPROVED' }", "${legalOutcome == 'APPROVED'}"],
  ['#{ publishAt  !=  null }', '${publishAt != null}'],
  ['${legalOutcome eq "APPROVED" && !privacyReviewNeeded}', "${legalOutcome == 'APPROVED' and not privacyReviewNeeded}"],
  ["${'APPROVED' == legalOutcome}", "${legalOutcome == 'APPROVED'}"],
  ["${not (legalOutcome == 'REJECTED')}", "${legalOutcome != 'REJECTED'}"],
  ["${(legalOutcome == 'APPROVED' and publishAt == null) and privacyReviewNeeded}", "${legalOutcome == 'APPROVED' and publishAt == null and privacyReviewNeeded}"],
  ["${((legalOutcome ne 'APPROVED') || (publishAt != null))}", "${legalOutcome != 'APPROVED' or publishAt != null}"],
];

for (const [foreign, own] of same) {
  test(`${foreign} is picked as ${own}`, () => assert.equal(write(read(foreign)), own));
}

const kept = [
  '${empty publishAt}',
  "${legalOutcome == 'UNHEARD_OF'}",
  '${legalOutcome == clinicalOutcome}',
  "${not legalOutcome == 'APPROVED'}",
  '${deadlines.reminder()}',
  '${stages.of(furtherStages) != null}',
  '${not (privacyReviewNeeded and publishAt == null)}',
  '${-1 != revision}',
];

for (const expression of kept) {
  test(`${expression} has no list and stays as it is`, () => {
    assert.equal(write(read(expression)), expression);
    assert.equal(others(expression).length, 1);
  });
}

test('a mixture is a list in which only what is deeper is kept', () => {
  const mixed = "${legalOutcome == 'APPROVED' and (privacyReviewNeeded or publishAt == null)}";

  assert.deepEqual(read(mixed).questions.map(({ subject }) => subject), ['outcome', 'other']);
  assert.equal(write(read(mixed)), mixed);
});

test('"and" binds before "or", and keeps doing so when the list is joined the other way', () => {
  const condition = read("${legalOutcome == 'APPROVED' and privacyReviewNeeded or publishAt == null}");

  assert.equal(condition.all, false);
  assert.equal(write(condition), "${(legalOutcome == 'APPROVED' and privacyReviewNeeded) or publishAt == null}");
  assert.equal(write({ ...condition, all: true }), "${(legalOutcome == 'APPROVED' and privacyReviewNeeded) and publishAt == null}");
});

for (const text of ['', 'legalOutcome', '${', '${}', '${a b}', '${a ==}', '${(a}', '${a) == b}', '${a = b}', '${and}', '${a.b}', '${a.b(c}', '${a[0]}', '${a ? b : c}']) {
  test(`"${text}" is no condition`, () => {
    assert.equal(read(text), undefined);
    assert.equal(inWords(text), text);
  });
}

test('every condition of the flows that ship is picked from lists, and written as it stands', () => {
  const expressions = [...new Set(shipped().flatMap(({ conditions }) => conditions))];

  assert.ok(expressions.length > 20);
  assert.deepEqual(expressions.filter((expression) => others(expression).length || write(read(expression)) !== expression), []);
});

test('whatever is picked is read as it was picked', () => {
  const subjects = ['content-approval', 'withdrawal', 'publication-question'].flatMap((key) => subjectsFor(key)).map(([subject]) => question(subject));
  const picked = [question('outcome', 'pharmacy'), ...subjects].flatMap((one) => answersTo(one).map(([answer]) => ({ ...one, answer })));

  for (const one of picked) {
    assert.deepEqual(read(write({ all: true, questions: [one] })), { all: true, questions: [one] });
  }
  assert.deepEqual(read(write({ all: false, questions: picked })), { all: false, questions: picked });
});

test('the longest condition that can be picked is not too long for the check', () => {
  const longest = { ...question('outcome', LONGEST_STAGE), answer: '!CHANGES_REQUESTED' };
  const written = write({ all: true, questions: Array(MOST_QUESTIONS).fill(longest) });

  assert.ok(written.length <= LONGEST_EXPRESSION, `${written.length} characters`);
});

test('a flow offers what can be asked in it, and what it asks already', () => {
  assert.deepEqual(subjectsFor('content-approval').map(([subject]) => subject), ['privacyNeeded', 'publicationTime']);
  assert.ok(subjectsFor('withdrawal').some(([subject]) => subject === 'privacyIncident'));
  assert.ok(subjectsFor('content-approval', 'privacyIncident').some(([subject]) => subject === 'privacyIncident'));
});

test('conditions read as sentences', () => {
  assert.equal(inWords("${legalOutcome == 'CHANGES_REQUESTED'}"), 'Legal review: changes are asked for');
  assert.equal(inWords("${pharmacyOutcome != 'APPROVED'}"), 'Review by pharmacy: anything but approved');
  assert.equal(inWords('${not privacyReviewNeeded}'), 'no privacy review is needed');
  assert.equal(inWords("${question == 'UNKNOWN'}"), 'it is asked: whether it is live');
});

test('several conditions read as a list, a deeper mixture with brackets', () => {
  assert.equal(
    inWords("${legalOutcome == 'APPROVED' && clinicalOutcome == 'APPROVED'}"),
    'Legal review: approved and Clinical review: approved');
  assert.equal(
    inWords("${legalOutcome == 'REJECTED' or clinicalOutcome == 'REJECTED'}"),
    'Legal review: rejected or Clinical review: rejected');
  assert.equal(
    inWords("${legalOutcome == 'APPROVED' && (privacyReviewNeeded || publishAt == null)}"),
    'Legal review: approved and (a privacy review is needed or no publication time is set)');
  assert.equal(inWords('${privacyReviewNeeded or not empty publishAt}'), 'a privacy review is needed or a publication time is set');
  assert.equal(inWords('${not (privacyReviewNeeded and publishAt == null)}'), 'not (a privacy review is needed and no publication time is set)');
});
