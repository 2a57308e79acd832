import type { Region } from './region.ts';

/** Nodes of one region whose ids follow each other, as the ids of a snapshot do. */
export type RegionRun = readonly [region: Region, from: number, to: number];

/** Regions of nodes in few words: they are written down with every batch. */
export function regionRuns(regions: ReadonlyMap<number, Region>): RegionRun[] {
  const runs: [Region, number, number][] = [];
  // Numbers of one type are sorted without asking for each pair.
  for (const id of Float64Array.from([...regions.keys()]).sort()) {
    const region = regions.get(id);
    if (region === undefined) continue;
    const last = runs.at(-1);
    if (last?.[0] === region && last[2] === id - 1) last[2] = id;
    else runs.push([region, id, id]);
  }
  return runs;
}

export function regionsOf(runs: readonly RegionRun[]): Map<number, Region> {
  const regions = new Map<number, Region>();
  for (const [region, from, to] of runs) for (let id = from; id <= to; id += 1) regions.set(id, region);
  return regions;
}
