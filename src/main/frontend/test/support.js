// Models for tests: those that ship, and changed copies of them.
import { readdirSync, readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };

const root = new URL('../../../../', import.meta.url);

export const text = (path) => readFileSync(new URL(path, root), 'utf8');

export const definitions = async (xml) => (await new BpmnModdle({ camunda }).fromXML(xml)).rootElement;

/** The approval flow, after these replacements of text; each must be found. */
export const approval = async (...replacements) => {
  const changed = replacements.reduce((xml, [from, to]) => {
    if (!xml.includes(from)) {
      throw new Error(`The model has no ${from}`);
    }
    return xml.replace(from, to);
  }, text('processes/content-approval.bpmn'));
  return definitions(changed);
};

/** The flows that ship: [{ file, conditions }], conditions of ways and of repetitions. */
export const shipped = () => {
  const files = readdirSync(new URL('processes/', root)).filter((name) => name.endsWith('.bpmn'));
  return files.map((file) => ({
    file,
    conditions: [...text(`processes/${file}`).matchAll(/<bpmn:(conditionExpression|completionCondition)\b[^>]*>([^<]*)</g)].map(([, , body]) => body),
  }));
};
