import { formView } from './form-view.js';
import { listView } from './list-view.js';
import { ticketView } from './ticket-view.js';

/** Goes to another view without loading the page again. */
export function open(path) {
  history.pushState({}, '', path);
  return show();
}

/** Shows the view that the address names. */
export async function show() {
  const [, , id] = location.pathname.split('/');
  const view = await (id === undefined ? listView() : id === 'new' ? formView() : ticketView(id));
  document.querySelector('#view').replaceChildren(view);
  document.title = `${view.querySelector('h1').textContent} · Ticket desk`;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
