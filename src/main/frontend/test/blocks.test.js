import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { BLOCKS, blockById, blocksFor, templateOf, withGroups, writes } from '../src/blocks.js';
import { Elements } from '../src/bpmn/elements.js';
import { allFlowNodes, block, eventDefinition, processes, property } from '../src/model.js';
import { approval, text } from './support.js';

const templates = ['reviews', 'steps', 'conditions'].flatMap((name) => JSON.parse(text(`processes/templates/${name}.json`)));
const moddle = new BpmnModdle({ camunda });
const blocks = BLOCKS.flatMap((group) => group.blocks);
const elements = (definitions = moddle.create('bpmn:Definitions', { rootElements: [] })) =>
  new Elements(moddle, () => definitions, () => withGroups(templates, ['legal', 'pharmacy']));

for (const one of blocks.filter(({ template }) => template)) {
  test(`${one.name} holds all that its template writes`, () => {
    const element = elements().of(one);
    const { attributes, properties } = writes(withGroups(templates, ['legal', 'pharmacy']).find(({ id }) => id === one.template));

    Object.entries(attributes).forEach(([name, value]) => assert.equal(String(element.get(name)), String(value), name));
    Object.entries(properties).forEach(([name, value]) => assert.equal(property(element, name), value, name));
    assert.equal(element.get('camunda:modelerTemplate'), one.template);
  });

  test(`${one.name} is known again as what it was made from`, () => {
    assert.equal(templateOf(elements().of(one)), one.template);
  });
}

test('every review of the standard flow is known as a building block', async () => {
  const tasks = allFlowNodes(processes(await approval())[0]);
  const known = Object.fromEntries(tasks.map((task) => [task.id, templateOf(task)]).filter(([, template]) => template));

  assert.deepEqual(known, {
    screen: 'imprimatur.screening',
    privacyReview: 'imprimatur.privacy-review',
    legalReview: 'imprimatur.legal-review',
    clinicalReview: 'imprimatur.clinical-review',
    furtherReview: 'imprimatur.policy-reviews',
    publish: 'imprimatur.publish',
    verifyLive: 'imprimatur.verify-live',
  });
});

test('the reviews that the policy adds run for each of its groups, and end when one does not approve', () => {
  const { loopCharacteristics } = elements().of(blockById('policy-reviews'));

  assert.equal(loopCharacteristics.get('camunda:collection'), '${stages.of(furtherStages)}');
  assert.equal(loopCharacteristics.completionCondition.body, "${furtherOutcome != 'APPROVED'}");
});

test('an end with an error takes the error that the model has, and makes it only once', () => {
  const definitions = moddle.create('bpmn:Definitions', { rootElements: [] });
  const [one, other] = [0, 1].map(() => elements(definitions).of(blockById('back-to-author')));

  const error = eventDefinition(one, 'ErrorEventDefinition').errorRef;
  assert.equal(error.errorCode, 'changesRequested');
  assert.equal(eventDefinition(other, 'ErrorEventDefinition').errorRef, error);
  assert.deepEqual(definitions.rootElements, [error]);
});

test('a group is picked from a list, those without a block of their own first', () => {
  const stage = withGroups(templates, ['clinical', 'legal', 'pharmacy']).find(({ id }) => id === 'imprimatur.further-review')
    .properties.find(({ binding }) => binding.name === 'stage');

  assert.equal(stage.type, 'Dropdown');
  assert.deepEqual(stage.choices.map(({ value }) => value), ['pharmacy', 'clinical', 'legal']);
});

test('only the flow of withdrawals takes posts down', () => {
  const ids = (key) => blocksFor(key).flatMap((group) => group.blocks.map(({ id }) => id));

  assert.ok(ids('withdrawal').includes('withdraw'));
  assert.ok(!ids('content-approval').includes('withdraw'));
});

test('what a block runs is one of the words that are known', () => {
  assert.equal(block(elements().of(blockById('wait-until'))), 'waitUntil');
});
