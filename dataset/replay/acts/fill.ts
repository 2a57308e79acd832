import type { Action } from '../../../lib/action.ts';
import { inPage, keptElement } from '../page-kit.ts';
import { pointAt } from '../pointer.ts';
import { StepSkipped } from '../report.ts';
import { need, type Scene } from '../scene.ts';
import type { FieldState } from '../kit/types.ts';

type Fill = Extract<Action, { type: 'fill' }>;

/** Inputs that browsers fill by a picker of their own. */
const PICKERS = new Set(['range', 'color', 'date', 'datetime-local', 'month', 'time', 'week']);

/** How long a page may take to make something of what was typed, in ms. */
const REFORMAT_MS = 250;

/** A field gets a value, by the keyboard where a person would have used it. */
export async function fill(scene: Scene, action: Fill): Promise<void> {
  const { target, index } = scene.step;
  const ready = await need(scene, true);
  const about = { class: action.value.class, step: index, target };
  const value = action.value.class === 'empty' ? '' : await scene.values.demand(action.value.text, about);
  const before = await stateOf(scene);
  if (value === undefined) {
    if (action.by === 'paste' && (await pasted(scene, before))) return;
    throw new StepSkipped(`No value was given for ${action.value.text}.`);
  }
  const typed = action.typed ? await scene.values.demand(action.typed.text, about) : undefined;
  if (sameValue(before.value, value, before)) return;
  if (!before.isFocused) await takeFocus(scene, ready.isVisible);
  for (const way of waysFor(action, before, typed)) {
    await way(scene, value, typed);
    if (await holds(scene, value)) return;
  }
  const after = await stateOf(scene).catch(() => before);
  if (!alike(after.value, value)) scene.notes.differences.push(`the field holds “${after.value}”, not “${value}”`);
}

type Way = (scene: Scene, value: string, typed: string | undefined) => Promise<void>;

function waysFor(action: Fill, before: FieldState, typed: string | undefined): Way[] {
  if (PICKERS.has(before.type)) return [filled, set];
  const first: Way[] = action.by === 'paste' || action.by === 'drop' ? [pasteOver, typeOver] : [edit, typeOver];
  const other: Way[] = before.kind === 'rich' ? [insertOver] : [typeOver, digitsOver, insertOver, filled, set];
  return typed === undefined ? [...first, ...other] : [typeTyped, ...first, ...other];
}

const stateOf = ({ frame }: Scene): Promise<FieldState> => inPage(frame, ({ kit }) => kit.field('target'), null);

/** The focus comes as a person brings it, or where that does not work, by itself. */
async function takeFocus(scene: Scene, isVisible: boolean): Promise<void> {
  if (await inPage(scene.frame, ({ kit }) => kit.focus('target'), null)) return;
  if (!isVisible) return;
  const ready = { found: null, isVisible, isEnabled: true, isMoving: false, missing: [], ms: 0 };
  await pointAt(scene, ready);
  await scene.page.mouse.down();
  await scene.page.mouse.up();
}

/** Types only what is new, where the value before is part of it. */
const edit: Way = async (scene, value) => {
  const state = await stateOf(scene);
  const change = changeBetween(state.value, value);
  const isOneLine = !change.removed.includes('\n') && !value.includes('\n');
  if (state.kind !== 'rich' && (state.selection === null || state.value === '' || change.start === 0))
    return typeOver(scene, value, undefined);
  if (state.kind === 'rich' && state.value.trim() !== '' && !isOneLine && change.end < state.value.trimEnd().length)
    return typeOver(scene, value, undefined);
  const end = state.selection?.[1] ?? -1;
  const isAtPlace = end === change.end && state.selection?.[0] === change.start;
  const isAtEnd = change.end >= state.value.trimEnd().length;
  if (!isAtPlace) {
    if (state.kind === 'rich' && isAtEnd && change.removed.trim() === '')
      await scene.page.keyboard.press('Control+End');
    else
      await inPage(scene.frame, ({ kit, given }) => kit.select('target', given.start, given.end), {
        start: change.start,
        end: change.end,
      });
  }
  if (change.added === '' && change.removed !== '') await scene.page.keyboard.press('Backspace');
  else await typeText(scene, change.added);
};

