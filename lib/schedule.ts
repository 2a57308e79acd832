import { z } from 'zod';

const ClockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time such as 08:30');

/** The hours in which recording may happen. */
export const Schedule = z.strictObject({
  days: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .describe('Days of the week, in the device’s time zone, on which recording may happen.'),
  from: ClockTime.describe('Start of the daily window, `HH:MM`, in the device’s time zone.'),
  to: ClockTime.describe('End of the daily window, `HH:MM`, exclusive; after `from`. `24:00` is the end of the day.'),
});
export type Schedule = z.infer<typeof Schedule>;

/** Local wall-clock time of the device, as the schedule needs it. */
export interface LocalTime {
  /** 0 is Sunday, as `Date.getDay()` counts. */
  readonly day: number;
  /** `HH:MM`. */
  readonly time: string;
}

/** True when the policy's schedule allows recording at `now`. */
export function isScheduled({ days, from, to }: Schedule, now: LocalTime): boolean {
  const day = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[now.day];
  return day !== undefined && days.includes(day) && now.time >= from && now.time < to;
}
