// What can be set about a step: names, explanations, what the building blocks' templates offer, and lists for conditions, events
// and times. The libraries' groups for expressions and code are left out.
import { SelectEntry } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import { read, write } from '../conditions.js';
import * as model from '../model.js';
import { capital, ERRORS, timeInWords } from '../words.js';
import { conditionEntries } from './condition-entries.js';

const { is } = model;

/** Entries of the libraries' groups that stay. */
const STOCK = { general: ['name'], documentation: ['documentation', 'processDocumentation'] };

const Select = ({ element, id, label, options, get, set }) => h(SelectEntry, {
  element,
  id,
  label,
  getOptions: () => options.map(([value, words]) => ({ value, label: words })),
  getValue: () => get(element),
  setValue: (value) => set(element, value),
});

const select = (id, label, options, get, set) => ({ id, component: Select, label, options, get, set });

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
      groups.push(group('im-way', 'When does the flow go this way?', this.#wayEntries(shape)));
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

  #wayEntries(shape) {
    const flow = shape.businessObject;
    const body = flow.conditionExpression?.body;
    const readable = body && read(body);
    const way = {
      condition: readable || (body && { all: true, questions: [{ subject: 'other', text: body }] }),
      fixed: !readable,
      otherwise: flow.sourceRef.default === flow,
      stages: model.stages(processOf(flow)),
      key: processOf(flow).id,
    };
    return conditionEntries(way, {
      save: (condition) => this.#together(() => {
        if (flow.sourceRef.default === flow) {
          this.modeling.updateProperties(shape.source, { default: undefined });
        }
        this.#setCondition(shape, write(condition));
      }),
      otherwise: () => this.#together(() => {
        this.#setCondition(shape, undefined);
        this.modeling.updateProperties(shape.source, { default: flow });
      }),
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
    return select('im-end-kind', 'What happens', options, get, (shape, value) => this.#setEnd(shape, value));
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
    return select('im-error-code', 'What happened', ERRORS, (shape) => definition(shape).errorRef?.errorCode ?? '',
      (shape, code) => this.modeling.updateModdleProperties(shape, definition(shape), { errorRef: this.elements.error(code) }));
  }

  #timeEntry(element) {
    const definition = (shape) => model.eventDefinition(shape.businessObject, 'TimerEventDefinition');
    const now = model.time(definition({ businessObject: element }));
    const times = ['${deadlines.reminder()}', '${deadlines.escalation()}', ...(is(element, 'BoundaryEvent') ? [] : ['${publishAt}']),
      'PT1H', 'PT4H', 'P1D', 'P2D', 'P7D'];
    const options = [...new Set([...times, now])].filter(Boolean).map((value) => [value, capital(timeInWords(value))]);
    return select('im-time-value', is(element, 'BoundaryEvent') ? 'After' : 'Until', options, (shape) => model.time(definition(shape)), (shape, value) => {
      const timed = definition(shape);
      const body = this.elements.condition(value);
      body.$parent = timed;
      const date = value === '${publishAt}';
      this.modeling.updateModdleProperties(shape, timed,
        { timeDuration: date ? undefined : body, timeDate: date ? body : undefined, timeCycle: undefined });
    });
  }

  #endsStepEntry() {
    return select('im-time-ends', 'What becomes of the step', [['false', 'It goes on'], ['true', 'It ends']],
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
  return entries ? { ...group, label: group.id === 'general' ? 'What it is called' : 'Explanation', shouldOpen: group.id === 'general', entries: group.entries.filter(({ id }) => entries.includes(id)) } : null;
};

