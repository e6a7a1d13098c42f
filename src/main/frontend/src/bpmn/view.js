// Which part of a diagram is in sight, beside the palette.
const MARGIN = 25;
const READABLE = 0.6;

const boxOf = (elements) => {
  const right = Math.max(...elements.map((element) => element.x + element.width));
  const bottom = Math.max(...elements.map((element) => element.y + element.height));
  const x = Math.min(...elements.map((element) => element.x));
  const y = Math.min(...elements.map((element) => element.y));
  return { x, y, width: right - x, height: bottom - y };
};

const paletteWidth = (canvas) => {
  const palette = canvas.getContainer().querySelector('.djs-palette');
  return palette?.offsetWidth ? palette.offsetLeft + palette.offsetWidth : 0;
};

export class View {
  constructor(viewer) {
    this.canvas = viewer.get('canvas');
    this.registry = viewer.get('elementRegistry');
  }

  /** The whole flow, however small. */
  whole() {
    this.#show(this.#shapes(), 0.1);
  }

  /** As much as can be read, from the beginning. */
  beginning() {
    this.#show(this.#shapes(), READABLE);
  }

  /** These elements, or the first of them if they do not fit. */
  only(ids) {
    const shapes = ids.map((id) => this.registry.get(id)).filter((element) => element && !element.waypoints);
    if (shapes.length) {
      this.#show(shapes, 0.1);
    }
  }

  zoom(factor) {
    this.canvas.zoom(Math.min(4, Math.max(0.1, this.canvas.zoom() * factor)), 'auto');
  }

  #shapes() {
    return this.registry.filter((element) => element.parent && !element.waypoints);
  }

  #show(shapes, least) {
    const { outer } = this.canvas.viewbox();
    if (!shapes.length || !outer.width) {
      return;
    }
    const box = boxOf(shapes);
    const left = paletteWidth(this.canvas) + MARGIN;
    const fitting = Math.min((outer.width - left - MARGIN) / box.width, (outer.height - 2 * MARGIN) / box.height, 1);
    const scale = Math.max(fitting, least);
    const size = { width: outer.width / scale, height: outer.height / scale };
    const above = Math.max(MARGIN / scale, (size.height - box.height) / 2);
    this.canvas.viewbox({ x: box.x - left / scale, y: box.y - above, ...size });
  }
}
