import { record } from '@rrweb/record';

// The bare recorder: as its readme starts it, with what it emits thrown away.
record({ emit: () => {} });
