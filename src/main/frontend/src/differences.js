// What differs between two flows, in words. Nothing that changes what the flow does goes unsaid; what has no words of its own is
// named as models write it.
import { inWords } from './conditions.js';
import * as model from './model.js';
import { called, describe, wayInWords } from './outline.js';
import { BLOCK_WORDS, errorInWords, timeInWords } from './words.js';

const { is } = model;

/** Traces of the tool that drew the model, and what flows say already. */
const SILENT = new Set(['id', 'di', 'incoming', 'outgoing', 'flowNodeRef', 'modelerTemplate', 'modelerTemplateVersion', 'lanes', 'laneSets']);

const local = (name) => name.split(':').pop();

const reference = (value) => value?.errorCode ?? value?.name ?? value?.id ?? String(value);

const childName = (child) => child.name ?? local(child.$type);

/** Everything that a business object says, as path -> text. Flow elements within it speak for themselves. */
const said = (element, path = '', found = new Map()) => {
  for (const descriptor of element.$descriptor.properties) {
    const name = local(descriptor.name);
    const value = element.get(descriptor.name);
    if (SILENT.has(name) || name === 'flowElements' || value === undefined || value === null) {
      continue;
    }
    const here = path ? `${path}.${name}` : name;
    for (const one of descriptor.isMany ? value : [value]) {
      if (one?.$type && !descriptor.isReference) {
        said(one, descriptor.isMany ? `${here}.${childName(one)}` : here, found);
        found.set(`${descriptor.isMany ? `${here}.${childName(one)}` : here}.kind`, local(one.$type));
      } else {
        const text = descriptor.isReference ? reference(one) : String(one);
        found.set(here, found.has(here) && descriptor.isMany ? `${found.get(here)}, ${text}` : text);
      }
    }
  }
  for (const [name, value] of Object.entries(element.$attrs ?? {})) {
    if (!/^(xmlns|xsi:)/.test(name) && !SILENT.has(local(name))) {
      found.set(path ? `${path}.${local(name)}` : local(name), String(value));
    }
  }
  return found;
};

const yes = (value) => (value === 'true' ? 'yes' : 'no');
const MAIL = { none: 'mail only tells that a post waits', link: 'a link in the mail leads to a page', reply: 'answering the mail decides too' };
const blockWords = (value) => BLOCK_WORDS.get(/\w+/.exec(value)?.[0]) ?? value;

/** Paths that have words: a pattern, what it is called, and how its value reads. The first that fits counts. */
const WORDS = [
  [/^name$/, 'the name'],
  [/^documentation\..*text$/, 'the explanation'],
  [/property\.?stage|values\.stage\.value$/, 'who reviews'],
  [/values\.approvals\.value$/, 'how many people must approve'],
  [/values\.emailDecision\.value$/, 'deciding by mail', (value) => MAIL[value] ?? value],
  [/values\.group\.value$/, 'the group that is told'],
  [/values\.until\.value$/, 'until when it waits', timeInWords],
  [/values\.question\.value$/, 'the question'],
  [/^formRef$/, 'the form'],
  [/^candidateGroups$/, 'the groups that may take it'],
  [/^dueDate$/, 'when it is due', timeInWords],
  [/^priority$/, 'its priority'],
  [/^(eventDefinitions\.\w+\.)?delegateExpression$/, 'what it does', blockWords],
  [/^conditionExpression\.body$/, 'when the flow goes this way', (value) => `if ${inWords(value)}`],
  [/^sourceRef$/, 'where it comes from'],
  [/^targetRef$/, 'where it leads'],
  [/^attachedToRef$/, 'the step that it belongs to'],
  [/^cancelActivity$/, 'whether it ends the step', yes],
  [/^default$/, 'the way taken otherwise'],
  [/time(Duration|Date|Cycle)\.body$/, 'the time', timeInWords],
  [/errorRef$/, 'what happened', errorInWords],
  [/messageRef$/, 'the message'],
  [/^loopCharacteristics\.completionCondition\.body$/, 'when the others need not answer any more', (value) => `if ${inWords(value)}`],
  [/^loopCharacteristics\.collection$/, 'for whom it is repeated',
    (value) => (value === '${stages.of(furtherStages)}' ? 'each group that the policy adds' : value)],
  [/^historyTimeToLive$/, 'how long the history is kept'],
];

/** What only says of what kind something is; the value beside it tells. */
const KIND = /\.kind$/;

