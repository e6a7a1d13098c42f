// The palette and the pad beside a selected step: nothing but what the check allows.
import { is } from '../model.js';
import { blocksFor } from '../blocks.js';

const escaped = (text) => text.replace(/[<>&"]/g, '');

export class Palette {
  static $inject = ['palette', 'create', 'elementFactory', 'elements', 'handTool', 'lassoTool', 'spaceTool', 'globalConnect', 'config.flowKey', 'eventBus'];

  constructor(palette, create, elementFactory, elements, handTool, lassoTool, spaceTool, globalConnect, flowKey, eventBus) {
    Object.assign(this, { create, elementFactory, elements, handTool, lassoTool, spaceTool, globalConnect, flowKey });
    eventBus.on('palette.create', ({ container }) => {
      // it scrolls where there is little room, so the keyboard has to reach it
      container.tabIndex = 0;
      container.setAttribute('role', 'group');
      container.setAttribute('aria-label', 'Building blocks');
    });
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const tool = (className, title, click) => ({ group: 'tools', className, title, action: { click } });
    const tools = {
      'hand-tool': tool('bpmn-icon-hand-tool', 'Move the picture', (event) => this.handTool.activateHand(event)),
      'lasso-tool': tool('bpmn-icon-lasso-tool', 'Select several', (event) => this.lassoTool.activateSelection(event)),
      'space-tool': tool('bpmn-icon-space-tool', 'Make room', (event) => this.spaceTool.activateSelection(event)),
      connect: tool('bpmn-icon-connection-multi', 'Draw a way', (event) => this.globalConnect.start(event)),
    };
    const blocks = blocksFor(this.flowKey).flatMap(({ group, blocks: ofGroup }) => ofGroup.map((block) => [block.id, this.#entry(group, block)]));
    return { ...tools, ...Object.fromEntries(blocks) };
  }

  #entry(group, block) {
    const start = (event) => this.create.start(event, this.elementFactory.createShape({ type: block.type, businessObject: this.elements.of(block) }));
    return {
      group,
      html: `<div class="entry im-flow-entry" draggable="true">${escaped(block.name)}</div>`,
      title: `${block.name}: ${block.words}`,
      action: { click: start, dragstart: start },
    };
  }
}

export class ContextPad {
  static $inject = ['contextPad', 'connect', 'modeling', 'eventBus', 'rules'];

  constructor(contextPad, connect, modeling, eventBus, rules) {
    Object.assign(this, { connect, modeling, eventBus, rules });
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element) {
    const business = element.businessObject;
    const entry = (group, className, title, action) => ({ group, className, title, action: typeof action === 'function' ? { click: action } : action });
    const entries = {};
    if (!element.labelTarget && (is(business, 'FlowNode') || is(business, 'SequenceFlow')) && !is(business, 'EndEvent')) {
      entries.add = entry('add', 'bpmn-icon-screw-wrench im-flow-plus', 'Add a step here', () => this.eventBus.fire('imprimatur.add', { element }));
    }
    if (!element.labelTarget && is(business, 'FlowNode') && !is(business, 'EndEvent')) {
      const start = (event) => this.connect.start(event, element);
      entries.connect = entry('connect', 'bpmn-icon-connection-multi', 'Draw a way from here', { click: start, dragstart: start });
    }
    if (this.#mayDelete([element])) {
      entries.delete = entry('edit', 'bpmn-icon-trash', 'Delete', () => this.modeling.removeElements([element]));
    }
    return entries;
  }

  getMultiElementContextPadEntries(elements) {
    return this.#mayDelete(elements)
      ? { delete: { group: 'edit', className: 'bpmn-icon-trash', title: 'Delete', action: { click: () => this.modeling.removeElements(elements.slice()) } } }
      : {};
  }

  #mayDelete(elements) {
    const allowed = this.rules.allowed('elements.delete', { elements });
    return Array.isArray(allowed) ? allowed.length === elements.length : allowed !== false;
  }
}
