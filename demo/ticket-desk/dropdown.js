import { make } from './dom.js';

let count = 0;

/** A drop-down list built of divs, as in-house apps have them: no native select, but usable by keyboard. */
export function dropdown({ label, options, value, onChange }) {
  const id = `dropdown-${++count}`;
  const shown = make('span', { textContent: value });
  const button = make(
    'button',
    { type: 'button', className: 'dropdown-button', 'aria-haspopup': 'listbox', 'aria-expanded': 'false' },
    make('span', { className: 'dropdown-label', textContent: label }),
    shown,
  );
  const list = make('div', { className: 'dropdown-list', role: 'listbox', id, hidden: true, 'aria-label': label });
  const items = options.map((option) =>
    make('div', { role: 'option', tabIndex: -1, textContent: option, 'aria-selected': String(option === value) }),
  );
  list.append(...items);
  button.setAttribute('aria-controls', id);

  const open = (isOpen) => {
    list.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) (items.find((item) => item.getAttribute('aria-selected') === 'true') ?? items[0]).focus();
    else button.focus();
  };
  const choose = (item) => {
    for (const other of items) other.setAttribute('aria-selected', String(other === item));
    shown.textContent = item.textContent;
    open(false);
    onChange(item.textContent);
  };

  button.addEventListener('click', () => open(list.hidden));
  list.addEventListener('click', ({ target }) => items.includes(target) && choose(target));
  list.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key === 'Escape') open(false);
    else if (event.key === 'Enter' || event.key === ' ') choose(items[at]);
    else if (event.key in moves) items[Math.max(0, Math.min(items.length - 1, moves[event.key]))].focus();
    else return;
    event.preventDefault();
  });
  list.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget !== button && !items.includes(relatedTarget)) list.hidden = true;
  });
  return make('div', { className: 'dropdown' }, button, list);
}
