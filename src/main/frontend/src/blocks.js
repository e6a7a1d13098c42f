// The building blocks that the editor offers, and what each is in a model. Their attributes come from the element templates that
// Camunda Modeler uses too, so that the two cannot differ.
import { block, is, property } from './model.js';

/**
 * A block: id; name and words for lists; type in BPMN; template that fills it; repeated: once for each group that the policy
 * adds; event: the kind of event definition, with error for an error's code and runs for a building block.
 */
export const BLOCKS = [
  {
    group: 'Reviews',
    blocks: [
      { id: 'legal-review', name: 'Legal review', words: 'A lawyer decides.', type: 'bpmn:UserTask', template: 'imprimatur.legal-review' },
      { id: 'clinical-review', name: 'Clinical review', words: 'A clinician decides.', type: 'bpmn:UserTask', template: 'imprimatur.clinical-review' },
      { id: 'privacy-review', name: 'Privacy review', words: 'Compliance answers what screening found, and decides.', type: 'bpmn:UserTask', template: 'imprimatur.privacy-review' },
      { id: 'further-review', name: 'Review by a group', words: 'Any group that you choose decides.', type: 'bpmn:UserTask', template: 'imprimatur.further-review' },
      { id: 'policy-reviews', name: 'Reviews that the policy adds', words: 'Each group that the release policy names for this kind of post decides.', type: 'bpmn:UserTask', template: 'imprimatur.policy-reviews', repeated: true },
    ],
  },
  {
    group: 'Steps',
    blocks: [
      { id: 'screening', name: 'Screening', words: 'Looks for patient data.', type: 'bpmn:ServiceTask', template: 'imprimatur.screening' },
      { id: 'publish', name: 'Publish', words: 'Sends the post to each channel once.', type: 'bpmn:ServiceTask', template: 'imprimatur.publish' },
      { id: 'verify-live', name: 'Verify live', words: 'Compares what is live with what was approved.', type: 'bpmn:ServiceTask', template: 'imprimatur.verify-live' },
      { id: 'notify', name: 'Notify a group', words: 'Tells a group by mail how far a post has come.', type: 'bpmn:ServiceTask', template: 'imprimatur.notify' },
      { id: 'wait-until', name: 'Wait until', words: 'Waits for the publication time, or for a fixed time.', type: 'bpmn:ServiceTask', template: 'imprimatur.wait-until' },
      { id: 'withdraw', name: 'Withdraw', words: 'Takes a post down everywhere.', type: 'bpmn:ServiceTask', template: 'imprimatur.withdraw', only: 'withdrawal' },
    ],
  },
  {
    group: 'Ways',
    blocks: [
      { id: 'choice', name: 'Choice', words: 'The flow goes one of several ways.', type: 'bpmn:ExclusiveGateway' },
      { id: 'side-by-side', name: 'Side by side', words: 'The flow goes all ways at once, or waits for all of them.', type: 'bpmn:ParallelGateway' },
    ],
  },
  {
    group: 'Ends',
    blocks: [
      { id: 'end', name: 'End', words: 'This way ends here.', type: 'bpmn:EndEvent', last: true },
      { id: 'back-to-author', name: 'Back to the author', words: 'Ends the review, because changes are asked for.', type: 'bpmn:EndEvent', event: 'bpmn:ErrorEventDefinition', error: 'changesRequested', last: true },
      { id: 'not-to-be-published', name: 'Not to be published', words: 'Ends the review, because the post is rejected.', type: 'bpmn:EndEvent', event: 'bpmn:ErrorEventDefinition', error: 'rejected', last: true },
    ],
  },
];

/** The blocks of a flow, in their groups; some are for one flow only. */
export const blocksFor = (key) =>
  BLOCKS.map(({ group, blocks }) => ({ group, blocks: blocks.filter((one) => (one.only ?? key) === key) }));

export const blockById = (id) => BLOCKS.flatMap(({ blocks }) => blocks).find((one) => one.id === id);

/**
 * What a template writes into a model: attributes by name, extension properties by name, each with its first value.
 * @param {object} template an element template for Camunda 7
 */
export const writes = (template) => {
  const valued = template.properties.filter((one) => one.value !== undefined || one.choices?.length);
  const of = (type) => Object.fromEntries(valued
    .filter((one) => one.binding.type === type)
    .map((one) => [one.binding.name, one.value ?? one.choices[0].value]));
  return { attributes: of('property'), properties: of('camunda:property') };
};

const REVIEWS = new Map([
  ['legal', 'imprimatur.legal-review'],
  ['clinical', 'imprimatur.clinical-review'],
  ['privacy', 'imprimatur.privacy-review'],
  ['further', 'imprimatur.policy-reviews'],
]);

const STEPS = new Map([
  ['screenRevision', 'imprimatur.screening'],
  ['publish', 'imprimatur.publish'],
  ['verifyLive', 'imprimatur.verify-live'],
  ['notify', 'imprimatur.notify'],
  ['waitUntil', 'imprimatur.wait-until'],
  ['takeDown', 'imprimatur.withdraw'],
]);

/** The id of the template that an element came from, or could have; undefined if it is none of ours. */
export const templateOf = (element) => {
  if (is(element, 'UserTask')) {
    const stage = property(element, 'stage');
    return stage && (REVIEWS.get(stage) ?? 'imprimatur.further-review');
  }
  return is(element, 'ServiceTask') ? STEPS.get(block(element)) : undefined;
};

/** They have blocks of their own, so they stand last. */
const HOUSE_GROUPS = new Set(['legal', 'clinical', 'compliance']);

/** The templates as the editor offers them: groups are picked from a list instead of typed. */
export const withGroups = (templates, known) => {
  const groups = [...known.filter((group) => !HOUSE_GROUPS.has(group)), ...known.filter((group) => HOUSE_GROUPS.has(group))];
  return templates.map((template) => ({
    ...template,
    properties: template.properties.map((one) => {
      if (one.binding.type !== 'camunda:property' || one.type !== 'String') {
        return one;
      }
      const { constraints, description, ...rest } = one;
      return {
        ...rest,
        type: 'Dropdown',
        value: groups[0],
        choices: groups.map((group) => ({ name: group, value: group })),
        constraints: { notEmpty: constraints.notEmpty },
      };
    }),
  }));
};