const wordsFor = (path, value, names) => {
  const [, called_, reads] = WORDS.find(([pattern]) => pattern.test(path)) ?? [path, `"${path}"`];
  const text = names.get(value) ?? value;
  return [called_, value === undefined ? undefined : reads ? reads(text) : text];
};

const quote = (text) => (text === undefined ? 'nothing' : `“${text}”`);

const propertyChanges = (before, after, beforeNames, afterNames) => {
  const was = said(before);
  const now = said(after);
  const paths = [...new Set([...was.keys(), ...now.keys()])].filter((path) => was.get(path) !== now.get(path));
  const told = paths.filter((path) => !KIND.test(path) || !paths.some((other) => other !== path && other.startsWith(path.replace(KIND, '.'))));
  return told.map((path) => {
    const [what, old] = wordsFor(path, was.get(path), beforeNames);
    const [, fresh] = wordsFor(path, now.get(path), afterNames);
    if (old === undefined) {
      return `${what} is now ${quote(fresh)}; it was not said before`;
    }
    return fresh === undefined ? `${what} is not said any more; it was ${quote(old)}` : `${what} was ${quote(old)}, and is ${quote(fresh)} now`;
  });
};

/** How an element is called in a sentence. */
const titleOf = (element) => {
  if (is(element, 'SequenceFlow')) {
    return element.sourceRef && element.targetRef ? wayInWords(element) : 'a way';
  }
  if (is(element, 'FlowNode')) {
    const host = element.attachedToRef;
    return `“${called(element)}”${host ? ` at “${called(host)}”` : ''}`;
  }
  return `“${element.name ?? element.id}”`;
};

const addedWords = (element) => {
  if (is(element, 'SequenceFlow')) {
    const condition = element.conditionExpression?.body;
    return titleOf(element) + (condition ? `, taken if ${inWords(condition)}` : '');
  }
  const kind = is(element, 'FlowNode') ? describe(element) : local(element.$type);
  return element.name && kind !== element.name ? `${titleOf(element)} (${kind})` : titleOf(element);
};

const collected = (definitions) => {
  const all = new Map();
  const visit = (element) => {
    if (element.id) {
      all.set(element.id, element);
    }
    for (const children of [element.flowElements, element.artifacts]) {
      children?.forEach(visit);
    }
  };
  definitions.rootElements?.forEach(visit);
  return all;
};

const namesOf = (elements) =>
  new Map([...elements].map(([id, element]) => [id, is(element, 'SequenceFlow') ? flowNameOrId(element) : called_(element)]));

const flowNameOrId = (flow) => (flow.sourceRef && flow.targetRef ? wayInWords(flow) : flow.id);
const called_ = (element) => (is(element, 'FlowNode') ? called(element) : element.name ?? element.id);

const ORDER = ['removed', 'added', 'changed'];

/**
 * What differs between two models: [{ kind: 'added' | 'removed' | 'changed', element: id, title, sentences }], steps before ways.
 * A place on the picture alone is no difference.
 *
 * @param before definitions read by bpmn-moddle
 * @param after the same
 */
export const differences = (before, after) => {
  const [was, now] = [collected(before), collected(after)];
  const [wasNames, nowNames] = [namesOf(was), namesOf(now)];
  const found = [];
  for (const [id, element] of was) {
    if (!now.has(id)) {
      found.push({ kind: 'removed', element: id, title: addedWords(element), sentences: [], way: is(element, 'SequenceFlow') });
    } else {
      const same = now.get(id);
      const sentences = element.$type === same.$type
        ? propertyChanges(element, same, wasNames, nowNames)
        : [`it was “${describe(element)}”, and is “${describe(same)}” now`, ...propertyChanges(element, same, wasNames, nowNames)];
      if (element.$parent?.id !== same.$parent?.id && is(element, 'FlowElement')) {
        sentences.push(`it was in “${called_(element.$parent)}”, and is in “${called_(same.$parent)}” now`);
      }
      if (sentences.length) {
        found.push({ kind: 'changed', element: id, title: titleOf(same), sentences, way: is(same, 'SequenceFlow') });
      }
    }
  }
  for (const [id, element] of now) {
    if (!was.has(id)) {
      found.push({ kind: 'added', element: id, title: addedWords(element), sentences: [], way: is(element, 'SequenceFlow') });
    }
  }
  return found.sort((one, other) => one.way - other.way || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
};
