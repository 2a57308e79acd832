import type { Action } from '../../../lib/action.ts';
import type { FieldState } from '../kit/field-state.ts';
import { keepsTexts } from '../kept-texts.ts';
import { inPage, keptElement } from '../page-kit.ts';
import { StepSkipped } from '../report.ts';
import { need, type Scene } from '../scene.ts';
import { changeOfLines, emptyLinesOf, isBeyondCell, typedAmong, typedIntoLines } from '../rich-change.ts';
import { changeBetween, isAlike, isSameValue, typedInto } from '../text-change.ts';
import { clearField, copyText, takeFocus, typeKeys, typeText } from './typing.ts';

type Fill = Extract<Action, { type: 'fill' }>;

/** Inputs that browsers fill by a picker of their own. */
const PICKERS = new Set(['range', 'color', 'date', 'datetime-local', 'month', 'time', 'week']);

/** How long a page may take to make something of what was typed, in ms. */
const REFORMAT_MS = 250;
/** The same where it is known to do so. */
const KNOWN_REFORMAT_MS = 1_000;

/** A field gets a value, by the keyboard where a person would have used it. */
export async function fill(scene: Scene, action: Fill): Promise<void> {
  const { target, index } = scene.step;
  const ready = await need(scene);
  const about = { class: action.value.class, step: index, target };
  const ask = ({ text, class: kind }: Fill['value']) => (kind === 'empty' ? '' : scene.values.demand(text, about));
  const value = await ask(action.value);
  const typed = action.typed && (await ask(action.typed));
  const before = await stateOf(scene);
  if (value === undefined && typed === undefined) return fillUnknown(scene, action, before);
  // A value that was given stands for all ways to write it.
  const isGiven = value !== action.value.text;
  const wanted = value ?? typed ?? '';
  const isTyped = typed !== undefined && typed !== wanted;
  if (!isTyped && isSameValue(before.value, wanted, before) && !(await beginsLine(scene, action, before, wanted)))
    return;
  if (!before.isFocused) await takeFocus(scene, ready.isVisible);
  // What hears keys and has no text of its own: a cell, a canvas.
  if (before.kind === 'none') return typeKeys(scene, typed ?? wanted);
  if (isGiven && typed === undefined && (await isPiece(scene, before, wanted))) return typeText(scene, wanted);
  if (isTyped) {
    const among = before.kind === 'rich' ? typedAmong(await richTextOf(scene), typed, wanted) : undefined;
    await (among === undefined ? edit(scene, typed) : put(scene, among, wanted));
    if (value === undefined || (await holds(scene, value, KNOWN_REFORMAT_MS))) return;
    // What is left in the field was not what was typed: chips, or a field that is emptied.
    if (wanted === '') return void scene.notes.differences.push('the field was not emptied by the page');
  }
  for (const way of await waysFor(scene, action, before)) {
    await way(scene, wanted);
    if (await holds(scene, wanted, REFORMAT_MS)) return beginLines(scene, action, wanted);
    if (isGiven && isAlike((await stateOf(scene)).value, wanted)) return;
  }
  const after = await stateOf(scene).catch(() => before);
  if (!isAlike(after.value, wanted)) scene.notes.differences.push(`the field holds “${after.value}”, not “${wanted}”`);
}

/** Without the value: what is in the clipboard goes in where it did, and what a drag or a picker did is done. */
async function fillUnknown(scene: Scene, { value, by }: Fill, before: FieldState): Promise<void> {
  const { target, index } = scene.step;
  if (by === 'paste') {
    if (!before.isFocused) await takeFocus(scene, true);
    await scene.page.keyboard.press('Control+v');
    if ((await stateOf(scene)).value !== before.value) return;
  }
  const earlier = scene.episode.steps[index - 1];
  const isSame = target?.nodeId !== null && earlier?.target?.nodeId === target?.nodeId;
  if (by === 'other' && isSame && ['drag', 'press'].includes(earlier?.action.type ?? '')) return;
  throw new StepSkipped(`No value was given for ${value.text}.`);
}

type Way = (scene: Scene, value: string) => Promise<void>;

async function waysFor(scene: Scene, { by }: Fill, { type, kind }: FieldState): Promise<Way[]> {
  if (PICKERS.has(type)) return [filled, set];
  const first = by === 'paste' || by === 'drop' ? [paste, edit] : [edit];
  if (kind === 'rich') return (await richTextOf(scene)).isFormatted ? first : [...first, typeOver, insertOver];
  return [...first, typeOver, digitsOver, insertOver, filled, set];
}

const stateOf = ({ frame }: Scene): Promise<FieldState> => inPage(frame, ({ kit }) => kit.field('target'), null);

/** Types where the caret is if that is enough, else only what is new. */
const edit: Way = async (scene, value) => {
  const state = await stateOf(scene);
  const natural = await typedHere(scene, state, value);
  if (natural !== undefined) return put(scene, natural, value);
  if (state.kind === 'rich') return editLines(scene, value);
  const { start, end, added } = changeBetween(state.value, value);
  if (state.selection === null || start === 0) return typeOver(scene, value);
  await inPage(scene.frame, ({ kit, given }) => kit.select('target', given.start, given.end), { start, end });
  return put(scene, added, value);
};

