import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../src/differences.js';
import { approval } from './support.js';

const told = async (...replacements) =>
  differences(await approval(), await approval(...replacements)).map(
    (difference) => `${difference.kind} ${difference.title}${difference.sentences.map((sentence) => `; ${sentence}`).join('')}`);

test('a model does not differ from itself', async () => {
  assert.deepEqual(await told(), []);
});

test('how many people must approve is said in words', async () => {
  assert.deepEqual(await told(['name="approvals" value="1"', 'name="approvals" value="2"']), [
    'changed “Privacy review”; how many people must approve was “1”, and is “2” now',
  ]);
});

test('a condition is said in words', async () => {
  assert.deepEqual(await told(["${legalOutcome == 'APPROVED'}", "${legalOutcome != 'REJECTED'}"]), [
    'changed the way from “Legal decision?” to “Clinical review” (“approved”); when the flow goes this way was '
      + '“if Legal review: approved”, and is “if Legal review: anything but rejected” now',
  ]);
});

test('a condition that was taken away is said', async () => {
  assert.deepEqual(
    await told([`<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${legalOutcome == 'APPROVED'}</bpmn:conditionExpression>`, '']),
    ['changed the way from “Legal decision?” to “Clinical review” (“approved”); when the flow goes this way is not said any more; '
      + 'it was “if Legal review: approved”']);
});

test('a way that leads elsewhere is said', async () => {
  assert.deepEqual(await told(['sourceRef="legalDecision" targetRef="clinicalReview"', 'sourceRef="legalDecision" targetRef="reviewed"']), [
    'changed the way from “Legal decision?” to “Approved” (“approved”); where it leads was “Clinical review”, and is “Approved” now',
  ]);
});

test('what was added and removed is said, steps before ways', async () => {
  const found = await told(
    ['<bpmn:sequenceFlow id="verified" sourceRef="verifyLive" targetRef="published" />',
      '<bpmn:serviceTask id="tell" name="Tell the clinic" camunda:delegateExpression="${notify}" />'
      + '<bpmn:sequenceFlow id="toTell" sourceRef="verifyLive" targetRef="tell" />'],
  );

  assert.deepEqual(found, [
    'added “Tell the clinic” (Notify a group)',
    'removed the way from “Compare what is live” to “Published”',
    'added the way from “Compare what is live” to “Tell the clinic”',
  ]);
});

test('a step of another kind is said', async () => {
  const [first] = await told(
    ['<bpmn:exclusiveGateway id="publishLater" name="Publish later?" default="publishAtOnce">', '<bpmn:parallelGateway id="publishLater" name="Publish later?">'],
    ['<bpmn:outgoing>waitForTime</bpmn:outgoing>\n      </bpmn:exclusiveGateway>', '<bpmn:outgoing>waitForTime</bpmn:outgoing>\n      </bpmn:parallelGateway>'],
  );
  assert.match(first, /^changed “Publish later\?”; it was “Choice”, and is “Side by side from here” now/);
});

test('an attribute without words of its own is said as models write it', async () => {
  assert.deepEqual(await told(['camunda:asyncBefore="true" camunda:delegateExpression="${publish}"', 'camunda:delegateExpression="${publish}"']), [
    'changed “Publish on every channel”; "asyncBefore" was “true”, and is “false” now',
  ]);
});

test('a place on the picture is no difference', async () => {
  assert.deepEqual(await told(['<dc:Bounds x="', '<dc:Bounds x="1']), []);
});

test('the building block that a tool remembers is no difference', async () => {
  assert.deepEqual(await told(['<bpmn:userTask id="legalReview"', '<bpmn:userTask camunda:modelerTemplate="imprimatur.legal-review" id="legalReview"']), []);
});
