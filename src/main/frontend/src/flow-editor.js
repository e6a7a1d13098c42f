import Modeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';
import { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import CamundaPlatformBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { h } from './dom.js';
import { server } from './server.js';

export const open = async (place, settings) => {
  const canvas = h('div', { class: 'im-flow-canvas' });
  const panel = h('div', { class: 'im-flow-properties' });
  place.replaceChildren(canvas, panel);
  const modeler = new Modeler({
    container: canvas,
    propertiesPanel: { parent: panel },
    moddleExtensions: { camunda },
    additionalModules: [
      BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ElementTemplatesPropertiesProviderModule, CamundaPlatformBehaviors,
    ],
  });
  modeler.get('elementTemplatesLoader').setTemplates(await server.templates());
  await modeler.importXML(settings.draft ? (await server.draft(settings.draft)).xml : await server.versionXml(settings.version));
  modeler.get('canvas').zoom('fit-viewport');
  place.removeAttribute('aria-busy');
};
