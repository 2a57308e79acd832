import type { Episode, Step } from '../lib/episode.ts';
import type { Alignment } from './replay-alignment.ts';
import type { Telling } from './replay-deeds.ts';
import type { Recording } from './replay-recorder.ts';
import type { Attempt } from './replay-run.ts';
import { isAsExpected } from './tasks/page-state.ts';
import type { Task } from './tasks/task.ts';

interface Tried {
  readonly task: Task;
  readonly variation: string;
  readonly recording: Recording;
  readonly telling: Telling;
  readonly attempt: Attempt;
  readonly alignment?: Alignment;
}

/** What went wrong with a task, for whoever has to mend it. Nothing, if nothing did. */
export function failureLines({ task, variation, recording, telling, attempt, alignment }: Tried): string[] {
  const misfits = alignment?.misfits ?? [];
  const told = telling.missed.length + telling.invented.length + misfits.length;
  if (attempt.isRight && (told === 0 || variation !== 'plain')) return [];
  const lines = [`\n${attempt.isRight ? '△' : '✗'} ${task.name} (${task.family}), ${variation}`];
  if (!isAsExpected(task, recording.state)) lines.push(`  the person ended with ${JSON.stringify(recording.state)}`);
  if (recording.episodes.length !== 1) lines.push(`  ${recording.episodes.length} episodes arrived`);
  if (!attempt.isRight)
    lines.push(`  ended with ${JSON.stringify(attempt.state)}`, `  expected   ${JSON.stringify(task.expected)}`);
  if (attempt.error) lines.push(`  ${attempt.error}`);
  for (const { words } of telling.missed) lines.push(`  not told: ${words}`);
  for (const { index, action } of telling.invented) lines.push(`  nobody did step ${index}: ${action.type}`);
  for (const { step, reason } of misfits) lines.push(`  step ${step.index}, before: ${reason}`);
  recording.episodes.forEach((episode, place) => {
    lines.push(...gapLines(episode), ...stepLines(episode, attempt.reports[place]));
  });
  return lines;
}

function gapLines({ gaps }: Episode): string[] {
  return gaps.map(({ reason }) => `  gap: ${reason}`);
}

function stepLines({ steps }: Episode, report: Attempt['reports'][number] | undefined): string[] {
  return steps.flatMap((step) => {
    const told = report?.steps.find(({ index }) => index === step.index);
    const found = told?.found ? ` by ${told.found.kind}` : '';
    const line = `  ${step.index} ${told?.outcome ?? 'not tried'}${found} ${shortly(step)}`;
    return [line, ...(told?.differences ?? []).map((difference) => `      ${difference}`)];
  });
}

function shortly({ action, target }: Step): string {
  const { type, ...rest } = action;
  const of = target ? ` ${target.tag} ${target.role} “${target.name.slice(0, 40)}” ${target.selectors[0]?.value}` : '';
  return `${type}${of} ${JSON.stringify(rest).slice(0, 160)}`;
}
