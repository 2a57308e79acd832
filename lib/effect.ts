import { z } from 'zod';
import { Count } from './units.ts';

/** A node of the episode: ids are rrweb’s, and mean something in their stream only. */
export const NodePlace = z
  .strictObject({
    stream: Count.describe('Place in `streams`.'),
    nodeId: Count.describe('rrweb node id in that stream.'),
  })
  .describe('A node of a page.');
export type NodePlace = z.infer<typeof NodePlace>;

export const SurfaceKind = z
  .enum(['menu', 'listbox', 'dialog', 'popup', 'tooltip', 'alert', 'status'])
  .describe(
    'Kinds of surfaces, by role or element: `dialog` is also an `alertdialog`, `popup` is anything else that popped up, `alert` and ' +
      '`status` are messages of a live region, assertive or polite: toasts.',
  );
export type SurfaceKind = z.infer<typeof SurfaceKind>;

/** How a surface came or went. */
export const SurfaceWay = z.enum(['node', 'visibility', 'expanded', 'text']);
export type SurfaceWay = z.infer<typeof SurfaceWay>;

export const Surface = NodePlace.extend({
  kind: SurfaceKind,
  by: SurfaceWay.describe(
    'What told: `node` was added or removed; its `visibility` changed; an element said that it was `expanded` or no longer, ' +
      'which is then the node; `text` came into it.',
  ),
}).describe('Something that lies over the page or speaks up: a menu, a dialog, a message.');
export type Surface = z.infer<typeof Surface>;

/** What of a control changed. */
export const ControlAspect = z.enum(['value', 'checked', 'selected', 'expanded', 'pressed']);
export type ControlAspect = z.infer<typeof ControlAspect>;

/** Most surfaces and changes that an effect lists: after that it is a new page rather than an effect. */
export const MAX_LISTED = 24;

export const Effect = z
  .strictObject({
    navigation: z
      .strictObject({
        url: z.string().describe('Where it led in the end, redacted.'),
        load: z.enum(['full', 'route']).describe('`full`: a document was loaded. `route`: the page itself went on.'),
      })
      .nullable()
      .describe('The tab went to another URL, or loaded it again.'),
    dialog: z
      .enum(['alert', 'confirm', 'prompt', 'beforeunload'])
      .nullable()
      .describe('A dialog of the browser came up. The next step answers it.'),
    tab: Count.nullable().describe('Number of the tab that it opened.'),
    opened: z.array(Surface).max(MAX_LISTED).describe('Surfaces that came up.'),
    closed: z.array(Surface).max(MAX_LISTED).describe('Surfaces that went away. Messages are not followed.'),
    changed: z
      .array(NodePlace.extend({ aspect: ControlAspect.describe('What of it changed.') }))
      .max(MAX_LISTED)
      .describe('Controls whose state changed, that of the action included, each once an aspect.'),
    scrolled: z
      .array(NodePlace)
      .max(MAX_LISTED)
      .describe('Boxes that were scrolled, or the document, each once: by the action itself too.'),
    focus: NodePlace.nullable().describe(
      'Where the focus was when the next gesture began. Null: where it had been, nowhere, or not known.',
    ),
    busy: z
      .array(z.enum(['loading', 'network']))
      .describe(
        '`loading`: a document was loaded, in the tab or anew in one of its frames. `network`: the page said that it was busy (`aria-busy`, a progress bar or spinner that came and went).',
      ),
    domChanges: Count.describe(
      'Nodes added or removed, texts and attributes changed. A document that was loaded counts as none.',
    ),
    settledMs: Count.describe('Time from the end of the gesture until the page was quiet, rounded to 100 ms.'),
  })
  .describe(
    'In short what followed: from the beginning of the gesture to the beginning of the next, in all frames of its tab. All ' +
      'empty: nothing that can be seen.',
  );
export type Effect = z.infer<typeof Effect>;
