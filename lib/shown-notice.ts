import type { Policy } from './policy.ts';
import { wantsScreenshots } from './wants-screenshots.ts';

/** What people are asked to read: the notice, and what else the policy has recorded. That asks anew. */
export function shownNotice({ notice, screenshots, pointerPath }: Policy): object {
  const extras = { ...(wantsScreenshots(screenshots) && { screenshots: true }), ...(pointerPath && { pointerPath }) };
  return { ...notice, ...extras };
}
