import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { Action } from '../../lib/action.ts';

type Verb = Action['type'];

/** One thing that a person did on purpose, as an episode should tell it. */
export interface Deed {
  /** The verbs that are right for it. */
  readonly verbs: readonly Verb[];
  /** What was done, for reports. */
  readonly words: string;
  /** What was typed, for the placeholders of a redacted episode. */
  readonly typed?: string;
  /** What the field held then, where that is something else. */
  readonly held?: string;
  /** Several steps in a row may tell it: three turns of one wheel. */
  readonly many?: boolean;
  /** An episode may do without it. */
  readonly optional?: boolean;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface ClickOptions {
  /** Where in the element, in pixels from its corner. Somewhat beside its middle otherwise: as people do. */
  readonly at?: Spot;
  readonly button?: 'left' | 'right';
  readonly holding?: 'Control' | 'Shift';
  /** What the click is, if it is more than a click: `check` for a checkbox. */
  readonly as?: Verb;
  /** It only leads up to what comes next: an episode may do without it. */
  readonly optional?: boolean;
}

/** Pointer movements between two places. */
const MOVES = 5;

/** How long something must be at rest before people take it for a place to click, and they themselves between acts, in ms. */
const REST = 40;
/** The same for what a wheel was turned over: it runs on by itself, and is drawn to its places. */
const WHEEL_REST = 300;
/** How long that may take, in ms, and how often a wheel is turned before somebody gives up. */
const RESTS_WITHIN = 5_000;
const MOST_TURNS = 5;

/** Pauses between keys, in ms, in turn: uneven, and the same each time. */
const PAUSES = [12, 4, 23, 0, 17, 8];

const FUNCTION_KEYS = /^(Enter|Tab|Escape|Backspace|Delete|Arrow\w+|Home|End|Page\w+|F\d+| )$/;

/** Somebody at the mouse and the keyboard, who keeps a list of what they did. Only trusted input, at places they can see. */
export class Person {
  /** The tab that they look at. */
  page: Page;
  readonly deeds: Deed[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  find(selector: string): Locator {
    return this.page.locator(selector);
  }

  text(words: string): Locator {
    return this.page.getByText(words, { exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(new RegExp(`^\\s*${label}`));
  }

  frame(selector: string): FrameLocator {
    return this.page.frameLocator(selector);
  }

  /** Notes down what was done by other means. */
  did(verbs: Verb | readonly Verb[], words: string, rest: Omit<Deed, 'verbs' | 'words'> = {}): void {
    this.deeds.push({ verbs: typeof verbs === 'string' ? [verbs] : verbs, words, ...rest });
  }

  async click(target: Locator, { as = 'click', optional = false, ...options }: ClickOptions = {}): Promise<void> {
    this.did(as, `${as} ${target}`, { optional });
    await this.strikeAt(target, options);
  }

  /** A click that is told together with others. */
  async strikeAt(
    target: Locator,
    { at, button = 'left', holding }: Omit<ClickOptions, 'as' | 'optional'> = {},
  ): Promise<void> {
    const { x, y } = await this.spotIn(target, at);
    await this.page.mouse.move(x, y, { steps: MOVES });
    if (holding) await this.page.keyboard.down(holding);
    await this.page.mouse.click(x, y, { button, delay: 20 }).catch((error: unknown) => {
      // A window that the click closes may not answer it.
      if (!this.page.isClosed()) throw error;
    });
    if (holding) await this.page.keyboard.up(holding);
    await this.page.waitForTimeout(REST).catch(() => undefined);
  }

  async check(target: Locator): Promise<void> {
    await this.click(target, { as: 'check' });
  }

  async doubleClick(target: Locator, at?: Spot): Promise<void> {
    this.did('dblclick', `dblclick ${target}`);
    const { x, y } = await this.spotIn(target, at);
    await this.page.mouse.move(x, y, { steps: MOVES });
    await this.page.mouse.dblclick(x, y, { delay: 20 });
  }

  /** Rests on something because it shows what comes next. */
  async hover(target: Locator): Promise<void> {
    this.did('hover', `hover ${target}`);
    await this.pass(target);
  }

  /** Moves the pointer there, for no purpose that an episode should tell. */
  async pass(target: Locator, at?: Spot): Promise<void> {
    const { x, y } = await this.spotIn(target, at);
    await this.page.mouse.move(x, y, { steps: MOVES });
  }

  async hold(target: Locator, milliseconds: number): Promise<void> {
    this.did('click', `hold ${target}`);
    await this.pass(target);
    await this.page.mouse.down();
    await this.page.waitForTimeout(milliseconds);
    await this.page.mouse.up();
  }

  /** Presses, moves through the spots and releases. Spots are relative to the corner of `target`. */
  async drag(target: Locator, spots: readonly Spot[], as: Verb = 'drag'): Promise<void> {
    this.did(as, `${as} ${target}`);
    const box = await this.boxOf(target);
    const [first, ...others] = spots.map(({ x, y }) => ({ x: box.x + x, y: box.y + y }));
    if (!first) throw new Error('A drag begins somewhere.');
    await this.page.mouse.move(first.x, first.y, { steps: MOVES });
    await this.page.mouse.down();
    for (const { x, y } of others) await this.page.mouse.move(x, y, { steps: 8 });
    // People see where it is going to land before they let go.
    await this.page.waitForTimeout(REST);
    await this.page.mouse.up();
  }

  /** Drags something onto something else. */
  async dragTo(target: Locator, to: Locator, at?: Spot): Promise<void> {
    const [from, start, end] = [await this.boxOf(target), await this.spotIn(target), await this.spotIn(to, at)];
    const middle = { x: (start.x + end.x) / 2 + 3, y: (start.y + end.y) / 2 + 2 };
    const relative = ({ x, y }: Spot): Spot => ({ x: x - from.x, y: y - from.y });
    await this.drag(target, [start, middle, end].map(relative));
  }

  async wheel(target: Locator, by: { readonly x?: number; readonly y?: number }, as: Verb = 'scroll'): Promise<void> {
    this.did(as, `${as} ${target}`, { many: true });
    await this.pass(target);
    const turns = Math.max(1, Math.round(Math.abs(by.y ?? by.x ?? 0) / 120));
    for (let turn = 0; turn < turns; turn += 1) {
      await this.page.mouse.wheel((by.x ?? 0) / turns, (by.y ?? 0) / turns);
      await this.page.waitForTimeout(30);
    }
  }

  /**
   * Types where the focus is: one fill. `held`: what the field has then, where that is something else. `typed`: what it
   * would have, where the page makes something else of what is typed into a text.
   */
  async type(text: string, held?: string, typed = text): Promise<void> {
    this.did('fill', `type “${text}”`, { typed, ...(held !== undefined && { held }) });
    await this.strike(text);
  }

  /** Strikes keys one after the other, for no purpose that is told by itself. */
  async strike(text: string): Promise<void> {
    for (const [place, key] of [...text].entries()) {
      await this.page.keyboard.press(key === '\n' ? 'Enter' : key);
      const pause = PAUSES[place % PAUSES.length] ?? 0;
      if (pause > 0) await this.page.waitForTimeout(pause);
    }
  }

  /** Clicks into a field and types. */
  async fill(target: Locator, text: string, held?: string): Promise<void> {
    await this.click(target);
    await this.type(text, held);
  }

  /** Clicks into a field, selects what is in it with the keyboard and types over it. */
  async replace(target: Locator, text: string): Promise<void> {
    await this.click(target);
    await this.press('Control+a', ['press', 'selectText']);
    await this.type(text);
  }

  /** Presses a key that has a function, or a shortcut. */
  async press(key: string, verbs: Verb | readonly Verb[] = 'press'): Promise<void> {
    if (key.length === 1 && !FUNCTION_KEYS.test(key)) throw new Error('What is typed is filled in.');
    this.did(verbs, `press ${key}`);
    await this.page.keyboard.press(key);
  }

  /** Moves the caret before typing: an episode may tell only what the field held in the end. */
  async moveCaret(key: 'End' | 'Home' | 'ArrowLeft' | 'ArrowRight'): Promise<void> {
    this.did('press', `press ${key}`, { optional: true });
    await this.page.keyboard.press(key);
  }

  /** Turns the wheel on, which is told with the turns before. */
  async wheelOn(by: number): Promise<void> {
    for (let turn = 0; turn < by / 120; turn += 1) {
      await this.page.mouse.wheel(0, 120);
      await this.page.waitForTimeout(30);
    }
  }

  /** Chooses in a native select: with the arrow keys, as its list is the browser's own and not to be clicked at here. */
  async choose(target: Locator, times: number): Promise<void> {
    this.did('selectOption', `choose in ${target}`);
    await target.focus();
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press('ArrowDown');
  }

  /** Waits until it is there to be seen: reading is not doing. */
  async see(target: Locator): Promise<void> {
    await target.waitFor({ timeout: 5_000 });
  }

  /** Turns the wheel over a box until these words are at its upper edge: on, or back, where it has come to rest elsewhere. */
  async wheelTo(box: Locator, words: string): Promise<void> {
    this.did('scroll', `scroll ${box}`, { many: true });
    await this.pass(box);
    const entry = box.getByText(words, { exact: true });
    let missing = await below(box, entry);
    for (let turn = 0; Math.abs(missing) >= 0.5; turn += 1) {
      if (turn === MOST_TURNS) throw new Error(`${box} does not come to rest with “${words}” at its upper edge.`);
      await this.page.mouse.wheel(0, missing);
      missing = await this.atRest(box, entry);
    }
    await this.boxOf(entry);
  }

  private async atRest(box: Locator, entry: Locator): Promise<number> {
    const deadline = Date.now() + RESTS_WITHIN;
    for (let before = Number.NaN; ;) {
      const now = await below(box, entry);
      if (now === before) return now;
      if (Date.now() > deadline) throw new Error(`${box} does not come to rest.`);
      before = now;
      // Read twice so far apart: the browser tells of no end where the wheel has moved nothing.
      await this.page.waitForTimeout(WHEEL_REST);
    }
  }

  private async boxOf(target: Locator): Promise<Spot & { readonly width: number; readonly height: number }> {
    await target.waitFor({ state: 'visible', timeout: 5_000 });
    for (let before = ''; ;) {
      const box = await target.boundingBox();
      if (!box) throw new Error(`${target} is nowhere to be seen.`);
      const now = JSON.stringify(box);
      if (now === before) return box;
      before = now;
      await this.page.waitForTimeout(REST);
    }
  }

  private async spotIn(target: Locator, at?: Spot): Promise<Spot> {
    const { x, y, width, height } = await this.boxOf(target);
    const spot = at ?? { x: Math.round(width * 0.45), y: Math.round(height * 0.55) };
    const [left, top] = [x + spot.x, y + spot.y];
    const { width: right, height: bottom } = this.page.viewportSize() ?? { width: 1280, height: 720 };
    if (left < 0 || top < 0 || left >= right || top >= bottom) throw new Error(`${target} is outside of the viewport.`);
    return { x: left, y: top };
  }
}

/** How far an entry is below the upper edge of the box that it scrolls in, in CSS pixels. */
async function below(box: Locator, entry: Locator): Promise<number> {
  const [inner, outer] = await Promise.all(
    [entry, box].map((each) => each.evaluate((it) => it.getBoundingClientRect().y + it.clientTop)),
  );
  return (inner ?? 0) - (outer ?? 0);
}
