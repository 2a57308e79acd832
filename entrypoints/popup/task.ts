import { html, nothing } from 'lit-html';
import { MAX_INSTRUCTION } from '../../lib/instruction.ts';
import type { Reply } from '../../lib/messages.ts';
import type { Outcome } from '../../lib/task.ts';
import type { Text } from '../../lib/text.ts';
import type { Act } from './view.ts';

type Label = Reply<'getStatus'>['task'];

/** Where the person says what the task is, and that it is over; and corrects what they said. */
export function taskView(label: Label, text: Text, act: Act) {
  const end = async (event: Event, outcome: Outcome) => {
    const field = (event.currentTarget as HTMLButtonElement).form?.elements.namedItem('instruction');
    await act('labelTask', { episode: 'open', instruction: taken(field), outcome }, null);
    await act('endTask', {}, 'end_task_done');
  };
  const note = async (event: SubmitEvent) => {
    event.preventDefault();
    const instruction = taken((event.currentTarget as HTMLFormElement).elements.namedItem('instruction'));
    if (instruction) await act('labelTask', { episode: 'open', instruction, outcome: null }, 'task_noted');
  };
  return html`
    <form class="task" @submit=${note}>
      <label for="instruction"><h2>${text.say('task_title')}</h2></label>
      <input
        id="instruction"
        name="instruction"
        maxlength=${MAX_INSTRUCTION}
        autocomplete="off"
        aria-describedby="task-hint"
      />
      <p id="task-hint" class="soft">
        ${label?.instruction ? text.say('task_known', label.instruction) : text.say('task_hint')}
      </p>
      <div class="ends">
        <button type="button" @click=${(event: Event) => end(event, 'done')}>${text.say('end_task')}</button>
        <button type="button" @click=${(event: Event) => end(event, 'gave_up')}>${text.say('give_up_task')}</button>
      </div>
    </form>
    ${label?.outcome ? correctionView(label.outcome, text, act) : nothing}
  `;
}

/** The task that is over, while it has not been sent. */
function correctionView(outcome: Outcome, text: Text, act: Act) {
  const other = outcome === 'done' ? 'gave_up' : 'done';
  const correct = () => act('labelTask', { episode: 'last', instruction: null, outcome: other }, 'task_corrected');
  return html`
    <p class="correction">
      ${text.say(`task_ended_${outcome}`)} <button @click=${correct}>${text.say(`task_correct_${other}`)}</button>
    </p>
  `;
}

/** What was written, which is then taken out of the field. */
function taken(field: unknown): string | null {
  if (!(field instanceof HTMLInputElement)) return null;
  const written = field.value.trim();
  field.value = '';
  return written === '' ? null : written;
}
