import type { Page, Worker } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import { expect, test } from '../support/fixtures.ts';

const BACKGROUND = [250, 240, 200];
const MARK = [20, 90, 160];
const COVER = [128, 128, 128];

const pageWith = (body: string, style = '') => `<!doctype html><meta charset="utf-8"><title>Desk</title>
<style>body { margin: 20px; background: rgb(${BACKGROUND.join()}); font: 20px/2 sans-serif; } #mark { width: 200px; height: 60px; background: rgb(${MARK.join()}); }
#list { height: 50px; overflow: auto; } ${style}</style>
<h1>Settings</h1>${body}<div id="mark"></div><p><button>Save</button></p>`;

const RED = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9' fill='red'/%3E%3C/svg%3E`;

const DESK =
  pageWith(`<p id="name">Grace Hopper-Delacroix</p><p><label>Name <input id="field" value="Zanele Okonkwo"></label></p>
<p><img width="120" height="40" alt="" src="${RED}"></p><h2 id="echo"></h2><script>field.addEventListener('input', () => { echo.textContent = field.value; });</script>
<closed-name></closed-name><script>customElements.define('closed-name', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<span>Katherine Johnson-Okafor</span>'; } });</script>
<div id="list">${Array.from({ length: 20 }, (_, index) => `<div>Ada Lovelace-Kim the ${index}th</div>`).join('')}</div>`);

