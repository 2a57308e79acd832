import { setTimeout } from 'node:timers/promises';
import { type EpisodeName, openSealedData } from '../../dataset/sealed-data.ts';

/** How often to look, ms. */
const LOOK = 250;

/** The collector's folder of sealed episodes, and what was in it before the demonstration began. */
export interface Arrivals {
  /** Waits for episodes that were not there at the beginning. Undefined when `signal` says that it is enough. */
  readonly next: (signal: AbortSignal) => Promise<EpisodeName[] | undefined>;
}

export async function watchArrivals(dataFolder: string): Promise<Arrivals> {
  const list = async (): Promise<EpisodeName[]> => {
    const data = await openSealedData(dataFolder).catch(() => undefined); // Nothing was ever sent: no folder yet.
    return (await data?.list()) ?? [];
  };
  const before = new Set((await list()).map(({ episode }) => episode));
  return {
    next: async (signal) => {
      while (!signal.aborted) {
        const found = (await list()).filter(({ episode }) => !before.has(episode));
        if (found.length > 0) return found;
        await setTimeout(LOOK);
      }
      return undefined;
    },
  };
}
