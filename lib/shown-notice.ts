import type { Policy } from './policy.ts';
import { wantsScreenshots } from './wants-screenshots.ts';

/** What people are asked to read: the notice, and with it whether there are screenshots. Those ask anew. */
export const shownNotice = ({ notice, screenshots }: Policy): object =>
  wantsScreenshots(screenshots) ? { ...notice, screenshots: true } : notice;