const MAGENTA = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='30'%3E%3Crect width='90' height='30' fill='%23f0f'/%3E%3C/svg%3E`;

/** Whatever has to be covered is magenta, in every way in which a page places and paints it. */
const MAGENTA_PAGE = `<!doctype html><meta charset="utf-8"><title>Desk</title>
<style>body { margin: 8px; font: 16px/1.2 sans-serif; } .s, .s * { color: #f0f; } .grid { display: grid; grid-template-columns: repeat(5, 1fr); gap: 6px; }
.grid > * { margin: 0; min-height: 56px; } .cut { overflow: hidden; height: 20px; width: 90px; }</style>
<h1>Settings</h1><button>Save</button><div class="grid s">
<p style="text-shadow: 40px 12px #f0f">Grace Hopper</p>
<div class="cut"><p style="position: absolute; margin: 30px 0 0 20px">Ada Lovelace</p></div>
<div class="cut" style="position: relative"><p popover="manual" id="pop" style="position: absolute; inset: 300px auto auto 700px; border: 0">Katherine Johnson</p></div>
<p style="transform: rotate(30deg)">Mary Jackson</p>
<p style="transform: scale(1.4) skewX(20deg); transform-origin: 0 0">Dorothy V.</p>
<p style="writing-mode: vertical-rl; font-style: italic">Joan Clarke</p>
<p class="first" style="width: 90px">Zanele Okonkwo wrote</p><style>.first::first-letter { font-size: 40px; float: left; }</style>
<svg width="90" height="30" style="overflow: visible"><text x="40" y="40" fill="#f0f">Hedy Lamarr</text></svg>
<svg width="90" height="30"><defs><text id="shared" y="20" fill="#f0f">Radia P.</text></defs><use href="#shared"/></svg>
<svg width="90" height="30"><pattern id="dots" width="9" height="9" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#f0f"/></pattern><rect width="90" height="30" fill="url(#dots)"/></svg>
<div style="background: url(&quot;${MAGENTA}&quot;)"></div>
<div style="mask: url(&quot;${MAGENTA}&quot;); background: #f0f"></div>
<img src="${MAGENTA}" alt=""><span><input value="Grace Hopper" size="9"><input placeholder="Mary Jackson" size="9"></span>
<textarea rows="2" cols="9">Ada Lovelace</textarea><select><option>Joan Clarke</option></select>
<div contenteditable>Katherine Johnson</div><span><button style="font-size: 30px; font-style: italic; letter-spacing: -6px">Hedy fjord</button></span>
<p style="font-size: 34px; line-height: 0.4">Zanele Okonkwo Radia</p><p style="-webkit-text-stroke: 7px #f0f">Ada Lovelace</p>
<div style="display: contents"><div style="display: contents; overflow: hidden"><p>Grace Hopper</p></div></div>
<p style="columns: 2; width: 120px">Mary Jackson and Ada</p><div style="zoom: 1.6">Hedy Lamarr</div>
<div style="perspective: 200px"><p style="transform: rotateY(40deg)">Joan Clarke</p></div>
<math><mtext>Radia Perlman</mtext></math><p style="text-indent: -6px; direction: rtl; width: 30px; white-space: nowrap">Katherine Johnson</p>
<slot-host><b>Zanele O.</b></slot-host><p style="opacity: 0.5">Ada Lovelace</p><p style="position: sticky; top: 0">Grace H.</p><ruby>Mary<rt>Jackson</rt></ruby>
<iframe width="90" height="40" srcdoc="<body style='margin: 0; background: #f0f'>"></iframe><iframe width="60" height="30" style="transform: rotate(20deg)" src="data:text/html,<body bgcolor=%23f0f>"></iframe>
<canvas width="90" height="40"></canvas><video width="90" height="40" poster="${MAGENTA}"></video>
<p style="position: fixed; right: 8px; bottom: 8px">Dorothy Vaughan</p><details open><summary style="list-style: none">Joan Clarke</summary>Hedy Lamarr</details>
</div><script>pop.showPopover(); const pen = document.querySelector('canvas').getContext('2d'); pen.fillStyle = '#f0f'; pen.fillRect(0, 0, 90, 40); customElements.define('slot-host', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<div style="overflow: hidden; position: relative; height: 40px"><i>Radia P.</i><slot></slot></div>'; } });</script>`;

/** Pages of which there is no screenshot, and why. */
const WITHOUT = {
  // It moves from when it is pressed on.
  '/moving': [
    'screenshot_moved',
    pageWith(
      `<script>addEventListener('pointerdown', () => setInterval(() => { mark.style.marginTop = Math.random() * 30 + 'px'; }, 50));</script>`,
    ),
  ],
  '/turning': [
    'screenshot_moved',
    pageWith(
      '<p id="it">Grace</p>',
      '#it { animation: 9s linear infinite turn; } @keyframes turn { to { transform: rotate(360deg); } }',
    ),
  ],
  '/object': ['screenshot_unmeasured', pageWith(`<object data="${RED}" width="40" height="40"></object>`)],
  '/spilling': [
    'screenshot_unmeasured',
    pageWith('<canvas width="40" height="40" style="overflow: visible"></canvas>'),
  ],
} as const;

/** What a style sheet generates has to be covered, and it is not known where it stands: the worker finds that out. */
const GENERATED = pageWith(
  '<p id="it" data-name="Grace Hopper-Delacroix">Name</p>',
  '#it::after { content: attr(data-name); position: absolute; }',
);

interface Heard {
  readonly name: string;
  readonly request: { readonly reason?: string };
}

interface Hearing {
  heard: string[];
  chrome: { runtime: { onMessage: { addListener(listener: (message: Heard) => void): void } } };
}

/** What became of each screenshot, as the pages told it. */
async function hearScreenshots(worker: Worker): Promise<() => Promise<string[]>> {
  await worker.evaluate(() => {
    const scope = globalThis as unknown as Hearing;
    scope.heard = [];
    scope.chrome.runtime.onMessage.addListener(({ name, request }) => {
      if (name === 'keepShot' || name === 'missShot') scope.heard.push(request.reason ?? 'kept');
    });
  });
  return () => worker.evaluate(() => (globalThis as unknown as Hearing).heard);
}

type Box = NonNullable<Awaited<ReturnType<ReturnType<Page['locator']>['boundingBox']>>>;

/** The colours of a picture along the middle of each box. */
function coloursAlong(by: Page, data: string, boxes: readonly Box[]): Promise<number[][][]> {
  return by.evaluate(
    async ([base64, places]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return places.map(({ x, y, width, height }) => {
        const row = context?.getImageData(Math.ceil(x) + 1, Math.round(y + height / 2), Math.floor(width) - 2, 1);
        const parts = [...(row?.data ?? [])];
        return Array.from({ length: parts.length / 4 }, (_, index) => parts.slice(index * 4, index * 4 + 3));
      });
    },
    [data, boxes] as const,
  );
}

const isLike = (colour: readonly number[]) => (other: readonly number[]) =>
  other.every((part, index) => Math.abs(part - (colour[index] ?? 0)) <= 12);

/** How many points of a picture are magenta, or nearly so. */
function magentaIn(by: Page, picture: string): Promise<number> {
  return by.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (Math.min(red, blue) - green > 60) count += 1;
    }
    return count;
  }, picture);
}

