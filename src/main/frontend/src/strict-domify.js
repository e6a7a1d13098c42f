// The libraries build small pieces of HTML with style attributes, which the pages' Content-Security-Policy stops. The same styles
// set through the object model are allowed, so nothing has to be relaxed.
import domify from '../node_modules/domify/index.js';

const styled = (node, styles) => {
  const elements = [node, ...(node.querySelectorAll?.('*') ?? [])];
  for (const element of elements) {
    const number = element.getAttribute?.('data-im-style');
    if (number) {
      element.style.cssText = styles[number - 1];
      element.removeAttribute('data-im-style');
    }
  }
  return node;
};

export default (html, document) => {
  const styles = [];
  const plain = html.replace(/(<[^>]*?)\sstyle="([^"]*)"/g, (whole, before, style) => `${before} data-im-style="${styles.push(style)}"`);
  return styled(domify(plain, document), styles);
};
