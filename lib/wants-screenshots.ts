import type { ScreenshotPlan } from './screenshot.ts';

/** True when a plan has any screenshots taken. */
export const wantsScreenshots = ({ onAction, everySeconds }: ScreenshotPlan): boolean => onAction || everySeconds > 0;
