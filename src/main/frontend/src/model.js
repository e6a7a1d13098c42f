// Questions to BPMN business objects (bpmn-moddle), the same in the editor and in comparisons.

export const is = (element, type) => Boolean(element?.$instanceOf?.(`bpmn:${type}`));

const extensions = (element) => element.extensionElements?.values ?? [];

/** The value of an extension property such as "stage"; undefined if it is absent. */
export const property = (element, name) =>
  extensions(element)
    .filter((extension) => extension.$type === 'camunda:Properties')
    .flatMap((properties) => properties.values ?? [])
    .find((candidate) => candidate.name === name)?.value;

/** The building block that an element or its event runs, without the braces; undefined for none. */
export const block = (element) => {
  const runs = element.get?.('camunda:delegateExpression')
    ?? element.eventDefinitions?.map((definition) => definition.get('camunda:delegateExpression')).find(Boolean);
  return /^[$#]\{\s*(\w+)\s*}$/.exec(runs ?? '')?.[1];
};

export const eventDefinition = (element, type) => element.eventDefinitions?.find((definition) => is(definition, type));

/** What a timer says, whichever of the three kinds it is. */
export const time = (timer) => (timer.timeDuration ?? timer.timeDate ?? timer.timeCycle)?.body ?? '';

export const flowNodes = (scope) => (scope.flowElements ?? []).filter((element) => is(element, 'FlowNode'));

/** Every flow node of a process or part, and those of the parts within. */
export const allFlowNodes = (scope) => flowNodes(scope).flatMap((node) => [node, ...allFlowNodes(node)]);

export const sequenceFlows = (scope) => (scope.flowElements ?? []).filter((element) => is(element, 'SequenceFlow'));

export const boundaryEvents = (node) =>
  (node.$parent?.flowElements ?? []).filter((element) => is(element, 'BoundaryEvent') && element.attachedToRef === node);

export const processes = (definitions) => (definitions.rootElements ?? []).filter((element) => is(element, 'Process'));

/** The stages that reviews of this process decide, each once, in the order of the model. */
export const stages = (process) => [
  ...new Set(allFlowNodes(process).filter((node) => is(node, 'UserTask')).map((task) => property(task, 'stage')).filter(Boolean)),
];
