import { record } from '@rrweb/record';
import { timeSnapshot } from './time-snapshot.ts';

timeSnapshot((emit) => void record({ emit }));
