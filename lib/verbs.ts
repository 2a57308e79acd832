import { z } from 'zod';
import { Element } from './element.ts';
import { Held, Modifiers, Moved, Scripted } from './verb-parts.ts';
import { Count, Point, TextPlace } from './units.ts';

/** The name of an action. */
export type Verb = z.infer<ReturnType<typeof verbs<z.ZodString>>[number]>['type'];

/** The vocabulary of actions, in the verbs of BrowserGym and Playwright; `value` is what a typed value looks like. */
export function verbs<V extends z.ZodType>(value: V) {
  return [
    z
      .strictObject({
        type: z.literal('click'),
        button: z.enum(['left', 'middle', 'right']).describe('Mouse button.'),
        clickCount: Count.describe(
          'Which click of a series in one place this is: the second click of a double click has 2.',
        ),
        modifiers: Modifiers,
        heldMs: Held,
        moved: Moved,
      })
      .describe('A click on the element; with `heldMs`, press and hold.'),
    z
      .strictObject({ type: z.literal('dblclick'), modifiers: Modifiers })
      .describe('A double click: reduced from its two clicks.'),
    z
      .strictObject({ type: z.literal('hover') })
      .describe(
        'The pointer came to rest on the element, and what that showed or changed the next action needed: a menu that ' +
          'opens under the pointer.',
      ),
    z
      .strictObject({
        type: z.literal('fill'),
        value: value.describe('What the field held in the end.'),
        typed: value
          .optional()
          .describe(
            'What the person put in, where the page made something else of it: a format, a completion, chips. Absent: ' +
              'the same as `value`.',
          ),
        by: z
          .enum(['typing', 'paste', 'drop', 'other'])
          .describe('How the value came in; `other`: autofill, a picker.'),
      })
      .describe('A field got a new value: one action for all of the typing, with what the field held in the end.'),
    z.strictObject({ type: z.literal('check') }).describe('A checkbox, radio button or switch was turned on.'),
    z.strictObject({ type: z.literal('uncheck') }).describe('A checkbox or switch was turned off.'),
    z
      .strictObject({
        type: z.literal('selectOption'),
        options: z
          .array(
            z.strictObject({
              label: z.string().describe('Text of the option.'),
              index: Count.describe('Its place among all options.'),
            }),
          )
          .describe('The options chosen.'),
        choices: z
          .array(z.string())
          .describe('Texts of all options, at most 200: the open list of a native select is not in the DOM.'),
      })
      .describe('A choice in a native select.'),
    z
      .strictObject({
        type: z.literal('press'),
        key: z.string().describe('The key, `KeyboardEvent.key`. Never a character typed as text.'),
        modifiers: Modifiers,
        times: Count.optional().describe('How often in a row, when the key was held down and repeated. Absent: once.'),
        consumed: z.boolean().describe('True when the page kept the browser from its own handling of the key.'),
      })
      .describe('A shortcut or a key with a function: outside text entry, or Enter, Tab, Escape and the like within.'),
    z
      .strictObject({
        type: z.literal('scroll'),
        by: Point.describe('How far the content moved, right and down.'),
        to: Point.describe('Scroll position in the end.'),
      })
      .describe('A person scrolled the page, or the element where there is one.'),
    z
      .strictObject({
        type: z.literal('drag'),
        to: Element.nullable().describe('What the pointer was released over.'),
        path: z
          .array(Point)
          .max(64)
          .describe(
            'At most 64 points on the way, first two and last included, relative to the viewport of the frame when it began.',
          ),
        cameBy: Point.optional().describe(
          'How far the pointer had moved in the last 20 ms before the press, right and down, in CSS pixels: pages may count ' +
            'it as part of the drag. Absent: it was at rest, or not known.',
        ),
        heldMs: Count.optional().describe(
          'How long it was pressed until the pointer went more than 3 CSS pixels away, in ms, rounded down to 20: what has to be ' +
            'held comes along only then. Absent: not known.',
        ),
        restMs: Count.optional().describe(
          'How long the pointer had not moved when it was released, in ms, rounded down to 20: what is released in motion ' +
            'may fly on. Absent: not known.',
        ),
        native: z
          .boolean()
          .optional()
          .describe('True for HTML drag and drop, where the browser itself carries something. Absent: not known.'),
        modifiers: Modifiers.optional(),
      })
      .describe('Press, move, release: of an element onto another, of a handle, or of a pen over a canvas.'),
    z
      .strictObject({
        type: z.literal('selectText'),
        start: TextPlace.describe('Where the selection was begun.'),
        end: TextPlace.describe('Where it ended; before `start` when it was drawn backwards.'),
        to: Element.nullable().describe('The element that `end` counts in. Null: the target.'),
      })
      .describe('Text was selected, by dragging, by clicks or with the keyboard. The text itself is on the page.'),
    z
      .strictObject({
        type: z.literal('wheel'),
        by: Point.describe('Sum of what the wheel turned, in CSS pixels, right and down.'),
        turns: Count.describe('Number of wheel events that made it up.'),
        modifiers: Modifiers,
      })
      .describe(
        'The wheel was turned over the element and the page made something else of it than scrolling: zoom, a number.',
      ),
    z
      .strictObject({
        type: z.literal('upload'),
        files: z
          .array(
            z.strictObject({
              mediaType: z.string().describe('Media type, such as `application/pdf`. Empty: not known.'),
              extension: z.string().describe('End of the name, such as `pdf`. Empty: none.'),
            }),
          )
          .describe('The kinds of the files. Never their names.'),
      })
      .describe('Files were chosen in a file input.'),
    z.strictObject({ type: z.literal('copy') }).describe('Copied from the page. What was copied is not read.'),
    z.strictObject({ type: z.literal('cut') }).describe('Cut from the page. What was cut is not read.'),
    z.strictObject({ type: z.literal('paste') }).describe('Pasted into the page. The clipboard is not read.'),
    z
      .strictObject({
        type: z.literal('submit'),
        submitter: Element.nullable().describe('The button, if there was one.'),
      })
      .describe('A form was submitted and neither a click nor a key press in the episode explains it.'),
    z
      .strictObject({
        type: z.literal('dialog'),
        kind: z.enum(['alert', 'confirm', 'prompt', 'beforeunload']).describe('Which of the browser’s own dialogs.'),
        message: z.string().describe('What it said, redacted.'),
        accepted: z.boolean().nullable().describe('True: OK. False: cancelled. Null: not known.'),
        value: value.nullable().describe('What was entered, for a `prompt` that was accepted.'),
      })
      .describe('A dialog of the browser was answered. The page stood still until then.'),
    z
      .strictObject({
        type: z.literal('wait'),
        forMs: Count.describe('How long, rounded up to 100 ms.'),
        cause: z
          .enum(['loading', 'network', 'change'])
          .describe(
            '`loading`: a document. `network`: what the page had asked for. `change`: the page went on changing.',
          ),
      })
      .describe('Nothing could be done because the page was busy, and the next action needed what came of it.'),
    z
      .strictObject({
        type: z.literal('goto'),
        url: z.string().describe('Where it leads, redacted.'),
        cause: z
          .enum(['address_bar', 'bookmark', 'link', 'form', 'script', 'start', 'other'])
          .describe('What the browser says led there. `start`: the page on which the episode begins.'),
        sameDocument: z.boolean().describe('True for a route change inside a single-page app.'),
      })
      .describe('The tab shows another URL.'),
    z
      .strictObject({
        type: z.literal('goBack'),
        url: z.string().describe('Where it leads, redacted.'),
        sameDocument: z.boolean().describe('True for a route change inside a single-page app.'),
        forward: z.boolean().optional().describe('True: forward. False: back. Absent: not known.'),
        inFrame: z.literal(true).optional().describe('Only a frame of the page went there; the page stayed.'),
        scripted: Scripted,
      })
      .describe('Back or forward in history.'),
    z
      .strictObject({ type: z.literal('reload'), url: z.string().describe('What was loaded again, redacted.') })
      .describe('The page was reloaded.'),
    z
      .strictObject({ type: z.literal('tabOpen'), opener: Count.nullable().describe('Tab that it was opened from.') })
      .describe('A tab was opened.'),
    z.strictObject({ type: z.literal('tabSwitch') }).describe('The person turned to this tab.'),
    z.strictObject({ type: z.literal('tabClose'), scripted: Scripted }).describe('The tab was closed.'),
  ] as const;
}
