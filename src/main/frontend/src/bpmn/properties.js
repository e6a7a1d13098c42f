// What can be set about a step: names, explanations, what the building blocks' templates offer, and lists for conditions, events
// and times. The libraries' groups for expressions and code are left out.
import { SelectEntry } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import { inWords, read, SUBJECTS, write } from '../conditions.js';
import * as model from '../model.js';
import { capital, ERRORS, OUTCOMES, stageInWords, timeInWords } from '../words.js';

const { is } = model;

/** Entries of the libraries' groups that stay. */
const STOCK = { general: ['name'], documentation: ['documentation', 'processDocumentation'] };

const select = (id, label, options, get, set, description) => ({
  id,
  component: ({ element }) => h(SelectEntry, {
    element,
    id,
    label,
    description,
    getOptions: () => options(element).map(([value, words]) => ({ value, label: words })),
    getValue: () => get(element),
    setValue: (value) => set(element, value),
  }),
  isEdited: (node) => Boolean(node?.value),
});

const processOf = (element) => (is(element, 'Process') || !element.$parent ? element : processOf(element.$parent));

export class Properties {
  static $inject = ['propertiesPanel', 'modeling', 'bpmnReplace', 'elements', 'selection', 'commandStack'];

  constructor(propertiesPanel, modeling, bpmnReplace, elements, selection, commandStack) {
    Object.assign(this, { modeling, bpmnReplace, elements, selection, commandStack });
    propertiesPanel.registerProvider(100, this);
  }