const isDark = (colour: readonly number[]) => colour.every((part) => part < 80);

test.use({
  policy: async ({ policy }, use) =>
    use({ ...policy, screenshots: { onAction: true, everySeconds: 0 }, pointerPath: true }),
});

test('screenshots show the app’s words and nothing that redaction replaces, or there are none, and a gap', async ({
  acknowledge,
  collector,
  extensionId,
  page,
  send,
  site,
  worker,
}) => {
  site.reply('/desk', DESK);
  site.reply('/generated', GENERATED);
  site.reply('/magenta', MAGENTA_PAGE);
  for (const [path, [, html]] of Object.entries(WITHOUT)) site.reply(path, html);
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(page.getByText('Screenshots of these sites.')).toBeVisible();
  await expect(page.getByText('Screenshots of a page when it comes up and after you act on it.')).toBeVisible();
  await expect(page.getByText('The way of the pointer to each click, in up to 16 points.')).toBeVisible();
  await expect(page.getByText('Screenshots, sound or video.')).toHaveCount(0);
  await acknowledge();
  const heard = await hearScreenshots(worker);
  /** Opens a page, and says what became of the screenshot of it. */
  const visit = async (path: string) => {
    const before = (await heard()).length;
    await page.goto(`${site.origin}${path}`);
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(before);
    return (await heard()).at(-1);
  };
  const boxOf = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`There is no ${selector}.`);
    return box;
  };
  /** Presses the button, and holds it until it is known what became of the screenshot. */
  const press = async () => {
    const before = (await heard()).length;
    await page.locator('button').first().hover();
    await page.mouse.down();
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(before);
    await page.mouse.up();
    return (await heard()).at(-1);
  };

  expect(await visit('/desk')).toBe('kept');
  await page.locator('#field').evaluate((field: HTMLInputElement) => field.select());
  await page.keyboard.type('Reports');
  // The first key asks for one, and there it is when the page has come to rest.
  await expect.poll(heard).toEqual(['kept', 'kept']);
  expect(await press()).toBe('kept');
  const covered = [await boxOf('#field'), await boxOf('img')];
  const lines: Box[] = [];
  for (const selector of ['#name', '#echo', '#list div']) {
    const range = await page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const all = document.createRange();
        all.selectNodeContents(element);
        return all.getBoundingClientRect().toJSON() as Box;
      });
    lines.push(range);
  }
  lines.push(await boxOf('closed-name'));
  const [title, mark] = [await boxOf('h1'), await boxOf('#mark')];

  await worker.evaluate(() => (globalThis as unknown as { chrome: Browser }).chrome.tabs.setZoom(1.5));
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(1.5);
  const zoomed = await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('#name') ?? document);
    const boxes = [document.querySelector('h1'), range].map((shown) => shown?.getBoundingClientRect());
    return { innerWidth, boxes: boxes.map((box) => box?.toJSON() as Box) };
  });
  const told = (await heard()).length;
  await page.locator('button').focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await heard()).slice(told)).toEqual(['kept']);
  await worker.evaluate(() => (globalThis as unknown as { chrome: Browser }).chrome.tabs.setZoom(1));

  expect(await visit('/magenta')).toBe('kept');
  const uncovered = (await page.screenshot()).toString('base64');
  expect(await press()).toBe('kept');

  for (const [path, [reason]] of Object.entries(WITHOUT)) {
    await visit(path);
    expect([path, await press()]).toEqual([path, reason]);
  }
  const generated = (await heard()).length;
  expect([await visit('/generated'), await press()]).toEqual(['kept', 'kept']);
  await visit('/desk');
  await page.locator('button').first().hover();
  const before = (await heard()).length;
  for (let press = 0; press < 6; press += 1) {
    await page.mouse.down();
    await page.mouse.up();
  }
  await expect.poll(async () => (await heard()).length).toBe(before + 6);
  // Whoever goes on at once wants the last.
  expect((await heard()).at(-1)).toBe('kept');
  await send('endTask', {});

  const [arrived] = await collector.received(1);
  const { screenshots = [], steps = [], gaps = [], ledger = [] } = arrived?.episode ?? {};
  const records = (arrived?.records ?? []).filter((record) => record.kind === 'screenshot');
  const outcomes = (await heard())
    .with(generated, 'screenshot_unmeasured')
    .with(generated + 1, 'screenshot_unmeasured');
  expect(outcomes).not.toContain('screenshot_refused');
  expect(screenshots).toHaveLength(outcomes.filter((what) => what === 'kept').length);
  expect(gaps.filter(({ reason }) => reason.startsWith('screenshot')).map(({ reason }) => reason)).toEqual(
    outcomes.filter((what) => what !== 'kept'),
  );

  const place = steps.findIndex(({ action }) => action.type === 'click');
  const seen = steps[place]?.observation.screenshot;
  const shot = screenshots[seen?.screenshot ?? -1];
  const record = records[seen?.screenshot ?? -1];
  if (!seen || !shot || !record) throw new Error('The click has no screenshot.');
  expect(shot.from).toBe(steps[place]?.at);
  expect(seen.ageMs).toBe((steps[place]?.at ?? 0) - shot.at);
  expect(steps[place]?.observation.document).toBe(shot.document);
  const hidden = [...covered, ...lines];
  const [ofMark = [], ofTitle = [], ...ofHidden] = await coloursAlong(page, record.data, [mark, title, ...hidden]);
  expect(ofHidden.flat().length).toBeGreaterThan(500);
  expect(ofHidden.map((colours) => colours.every(isLike(COVER)))).toEqual(hidden.map(() => true));
  expect(ofMark.every(isLike(MARK))).toBe(true);
  expect(ofTitle.some(isDark)).toBe(true);
  expect(ofTitle.some(isLike(COVER))).toBe(false);
  const scale = (screenshots[3]?.width ?? 0) / zoomed.innerWidth;
  const inPixels = zoomed.boxes.map(({ x, y, width, height }) => ({
    ...{ x: x * scale, y: y * scale, width: width * scale, height: height * scale },
  }));
  const [zoomedTitle = [], zoomedName = []] = await coloursAlong(page, records[3]?.data ?? '', inPixels);
  expect([zoomedTitle.some(isDark), zoomedTitle.some(isLike(COVER))]).toEqual([true, false]);
  expect([zoomedName.length > 200, zoomedName.every(isLike(COVER))]).toEqual([true, true]);

  expect(await magentaIn(page, uncovered)).toBeGreaterThan(10_000);
  for (const record of [records[4], records[5]]) expect(await magentaIn(page, record?.data ?? '')).toBe(0);

  const path = steps[place]?.pointerPath ?? [];
  const { x = 0, y = 0 } = steps[place]?.target?.point ?? {};
  const { box } = steps[place]?.target ?? {};
  expect(path.at(-1)).toEqual({ x: Math.round((box?.x ?? 0) + x), y: Math.round((box?.y ?? 0) + y) });
  expect(ledger.some(({ channel, rule }) => channel === 'screenshot' && rule === 'painted_field')).toBe(true);
});

