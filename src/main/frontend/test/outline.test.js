import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allFlowNodes, processes } from '../src/model.js';
import { entriesOf, outline } from '../src/outline.js';
import { approval, definitions, text } from './support.js';

const of = (model) => outline(processes(model)[0]);
const ids = (entries) => entries.map((entry) => entry.id);

test('steps stand in the order in which a post comes to them', async () => {
  const entries = of(await approval());

  assert.deepEqual(ids(entries.slice(0, 5)), ['begun', 'draft', 'review', 'publish', 'verifyLive']);
  const review = entries.find((entry) => entry.id === 'review');
  const order = ids(review.steps);
  const sorted = ['handedIn', 'screen', 'privacyNeeded', 'privacyReview', 'legalReview', 'legalDecision', 'clinicalReview', 'furtherReview', 'reviewed'];
  assert.deepEqual(order.filter((id) => sorted.includes(id)), sorted);
});

for (const file of ['content-approval', 'withdrawal', 'publication-question']) {
  test(`every step of ${file} is in the outline once`, async () => {
    const model = await definitions(text(`processes/${file}.bpmn`));

    const listed = ids(entriesOf(of(model)));

    assert.deepEqual([...listed].sort(), allFlowNodes(processes(model)[0]).map((node) => node.id).sort());
  });
}

test('each way says when it is taken', async () => {
  const entries = entriesOf(of(await approval()));

  const decision = entries.find((entry) => entry.id === 'legalDecision');
  assert.deepEqual(decision.next.map((way) => `${way.when}: ${way.name}`), [
    'if Legal review: approved: Clinical review',
    'if Legal review: changes are asked for: Back to the author',
    'if Legal review: rejected: Not to be published',
  ]);
  assert.equal(entries.find((entry) => entry.id === 'privacyNeeded').next[0].when, 'otherwise');
});

test('a review says who, how many and how', async () => {
  const entries = entriesOf(of(await approval(['name="approvals" value="1"', 'name="approvals" value="2"'])));

  assert.equal(entries.find((entry) => entry.id === 'privacyReview').words, 'Privacy review, 2 approvals needed, decided by answering the mail too');
});

test('what happens at a step belongs to it', async () => {
  const review = of(await approval()).find((entry) => entry.id === 'review');

  assert.deepEqual(review.events.map((event) => event.words), [
    'If the author hands in a new revision',
    'If this happens: Patient data found',
    'If this happens: Changes asked',
    'If this happens: Rejected',
  ]);
});

test('gateways without a name are told from each other', async () => {
  const names = entriesOf(of(await definitions(text('processes/withdrawal.bpmn')))).map(({ name }) => name);

  assert.ok(names.includes('Side by side from here (after ‘Withdrawal ordered’)'));
  assert.ok(names.includes('Waits for all that run side by side (before ‘Withdrawn’)'));
  assert.equal(new Set(names).size, names.length);
});

test('a choice whose ways do not all say when is not finished', async () => {
  const model = await approval([`<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${legalOutcome == 'REJECTED'}</bpmn:conditionExpression>`, '']);
  const decision = entriesOf(of(model)).find((entry) => entry.id === 'legalDecision');

  assert.deepEqual(decision.next.map((way) => way.when), ['if Legal review: approved', 'if Legal review: changes are asked for', 'not said when']);
});

test('no word of code is left', async () => {
  const words = JSON.stringify(of(await approval()));

  assert.doesNotMatch(words, /\$\{|Outcome|deadlines/);
});

test('a step that no way leads to is listed too', async () => {
  const entries = of(await approval(['<bpmn:sequenceFlow id="sent" sourceRef="publish" targetRef="verifyLive" />', '']));

  assert.ok(ids(entries).includes('verifyLive'));
});
