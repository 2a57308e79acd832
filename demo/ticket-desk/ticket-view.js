import { addMessage, changeTicket, choices, readTicket } from './api.js';
import { field, make, select } from './dom.js';
import { dropdown } from './dropdown.js';
import { badge } from './list-view.js';
import { solveDialog } from './solve-dialog.js';
import { toast } from './toast.js';

const ME = 'Ada Okafor';

/** One ticket: conversation, reply, and what can be changed. */
export async function ticketView(id) {
  const [ticket, { agents }] = await Promise.all([readTicket(id), choices()]);
  const status = make('span', {}, badge(ticket.status));
  const conversation = make('div', { className: 'conversation' }, ...ticket.messages.map(message));

  const editor = make('iframe', { className: 'editor', src: 'reply-editor.html', title: 'Reply' });
  const sendReply = make('button', { type: 'button', className: 'primary', textContent: 'Send reply' });
  sendReply.addEventListener('click', async () => {
    const text = editor.contentDocument.querySelector('[contenteditable]');
    if (!text.textContent.trim()) return toast('Write something first');
    const sent = { from: ME, html: text.innerHTML };
    await addMessage(id, sent);
    conversation.append(message(sent));
    text.replaceChildren();
    toast('Reply sent');
  });

  const solve = make('button', { type: 'button', textContent: 'Solve …' });
  solve.addEventListener('click', async () => {
    const solution = await solveDialog();
    if (!solution) return;
    await changeTicket(id, { status: 'Solved', ...solution });
    status.replaceChildren(badge('Solved'));
    toast(`Ticket ${id} solved`);
  });

  return make(
    'section',
    { className: 'ticket' },
    make('div', { className: 'heading' }, make('h1', { textContent: ticket.subject }), status),
    make(
      'div',
      { className: 'columns' },
      make('div', {}, conversation, editor, make('div', { className: 'buttons' }, sendReply, solve)),
      properties(ticket, agents),
    ),
  );
}

function properties(ticket, agents) {
  const save = async (change, text) => {
    await changeTicket(ticket.id, change);
    toast(text);
  };
  const priority = select('priority', ['Low', 'Normal', 'High', 'Urgent'], ticket.priority);
  priority.addEventListener('change', () => save({ priority: priority.value }, 'Priority saved'));
  const due = make('input', { type: 'date', name: 'due', value: ticket.due });
  due.addEventListener('change', () => save({ due: due.value }, 'Due date saved'));
  const { name, email, phone } = ticket.requester;
  return make(
    'aside',
    { 'aria-label': 'Properties' },
    dropdown({
      label: 'Assigned to',
      options: agents,
      value: ticket.assignee,
      onChange: (assignee) => save({ assignee }, `Assigned to ${assignee}`),
    }),
    field('Priority', priority),
    field('Due', due),
    make('h2', { textContent: 'Requester' }),
    make(
      'address',
      {},
      make('div', {}, make('strong', { textContent: name })),
      make('div', {}, make('a', { href: `mailto:${email}`, textContent: email })),
      make('div', { textContent: phone }),
    ),
  );
}

function message({ from, html }) {
  const isMine = from === ME;
  return make(
    'article',
    { className: isMine ? 'message mine' : 'message' },
    make('h3', { textContent: from }),
    make('div', { innerHTML: html }),
  );
}
