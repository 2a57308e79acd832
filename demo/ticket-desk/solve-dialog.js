import { field, make, select } from './dom.js';

/** Asks how a ticket was solved. Resolves with undefined when the person thinks better of it. */
export function solveDialog() {
  const how = select('solution', ['Explained', 'Corrected', 'Replaced', 'No longer needed'], 'Explained');
  const note = make('textarea', { name: 'note', rows: 3 });
  const cancel = make('button', { type: 'button', textContent: 'Cancel' });
  const confirm = make('button', { type: 'submit', className: 'primary', textContent: 'Solve ticket', value: 'solve' });
  const form = make(
    'form',
    { method: 'dialog' },
    make('h2', { textContent: 'Solve this ticket?', id: 'solve-title' }),
    field('How', how),
    field('Note for colleagues', note),
    make('div', { className: 'buttons' }, confirm, cancel),
  );
  const dialog = make('dialog', { 'aria-labelledby': 'solve-title' }, form);
  cancel.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'solve' ? { solution: how.value, note: note.value } : undefined);
    }),
  );
}
