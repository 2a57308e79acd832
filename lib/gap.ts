import { z } from 'zod';
import { Count, Moment } from './units.ts';

/** Why something that happened is not in the data. */
export const GapReason = z
  .enum([
    'paused',
    'off_schedule',
    'switched_off',
    'frame_not_covered',
    'worker_down',
    'lost',
    'began_late',
    'dropped',
    'throttled',
    'updated',
    'browser_stopped',
    'unload_unconfirmed',
    'redaction_failed',
    'budget',
    'screenshot_moved',
    'screenshot_unmeasured',
    'screenshot_refused',
  ])
  .describe(
    '`paused`: by the person. `off_schedule`: outside the policy’s hours. `switched_off`: the policy or the answer to the notice changed. `frame_not_covered`: a frame on the page is not ' +
      'monitored. `worker_down`: the page could not reach the extension for so long that it could hold no more. `lost`: batch numbers are missing. `began_late`: recording came into a page that was ' +
      'there already, as after a start or an update. `dropped`: ' +
      'a batch came too late for its episode. `throttled`: recording slowed itself down to spare the page. `updated`: the ' +
      'extension was replaced under the page. `browser_stopped`: the browser ended without closing the recording. ' +
      '`unload_unconfirmed`: the page went away and its last batch may not have arrived. `redaction_failed`: data was ' +
      'dropped because it could not be redacted. `budget`: the disk budget was reached. `screenshot_moved`: no screenshot, since the page moved or changed meanwhile. ' +
      '`screenshot_unmeasured`: no screenshot, since what would have to be covered on the page cannot be measured. ' +
      '`screenshot_refused`: no screenshot, since the browser’s quota was used up or the tab was not in front.',
  );
export type GapReason = z.infer<typeof GapReason>;

export const Gap = z
  .strictObject({
    reason: GapReason.describe('Why it could not be recorded.'),
    from: Moment.describe('When it began.'),
    to: Moment.nullable().describe('Null: it lasted to the end of the episode, or the end is not known.'),
    count: Count.describe('Things known to be missing: events, batches or frames, by the reason. 0: not known.'),
  })
  .describe('Something that could not be recorded, so that a hole never looks like inaction.');
export type Gap = z.infer<typeof Gap>;

/** True for a gap in what was recorded of pages and of what was done; a missing screenshot is none. */
export const isOfStreams = ({ reason }: Gap): boolean => !reason.startsWith('screenshot_');
