import type { Locator, Page } from '@playwright/test';
import type { Element as Described, Selector } from '../../lib/element.ts';
import { type CapturedBatches, listenForBatches } from '../support/captured-batches.ts';
import { findAgain } from '../support/find-again.ts';
import { expect, test as base } from '../support/shared-browser.ts';
import { pageModule } from '../support/page-module.ts';
import { type Perturbation, PERTURBATIONS, perturb } from '../support/perturb.ts';

/** What somebody clicks in `tests/sites/elements/desk.html`, and what the click is meant for. */
const TARGETS: readonly (readonly [what: string, css: string])[] = [
  ['an item of a menu bar without semantics', '.Topbar_item__9aBcD >> nth=1'],
  ['an icon without a name', '.sc-bdVaJa svg'],
  ['a search field', '.search'],
  ['an item of a list', '.menu-item >> nth=0'],
  ['a link', '.menu a'],
  ['a cell with data', 'tbody tr >> nth=1 >> td >> nth=0'],
  ['another cell', 'tbody tr >> nth=3 >> td >> nth=2'],
  ['one of many equal buttons', 'tbody tr >> nth=2 >> button >> nth=0'],
  ['its neighbour', 'tbody tr >> nth=0 >> button >> nth=1'],
  ['a box in a row', 'tbody tr >> nth=1 >> input'],
  ['a head of a table', 'th >> nth=1'],
  ['a toggle in a card', '.card >> nth=1 >> .toggle'],
  ['a dot in a card', '.card >> nth=2 >> .dot'],
  ['the title of a card', '.card >> nth=0 >> b'],
  ['a field beside its words', '.field >> nth=0 >> input'],
  ['the next such field', '.field >> nth=1 >> input'],
  ['a rich text', '.editor'],
  ['a box with a generated id', '.field >> nth=3 >> input'],
  ['a radio button', '[name=size][value=l]'],
  ['a day', '.day >> nth=1'],
  ['a button with hashed classes', '.actions button >> nth=0'],
  ['its neighbour', '.actions button >> nth=1'],
  ['a bar of a chart', 'rect >> nth=1'],
  ['a canvas', 'canvas'],
  ['a tool', '[role=toolbar] [role=button] >> nth=1'],
  ['an item of a tree', '[role=treeitem] >> nth=1'],
  ['an item of a list from a template', '.remove >> nth=1'],
  ['a button in a shadow root', 'desk-card >> nth=1 >> button >> nth=0'],
  ['a button in a shadow root in a shadow root', 'desk-card >> nth=0 >> desk-inner >> button'],
  ['something bare in a shadow root', 'desk-card >> nth=1 >> desk-inner >> span'],
  ['a button in a closed shadow root', 'desk-panel'],
  ['a close mark without semantics', '.Toast_close__4c5d6'],
];

const test = base.extend<{ captured: CapturedBatches }>({
  captured: async ({ acknowledge, page, site, worker }, use) => {
    await acknowledge();
    const captured = await listenForBatches(worker);
    await page.goto(`${site.origin}/elements/desk.html`);
    await use(captured);
  },
});

/** Clicks all targets. What was recorded of each comes back in their order. */
async function clickAll(page: Page, captured: CapturedBatches): Promise<Described[]> {
  for (const [, css] of TARGETS) await clickOn(page.locator(css));
  await expect.poll(async () => (await captured.actions()).length).toBe(TARGETS.length);
  return (await captured.actions()).flatMap(({ target }) => target ?? []);
}

