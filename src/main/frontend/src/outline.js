// A flow as a list of sentences: each step, and what follows when. It says everything that the diagram says.
import { inWords } from './conditions.js';
import * as model from './model.js';
import { BLOCK_WORDS, counted, errorInWords, stageInWords, timeInWords } from './words.js';

const { is } = model;

const MAIL = { link: 'decided on a page, by a link in the mail too', reply: 'decided by answering the mail too' };

const reviewWords = (task, stage) => {
  const approvals = Number(model.property(task, 'approvals') ?? 1);
  const mail = MAIL[model.property(task, 'emailDecision')];
  return [stageInWords(stage), `${counted(approvals, 'approval')} needed`, mail].filter(Boolean).join(', ');
};

const splits = (node) => node.outgoing?.length > 1;
const joins = (node) => node.incoming?.length > 1;

const GATEWAYS = [
  ['ParallelGateway', (node) => (splits(node) ? 'Side by side from here' : joins(node) ? 'Waits for all that run side by side' : 'Side by side')],
  ['ExclusiveGateway', (node) => (joins(node) && !splits(node) ? 'Ways come together' : 'Choice')],
  ['EventBasedGateway', () => 'Waits for whichever comes first'],
];

const timerOf = (node) => model.eventDefinition(node, 'TimerEventDefinition');

const EVENTS = [
  ['ErrorEventDefinition', (error, node) =>
    (is(node, 'BoundaryEvent') ? 'If this happens' : 'Ends with') + `: ${errorInWords(error.errorRef?.errorCode ?? '')}`],
  ['TimerEventDefinition', (timer, node) => (is(node, 'BoundaryEvent') ? 'After ' : 'Waits until ') + timeInWords(model.time(timer))],
  ['MessageEventDefinition', (message, node) =>
    BLOCK_WORDS.get(model.block(node)) ?? (message.messageRef?.name === 'revised' ? 'If the author hands in a new revision' : 'On a message')],
  ['TerminateEventDefinition', () => 'Ends everything'],
];

const eventWords = (node) => {
  for (const [type, words] of EVENTS) {
    const definition = model.eventDefinition(node, type);
    if (definition) {
      return words(definition, node);
    }
  }
  return is(node, 'StartEvent') ? 'Begin' : is(node, 'EndEvent') ? 'End' : 'Event';
};

const serviceWords = (task) => {
  const words = BLOCK_WORDS.get(model.block(task)) ?? 'Step';
  const until = model.property(task, 'until');
  const group = model.property(task, 'group');
  return words + (until ? ` ${timeInWords(until)}` : '') + (group ? `: ${group}` : '');
};

/** What kind of step it is, and how it is set, in words. */
export const describe = (node) => {
  const stage = model.property(node, 'stage');
  if (stage) {
    return reviewWords(node, stage);
  }
  const gateway = GATEWAYS.find(([type]) => is(node, type));
  if (gateway) {
    return gateway[1](node);
  }
  if (is(node, 'SubProcess')) {
    return 'Part of the flow';
  }
  if (is(node, 'UserTask')) {
    return model.property(node, 'question') ? 'Somebody answers a question' : "The author's task";
  }
  return is(node, 'Event') ? eventWords(node) : serviceWords(node);
};

const nameOf = (node) => node?.name?.replace(/\s+/g, ' ').trim();

/** A gateway without a name is told by the steps around it: there may be several of its kind. */
const besideWhat = (node) => {
  const named = (ways, end) => ways?.map((way) => nameOf(way[end])).find(Boolean);
  const [before, after] = [named(node.incoming, 'sourceRef'), named(node.outgoing, 'targetRef')];
  if (after && !(splits(node) && before)) {
    return ` (before ‘${after}’)`;
  }
  return before ? ` (after ‘${before}’)` : '';
};

/** How a step is called, by its own name or by what it is. */
export const called = (node) => nameOf(node) || describe(node) + (is(node, 'Gateway') ? besideWhat(node) : '');

/** When a flow is taken; empty if always. A choice whose ways do not say when is not finished. */
export const when = (flow) => {
  if (flow.conditionExpression) {
    return `if ${inWords(flow.conditionExpression.body ?? '')}`;
  }
  if (flow.sourceRef?.default === flow) {
    return 'otherwise';
  }
  return is(flow.sourceRef, 'ExclusiveGateway') && flow.sourceRef.outgoing.length > 1 ? 'not said when' : '';
};

/** How a way is called in a sentence. */
export const wayInWords = (flow) =>
  `the way from “${called(flow.sourceRef)}” to “${called(flow.targetRef)}”${flow.name ? ` (“${flow.name}”)` : ''}`;

const followers = (node) => (node.outgoing ?? []).map((flow) => ({
  flow: flow.id,
  when: when(flow),
  to: flow.targetRef?.id,
  name: flow.targetRef ? called(flow.targetRef) : 'nothing',
}));

/** Steps in the order in which a post comes to them; what no way leads to stands last. */
const inOrder = (scope) => {
  const nodes = model.flowNodes(scope).filter((node) => !is(node, 'BoundaryEvent'));
  const seen = new Set();
  const order = [];
  const visit = (node) => {
    if (!node || seen.has(node) || is(node, 'BoundaryEvent')) {
      return;
    }
    seen.add(node);
    const ways = [...model.boundaryEvents(node).reverse(), node].flatMap((from) => [...(from.outgoing ?? [])].reverse());
    ways.forEach((flow) => visit(flow.targetRef));
    order.unshift(node);
  };
  const starts = nodes.filter((node) => is(node, 'StartEvent'));
  const strays = nodes.filter((node) => !node.incoming?.length && !starts.includes(node));
  [...strays, ...starts].forEach(visit);
  const reachable = new Set(order);
  return [...order, ...nodes.filter((node) => !reachable.has(node))];
};

const entry = (node) => ({
  id: node.id,
  name: called(node),
  words: describe(node),
  goesOn: !is(node, 'EndEvent'),
  next: followers(node),
  events: model.boundaryEvents(node).map((event) => ({
    id: event.id,
    name: called(event),
    words: describe(event) + (event.cancelActivity === false ? '; the step goes on' : ''),
    goesOn: true,
    next: followers(event),
  })),
  steps: is(node, 'SubProcess') ? inOrder(node).map(entry) : [],
});

/**
 * The outline of a process: entries { id, name, words, goesOn: whether a way can lead on from it,
 * next: [{ flow, when, to, name }], events: [the same], steps: [the same] }.
 * @param process its business object
 */
export const outline = (process) => inOrder(process).map(entry);

/** Every entry by its element's id, events and steps of parts too. */
export const entriesOf = (entries) =>
  entries.flatMap((one) => [one, ...one.events, ...entriesOf(one.steps)]);
