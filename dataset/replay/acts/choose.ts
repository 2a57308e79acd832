import type { Action } from '../../../lib/action.ts';
import { inPage, keptElement } from '../page-kit.ts';
import { pointAt } from '../pointer.ts';
import { StepFailure } from '../report.ts';
import { need, type Scene } from '../scene.ts';
import { patternOf } from '../values.ts';

type Verb<T extends Action['type']> = Extract<Action, { type: T }>;

/** A checkbox, radio button or switch is turned on or off, unless it is so already. */
export async function check(scene: Scene, wanted: boolean): Promise<void> {
  const ready = await need(scene);
  const state = () => inPage(scene.frame, ({ kit }) => kit.isChecked('target'), null);
  if ((await state()) === wanted) return;
  const aim = await pointAt(scene, { ...ready, isVisible: true });
  await inPage(scene.frame, ({ kit }) => kit.awaitClick('target'), null);
  if (aim.isHit) {
    await scene.page.mouse.down();
    await scene.page.mouse.up();
  }
  if (await becomes(state, wanted, scene, ANSWER_MS)) return;
  // What nobody can point at can still be pressed. A page that was told may ask its server first: twice is not once.
  const isTold = await inPage(scene.frame, ({ kit }) => kit.isClicked('target'), null);
  if (!isTold) await inPage(scene.frame, ({ kit }) => kit.press('target'), null);
  if (!(await becomes(state, wanted, scene, isTold ? LATE_ANSWER_MS : ANSWER_MS)))
    scene.notes.differences.push(`it is not ${wanted ? 'checked' : 'unchecked'}`);
}

/** How long a page may take to show what was turned on or off, in ms. */
const ANSWER_MS = 300;
/** The same for one that shows it only once it is true elsewhere. */
const LATE_ANSWER_MS = 1_500;

async function becomes(
  state: () => Promise<boolean | null>,
  wanted: boolean,
  { frame }: Scene,
  patienceMs: number,
): Promise<boolean> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const now = await state().catch(() => null);
    if (now === null || now === wanted) return true;
    if (Date.now() > until) return false;
    await inPage(frame, ({ kit }) => kit.change(40), null);
  }
}

/** Options that an episode names, at most. */
const MAX_CHOICES = 200;

/** A choice in a native select, whose popup is not part of the page. */
export async function selectOption(scene: Scene, action: Verb<'selectOption'>): Promise<void> {
  await need(scene);
  const element = await keptElement(scene.frame, 'target');
  if (!element) throw new StepFailure('The list is no longer there.');
  try {
    const labels = await element.evaluate((select) =>
      [...(select as HTMLSelectElement).options].map(({ label }) => label.replace(/\s+/g, ' ').trim()),
    );
    const places = action.options.map(({ label, index }) => {
      const wanted = scene.values.filled(label);
      const pattern = patternOf(wanted);
      if (pattern.test(labels[index] ?? '')) return index;
      const place = labels.findIndex((each) => pattern.test(each));
      if (place >= 0) return place;
      // The same list in another language.
      if (Math.min(labels.length, MAX_CHOICES) !== action.choices.length)
        throw new StepFailure(`The list has no “${wanted}”.`);
      scene.notes.differences.push(`the list has no “${wanted}”; “${labels[index]}” has its place`);
      return index;
    });
    await element.focus();
    await element.selectOption(
      places.map((index) => ({ index })),
      { timeout: scene.timeoutMs, force: true },
    );
  } finally {
    await element.dispose();
  }
}
