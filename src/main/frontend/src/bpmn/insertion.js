// Adds building blocks to a diagram: after a step, on a way, or at the same time as another review. Each addition makes its own
// room, and is undone in one go.
import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';
import { read, write } from '../conditions.js';
import { is, property } from '../model.js';
import { called } from '../outline.js';

const GAP = 70;
const TASK = { width: 100, height: 80 };
const GATEWAY_AT = 151;
const ROW = 330;

/** Runs what it is given as one command. */
class Together {
  preExecute(context) {
    context.run();
  }
}

export class Insertion {
  static $inject = ['modeling', 'elementFactory', 'commandStack', 'spaceTool', 'canvas', 'elementRegistry', 'elements', 'eventBus'];

  constructor(modeling, elementFactory, commandStack, spaceTool, canvas, elementRegistry, elements, eventBus) {
    Object.assign(this, { modeling, elementFactory, commandStack, spaceTool, canvas, elementRegistry, elements });
    commandStack.registerHandler('imprimatur.together', Together);
    eventBus.on('commandStack.preExecute', ({ context }) => this.#remember(context?.element));
    eventBus.on('commandStack.postExecuted', ({ context }) => this.#follow(context?.element));
    this.reviewers = new Map();
  }

  /** Where a block can go near a step: [{ words, flow } | { words, after } | { words, beside }], the likeliest first. */
  placesFor(shape) {
    const element = getBusinessObject(shape);
    const calls = (node) => called(getBusinessObject(node));
    if (is(element, 'SequenceFlow')) {
      return !shape.source || !shape.target ? [] : [{ words: `On the way from “${calls(shape.source)}” to “${calls(shape.target)}”`, flow: shape }];
    }
    const outgoing = shape.outgoing?.filter((flow) => flow.target && is(getBusinessObject(flow), 'SequenceFlow')) ?? [];
    const beside = this.#branchOf(shape);
    const stage = property(element, 'stage');
    const approved = stage && beside && beside.exit.source !== shape ? beside.exit : undefined;
    return [
      ...(approved ? [{ words: `After “${calls(shape)}” has approved, on the way to “${calls(approved.target)}”`, flow: approved }] : []),
      ...outgoing.filter(() => !approved).map((flow) => ({ words: `After “${calls(shape)}”, on the way to “${calls(flow.target)}”`, flow })),
      ...(outgoing.length === 0 && !is(element, 'EndEvent') ? [{ words: `After “${calls(shape)}”`, after: shape }] : []),
      ...(beside ? [{ words: `At the same time as “${calls(shape)}”`, beside: shape }] : []),
    ];
  }

  /** Adds a block at one of the places; gives the new step. */
  add(block, place) {
    let step;
    this.#together(() => {
      step = place.flow ? this.#onFlow(block, place.flow) : place.beside ? this.#beside(block, place.beside) : this.#after(block, place.after);
    });
    return step;
  }

  /** Removes a step with what belongs to it alone; whatever led to it leads to what came after it. */
  remove(shape) {
    this.#together(() => {
      const branch = this.#branchOf(shape);
      const own = [shape, ...(shape.attachers ?? []), ...(branch && branch.exit.source !== shape ? this.#choicesBetween(shape, branch.exit.source) : [])];
      const ends = own.flatMap((one) => one.outgoing ?? []).map((flow) => flow.target)
        .filter((target) => is(getBusinessObject(target), 'EndEvent') && target.incoming.every((flow) => own.includes(flow.source)));
      if (branch) {
        branch.incoming.forEach((flow) => this.#lead(flow, branch.exit.target));
      }
      this.modeling.removeElements([...new Set([...own.filter((one) => !one.host), ...ends])]);
    });
  }

  #choicesBetween(shape, last, path = []) {
    const [flow] = shape.outgoing ?? [];
    const next = shape === last ? undefined : (shape.outgoing.find((way) => way.target === last) ?? flow)?.target;
    return !next || path.includes(next) ? path : this.#choicesBetween(next, last, [...path, next]);
  }