  getGroups(element) {
    return (groups) => [...this.#ownGroups(element), ...groups.map(kept).filter(Boolean)];
  }

  #ownGroups(shape) {
    const element = shape.businessObject;
    const group = (id, label, entries) => ({ id, label, shouldOpen: true, entries: entries.filter(Boolean) });
    const groups = [];
    if (is(element, 'SequenceFlow') && is(element.sourceRef, 'ExclusiveGateway')) {
      groups.push(group('im-way', 'When does the flow go this way?', this.#wayEntries(element)));
    }
    if (is(element, 'EndEvent')) {
      groups.push(group('im-end', 'What happens at this end?', [this.#endEntry()]));
    }
    if (is(element, 'BoundaryEvent') && model.eventDefinition(element, 'ErrorEventDefinition')) {
      groups.push(group('im-error', 'What happened?', [this.#errorEntry()]));
    }
    if (model.eventDefinition(element, 'TimerEventDefinition')) {
      groups.push(group('im-time', 'When?', [this.#timeEntry(element), is(element, 'BoundaryEvent') && this.#endsStepEntry()]));
    }
    return groups;
  }

  #wayEntries(flow) {
    const condition = this.#conditionOf(flow);
    const stages = model.stages(processOf(flow)).concat(condition.stage ? [condition.stage] : []);
    const subjects = [
      ['', 'Choose'],
      ...[...new Set(stages)].map((stage) => [`stage:${stage}`, `What did they decide: ${stageInWords(stage)}`]),
      ...SUBJECTS,
      ['otherwise', 'Otherwise: when no other way is taken'],
      ...(condition.subject === 'other' ? [['other', `As it is: ${inWords(condition.text)}`]] : []),
    ];
    const answers = condition.subject === 'outcome'
      ? OUTCOMES.flatMap(([value, words]) => [[value, capital(words)], [`!${value}`, `Anything but ${words}`]])
        .sort(([one], [other]) => one.startsWith('!') - other.startsWith('!'))
      : [['yes', 'Yes'], ['no', 'No']];
    const subjectOf = () => {
      const now = this.#conditionOf(flow);
      return now.subject === 'outcome' ? `stage:${now.stage}` : now.subject;
    };
    return [
      select('im-way-subject', 'What is asked', () => subjects, subjectOf, (shape, value) => this.#ask(shape, value)),
      ['outcome', ...SUBJECTS.map(([subject]) => subject)].includes(condition.subject)
        && select('im-way-answer', 'The answer', () => answers, () => this.#conditionOf(flow).answer,
          (shape, answer) => this.#setCondition(shape, write({ ...this.#conditionOf(flow), answer }))),
    ];
  }

  #conditionOf(flow) {
    if (flow.conditionExpression) {
      return read(flow.conditionExpression.body ?? '');
    }
    return { subject: flow.sourceRef?.default === flow ? 'otherwise' : '' };
  }

  #ask(shape, value) {
    const flow = shape.businessObject;
    const gateway = shape.source;
    if (value === 'other') {
      return;
    }
    this.#together(() => {
      if (value === 'otherwise') {
        this.modeling.updateProperties(shape, { conditionExpression: undefined });
        this.modeling.updateProperties(gateway, { default: flow });
        return;
      }
      if (flow.sourceRef.default === flow) {
        this.modeling.updateProperties(gateway, { default: undefined });
      }
      const condition = value.startsWith('stage:')
        ? { subject: 'outcome', stage: value.slice('stage:'.length), answer: 'APPROVED' }
        : { subject: value, answer: 'yes' };
      this.#setCondition(shape, value ? write(condition) : undefined);
    });
  }

  #setCondition(shape, expression) {
    const conditionExpression = expression && this.elements.condition(expression);
    if (conditionExpression) {
      conditionExpression.$parent = shape.businessObject;
    }
    this.modeling.updateProperties(shape, { conditionExpression });
  }

  #endEntry() {
    const options = [
      ['', 'This way ends'],
      ...ERRORS.slice(0, 2).map(([code, words]) => [`error:${code}`, `The review ends: ${words.toLowerCase()}`]),
      ['runs:remind', 'A reminder is sent'],
      ['runs:escalate', 'The managers are told'],
    ];
    const get = ({ businessObject }) => {
      const error = model.eventDefinition(businessObject, 'ErrorEventDefinition');
      const runs = model.block(businessObject);
      return error ? `error:${error.errorRef?.errorCode ?? ''}` : runs ? `runs:${runs}` : '';
    };
    return select('im-end-kind', 'What happens', () => options, get, (shape, value) => this.#setEnd(shape, value));
  }

  #setEnd(shape, value) {
    const [kind, name] = value.split(':');
    const type = { error: 'bpmn:ErrorEventDefinition', runs: 'bpmn:MessageEventDefinition' }[kind];
    let fresh;
    this.#together(() => {
      fresh = this.bpmnReplace.replaceElement(shape, { type: 'bpmn:EndEvent', eventDefinitionType: type });
      const definition = fresh.businessObject.eventDefinitions?.[0];
      if (definition) {
        this.modeling.updateModdleProperties(fresh, definition,
          kind === 'error' ? { errorRef: this.elements.error(name) } : { 'camunda:delegateExpression': '${' + name + '}' });
      }
    });
    this.selection.select(fresh);
  }

  #errorEntry() {
    const definition = (shape) => model.eventDefinition(shape.businessObject, 'ErrorEventDefinition');
    return select('im-error-code', 'What happened', () => ERRORS, (shape) => definition(shape).errorRef?.errorCode ?? '',
      (shape, code) => this.modeling.updateModdleProperties(shape, definition(shape), { errorRef: this.elements.error(code) }));
  }

  #timeEntry(element) {
    const definition = (shape) => model.eventDefinition(shape.businessObject, 'TimerEventDefinition');
    const now = model.time(definition({ businessObject: element }));
    const times = ['${deadlines.reminder()}', '${deadlines.escalation()}', ...(is(element, 'BoundaryEvent') ? [] : ['${publishAt}']),
      'PT1H', 'PT4H', 'P1D', 'P2D', 'P7D'];
    const options = [...new Set([...times, now])].filter(Boolean).map((value) => [value, capital(timeInWords(value))]);
    return select('im-time-value', is(element, 'BoundaryEvent') ? 'After' : 'Until', () => options, (shape) => model.time(definition(shape)), (shape, value) => {
      const timed = definition(shape);
      const body = this.elements.condition(value);
      body.$parent = timed;
      const date = value === '${publishAt}';
      this.modeling.updateModdleProperties(shape, timed,
        { timeDuration: date ? undefined : body, timeDate: date ? body : undefined, timeCycle: undefined });
    });
  }

  #endsStepEntry() {
    return select('im-time-ends', 'What becomes of the step', () => [['false', 'It goes on'], ['true', 'It ends']],
      (shape) => String(shape.businessObject.cancelActivity !== false),
      (shape, value) => this.modeling.updateProperties(shape, { cancelActivity: value === 'true' }));
  }

  #together(run) {
    this.commandStack.execute('imprimatur.together', { run });
  }
}

const kept = (group) => {
  if (group.id === 'ElementTemplates__Template') {
    return null;
  }
  if (group.id.startsWith('ElementTemplates__')) {
    return { ...group, label: 'How it is set', shouldOpen: true };
  }
  const entries = STOCK[group.id];
  return entries ? { ...group, label: group.id === 'general' ? 'Name' : 'Explanation', shouldOpen: group.id === 'general', entries: group.entries.filter(({ id }) => entries.includes(id)) } : null;
};

