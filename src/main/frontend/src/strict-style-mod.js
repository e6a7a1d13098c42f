// The cells' text editor brings its styles as a <style> element, which the pages' Content-Security-Policy stops. A constructed
// style sheet is the same without anything inline.
import { StyleModule } from '../node_modules/style-mod/src/style-mod.js';

const mounted = new WeakMap();

StyleModule.mount = (root, modules) => {
  const known = mounted.get(root) ?? new Set();
  mounted.set(root, known);
  const fresh = [modules].flat().filter((module) => !known.has(module));
  if (fresh.length) {
    fresh.forEach((module) => known.add(module));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(fresh.map((module) => module.getRules()).join('\n'));
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
};

export { StyleModule };
