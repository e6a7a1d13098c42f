import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWords, read, write } from '../src/conditions.js';

const pickable = [
  "${legalOutcome == 'APPROVED'}",
  "${pharmacyOutcome != 'REJECTED'}",
  '${privacyReviewNeeded}',
  '${not privacyReviewNeeded}',
  '${publishAt != null}',
  '${publishAt == null}',
  '${privacyIncident}',
];

for (const expression of pickable) {
  test(`${expression} is written as it was read`, () => {
    assert.equal(write(read(expression)), expression);
    assert.notEqual(read(expression).subject, 'other');
  });
}

test('spaces make no difference', () => {
  assert.deepEqual(read("${ legalOutcome=='APPROVED' }"), { subject: 'outcome', stage: 'legal', answer: 'APPROVED' });
  assert.deepEqual(read('${ publishAt  !=  null }'), { subject: 'publicationTime', answer: 'yes' });
});

test('what has no list stays as it is', () => {
  assert.equal(write(read('${empty publishAt}')), '${empty publishAt}');
});

test('conditions read as sentences', () => {
  assert.equal(inWords("${legalOutcome == 'CHANGES_REQUESTED'}"), 'Legal review: changes are asked for');
  assert.equal(inWords("${pharmacyOutcome != 'APPROVED'}"), 'Review by pharmacy: anything but approved');
  assert.equal(inWords('${not privacyReviewNeeded}'), 'no privacy review is needed');
});

test('several conditions read as a list', () => {
  assert.equal(
    inWords("${legalOutcome == 'APPROVED' && clinicalOutcome == 'APPROVED'}"),
    'Legal review: approved and Clinical review: approved');
  assert.equal(
    inWords("${legalOutcome == 'REJECTED' or clinicalOutcome == 'REJECTED'}"),
    'Legal review: rejected or Clinical review: rejected');
});

test('what is more than a list is shown as it is written', () => {
  const mixed = "${legalOutcome == 'APPROVED' && (privacyReviewNeeded || publishAt == null)}";
  assert.equal(inWords(mixed), mixed);
});
