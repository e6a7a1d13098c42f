// Makes business objects for building blocks: complete, so that nothing has to be filled in by hand.
import { writes } from '../blocks.js';
import { is } from '../model.js';

const formal = (factory, body) => factory.create('bpmn:FormalExpression', { body });

/** Business objects of one model. */
export class Elements {
  /** @param factory bpmn-js's bpmnFactory, or anything with create(type, attributes)
   *  @param {() => object} definitions the model's root
   *  @param {() => object[]} templates the element templates */
  constructor(factory, definitions, templates) {
    this.factory = factory;
    this.definitions = definitions;
    this.templates = templates;
  }

  /** The business object of a block, with everything that its template says. */
  of(block) {
    const element = this.factory.create(block.type, { name: block.type.endsWith('Gateway') || block.id === 'end' ? undefined : block.name });
    if (block.template) {
      this.#fill(element, this.templates().find((template) => template.id === block.template));
    }
    if (block.repeated) {
      element.loopCharacteristics = this.#child(element, 'bpmn:MultiInstanceLoopCharacteristics', {
        completionCondition: formal(this.factory, "${furtherOutcome != 'APPROVED'}"),
        'camunda:collection': '${stages.of(furtherStages)}',
        'camunda:elementVariable': 'stage',
      });
    }
    if (block.event) {
      this.#define(element, block);
    }
    return element;
  }

  /** A timer at a step that goes on. */
  timer(name, expression) {
    const event = this.factory.create('bpmn:BoundaryEvent', { name, cancelActivity: false });
    const definition = this.#child(event, 'bpmn:TimerEventDefinition', { timeDuration: formal(this.factory, expression) });
    event.eventDefinitions = [definition];
    return event;
  }

  /** An end at which a building block runs. */
  messageEnd(name, expression) {
    const event = this.factory.create('bpmn:EndEvent', { name });
    event.eventDefinitions = [this.#child(event, 'bpmn:MessageEventDefinition', { 'camunda:delegateExpression': expression })];
    return event;
  }

  /** The model's error of this code, made if it is not there yet. */
  error(code) {
    const definitions = this.definitions();
    const known = definitions.rootElements.find((root) => is(root, 'Error') && root.errorCode === code);
    if (known) {
      return known;
    }
    const error = this.factory.create('bpmn:Error', { name: code, errorCode: code });
    error.$parent = definitions;
    definitions.rootElements.push(error);
    return error;
  }

  condition(expression) {
    return formal(this.factory, expression);
  }

  #fill(element, template) {
    const { attributes, properties } = writes(template);
    Object.entries(attributes).forEach(([name, value]) => element.set(name, name === 'camunda:priority' ? String(value) : value));
    element.set('camunda:modelerTemplate', template.id);
    element.set('camunda:modelerTemplateVersion', template.version);
    if (Object.keys(properties).length) {
      const extensions = this.#child(element, 'bpmn:ExtensionElements', { values: [] });
      const list = this.#child(extensions, 'camunda:Properties', { values: [] });
      list.values = Object.entries(properties).map(([name, value]) => this.#child(list, 'camunda:Property', { name, value }));
      extensions.values = [list];
      element.extensionElements = extensions;
    }
  }

  #define(element, block) {
    const definition = this.#child(element, block.event, {});
    if (block.error) {
      definition.errorRef = this.error(block.error);
    }
    element.eventDefinitions = [definition];
  }

  #child(parent, type, attributes) {
    const child = this.factory.create(type, attributes);
    child.$parent = parent;
    return child;
  }
}
