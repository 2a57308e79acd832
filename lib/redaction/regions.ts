import type { Region } from './region.ts';

/** Nodes of one region whose ids follow each other, as the ids of a snapshot do. */
export type RegionRun = readonly [region: Region, from: number, to: number];

/** What the nodes of a document speak of, by their ids. */
export interface Regions {
  get(id: number): Region | undefined;
  set(id: number, region: Region | undefined): void;
  clear(): void;
  /** All of it in few words: it is written down with every batch. */
  runs(): RegionRun[];
}

const NAMES: readonly (Region | undefined)[] = [undefined, 'label', 'heading', 'navigation', 'data'];
/** Most ids, from the first on, that have a place in the list. */
const MAX_LISTED = 1 << 20;

/** Has the ids of a snapshot, which follow each other, in a list: it is quicker than a map. Others are in a map. */
export function createRegions(runs: readonly RegionRun[]): Regions {
  /** The number of each region, from the id `first` on. */
  let list = new Uint8Array(0);
  let first = 0;
  let end = 0;
  const others = new Map<number, Region>();

  function placeOf(id: number): number {
    if (!Number.isSafeInteger(id)) return -1;
    if (end === 0) first = id;
    return id - first < MAX_LISTED ? id - first : -1;
  }

  function grow(place: number): void {
    const larger = new Uint8Array(Math.max(1_024, place + 1, list.length * 2));
    larger.set(list);
    list = larger;
  }

  const regions: Regions = {
    get(id) {
      const place = id - first;
      // Outside of the list, and for what is no whole number, it has nothing.
      const number = place < end ? list[place] : undefined;
      return number === undefined ? others.get(id) : NAMES[number];
    },
    set(id, region) {
      const place = placeOf(id);
      if (place < 0) {
        if (region) others.set(id, region);
        else others.delete(id);
        return;
      }
      if (place >= list.length) grow(place);
      list[place] = NAMES.indexOf(region);
      end = Math.max(end, place + 1);
    },
    clear() {
      list.fill(0, 0, end);
      end = 0;
      others.clear();
    },
    runs() {
      const found: [Region, number, number][] = [];
      const add = (id: number, region: Region): void => {
        const last = found.at(-1);
        if (last?.[0] === region && last[2] === id - 1) last[2] = id;
        else found.push([region, id, id]);
      };
      for (let place = 0; place < end; place += 1) {
        const region = NAMES[list[place] ?? 0];
        if (region) add(first + place, region);
      }
      for (const [id, region] of [...others].sort(([one], [other]) => one - other)) add(id, region);
      return found;
    },
  };
  // Counted in steps: beyond some number, the next one is the same.
  for (const [region, from, to] of runs)
    for (let step = 0; step <= to - from; step += 1) regions.set(from + step, region);
  return regions;
}