const typeOver: Way = async (scene, value) => {
  await selectAll(scene);
  if (value === '') await scene.page.keyboard.press('Delete');
  else await typeText(scene, value);
};

const typeTyped: Way = (scene, value, typed) => edit(scene, typed ?? value, undefined);

/** For fields that put in the rest themselves: separators, brackets, currencies. */
const digitsOver: Way = async (scene, value) => {
  const plain = value.replace(/[^\p{L}\p{N}]/gu, '');
  if (plain === '' || plain === value) return;
  await selectAll(scene);
  await scene.page.keyboard.press('Delete');
  await typeText(scene, plain);
};

const insertOver: Way = async (scene, value) => {
  await selectAll(scene);
  if (value === '') await scene.page.keyboard.press('Delete');
  else await scene.page.keyboard.insertText(value);
};

/** Through the clipboard, as it was. */
const pasteOver: Way = async (scene, value) => {
  const state = await stateOf(scene);
  const change = changeBetween(state.value, value);
  const isAtPlace = state.selection?.[0] === change.start && state.selection[1] === change.end;
  if (!isAtPlace && state.value !== '') await selectAll(scene);
  if (!(await copyText(scene, isAtPlace ? change.added : value))) return;
  await scene.page.keyboard.press('Control+v');
};

const filled: Way = async (scene, value) => {
  const handle = await keptElement(scene.frame, 'target');
  await handle?.fill(value, { timeout: 2_000 }).catch(() => undefined);
  await handle?.dispose();
};

const set: Way = (scene, value) => inPage(scene.frame, ({ kit, given }) => kit.setValue('target', given), value);

async function selectAll(scene: Scene): Promise<void> {
  await scene.page.keyboard.press('Control+a');
}

/** Each line by itself: in a text of many lines Enter makes the next. */
async function typeText({ page }: Scene, text: string): Promise<void> {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  for (const [place, line] of lines.entries()) {
    if (place > 0) await page.keyboard.press('Enter');
    if (line.length > LONG) await page.keyboard.insertText(line);
    else await page.keyboard.type(line);
  }
}

/** From here on a line is put in at once, in characters. */
const LONG = 400;

/** What is in the clipboard already goes in, when the value itself is not known. */
async function pasted(scene: Scene, before: FieldState): Promise<boolean> {
  if (!before.isFocused) await takeFocus(scene, true);
  await scene.page.keyboard.press('Control+v');
  const after = await stateOf(scene);
  return after.value !== before.value;
}

/** Puts a text into the clipboard by a page of its own, since pages may not do it without being asked. */
async function copyText({ page }: Scene, text: string): Promise<boolean> {
  const helper = await page.context().newPage();
  try {
    await helper.setContent('<textarea autofocus></textarea>');
    await helper.locator('textarea').fill(text);
    await helper.keyboard.press('Control+a');
    await helper.keyboard.press('Control+c');
    return true;
  } finally {
    await helper.close();
    await page.bringToFront();
  }
}

/** True once the field holds the value; pages may need a moment to make it so. */
async function holds(scene: Scene, value: string): Promise<boolean> {
  const until = Date.now() + REFORMAT_MS;
  for (;;) {
    // A page that goes on to another place has taken the value.
    const state = await stateOf(scene).catch(() => undefined);
    if (!state || sameValue(state.value, value, state)) return true;
    if (Date.now() > until) return false;
    await inPage(scene.frame, ({ kit }) => kit.change(40), null);
  }
}

const folded = (text: string) =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/\r\n/g, '\n')
    .replace(/\n+$/, '');

function sameValue(now: string, wanted: string, { kind }: FieldState): boolean {
  if (now === wanted) return true;
  if (kind === 'rich') return folded(now).replace(/\n+/g, '\n').trim() === folded(wanted).replace(/\n+/g, '\n').trim();
  return folded(now) === folded(wanted);
}

/** The same but for separators and capitals. */
function alike(now: string, wanted: string): boolean {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return plain(now) === plain(wanted);
}

interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly added: string;
  readonly removed: string;
}

function changeBetween(before: string, after: string): TextChange {
  const old = before.replace(/\n$/, '');
  let start = 0;
  while (start < Math.min(old.length, after.length) && old[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(old.length, after.length) - start && old.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const end = old.length - tail;
  return { start, end, added: after.slice(start, after.length - tail), removed: old.slice(start, end) };
}
