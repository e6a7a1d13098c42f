// The modeler with only what flows of this house may hold.
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import AlignElementsModule from 'bpmn-js/lib/features/align-elements';
import DistributeElementsModule from 'bpmn-js/lib/features/distribute-elements';
import SearchModule from 'bpmn-js/lib/features/search';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import CamundaBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';
import { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import { Elements } from './elements.js';
import { Insertion } from './insertion.js';
import { Properties } from './properties.js';
import { ContextPad, Palette } from './tools.js';
import { Ways } from './ways.js';

/** Their icons come with style attributes, which the pages' policy stops; nobody needs them here. */
const UNUSED = [AlignElementsModule, DistributeElementsModule, SearchModule];

class FlowModeler extends Modeler {}
FlowModeler.prototype._modules = Modeler.prototype._modules.filter((module) => !UNUSED.includes(module));

const elements = (bpmnFactory, bpmnjs, elementTemplates) =>
  new Elements(bpmnFactory, () => bpmnjs.getDefinitions(), () => elementTemplates.getAll());
elements.$inject = ['bpmnFactory', 'bpmnjs', 'elementTemplates'];

const OurModule = {
  __init__: ['paletteProvider', 'contextPadProvider', 'insertion', 'imprimaturProperties'],
  elements: ['factory', elements],
  paletteProvider: ['type', Palette],
  contextPadProvider: ['type', ContextPad],
  insertion: ['type', Insertion],
  ways: ['type', Ways],
  imprimaturProperties: ['type', Properties],
};

/** @param {string} flowKey some building blocks are for one flow only */
export const createModeler = (container, propertiesParent, flowKey) => new FlowModeler({
  container,
  flowKey,
  propertiesPanel: { parent: propertiesParent, layout: { groups: {} } },
  moddleExtensions: { camunda },
  additionalModules: [
    BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ElementTemplatesPropertiesProviderModule, CamundaBehaviors, OurModule,
  ],
});

/** For those who may look, check and try, and change nothing. */
export const createViewer = (container) => new NavigatedViewer({ container, moddleExtensions: { camunda } });
