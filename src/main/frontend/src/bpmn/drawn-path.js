// Draws a path on a diagram: marks its steps and ways, and numbers the steps in the order in which a post comes to them.
import { h } from '../dom.js';

/** A path or a set of tokens on one diagram; one at a time. */
export class DrawnPath {
  constructor(viewer) {
    this.canvas = viewer.get('canvas');
    this.overlays = viewer.get('overlays');
    this.registry = viewer.get('elementRegistry');
    this.marked = [];
    this.numbered = [];
  }

  /** @param {string[]} path ids of steps and ways in their order
   *  @param {string[]} ends ids that stand out: the offence, or where tokens are now
   *  @param {string} kind of marker: "offence" or "passed" */
  draw(path, ends, kind) {
    this.clear();
    const places = path.map((id) => this.registry.get(id)).filter(Boolean);
    places.forEach((element) => this.#mark(element, `im-path-${kind}`));
    ends.map((id) => this.registry.get(id)).filter(Boolean).forEach((element) => this.#mark(element, `im-path-${kind}-end`));
    this.#number(places.filter((element) => !element.waypoints), kind);
  }

  clear() {
    this.marked.forEach(([element, marker]) => this.registry.get(element) && this.canvas.removeMarker(element, marker));
    this.numbered.forEach((overlay) => this.overlays.remove(overlay));
    this.marked = [];
    this.numbered = [];
  }

  #mark(element, marker) {
    this.canvas.addMarker(element.id, marker);
    this.marked.push([element.id, marker]);
  }

  #number(steps, kind) {
    const numbers = new Map();
    steps.forEach((step, index) => numbers.set(step.id, [...(numbers.get(step.id) ?? []), index + 1]));
    for (const [id, of] of numbers) {
      const html = h('span', { class: `im-path-number im-path-number-${kind}`, 'aria-hidden': 'true' }, of.join(', '));
      this.numbered.push(this.overlays.add(id, 'im-path', { position: { top: 0, left: 0 }, scale: { min: 1 }, html }));
    }
  }
}
