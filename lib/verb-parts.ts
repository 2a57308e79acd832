import { z } from 'zod';
import { Count, Point } from './units.ts';

/** A press that was held for longer than a click is, in ms; rounded to 100 ms. */
export const Held = Count.optional().describe(
  'How long the pointer was held down, rounded to 100 ms, where that was longer than half a second. Absent: a plain click.',
);

/** A pointer that moved less than a drag does. */
export const Moved = Point.optional().describe(
  'How far right and down from where it was pressed the pointer was released, where that was more than 2 px, ' +
    'or the target has gone with it: a handle, a pen or a knob. Absent: in the same place.',
);

export const Modifiers = z
  .array(z.enum(['Alt', 'Control', 'Meta', 'Shift']))
  .describe('Modifier keys held down, by their Playwright names.');

/** Browsers report what a script does to a tab as if the person had done it; the page knows better. */
export const Scripted = z
  .literal(true)
  .optional()
  .describe('A script of the page did it, as the page says. Absent: the person did, as far as is known.');
