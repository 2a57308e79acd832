import { followGestures, type Gestures } from '../gestures.ts';
import type { Tools } from './tools.ts';
import { trackCheck } from './track-check.ts';
import { trackClick } from './track-click.ts';
import { trackClipboard } from './track-clipboard.ts';
import { trackDialog } from './track-dialog.ts';
import { trackDrag } from './track-drag.ts';
import { trackFill } from './track-fill.ts';
import { trackHover } from './track-hover.ts';
import { trackPress } from './track-press.ts';
import { trackScroll } from './track-scroll.ts';
import { trackSelect } from './track-select.ts';
import { trackSelectText } from './track-select-text.ts';
import { trackSubmit } from './track-submit.ts';
import { trackTab } from './track-tab.ts';
import { trackTyping } from './track-typing.ts';
import { trackUpload } from './track-upload.ts';
import { trackWheel } from './track-wheel.ts';

/** Starts all trackers. A fill is committed before the gesture that ends it is aimed; gestures are aimed before they are told. */
export function startTrackers(tools: Omit<Tools, 'gestures'>): Gestures {
  const gestures = followGestures(tools.listen, tools.observer, tools.signal);
  const all = { ...tools, gestures };
  for (const track of [trackFill, trackTyping, trackHover]) track(all);
  // What a movement was decides whether there is a click: a drag, then a selection.
  for (const track of [trackDrag, trackSelectText, trackCheck, trackClick, trackSelect, trackUpload]) track(all);
  for (const track of [trackPress, trackClipboard, trackSubmit, trackScroll, trackWheel, trackDialog, trackTab])
    track(all);
  return gestures;
}
