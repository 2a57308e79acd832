import { make } from './dom.js';

/** Tells, in passing, that something is done. */
export function toast(text) {
  const element = make('div', { className: 'toast', textContent: text });
  document.querySelector('.toasts').append(element);
  setTimeout(() => element.remove(), 4000);
}
