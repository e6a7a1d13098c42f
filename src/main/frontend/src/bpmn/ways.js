// Draws ways between steps that are there, and leads them elsewhere; what the canvas does by drawing, without it.
import { is } from '../model.js';

/** Between a way and the steps that it passes, and to the edge of the part in which it is. */
const LANE = 25;
const EDGE = 10;

export class Ways {
  static $inject = ['modeling', 'rules', 'elementRegistry'];

  constructor(modeling, rules, elementRegistry) {
    Object.assign(this, { modeling, rules, elementRegistry });
  }

  /** Where a way from this step could lead, or where this way could lead instead. */
  targetsFor(shape) {
    const source = shape.source ?? shape;
    const reached = (source.outgoing ?? []).map((way) => way.target);
    return this.elementRegistry.filter((target) => target.parent && !target.labelTarget && is(target.businessObject, 'FlowNode')
      && target !== source && !reached.includes(target) && this.#mayLead(source, target));
  }

  /** A way from one step to another; gives it. */
  draw(source, target) {
    const way = this.modeling.connect(source, target, { type: 'bpmn:SequenceFlow' });
    this.#route(way);
    return way;
  }

  /** Leads a way to another step; its condition stays. */
  redirect(way, target) {
    this.modeling.reconnectEnd(way, target, middle(target));
    this.#route(way);
  }

  /** Straight on if nothing is between; otherwise over the top of whatever is. */
  #route(way) {
    const { source, target } = way;
    const [from, to] = [middle(source), middle(target)];
    const between = this.#between(source, target);
    if (to.x > from.x && !between.length) {
      this.modeling.layoutConnection(way);
      return;
    }
    const top = Math.min(...[source, target, ...between].map(({ y }) => y)) - LANE;
    const lane = Math.max(top, (target.parent.y ?? -Infinity) + EDGE);
    this.modeling.updateWaypoints(way, [{ x: from.x, y: source.y }, { x: from.x, y: lane }, { x: to.x, y: lane }, { x: to.x, y: target.y }]);
  }

  #between(source, target) {
    const [left, right] = [source, target].map(middle).map(({ x }) => x).sort((one, other) => one - other);
    return target.parent.children.filter((step) => !step.waypoints && !step.labelTarget && step !== source && step !== target
      && step.x < right && step.x + step.width > left);
  }

  #mayLead(source, target) {
    return this.rules.allowed('connection.create', { source, target })?.type === 'bpmn:SequenceFlow';
  }
}

const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
