import type { Completeness, CompletenessRule } from './completeness.ts';
import type { CapturedAction, Observation, Step } from './episode.ts';
import type { Gap } from './gap.ts';
import type { Shown, Scene } from './observe.ts';
import type { Stage } from './stage.ts';

/** The parts of an episode that are checked. */
export interface Checked {
  readonly scene: Scene;
  readonly steps: readonly Step[];
  readonly finalObservation: Observation;
  readonly gaps: readonly Gap[];
}

/** Checks every rule of completeness. */
export function checkCompleteness(episode: Checked, stage: Stage): Completeness {
  const checks: readonly [CompletenessRule, readonly number[] | boolean][] = [
    ['begins_with_observation', beginsWithObservation(episode)],
    ['ends_with_observation', endsWithObservation(episode)],
    ['steps_consecutive', placesOf(episode.steps, ({ index }, place) => index !== place)],
    ['captured_accounted', accountsForAll(episode)],
    ['targets_or_reasons', placesOf(episode.steps, ({ noTarget }) => noTarget === 'unknown')],
    ['frames_accounted', placesOf(episode.steps, ({ observation }) => hasUnknownFrames(observation, episode, stage))],
    ['clocks_monotonic', placesOf(episode.steps, (step, place) => isOutOfTime(step, episode.steps[place - 1]))],
    ['clocks_monotonic', streamsRunForward(episode) && endsLast(episode)],
    ['frames_accounted', !hasUnknownFrames(episode.finalObservation, episode, stage)],
  ];
  const broken = checks.flatMap(([rule, result]) => {
    const steps = typeof result === 'boolean' ? [] : [...result];
    return result === true || (result !== false && steps.length === 0) ? [] : [{ rule, steps }];
  });
  return { isComplete: broken.length === 0, broken };
}

function placesOf(steps: readonly Step[], isWrong: (step: Step, place: number) => boolean): number[] {
  return steps.flatMap((step, place) => (isWrong(step, place) ? [place] : []));
}

function beginsWithObservation({ steps }: Checked): boolean {
  const first = steps[0];
  return first === undefined || first.action.type === 'goto' || first.observation.streams.length > 0;
}

/** Once the last tab is closed there is nothing more to see. */
function endsWithObservation({ steps, finalObservation }: Checked): boolean {
  return finalObservation.streams.length > 0 || (steps.length > 0 && finalObservation.tabs.length === 0);
}

function accountsForAll({ scene, steps }: Checked): boolean {
  const named = steps.flatMap(({ captured }) => captured).sort((a, b) => a - b);
  return named.length === scene.captured.length && named.every((place, index) => place === index);
}

function isOutOfTime({ at, until, observation }: Step, before: Step | undefined): boolean {
  return until < at || observation.at !== at || at < (before?.at ?? 0);
}

function streamsRunForward({ scene: { streams, captured } }: Checked): boolean {
  const isForward = (moments: readonly number[]) => moments.every((at, place) => at >= (moments[place - 1] ?? 0));
  const isWhole = ({ at, until }: CapturedAction) => until >= at;
  return (
    streams.every(({ events }) => isForward(events.map(({ timestamp }) => timestamp))) &&
    isForward(captured.map(({ at }) => at)) &&
    captured.every(isWhole)
  );
}

function endsLast({ steps, finalObservation }: Checked): boolean {
  return steps.every(({ until }) => until <= finalObservation.at);
}

/** A frame that is seen in the page, or known to be there, and of which neither a stream nor a gap tells. */
function hasUnknownFrames({ at, streams: shown }: Observation, { scene, gaps }: Checked, stage: Stage): boolean {
  // That a frame is not covered is told when it is noticed, and it was not before either.
  if (gaps.some(({ reason, from, to }) => reason === 'frame_not_covered' || (from <= at && (to ?? at) >= at)))
    return false;
  const seen = new Set(shown.map(({ stream }) => scene.streams[stream]?.document));
  return shown.some(({ stream, events }) => {
    const page = stage.pageAt(stream, events);
    const frames = ['iframe', 'frame'].flatMap((tag) => page.tagged(tag)).filter(({ id }) => !page.isHidden(id));
    const known = scene.streams[stream]?.frames ?? [];
    return frames.some(
      ({ id }) => !known.some(({ nodeId, document }) => nodeId === id && isAccounted(document, seen, scene, at)),
    );
  });
}

/** A frame that has not begun, or is being replaced, at that moment has nothing to show. */
function isAccounted(
  document: number,
  seen: ReadonlySet<number | undefined>,
  { documents }: Scene,
  at: number,
): boolean {
  const other: Shown | undefined = documents[document];
  return seen.has(document) || (other !== undefined && (other.from > at || other.gone < at));
}
