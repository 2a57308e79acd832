import type { CapturedAction, Episode, Step } from './episode.ts';
import type { Cut } from './manifest.ts';
import type { LabelRecord } from './record.ts';
import type { Task } from './task.ts';

/** The task of an episode: what the person said last, otherwise what its last telling step proposes. */
export function taskOf(
  labels: readonly LabelRecord[],
  { steps, captured }: Pick<Episode, 'steps' | 'captured'>,
  { rule }: Cut,
): Task {
  const inOrder = labels.toSorted((a, b) => a.at - b.at);
  const said = inOrder.findLast(({ instruction }) => instruction !== null)?.instruction;
  const marked = rule === 'mark' ? 'done' : 'unknown';
  const outcome = inOrder.findLast((label) => label.outcome !== null)?.outcome ?? marked;
  if (said) return { instruction: said, source: 'person', outcome };
  const instruction = proposal(steps, captured);
  return { instruction, source: instruction === null ? 'none' : 'proposed', outcome };
}

const PRESSED = ['button', 'menuitem', 'link', 'option'];

/** “Create ticket” on “New ticket”: the last thing that was pressed, by its name, and that submitted something or was answered. */
function proposal(steps: readonly Step[], captured: readonly CapturedAction[]): string | null {
  const last = steps.findLast(({ action, target, effect, flags, captured: raw }) => {
    const isPress = (action.type === 'click' || action.type === 'press') && PRESSED.includes(target?.role ?? '');
    const isSubmit = raw.some((place) => captured[place]?.action.type === 'submit');
    const isAnswered =
      isSubmit ||
      effect.navigation ||
      effect.busy.length > 0 ||
      effect.opened.some(({ kind }) => kind === 'status' || kind === 'alert');
    return isPress && isAnswered && target?.name && !flags.includes('undone') && !flags.includes('detour');
  });
  const title = last?.observation.page?.title;
  return last?.target ? `“${last.target.name}”${title ? ` on “${title}”` : ''}` : null;
}
