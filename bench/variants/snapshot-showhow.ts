import { createCostMeter } from '../../entrypoints/recorder.content/cost-meter.ts';
import { deferMutations } from '../../entrypoints/recorder.content/deferred-mutations.ts';
import { quietRrweb } from '../../entrypoints/recorder.content/quiet-rrweb.ts';
import { createSnapshots } from '../../entrypoints/recorder.content/snapshots.ts';
import { timeSnapshot } from './time-snapshot.ts';

timeSnapshot((emit) => {
  quietRrweb();
  const meter = createCostMeter();
  const mutations = deferMutations(meter, () => {});
  createSnapshots({ emit: (_at, event) => emit(event), mutations, meter }).begin();
});
