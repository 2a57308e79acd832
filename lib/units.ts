import { z } from 'zod';

/** A moment: integer milliseconds since the Unix epoch, on the clock of the page (`performance.timeOrigin + timeStamp`). */
export const Moment = z.number().int().nonnegative();

/** A length in CSS pixels of the viewport of the frame that it was measured in. */
export const Pixels = z.number();

export const Count = z.number().int().nonnegative();

export const Box = z
  .strictObject({ x: Pixels, y: Pixels, width: Pixels, height: Pixels })
  .describe('Rectangle in CSS pixels, relative to the viewport of the frame it is in.');
export type Box = z.infer<typeof Box>;

export const Point = z.strictObject({ x: Pixels, y: Pixels }).describe('A point in CSS pixels.');
export type Point = z.infer<typeof Point>;

/** Lower-case hex SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A version 4 UUID. */
export const Uuid = z.uuid({ version: 'v4' });

/** A place in the text of an element: how many characters of its text content, or of a field's value, come before it. */
export const TextPlace = Count;
