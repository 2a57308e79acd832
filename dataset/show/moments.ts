import type { Episode, Observation, Step } from '../../lib/episode.ts';
import type { ScenePlace } from './scenes.ts';
import type { Moment, Target } from './viewer.ts';

/** The moments that the page can show: before each step, and at the end. */
export function momentsOf({ steps, finalObservation }: Episode, places: readonly (ScenePlace | null)[]): Moment[] {
  const observed: { readonly observation: Observation; readonly step?: Step }[] = [
    ...steps.map((step) => ({ observation: step.observation, step })),
    { observation: finalObservation },
  ];
  return observed.map(({ observation, step }, index) => {
    const place = places[index] ?? null;
    return {
      place: place && { scene: place.scene, time: place.time, owners: place.owners },
      target: place && step ? targetOf(step, observation, place) : null,
    };
  });
}

function targetOf(
  { target, action, pointerPath = [] }: Step,
  { document }: Observation,
  place: ScenePlace,
): Target | null {
  const path = action.type === 'drag' ? action.path : pointerPath;
  if (!target || document === null) return null;
  const { nodeId, box, point } = target;
  return {
    nodeId: nodeId === null ? null : (place.idOf(document, nodeId) ?? null),
    rootId: place.rootOf(document) ?? null,
    box,
    point,
    path,
  };
}
