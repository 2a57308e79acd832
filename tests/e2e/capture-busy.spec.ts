import type { Page } from '@playwright/test';
import { type CaptureCase, playCases } from '../support/capture-cases.ts';
import { test } from '../support/shared-browser.ts';

/** Keeps the page from anything else, in its first event of a type, until all that a case does has been done. */
const busyIn = (type: string) => `<script>addEventListener('${type}', () => {
  console.log('busy');
  const end = performance.now() + 400;
  while (performance.now() < end);
}, { once: true, passive: true });</script>`;

/** Presses keys one after the other, and does not wait for the page. */
async function pressAtOnce(page: Page, ...keys: readonly string[]): Promise<void> {
  const all = keys.flatMap((key) => {
    const parts = key.split('+');
    return [
      ...parts.map((part) => page.keyboard.down(part)),
      ...parts.toReversed().map((part) => page.keyboard.up(part)),
    ];
  });
  await Promise.all(all);
}

const FIELD = '<input id="f" value="abc">';

const cases: CaptureCase[] = [
  {
    title: 'a key that is held down',
    html: '<ul role="listbox" tabindex="0" aria-label="List"><li role="option">a</ul>' + busyIn('keydown'),
    async act(page) {
      await page.getByRole('listbox').focus();
      const held = Array.from({ length: 4 }, () => page.keyboard.down('ArrowDown'));
      await Promise.all([...held, page.keyboard.up('ArrowDown')]);
    },
    actions: ['press List ArrowDown', 'press List ArrowDown ×3'],
  },
  {
    title: 'the caret is moved before a key that does something',
    html: FIELD + busyIn('keydown'),
    async act(page) {
      await page.locator('#f').focus();
      await pressAtOnce(page, 'Home', 'Enter');
    },
    actions: ['press f Home', 'press f Enter'],
  },
  {
    title: 'the caret is moved before what is typed',
    html: FIELD + busyIn('keydown'),
    async act(page) {
      await page.locator('#f').focus();
      await pressAtOnce(page, 'Home', 'x', 'Enter');
    },
    actions: ['fill f “xabc” typing', 'press f Enter'],
  },
  {
    title: 'a field that takes characters itself',
    html:
      `<input id="f" onkeydown="if (event.key.length === 1) { event.preventDefault(); this.value += event.key.toUpperCase(); }">` +
      busyIn('keydown'),
    async act(page) {
      await page.locator('#f').focus();
      await pressAtOnce(page, 'a', 'b', 'c', 'Enter');
    },
    actions: ['fill f “ABC” typed “abc” typing', 'press f Enter'],
  },
  {
    title: 'a widget that takes characters',
    html: `<div id="w" tabindex="0">Notes</div>` + busyIn('keydown'),
    async act(page) {
      await page.locator('#w').focus();
      await pressAtOnce(page, 'a', 'b', 'Enter');
    },
    actions: ['fill w “” typed “ab” typing', 'press w Enter'],
  },
  {
    title: 'a wheel that the page takes, and a press just after it',
    html:
      `<canvas id="map"></canvas><script>map.addEventListener('wheel', (e) => e.preventDefault(), { passive: false });</script>` +
      busyIn('wheel'),
    async act(page) {
      await page.locator('#map').hover();
      const [turned] = [page.mouse.wheel(0, 100), await page.waitForEvent('console')];
      await Promise.all([turned, page.mouse.down(), page.mouse.up()]);
    },
    actions: ['wheel map 100', 'click map'],
  },
  {
    title: 'a list that is scrolled by wheel, and one by key',
    html:
      `<style>div { height: 60px; overflow: auto } p { height: 900px }</style>
      <div id="one"><p>Long</div><div id="two" tabindex="0"><p>Long</div><output></output><script>
      const out = document.querySelector('output'); one.onscroll = two.onscroll = ({ target }) => out.append(target.id);</script>` +
      busyIn('wheel') +
      busyIn('keydown'),
    async act(page) {
      await page.locator('#one').hover();
      await page.mouse.wheel(0, 80);
      await page.getByText('one').first().waitFor();
      await page.locator('#two').focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('output').getByText('two').waitFor();
    },
    actions: ['scroll one', 'press two ArrowDown', 'scroll two'],
  },
  {
    title: 'a menu that a page takes its time to open',
    html:
      `<div style="width:90px"><span id="file">File</span><ul id="menu" hidden><li><button>Budget</button></ul></div>` +
      busyIn('pointerover') +
      `<script>addEventListener('pointerover', ({ target }) => { if (target.id === 'file') menu.hidden = false; });</script>`,
    async act(page) {
      await page.locator('#file').hover();
      await page.getByText('Budget').click();
    },
    actions: ['hover file', 'click Budget'],
  },
  {
    title: 'what keys have selected, and what is typed over it',
    html: FIELD + busyIn('keydown'),
    async act(page) {
      await page.locator('#f').focus();
      await pressAtOnce(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'x', 'Enter');
    },
    actions: ['selectText f 0–2', 'fill f “xc” typing', 'press f Enter'],
  },
];

test('what is done while the page is busy becomes what the person did', async ({ acknowledge, page, site, worker }) => {
  await acknowledge();
  await playCases(cases, { page, site, worker });
});