test.describe('by time', () => {
  test.use({
    policy: async ({ policy }, use) => use({ ...policy, screenshots: { onAction: false, everySeconds: 1 } }),
  });

  test('they are taken only while somebody is at work on the page', async ({
    acknowledge,
    collector,
    page,
    send,
    site,
    worker,
  }) => {
    site.reply('/desk', pageWith('<p id="name">Grace Hopper-Delacroix</p>'));
    await acknowledge();
    const heard = await hearScreenshots(worker);
    /** Two screenshots would be due by then. */
    const later = async () => {
      const now = () => page.evaluate(() => performance.now());
      const before = await now();
      await expect.poll(now).toBeGreaterThan(before + 2_000);
    };
    await page.goto(`${site.origin}/desk`);
    await later();
    expect(await heard()).toEqual([]);
    await page.getByRole('button').click();
    await expect.poll(heard).toEqual(['kept']);
    await later();
    expect(await heard()).toEqual(['kept']);
    await page.mouse.wheel(0, 10);
    await expect.poll(heard).toEqual(['kept', 'kept']);
    await later();
    expect(await heard()).toEqual(['kept', 'kept']);
    await send('endTask', {});
    const [arrived] = await collector.received(1);
    expect(arrived?.episode.screenshots?.map(({ cause }) => cause)).toEqual(['time', 'time']);
  });
});