/** Where its heart is; in a closed shadow root too. */
async function clickOn(locator: Locator): Promise<void> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${String(locator)} is not shown.`);
  await locator.page().mouse.click(box.x + Math.min(8, box.width / 2), box.y + Math.min(8, box.height / 2));
}

/** What each selector of each target finds: that very element, another, or none. */
type Outcome = 'right' | 'wrong' | 'none';

/** Makes the page ready to be asked, and keeps what the best selectors find before anything has changed. */
async function prepare(page: Page, targets: readonly Described[]): Promise<void> {
  await page.evaluate(
    `${await pageModule('tests/support/presented.ts', 'presented')}; globalThis.presented = presented`,
  );
  await page.evaluate(`globalThis.findAgain = ${String(findAgain)}; globalThis.perturb = ${String(perturb)}`);
  await page.evaluate((all) => {
    const scope = globalThis as unknown as { findAgain: typeof findAgain; truths: (Element | undefined)[] };
    scope.truths = all.map((target) => {
      const [first] = target.selectors;
      return first && scope.findAgain(first, target)[first.nth ?? 0];
    });
  }, targets);
}

function outcomes(page: Page, targets: readonly Described[], perturbation: Perturbation): Promise<Outcome[][]> {
  return page.evaluate(
    ([all, what]) => {
      const scope = globalThis as unknown as {
        findAgain: typeof findAgain;
        perturb: typeof perturb;
        restore: () => void;
        truths: (Element | undefined)[];
      };
      scope.perturb(what);
      const result = all.map((target, index) =>
        target.selectors.map((selector): Outcome => {
          const found = scope.findAgain(selector, target);
          const element = found.length === selector.matches ? found[selector.nth ?? 0] : undefined;
          return element === undefined ? 'none' : element === scope.truths[index] ? 'right' : 'wrong';
        }),
      );
      scope.restore();
      return result;
    },
    [targets, perturbation] as const,
  );
}

/** Texts that a company's redaction may withhold: what the page marks as data. */
const DATA = /T-100|Miller|Stone|Demir|Fox|corp\.example|Printer|Door|Lamp|\.(pdf|png|dwg)/;

/** State classes, hashed classes and generated ids of the page. */
const MADE_UP = /is-active|\.active|3xYa7|9aBcD|1q2w3e|8f1a2b|bdVaJa|hKzLmN|1a2b3|radix/;

const waysOf = (targets: readonly Described[]): string[] =>
  targets.flatMap(({ selectors, shadowPath }) => [...selectors.map(({ value }) => value), ...shadowPath]);

const isWithheld = ({ value }: Selector): boolean => DATA.test(value);

test('every element is found again after a change of the page', async ({ captured, page }, testInfo) => {
  const targets = await clickAll(page, captured);
  await prepare(page, targets);
  expect(targets.filter(({ selectors }) => selectors[0]?.matches !== 1)).toEqual([]);
  expect(waysOf(targets).filter((css) => MADE_UP.test(css))).toEqual([]);
  const report: Record<string, Record<string, Record<Outcome, number>>> = {};
  const lost: string[] = [];
  for (const perturbation of PERTURBATIONS) {
    const found = await outcomes(page, targets, perturbation);
    if (perturbation === 'nothing') expect(found.flat().filter((outcome) => outcome !== 'right')).toEqual([]);
    const strategies: Record<string, Record<Outcome, number>> = (report[perturbation] = {});
    const count = (strategy: string, outcome: Outcome) => {
      const counts = (strategies[strategy] ??= { right: 0, wrong: 0, none: 0 });
      counts[outcome] += 1;
    };
    for (const [index, { selectors }] of targets.entries()) {
      const results = found[index] ?? [];
      for (const [place, { kind }] of selectors.entries()) count(kind, results[place] ?? 'none');
      count('any', results.includes('right') ? 'right' : 'none');
      count('first that finds one', results.find((outcome) => outcome !== 'none') ?? 'none');
      const redacted = results.filter(
        (_, place) => !isWithheld(selectors[place] ?? { kind: 'css', value: '', matches: 0 }),
      );
      count('any without data', redacted.includes('right') ? 'right' : 'none');
      if (!results.includes('right')) lost.push(`${perturbation}: ${TARGETS[index]?.[0]}`);
      // Which row it was is data: without it, a shuffled row cannot be told.
      if (perturbation !== 'shuffled rows' && !redacted.includes('right'))
        lost.push(`${perturbation}, data withheld: ${TARGETS[index]?.[0]}`);
    }
  }
  await testInfo.attach('strategies', { body: JSON.stringify(report, null, 1), contentType: 'application/json' });
  expect(lost).toEqual([]);
  const firsts = PERTURBATIONS.map((perturbation) => report[perturbation]?.['first that finds one']?.wrong ?? 0);
  expect(Math.max(...firsts), JSON.stringify(report)).toBeLessThanOrEqual(Math.floor(TARGETS.length * 0.05));
});

test('the node that was hit is kept beside the element meant', async ({ captured, page }) => {
  await clickOn(page.locator('label', { hasText: 'Urgent' }));
  await clickOn(page.locator('[role=treeitem] span >> nth=0'));
  await expect.poll(async () => (await captured.actions()).length).toBe(2);
  const [box, item] = (await captured.actions()).map(({ target }) => target);
  expect(box).toMatchObject({ tag: 'input', hit: { tag: 'label', css: null } });
  expect(box?.hit?.selectors?.[0]).toMatchObject({ matches: 1 });
  expect(item).toMatchObject({ role: 'treeitem', hit: { tag: 'span', css: ':scope > span' } });
});

test('frames know their way from the top of the page', async ({ acknowledge, page, site, worker }) => {
  site.reply('/inner', '<!doctype html><title>Inner</title><button>Innermost</button>');
  site.reply(
    '/middle',
    '<!doctype html><title>Middle</title><iframe src="about:blank"></iframe><iframe src="/inner"></iframe>',
  );
  site.reply('/outer', '<!doctype html><title>Outer</title><iframe src="/middle"></iframe>');
  await acknowledge();
  const captured = await listenForBatches(worker);
  await page.goto(`${site.origin}/outer`);
  await page.frameLocator('iframe').frameLocator('iframe >> nth=1').getByRole('button').click();
  await expect.poll(captured.verbs).toEqual(['click']);
  const acted = (await captured.all()).find(({ batch }) => batch.actions.length > 0);
  expect(acted?.batch.place).toMatchObject({ isTop: false, index: 1, path: [0, 1] });
});
