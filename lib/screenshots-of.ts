import type { BareStep } from './effects.ts';
import type { Observation } from './episode.ts';
import type { Record as SealedRecord, ScreenshotRecord } from './record.ts';
import type { EpisodeScreenshot } from './screenshot.ts';
import { byMoment } from './totals.ts';

interface Numbers {
  readonly tabs: ReadonlyMap<number, number>;
  readonly places: ReadonlyMap<string, number>;
}

interface Observed {
  readonly steps: readonly BareStep[];
  readonly finalObservation: Observation;
}

/** The screenshots of an episode, and its observations with those that show them. */
export interface Pictured {
  readonly records: readonly ScreenshotRecord[];
  readonly screenshots: EpisodeScreenshot[];
  readonly steps: BareStep[];
  readonly finalObservation: Observation;
}

/** Finds for each observation the screenshot that shows it. Those of pages that the episode does not know are left out. */
export function screenshotsOf(
  records: readonly SealedRecord[],
  { tabs, places }: Numbers,
  observed: Observed,
): Pictured {
  const known = records
    .filter((record) => record.kind === 'screenshot')
    .filter(({ document, tab }) => places.has(document) && tabs.has(tab))
    .sort(byMoment);
  const screenshots = known.map(({ kind: _kind, id, data: _data, ledger: _ledger, ...rest }) => ({
    ...rest,
    tab: tabs.get(rest.tab) ?? 0,
    document: places.get(rest.document) ?? 0,
    file: screenshotFile(id),
  }));
  const { steps, finalObservation } = observed;
  const end = withScreenshot(finalObservation, steps.at(-1), screenshots);
  return {
    records: known,
    screenshots,
    steps: steps.map((step, index) => ({
      ...step,
      observation: withScreenshot(step.observation, steps[index - 1], screenshots),
    })),
    finalObservation: end,
  };
}

/** Where a screenshot is put, from the folder of the episodes. */
export const screenshotFile = (id: string): string => `screenshots/${id}.webp`;

/** The last that shows the page in front as it was after the step before: by the gesture itself, or by one since then. */
function withScreenshot(
  observation: Observation,
  before: BareStep | undefined,
  screenshots: readonly EpisodeScreenshot[],
): Observation {
  const { at, tab } = observation;
  const place = screenshots.findLastIndex(
    (shot) => shot.tab === tab && shot.from <= at && (shot.from === at || shot.from > (before?.until ?? 0)),
  );
  const found = screenshots[place];
  return found ? { ...observation, screenshot: { screenshot: place, ageMs: at - found.at } } : observation;
}
