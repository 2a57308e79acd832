import type { ReplayReport } from '../dataset/replay/replay.ts';
import type { Selector } from '../lib/element.ts';
import type { Episode } from '../lib/episode.ts';
import { type Measurement, noted } from './measurement.ts';

/** A replay, and what it went by. */
interface Replayed {
  readonly recording: { readonly episodes: readonly Episode[] };
  readonly attempt: { readonly isRight: boolean; readonly reports: readonly ReplayReport[] };
}

/**
 * Which of the recorded ways counted most when elements were found, the most used first; and of the elements that had such
 * a way, how many it led to without the others, where the task came to the right end.
 */
export function strategyRows(outcomes: readonly Replayed[]): Measurement[] {
  const most = new Map<string, number>();
  const alone = new Map<string, { led: number; had: number }>();
  for (const { recording, attempt } of outcomes) {
    for (const [place, { steps }] of attempt.reports.entries()) {
      for (const { index, found } of steps) {
        if (!found) continue;
        most.set(found.kind, (most.get(found.kind) ?? 0) + 1);
        if (!attempt.isRight) continue;
        for (const kind of kindsOf(recording.episodes[place], index)) {
          const { led, had } = alone.get(kind) ?? { led: 0, had: 0 };
          alone.set(kind, { led: led + (found.alone.includes(kind) ? 1 : 0), had: had + 1 });
        }
      }
    }
  }
  const usedMost = [...most].toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`);
  const led = [...alone]
    .toSorted(([, a], [, b]) => b.led / b.had - a.led / a.had)
    .map(([kind, counts]) => `${kind} ${counts.led}/${counts.had}`);
  return [noted('  found by', usedMost.join(', ')), noted('  each way alone', led.join(', '))];
}

/** Kinds of the candidates that the target of a step had. */
function kindsOf(episode: Episode | undefined, index: number): Set<Selector['kind']> {
  const target = episode?.steps.find((step) => step.index === index)?.target;
  return new Set(target?.selectors.map(({ kind }) => kind));
}
