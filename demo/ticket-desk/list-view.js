import { choices, listTickets } from './api.js';
import { make } from './dom.js';
import { dropdown } from './dropdown.js';

const filters = { text: '', status: 'Open', assignee: 'Everybody' };

/** All tickets, with filters. */
export async function listView() {
  const [tickets, { agents }] = await Promise.all([listTickets(), choices()]);
  const body = make('tbody');
  const summary = make('p', { className: 'summary' });

  const show = () => {
    const found = tickets.filter(
      (ticket) =>
        (filters.status === 'All' || ticket.status === filters.status) &&
        (filters.assignee === 'Everybody' || ticket.assignee === filters.assignee) &&
        `${ticket.subject} ${ticket.requester.name}`.toLowerCase().includes(filters.text.toLowerCase()),
    );
    body.replaceChildren(...found.map(row));
    summary.textContent = found.length === 1 ? '1 ticket' : `${found.length} tickets`;
  };

  const search = make('input', { type: 'search', placeholder: 'Search tickets', value: filters.text });
  search.setAttribute('aria-label', 'Search tickets');
  search.addEventListener('input', () => ((filters.text = search.value), show()));

  const tabs = ['Open', 'Waiting', 'Solved', 'All'].map((status) => {
    const tab = make('button', { type: 'button', textContent: status });
    tab.setAttribute('aria-pressed', String(filters.status === status));
    tab.addEventListener('click', () => {
      filters.status = status;
      for (const other of tabs) other.setAttribute('aria-pressed', String(other === tab));
      show();
    });
    return tab;
  });

  const assignee = dropdown({
    label: 'Assigned to',
    options: ['Everybody', ...agents],
    value: filters.assignee,
    onChange: (value) => ((filters.assignee = value), show()),
  });

  show();
  const heads = ['No.', 'Subject', 'From', 'Priority', 'Assigned to', 'Due'];
  return make(
    'section',
    {},
    make('h1', { textContent: 'Tickets' }),
    make('div', { className: 'filters' }, make('div', { className: 'tabs', role: 'group' }, ...tabs), search, assignee),
    summary,
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, ...heads.map((textContent) => make('th', { textContent, scope: 'col' })))),
      body,
    ),
  );
}

function row(ticket) {
  const subject = make('a', { href: `/tickets/${ticket.id}`, textContent: ticket.subject });
  const cells = [ticket.id, subject, ticket.requester.name, badge(ticket.priority), ticket.assignee, ticket.due];
  return make('tr', { 'data-testid': `ticket-${ticket.id}` }, ...cells.map((cell) => make('td', {}, cell)));
}

export function badge(text) {
  return make('span', { className: `badge ${text.toLowerCase()}`, textContent: text });
}
