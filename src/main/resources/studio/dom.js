// Builds elements. A string child becomes text, so nothing is ever parsed as HTML.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

export const byId = id => document.getElementById(id);

export const chip = (text, kind = '') => h('span', { class: `chip ${kind}` }, text);

export const clock = instant =>
  new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

export const date = instant =>
  new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });

export const day = instant =>
  new Date(instant).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** Writes a constant of the program as style sheets and people do. */
export const word = constant => constant.toLowerCase().replaceAll('_', '-');

/** Announces a page event to the parts that show it. */
export const emit = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
export const listen = (name, handler) =>
  document.addEventListener(name, event => handler(event.detail));