/** True where all that was typed in an editor is a line break: what comes next belongs to the new line. */
async function beginsLine(scene: Scene, { by }: Fill, { kind, value }: FieldState, wanted: string): Promise<boolean> {
  if (by !== 'typing' || kind !== 'rich' || value === wanted) return false;
  return emptyLinesOf(await richTextOf(scene), wanted) !== undefined;
}

/** Begins the lines that were left empty after what was typed. */
async function beginLines(scene: Scene, { by }: Fill, wanted: string): Promise<void> {
  const state = by === 'typing' ? await stateOf(scene).catch(() => undefined) : undefined;
  if (state?.kind !== 'rich') return;
  const lines = typedIntoLines(await richTextOf(scene), wanted);
  if (lines !== undefined && /^\n+$/.test(lines)) await typeText(scene, lines);
}

const richTextOf = ({ frame }: Scene) => inPage(frame, ({ kit }) => kit.richText('target'), null);

/** True where only what was typed is given: it has nothing of the texts in the editor, of which some stayed. */
async function isPiece(scene: Scene, { kind, value }: FieldState, given: string): Promise<boolean> {
  if (kind !== 'rich' || value.trim() === '' || !keepsTexts(scene.episode, scene.step)) return false;
  const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
  const { lines } = await richTextOf(scene);
  return !lines.some((line) => spaced(line) !== '' && spaced(given).includes(spaced(line)));
}

/** What is to be typed where the caret is, or over what is selected. Undefined: that is not enough. */
async function typedHere(scene: Scene, { kind, value, selection }: FieldState, wanted: string) {
  if (kind === 'rich') return typedIntoLines(await richTextOf(scene), wanted);
  if (value.trim() === '' && wanted !== '') return wanted;
  return selection ? typedInto(value, selection, wanted) : undefined;
}

/** Types over what is different: all else keeps its format. */
async function editLines(scene: Scene, value: string): Promise<void> {
  const before = await richTextOf(scene);
  const change = changeOfLines(before, value);
  if (isBeyondCell(before, change)) return;
  const { start, end, added } = change;
  const range = { start, end };
  await inPage(scene.frame, ({ kit, given }) => kit.selectLines('target', given.start, given.end), range);
  const isAnywhere = start.line !== end.line || start.column !== end.column;
  if (added !== '' || isAnywhere) await put(scene, added, value);
}

/** Types what makes `wanted` of the field. Editors that indent a new line by themselves have typed a part of it then. */
async function put(scene: Scene, text: string, wanted: string): Promise<void> {
  if (text === '') return scene.page.keyboard.press('Backspace');
  await typeText(scene, text, async (left) => {
    const here = await typedHere(scene, await stateOf(scene), wanted);
    const isPart = here !== undefined && left.endsWith(here);
    // An empty line is not seen in what the editor holds.
    return isPart && !left.slice(0, left.length - here.length).includes('\n') ? here : left;
  });
}

const typeOver: Way = async (scene, value) => {
  await clearField(scene);
  await typeText(scene, value);
};

/** For fields that put in the rest themselves: separators, brackets, currencies. */
const digitsOver: Way = async (scene, value) => {
  const plain = value.replace(/[^\p{L}\p{N}]/gu, '');
  if (plain !== '' && plain !== value) await typeOver(scene, plain);
};

const insertOver: Way = async (scene, value) => {
  await clearField(scene);
  if (value !== '') await scene.page.keyboard.insertText(value);
};

/** Through the clipboard, as it was: what was copied in the episode is in it already, maybe. */
const paste: Way = async (scene, value) => {
  const before = scene.episode.captured.filter(({ at }) => at < scene.step.at);
  if (before.some(({ action }) => action.type === 'copy' || action.type === 'cut')) {
    await scene.page.keyboard.press('Control+v');
    if (await holds(scene, value, REFORMAT_MS)) return;
  }
  const state = await stateOf(scene);
  const natural = await typedHere(scene, state, value);
  // All that is in an editor may hold more than text.
  if (natural === undefined && state.kind === 'rich') return;
  if (natural === undefined) await clearField(scene);
  await copyText(scene, natural ?? value);
  await scene.page.keyboard.press('Control+v');
};

const filled: Way = async (scene, value) => {
  const handle = await keptElement(scene.frame, 'target');
  await handle?.fill(value, { timeout: 2_000 }).catch(() => undefined);
  await handle?.dispose();
};

const set: Way = (scene, value) => inPage(scene.frame, ({ kit, given }) => kit.setValue('target', given), value);

/** True once the field holds the value; pages may need a moment to make it so. */
async function holds(scene: Scene, value: string, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  for (;;) {
    // A page that goes on to another place has taken the value.
    const state = await stateOf(scene).catch(() => undefined);
    if (!state || isSameValue(state.value, value, state)) return true;
    if (Date.now() > until) return false;
    await inPage(scene.frame, ({ kit }) => kit.change(40), null);
  }
}
