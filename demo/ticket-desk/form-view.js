import { choices, createTicket } from './api.js';
import { field, make, select } from './dom.js';
import { open } from './router.js';
import { toast } from './toast.js';

/** The form for a new ticket. */
export async function formView() {
  const { categories } = await choices();
  const input = (name, type = 'text', more = {}) => make('input', { name, type, ...more });
  const priorities = ['Low', 'Normal', 'High'].map((value) =>
    make('label', { className: 'choice' }, input('priority', 'radio', { value, checked: value === 'Normal' }), value),
  );
  const form = make(
    'form',
    { className: 'new-ticket' },
    make(
      'div',
      { className: 'pair' },
      field('Name', input('name', 'text', { required: true })),
      field('E-mail', input('email', 'email')),
    ),
    make(
      'div',
      { className: 'pair' },
      field('Telephone', input('phone', 'tel')),
      field('Category', select('category', categories, 'Other')),
    ),
    field('Subject', input('subject', 'text', { required: true })),
    field('What happened?', make('textarea', { name: 'text', rows: 5 })),
    make('fieldset', {}, make('legend', { textContent: 'Priority' }), ...priorities),
    make('div', { className: 'pair' }, field('Due', input('due', 'date')), field('Attachment', input('file', 'file'))),
    make('label', { className: 'choice' }, input('notify', 'checkbox'), 'Tell the requester by e-mail'),
    make('div', { className: 'buttons' }, make('button', { className: 'primary', textContent: 'Create ticket' })),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { name, email, phone, text, subject, category, priority, due } = Object.fromEntries(new FormData(form));
    const messages = [{ from: name, html: make('p', { textContent: text }).outerHTML }];
    const ticket = { subject, category, priority, due, requester: { name, email, phone }, messages };
    const { id } = await createTicket(ticket);
    toast(`Ticket ${id} created`);
    open(`/tickets/${id}`);
  });
  return make('section', {}, make('h1', { textContent: 'New ticket' }), form);
}
