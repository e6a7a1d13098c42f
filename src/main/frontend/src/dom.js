// Small pieces of a page, made without HTML strings.

/** An element: h('button', { type: 'button', onclick: … }, 'Save'). Attributes that are null or false are left out. */
export const h = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

export const button = (label, onclick, attributes = {}) =>
  h('button', { type: 'button', class: 'btn btn-sm btn-outline-secondary', onclick, ...attributes }, label);

/** A time of day as people say it, such as 14:02. */
export const clock = (instant) => new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