  #together(run) {
    this.commandStack.execute('imprimatur.together', { run });
  }

  #onFlow(block, flow) {
    const { source, target } = flow;
    if (block.last) {
      return this.#after(block, source);
    }
    const start = source.x + source.width;
    const room = this.#widthOf(block) + 2 * GAP;
    const free = target.x - start;
    if (free < room) {
      this.#space('x', start + 1, room - Math.max(free, 0));
    }
    const made = this.#build(block, start + GAP, middle(source), source.parent);
    this.modeling.reconnectEnd(flow, made.step, left(made.step));
    this.#connect(made.exit, target, made.condition, made.word);
    return made.step;
  }

  #after(block, source) {
    const start = source.x + source.width;
    this.#space('x', start + 1, this.#widthOf(block) + 2 * GAP);
    const made = this.#build(block, start + GAP, middle(source), source.parent);
    this.#connect(source, made.step);
    return made.step;
  }

  #beside(block, shape) {
    const { incoming, exit } = this.#branchOf(shape);
    const parent = shape.parent;
    const target = exit.target;
    const sides = isParallel(target) && incoming.length === 1 && isParallel(incoming[0].source)
      ? { fork: incoming[0].source, join: target }
      : this.#forkAndJoin(shape, incoming, exit);
    const bottom = Math.max(...parent.children.filter((child) => !child.waypoints && !isLabel(child)).map((child) => child.y + child.height));
    this.#space('y', bottom + 10, ROW);
    const made = this.#build(block, shape.x, bottom + ROW / 2 - 10, parent);
    this.#connect(sides.fork, made.step);
    const done = this.#connect(made.exit, sides.join, made.condition, made.word);
    const { x, width } = sides.join;
    this.modeling.updateWaypoints(done, [right(made.exit), { x: x + width / 2, y: middle(made.exit) }, { x: x + width / 2, y: sides.join.y + sides.join.height }]);
    return made.step;
  }

  #forkAndJoin(shape, incoming, exit) {
    const row = middle(shape);
    const several = incoming.length > 1;
    this.#space('x', shape.x - 1, (several ? 2 : 1) * (50 + GAP));
    const fork = this.#shape(shape.parent, { type: 'bpmn:ParallelGateway' }, shape.x - GAP - 25, row);
    // a parallel gateway waits for all ways into it, so several ways come together before it
    const entry = several ? this.#shape(shape.parent, { type: 'bpmn:ExclusiveGateway' }, fork.x - GAP - 25, row) : fork;
    incoming.forEach((flow) => this.#lead(flow, entry));
    if (several) {
      this.#connect(entry, fork);
    }
    this.#connect(fork, shape);
    const { source, target } = exit;
    const end = source.x + source.width;
    this.#space('x', end + 1, 50 + 2 * GAP);
    const join = this.#shape(shape.parent, { type: 'bpmn:ParallelGateway' }, end + GAP + 25, middle(source));
    this.modeling.reconnectEnd(exit, join, left(join));
    this.#connect(join, target);
    return { fork, join };
  }

  /** The ways into a step that come from before it, and the one on which it is done well; undefined if that is not one. */
  #branchOf(shape) {
    const element = getBusinessObject(shape);
    if (!is(element, 'Activity')) {
      return undefined;
    }
    const exit = this.#exitOf(shape, property(element, 'stage'));
    const own = new Set([shape, exit?.source]);
    const incoming = (shape.incoming ?? []).filter((flow) => !own.has(flow.source) && !this.#asksAgain(flow));
    return exit && incoming.length ? { incoming, exit } : undefined;
  }

  #exitOf(shape, stage) {
    let [flow, ...others] = shape.outgoing ?? [];
    for (let steps = 0; flow && !others.length && stage && steps < 4; steps++) {
      const gateway = flow.target;
      if (!is(getBusinessObject(gateway), 'ExclusiveGateway') || (gateway.outgoing?.length ?? 0) < 2) {
        break;
      }
      const approved = gateway.outgoing.find((way) => conditionOf(way).includes('APPROVED'));
      const otherwise = gateway.outgoing.find((way) => getBusinessObject(gateway).default === getBusinessObject(way));
      if (!approved && !otherwise) {
        return undefined;
      }
      flow = approved ?? otherwise;
    }
    return others.length ? undefined : flow;
  }

  #asksAgain(flow) {
    return conditionOf(flow).includes('MORE_NEEDED');
  }

  #widthOf(block) {
    return this.#isReview(block) ? GATEWAY_AT + 25 : TASK.width;
  }

  #isReview(block) {
    return block.type === 'bpmn:UserTask';
  }

  /** The step and all that belongs to it, from this left edge on. */
  #build(block, x, row, parent) {
    const step = this.#shape(parent, { type: block.type, businessObject: this.elements.of(block) }, x + widthOf(block.type) / 2, row);
    return this.#isReview(block) ? this.#reviewed(step, parent) : { step, exit: step };
  }

  #reviewed(step, parent) {
    const x = step.x + TASK.width / 2;
    const row = middle(step);
    [['Due soon', '${deadlines.reminder()}', 'Reminder', '${remind}', -28],
      ['Overdue', '${deadlines.escalation()}', 'Escalation', '${escalate}', 28]].forEach(([name, time, end, runs, dx]) => {
      const timer = this.modeling.createShape(
        this.elementFactory.createShape({ type: 'bpmn:BoundaryEvent', businessObject: this.elements.timer(name, time) }),
        { x: x + dx, y: row + TASK.height / 2 }, step, { attach: true });
      this.#connect(timer, this.#shape(parent, { type: 'bpmn:EndEvent', businessObject: this.elements.messageEnd(end, runs) }, x + dx, row + 112));
    });
    const stage = property(getBusinessObject(step), 'stage');
    const gateway = this.#shape(parent, { type: 'bpmn:ExclusiveGateway' }, x + GATEWAY_AT - 50, row);
    this.modeling.updateProperties(gateway, { name: `${getBusinessObject(step).name}: decision?` });
    this.#connect(step, gateway);
    [['changes asked', 'CHANGES_REQUESTED', 'changesRequested', 'Back to the author', -100],
      ['rejected', 'REJECTED', 'rejected', 'Not to be published', 112]].forEach(([word, outcome, error, name, dy]) => {
      const end = this.elements.of({ type: 'bpmn:EndEvent', name, event: 'bpmn:ErrorEventDefinition', error });
      const shape = this.#shape(parent, { type: 'bpmn:EndEvent', businessObject: end }, gateway.x + 25, row + dy);
      this.#connect(gateway, shape, outcomeIs(stage, outcome), word);
    });
    return { step, exit: gateway, condition: outcomeIs(stage, 'APPROVED'), word: 'approved' };
  }

  /** Leads a way to another step, on the side from which it came. */
  #lead(flow, target) {
    const last = flow.waypoints.at(-1);
    const fromAbove = flow.waypoints.at(-2).x === last.x;
    const docking = { x: target.x + (fromAbove ? target.width / 2 : 0), y: fromAbove ? target.y : middle(target) };
    this.modeling.reconnectEnd(flow, target, docking);
  }

  #shape(parent, attributes, x, y) {
    return this.modeling.createShape(this.elementFactory.createShape(attributes), { x, y }, parent);
  }

  #connect(source, target, condition, name) {
    const flow = this.modeling.connect(source, target, { type: 'bpmn:SequenceFlow' });
    if (condition) {
      this.#setCondition(flow, condition);
      this.modeling.updateProperties(flow, { name });
    }
    return flow;
  }

  #setCondition(flow, expression) {
    const conditionExpression = this.elements.condition(expression);
    conditionExpression.$parent = getBusinessObject(flow);
    this.modeling.updateProperties(flow, { conditionExpression });
  }

  /** Moves everything after a line away from it: steps, the bends of ways, and their names. */
  #space(axis, start, delta) {
    const all = this.elementRegistry.filter((element) => element.parent && this.#isOnThisPlane(element));
    const by = axis === 'x' ? { x: delta, y: 0 } : { x: 0, y: delta };
    const moved = (point) => (point[axis] > start ? { x: point.x + by.x, y: point.y + by.y } : { x: point.x, y: point.y });
    const ways = all.filter((element) => element.waypoints).map((way) => ({ way, waypoints: way.waypoints.map(moved) }));
    const names = all.filter((element) => isLabel(element) && element.labelTarget.waypoints).map((name) => ({ name, ...moved(name) }));
    const { movingShapes, resizingShapes } = this.spaceTool.calculateAdjustments(all, axis, delta, start);
    this.spaceTool.makeSpace(movingShapes, resizingShapes, by, axis === 'x' ? 'e' : 's', start);
    ways.forEach(({ way, waypoints }) => this.modeling.updateWaypoints(way, waypoints));
    names.filter(({ name, x, y }) => name.x !== x || name.y !== y)
      .forEach(({ name, x, y }) => this.modeling.moveShape(name, { x: x - name.x, y: y - name.y }));
  }

  #isOnThisPlane(element) {
    return this.canvas.findRoot(element) === this.canvas.getRootElement();
  }

  #remember(shape) {
    const stage = reviewStage(shape);
    if (stage && !this.reviewers.has(shape)) {
      this.reviewers.set(shape, stage);
    }
  }

  /** What stands after a review goes with it, whoever reviews and however many. */
  #follow(shape) {
    const stage = reviewStage(shape);
    if (stage && shape.outgoing) {
      const before = this.reviewers.get(shape);
      this.reviewers.delete(shape);
      if (before && before !== stage) {
        this.#rename(shape, before, stage);
      }
      this.#askAgain(shape, stage);
    }
  }

  #rename(shape, before, stage) {
    for (const flow of this.#decisionsAfter(shape)) {
      const condition = read(conditionOf(flow));
      if (condition?.questions.some((question) => question.stage === before)) {
        const questions = condition.questions.map((question) => (question.stage === before ? { ...question, stage } : question));
        this.#setCondition(flow, write({ ...condition, questions }));
      }
    }
  }

  /** The ways out of the choices that come straight after a step. */
  #decisionsAfter(shape, seen = new Set()) {
    return (shape.outgoing ?? []).map((flow) => flow.target)
      .filter((target) => is(getBusinessObject(target), 'ExclusiveGateway') && !seen.has(target) && seen.add(target))
      .flatMap((gateway) => [...gateway.outgoing, ...this.#decisionsAfter(gateway, seen)]);
  }

  /** A review by more than one person asks the next one after an approval; its decision gets that way when it is first needed. */
  #askAgain(shape, stage) {
    if (!(Number(property(getBusinessObject(shape), 'approvals')) > 1)) {
      return;
    }
    const gateway = shape.outgoing[0]?.target;
    const asks = (shape.incoming ?? []).some((flow) => this.#asksAgain(flow));
    if (!asks && gateway && is(getBusinessObject(gateway), 'ExclusiveGateway')) {
      const again = this.#connect(gateway, shape, outcomeIs(stage, 'MORE_NEEDED'), 'more needed');
      const above = shape.y - 25;
      const from = { x: gateway.x + 13, y: gateway.y + 12 };
      const to = { x: shape.x + shape.width / 2, y: shape.y };
      this.modeling.updateWaypoints(again, [from, { x: from.x, y: above }, { x: to.x, y: above }, to]);
    }
  }
}

const reviewStage = (shape) => {
  const element = shape && getBusinessObject(shape);
  return is(element, 'UserTask') ? property(element, 'stage') : undefined;
};

const middle = (shape) => shape.y + shape.height / 2;
const right = (shape) => ({ x: shape.x + shape.width, y: middle(shape) });
const left = (shape) => ({ x: shape.x, y: middle(shape) });
const isLabel = (element) => Boolean(element.labelTarget);
const isParallel = (shape) => is(getBusinessObject(shape), 'ParallelGateway');
const conditionOf = (flow) => getBusinessObject(flow).conditionExpression?.body ?? '';
const outcomeIs = (stage, outcome) => '${' + `${stage}Outcome == '${outcome}'` + '}';
const widthOf = (type) => (type.endsWith('Gateway') ? 50 : type.endsWith('Event') ? 36 : TASK.width);
