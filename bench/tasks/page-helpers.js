/** Helpers of the pages of the replay tasks. What a page saves is its state, which lasts over documents, frames and tabs. */
const stateKey = `state of ${location.pathname === 'srcdoc' ? parent.location.pathname.split('/')[1] : (location.pathname.split('/')[1] ?? '')}`;
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const saved = () => JSON.parse(localStorage.getItem(stateKey) ?? '{}');
function save(values) {
  localStorage.setItem(stateKey, JSON.stringify({ ...saved(), ...values }));
}
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const made = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const fieldsOf = (form) => Object.fromEntries(new FormData(form));
const perturbation = document.documentElement.dataset.perturbation;
const t = (english, german) => (perturbation === 'locale' ? german : english);
/** The rows of a table in the order in which the server happens to send them. */
const rows = (list) => (perturbation === 'rows' ? [...list.slice(3), ...list.slice(0, 3)].reverse() : list);
