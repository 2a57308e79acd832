import { expect, type Page, test as base } from '@playwright/test';
import type { Browser } from 'playwright';
import { startBrowser } from '../../dataset/browser.ts';
import { type GivenValues, replay } from '../../dataset/replay/replay.ts';
import type { RrwebEvent } from '../../lib/capture.ts';
import type { Element } from '../../lib/element.ts';
import type { CaptureRecord } from '../../lib/record.ts';
import type { RedactedAction } from '../../lib/action.ts';
import { toEpisode } from '../../lib/to-episode.ts';
import {
  browserRecord,
  capture,
  captured,
  childCapture,
  click,
  element,
  EPISODE,
  opening,
  outside,
  page as seen,
  SESSION,
  snapshot,
  START,
} from '../support/records.ts';
import { elementNode, mutation, textNode } from '../support/rrweb.ts';

type Actions = CaptureRecord['actions'];

interface Recorded {
  readonly actions: Actions;
  /** What was in the page, and how that changed, each with when. */
  readonly body?: Parameters<typeof snapshot>[1];
  readonly changes?: readonly RrwebEvent[];
  /** What the recorders of its frames told. */
  readonly frames?: readonly CaptureRecord[];
  /** What the browser told in the end. */
  readonly outside?: RedactedAction;
  /** How long a page may take for a step, in ms. */
  readonly timeoutMs?: number;
}

const test = base.extend<
  { replayed: (html: string, recorded: Recorded, values?: GivenValues) => Promise<Page> },
  { chrome: Browser }
>({
  chrome: [
    async ({}, use) => {
      const browser = await startBrowser(process.env, { isOnline: true });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  replayed: async ({ chrome }, use) => {
    const context = await chrome.newContext({ viewport: { width: 800, height: 600 } });
    await use(async (html, { actions, body = [], changes = [], frames = [], ...recorded }, values) => {
      const { outside: last, timeoutMs = 3_000 } = recorded;
      const page = await context.newPage();
      await page.route('**/slow', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.fulfill({ body: 'ready' });
      });
      await page.route(seen.url, (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html>${html}` }),
      );
      const goto = outside({ type: 'goto', url: seen.url, cause: 'address_bar', sameDocument: false }, 0);
      const episode = toEpisode({
        manifest: { session: SESSION, episode: EPISODE, cut: { rule: 'idle', confidence: 1 }, gaps: [] },
        records: [
          opening,
          browserRecord(71, [goto]),
          capture(0, { events: [...snapshot(10, body), ...changes], actions: [...actions] }),
          ...frames,
          ...(last ? [browserRecord(71, [last])] : []),
        ],
      });
      const { steps } = await replay(page, episode, { timeoutMs, ...(values && { values }) });
      expect(steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(
        steps.flatMap(({ differences }) => differences).filter((each) => /“[^⟦]*” has not appeared/.test(each)),
      ).toEqual([]);
      return page;
    });
    await context.close();
  },
});

const target = (css: string, rest: Partial<Element> = {}): Element =>
  element(5, { role: '', name: '', tag: 'div', selectors: [{ kind: 'css', value: css, matches: 1 }], ...rest });

/** A button that is found without doubt. */
const button = (id: string, name: string): Element =>
  element(5, {
    name,
    selectors: [
      { kind: 'role', value: `button "${name}"`, matches: 1 },
      { kind: 'id', value: `#${id}`, matches: 1 },
    ],
  });

test('a value that is given stands for the way in which the page writes it', async ({ replayed }) => {
  const value = { text: '⟦DATE_1⟧', class: 'date' } as const;
  const page = await replayed(
    `<input id="due"><script>due.onkeydown = (event) => { if (!/^\\d$/.test(event.key)) return; event.preventDefault();
      const digits = due.value.replace(/\\D/g, '') + event.key; due.value = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join('.'); };</script>`,
    {
      actions: [
        captured({ type: 'fill', value, typed: value, by: 'typing' }, 100, {
          target: target('#due', { tag: 'input' }),
        }),
      ],
    },
    { '⟦DATE_1⟧': '24122026' },
  );
  await expect(page.locator('#due')).toHaveValue('24.12.2026');
});

test('what is typed into a part of a date goes there key by key', async ({ replayed }) => {
  const page = await replayed(
    `<span id="day" role="spinbutton" contenteditable tabindex="0">10</span><script>let keys = '';
      day.onbeforeinput = (event) => { event.preventDefault(); keys += event.data; day.textContent = keys; }</script>`,
    {
      actions: [
        captured(
          {
            type: 'fill',
            value: { text: '', class: 'empty' },
            typed: { text: '24', class: 'number' },
            by: 'typing',
          },
          100,
          { target: target('#day', { tag: 'span' }) },
        ),
      ],
    },
  );
  await expect(page.locator('#day')).toHaveText('24');
});

test('where a part of an editor stays, a value that has nothing of it is what was typed', async ({ replayed }) => {
  const line = (id: number, text: string) => elementNode(id, 'p', {}, textNode(id + 1, text));
  const page = await replayed(
    `<div id="letter" contenteditable><p>Dear Ms Lind</p><p>Yours</p></div><script>letter.focus();
      getSelection().collapse(letter.firstChild.firstChild, 12)</script>`,
    {
      body: [elementNode(20, 'div', { id: 'letter' }, line(21, '⟦WORDS_1⟧'), line(23, '⟦WORD_1⟧'))],
      changes: [{ ...mutation({ adds: [{ parentId: 20, node: line(30, '⟦WORDS_2⟧') }] }), timestamp: START + 300 }],
      actions: [
        captured({ type: 'fill', value: { text: '⟦TEXT_1⟧', class: 'text' }, by: 'typing' }, 100, {
          until: START + 500,
          target: target('#letter', { nodeId: 20 }),
        }),
      ],
    },
    { '⟦TEXT_1⟧': '\nthank you' },
  );
  await expect(page.locator('p')).toHaveText(['Dear Ms Lind', 'thank you', 'Yours']);
});

test('what an editor selects by a key of its own is selected by that key', async ({ replayed }) => {
  const keys = target('#keys', { tag: 'textarea' });
  const page = await replayed(
    `<textarea id="keys" style="opacity: 0">const a = 1;</textarea><output></output><script>
      keys.onkeydown = (event) => { if (event.key !== 'ArrowDown') return; event.preventDefault();
        keys.select(); document.querySelector('output').value += 'line '; }</script>`,
    {
      actions: [
        captured({ type: 'press', key: 'ArrowDown', modifiers: ['Shift'], consumed: true }, 100, { target: keys }),
        captured({ type: 'selectText', start: 0, end: 12, to: null }, 110, { target: keys }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('line');
});

test('what is typed in a page that is an editor as a whole goes to where the caret is', async ({ replayed }) => {
  const body = target('body', { tag: 'body' });
  const page = await replayed(
    `<body contenteditable style="margin: 0; height: 400px"><p>Dear Ms Lind</p><p>Yours</p><script>document.body.focus();
      getSelection().collapse(document.querySelector('p').firstChild, 12);
      onkeydown = (event) => { if (event.key === 'Enter') { event.preventDefault(); document.execCommand('insertParagraph'); } }</script>`,
    {
      actions: [
        captured({ type: 'press', key: 'Enter', modifiers: [], consumed: true }, 100, { target: body }),
        captured(
          { type: 'fill', value: { text: 'Dear Ms Lind\n\nthank you\n\nYours', class: 'text' }, by: 'typing' },
          200,
          { target: body },
        ),
      ],
    },
  );
  await expect(page.locator('p')).toHaveText(['Dear Ms Lind', 'thank you', 'Yours']);
});

test('empty lines between and after what is typed in an editor are typed too', async ({ replayed }) => {
  const typed = (text: string) =>
    captured({ type: 'fill', value: { text, class: 'text' }, by: 'typing' }, 100, {
      target: target('#letter'),
    });
  const page = await replayed(
    `<div id="letter" contenteditable><p>Dear Ms Lind</p><p>Yours</p></div><script>letter.focus();
      getSelection().collapse(letter.firstChild.firstChild, 12)</script>`,
    { actions: [typed('Dear Ms Lind!\n\n\n\n\nthank you\n\n\n\n\nYours')] },
  );
  await expect(page.locator('p')).toHaveText(['Dear Ms Lind!', '', 'thank you', '', 'Yours']);
});

test('in an editor without paragraphs as many empty lines are typed as were', async ({ replayed }) => {
  const value = { text: 'Dear Ms Lind\n\n\nthank you\n\n', class: 'text' } as const;
  const page = await replayed('<div id="letter" contenteditable></div>', {
    actions: [captured({ type: 'fill', value, by: 'typing' }, 100, { target: target('#letter') })],
  });
  await expect(page.locator('#letter > div')).toHaveText(['', 'thank you', '']);
});

test('a cell that is an editor itself is filled, though a cell comes before it', async ({ replayed }) => {
  const typed = (text: string, id: string, nodeId: number) =>
    captured({ type: 'fill', value: { text, class: 'word' }, by: 'typing' }, nodeId * 100, {
      target: target(`#${id}`, { tag: 'td', nodeId }),
    });
  const page = await replayed(
    `<table><tr><td id="room" contenteditable></td><td id="colour" contenteditable></td></tr></table>`,
    { actions: [typed('Kitchen', 'room', 5), typed('green', 'colour', 7)] },
  );
  await expect(page.locator('tr')).toHaveText('Kitchengreen');
});

test('keys that only other keyboards have are pressed where no field takes the text', async ({ replayed }) => {
  const value = { text: '', class: 'empty' } as const;
  const page = await replayed(
    `<output></output><script>
      onkeydown = ({ key, shiftKey, ctrlKey }) => { if (key.length === 1) document.querySelector('output').value += (ctrlKey ? '!' : '') + (shiftKey ? '^' : '') + key; };
      onkeyup = ({ key }) => { if (key.length === 1) document.querySelector('output').value += '.'; };</script>`,
    {
      actions: [
        captured({ type: 'fill', value, typed: { text: 'äÖжЯß/A', class: 'word' }, by: 'typing' }, 100, {
          target: target('body', { tag: 'body' }),
        }),
        captured({ type: 'press', key: 'ы', modifiers: ['Control'], consumed: true }, 200, { target: null }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('ä.^Ö.ж.^Я.ß./.^A.!ы.');
});

test('a pointer that drags comes by whole pixels, as a mouse does', async ({ replayed }) => {
  const path = [
    { x: 20, y: 20 },
    { x: 121, y: 53 },
  ];
  const page = await replayed(
    `<style>body { margin: 0 }</style><div id="board" style="width: 300px; height: 100px"></div><output></output><script>const ways = [];
      board.onmousemove = ({ clientX, clientY, buttons }) => buttons && ways.push(clientX % 1, clientY % 1);
      addEventListener('pointermove', ({ clientX, clientY, buttons }) => buttons && ways.push(clientX % 1, clientY % 1));
      onmouseup = () => (document.querySelector('output').value = ways.every((part) => part === 0) ? 'whole' : ways.join(' '));</script>`,
    {
      actions: [
        captured({ type: 'drag', to: null, path, native: false }, 100, {
          target: target('#board', {
            box: { x: 0, y: 0, width: 300, height: 100 },
            point: { x: 20, y: 20 },
          }),
        }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('whole');
});

for (const { cameBy, seen } of [
  { cameBy: { x: 30, y: -4 }, seen: '30 -4' },
  { cameBy: { x: 600, y: 0 }, seen: '50 0' },
]) {
  test(`a press comes from ${cameBy.x} pixels beside, as far as that is in the element`, async ({ replayed }) => {
    const path = [
      { x: 150, y: 50 },
      { x: 220, y: 50 },
    ];
    const page = await replayed(
      `<style>body { margin: 0 }</style><div id="board" style="width: 300px; height: 100px"></div><output></output><script>let last = '';
        onpointermove = ({ movementX, movementY, buttons }) => buttons || (last = movementX + ' ' + movementY);
        onpointerdown = () => document.querySelector('output').value = last;</script>`,
      {
        actions: [
          captured({ type: 'drag', to: null, cameBy, path, native: false }, 100, {
            target: target('#board', { box: { x: 0, y: 0, width: 300, height: 100 }, point: { x: 150, y: 50 } }),
          }),
        ],
      },
    );
    await expect(page.locator('output')).toHaveText(seen);
  });
}

for (const { first, seen } of [
  { first: 13, seen: '13' },
  { first: 3, seen: '3' },
]) {
  test(`a drag whose first move was of ${first} pixels begins by it`, async ({ replayed }) => {
    const path = [150, 150 + first, 290].map((x) => ({ x, y: 50 }));
    const page = await replayed(
      `<style>body { margin: 0 }</style><div id="board" style="width: 300px; height: 100px"></div><output></output><script>let from;
        const say = document.querySelector('output'); onpointerdown = ({ clientX }) => (from = clientX);
        onpointermove = ({ clientX, buttons }) => buttons && (say.value ||= clientX - from);</script>`,
      {
        actions: [
          captured({ type: 'drag', to: null, path, native: false }, 100, {
            until: START + 1_100,
            target: target('#board', { box: { x: 0, y: 0, width: 300, height: 100 }, point: { x: 150, y: 50 } }),
          }),
        ],
      },
    );
    await expect(page.locator('output')).toHaveText(seen);
  });
}

test('a drawing is scrolled to the place that was clicked, where its page shows another', async ({ replayed }) => {
  const drawing = target('canvas', {
    tag: 'canvas',
    box: { x: -700, y: 0, width: 1_200, height: 900 },
    point: { x: 1_000, y: 850 },
  });
  const page = await replayed(
    `<style>body { margin: 0 } div { overflow: auto; width: 300px; height: 200px }</style><div><canvas width="1200" height="900"></canvas></div><output></output>
      <script>document.querySelector('canvas').onclick = ({ offsetX, offsetY }) => (document.querySelector('output').value = offsetX + ' ' + offsetY)</script>`,
    { actions: [captured(click, 100, { target: drawing })] },
  );
  await expect(page.locator('output')).toHaveText('1000 850');
});

test('what is dragged to the edge of a list stays there until the list has scrolled', async ({ replayed }) => {
  const at = { box: { x: 0, y: 0, width: 200, height: 100 } };
  const scroll = { type: 'scroll', by: { x: 0, y: 150 }, to: { x: 0, y: 150 } } as const;
  const path = [
    { x: 50, y: 20 },
    { x: 50, y: 95 },
  ];
  const page = await replayed(
    `<style>body { margin: 0 }</style><div id="list" style="width: 200px; height: 100px; overflow: auto"><p style="height: 600px">Long</p></div><output></output><script>let held = false;
      list.onpointerdown = () => { held = true; }; onpointermove = ({ clientY }) => { if (held && clientY > 80) list.scrollTop += 5; };
      onpointerup = () => { held = false; document.querySelector('output').value = list.scrollTop >= 149 ? 'far' : 'near'; };</script>`,
    {
      actions: [
        captured({ type: 'drag', to: null, path, native: false }, 100, { target: target('#list', at) }),
        captured(scroll, 100, { target: target('#list', { ...at, point: null }) }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('far');
});

test('a drag goes where it went, though what it carried is like what is there before', async ({ replayed }) => {
  const like = (['testid', 'css'] as const).map((kind) => ({ kind, value: '.tile', matches: 2, nth: 1 }));
  const path = [
    { x: 20, y: 10 },
    { x: 300, y: 200 },
  ];
  const carried = elementNode(40, 'div', { class: 'tile', style: 'position: absolute; left: 280px; top: 190px' });
  const told = mutation({ adds: [{ parentId: 4, node: carried }] });
  const page = await replayed(
    `<style>body { margin: 0 } .tile { width: 100px; height: 40px; background: #cde } output { display: block }</style><div class="tile" id="tile"><div id="name" style="width: 40px; height: 20px">Note</div></div><output></output><script>let copy; tile.onpointerdown = () => { copy = tile.cloneNode(true); copy.id = ''; document.body.append(copy); };
      onpointermove = ({ clientX, clientY }) => { if (copy) copy.style = 'position: absolute; left: ' + (clientX - 10) + 'px; top: ' + (clientY - 10) + 'px'; };
      onpointerup = ({ clientX, clientY }) => { copy.remove(); document.querySelector('output').value = clientX + ' ' + clientY; };</script>`,
    {
      body: [elementNode(5, 'div', { class: 'tile', id: 'tile' })],
      changes: [{ ...told, timestamp: START + 150 }],
      actions: [
        {
          ...captured({ type: 'drag', path, native: false, to: element(40, { ...TILE, selectors: like }) }, 100, {
            target: target('#name', { box: { x: 0, y: 0, width: 40, height: 20 }, point: { x: 20, y: 10 } }),
          }),
          until: START + 300,
        },
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('300 200');
});

/** What is under the pointer in the end is the copy that follows it. */
const TILE = {
  tag: 'div',
  role: '',
  name: '',
  box: { x: 280, y: 190, width: 100, height: 40 },
  point: { x: 20, y: 10 },
};

for (const [title, style] of [
  ['something lies over it', null],
  ['the page let no text be selected meanwhile', 'user-select: none'],
] as const)
  test(`what is dragged reaches a column that is narrower now, though ${title}`, async ({ replayed }) => {
    const selectors = [{ kind: 'id', value: '#b', matches: 1 }] as const;
    const to = target('', {
      nodeId: 22,
      selectors: [...selectors],
      box: { x: 150, y: 0, width: 150, height: 100 },
      point: { x: 75, y: 40 },
    });
    const path = [
      { x: 20, y: 20 },
      { x: 225, y: 40 },
    ];
    const from = target('#a', { nodeId: 21, box: { x: 0, y: 0, width: 150, height: 100 }, point: { x: 20, y: 20 } });
    const page = await replayed(
      `<style>body { margin: 0 } .column { position: absolute; top: 0; width: 100px; height: 100px } #veil { position: absolute; top: 0; width: 300px; height: 80px }
      #thing { position: absolute; top: 10px; left: 10px; width: 40px; height: 20px; z-index: 1; background: #dde }</style>
      ${['a', 'b', 'c'].map((id, place) => `<div class="column" id="${id}" style="left: ${place * 100}px"></div>`).join('')}
      <div id="veil"></div><output></output><script>let held = false; a.innerHTML = '<div id="thing">It</div>'; thing.onpointerdown = () => { held = true; };
      onpointermove = ({ clientX, clientY }) => { if (!held) return; const column = [a, b, c][Math.min(2, Math.floor(clientX / 100))]; column.append(thing);
        thing.style.left = clientX % 100 - 10 + 'px'; thing.style.top = clientY - 10 + 'px'; };
      onpointerup = () => { held = false; document.querySelector('output').value = thing.parentElement.id; };</script>`,
      {
        body: [elementNode(21, 'div', { id: 'a' }), elementNode(22, 'div', { id: 'b' })],
        changes: style
          ? [{ ...mutation({ attributes: [{ id: 4, attributes: { style } }] }), timestamp: START + 150 }]
          : [],
        actions: [
          { ...captured({ type: 'drag', to, path, native: false }, 100, { target: from }), until: START + 300 },
        ],
      },
    );
    await expect(page.locator('output')).toHaveText('b');
  });

test('what the step before has asked for is waited for, though nothing shows it', async ({ replayed }) => {
  const page = await replayed(
    `<button id="ask">Ask</button><button id="use">Use</button><output></output><script>let answer = 'none';
      ask.onclick = async () => { answer = await (await fetch('/slow')).text(); }; use.onclick = () => { document.querySelector('output').value = answer; };</script>`,
    {
      actions: [captured(click, 100, { target: target('#ask') }), captured(click, 1_000, { target: target('#use') })],
    },
  );
  await expect(page.locator('output')).toHaveText('ready');
});

test('of two frames of the same page the one is acted in that had the place, though nothing was told of its element', async ({
  replayed,
}) => {
  const pane = `<button id='it'>Take</button><script>it.onclick = () => { parent.document.title = frameElement.dataset.pane; };</script>`;
  const frame = (name: string) => `<iframe data-pane="${name}" srcdoc="${pane}"></iframe>`;
  const page = await replayed(frame('left') + frame('right'), {
    actions: [],
    frames: [
      childCapture(0, {
        place: { isTop: false, index: 1, path: [1], scale: 1 },
        events: snapshot(300, [], 'about:srcdoc'),
        actions: [captured(click, 400, { target: target('#it') })],
      }),
    ],
  });
  await expect(page).toHaveTitle('right');
});

test('of a drawing without a name the part is hit that has the same text, wherever it is drawn today', async ({
  replayed,
}) => {
  const months = ['Jan', 'Feb', 'Mar'];
  const hit = {
    nodeId: 25,
    tag: 'rect',
    css: ':scope > g:nth-of-type(2) > rect',
    box: { x: 80, y: 30, width: 40, height: 60 },
  };
  const drawn = target('svg', {
    tag: 'svg',
    nodeId: 10,
    box: { x: 20, y: 30, width: 200, height: 90 },
    point: { x: 80, y: 40 },
    hit,
  });
  const bars = months.map((month, place) =>
    elementNode(21 + place * 3, 'g', {}, elementNode(22 + place * 3, 'rect', {}), textNode(23 + place * 3, month)),
  );
  const page = await replayed(
    `<style>body { margin: 30px 20px }</style><svg width="200" height="90">${['Feb', 'Mar', 'Jan'].map((month, place) => `<g><rect x="${place * 60}" width="40" height="60" onclick="document.title = '${month}'"></rect><text y="80" x="${place * 60}">${month}</text></g>`).join('')}</svg>`,
    { body: [elementNode(10, 'svg', {}, ...bars)], actions: [captured(click, 100, { target: drawn })] },
  );
  await expect(page).toHaveTitle('Feb');
});

test('a switch that turns only once the server has agreed is not pressed twice', async ({ replayed }) => {
  const page = await replayed(
    `<input type="checkbox" id="on"><output></output><script>let isOn = false; let asked = 0; on.onchange = async () => {
      on.checked = isOn; asked += 1; await fetch('/slow'); isOn = !isOn; on.checked = isOn; document.querySelector('output').value = asked + ' ' + isOn; };</script>`,
    { actions: [captured({ type: 'check' }, 100, { target: target('#on', { tag: 'input' }) })] },
  );
  await expect(page.locator('output')).toHaveText('1 true');
});

test('where the text was withheld that a page was waited for, the time is waited', async ({ replayed }) => {
  const later = (change: RrwebEvent, after: number): RrwebEvent => ({ ...change, timestamp: change.timestamp + after });
  const button = (id: number, word: string) => elementNode(id, 'button', {}, textNode(id + 1, word));
  const page = await replayed(
    `<p>Alpha</p><button id="take">Take</button><output></output><script>const names = ['Beta', 'Gamma']; take.hidden = true;
      setTimeout(() => { take.hidden = false; }, 50); const timer = setInterval(() => { document.querySelector('p').textContent = names.shift(); if (!names.length) clearInterval(timer); }, 700);
      take.onclick = () => { document.querySelector('output').value = document.querySelector('p').textContent; };</script>`,
    {
      body: [elementNode(20, 'p', {}, textNode(21, '⟦WORD_1⟧')), button(30, '⟦WORD_4⟧')],
      changes: [
        later(mutation({ texts: [{ id: 21, value: '⟦WORD_2⟧' }] }), 800),
        later(
          mutation({ texts: [{ id: 21, value: '⟦WORD_3⟧' }], adds: [{ parentId: 4, node: button(5, 'Take') }] }),
          1_600,
        ),
      ],
      actions: [
        captured(click, 100, { target: element(30, { ...target('p'), nodeId: 30, tag: 'p' }) }),
        captured(click, 1_700, { eventsBefore: 4, target: target('#take') }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('Gamma');
});

test('a row that a list draws only where it is scrolled to is looked for by its name', async ({ replayed }) => {
  const named = {
    selectors: [
      { kind: 'text', value: 'Person 45', matches: 1 },
      { kind: 'css', value: '#list > p:nth-of-type(3)', matches: 1 },
    ],
  } as const;
  const list = `<div id="list" style="width: 200px; height: 90px; overflow: auto; position: relative"><div style="height: 3000px"></div></div>`;
  const page = await replayed(
    `${list}<output></output><script>const names = Array.from({ length: 100 }, (_, place) => 'Person ' + (100 - place));
      const draw = () => { for (const line of list.querySelectorAll('p')) line.remove(); const first = Math.floor(list.scrollTop / 30);
        for (const [place, name] of names.slice(first, first + 4).entries()) list.insertAdjacentHTML('beforeend', '<p style="position: absolute; margin: 0; height: 30px; top: ' + (first + place) * 30 + 'px">' + name + '</p>'); };
      list.onscroll = () => requestAnimationFrame(draw); draw(); list.onclick = ({ target }) => { document.querySelector('output').value = target.textContent; };</script>`,
    {
      actions: [captured(click, 100, { target: target('', { ...named, selectors: [...named.selectors], tag: 'p' }) })],
    },
  );
  await expect(page.locator('output')).toHaveText('Person 45');
});

test('a box that draws nothing new is not scrolled for what has another name now', async ({ replayed }) => {
  const page = await replayed(
    `<div id="list" style="width: 200px; height: 90px; overflow: auto"><p>Eins</p><p>Zwei</p><div style="height: 900px"></div></div><output></output>
      <script>list.onclick = ({ target }) => { document.querySelector('output').value = target.textContent + ' at ' + list.scrollTop; };</script>`,
    {
      actions: [
        captured(click, 100, {
          target: target('', {
            tag: 'p',
            selectors: [
              { kind: 'text', value: 'Two', matches: 1 },
              { kind: 'css', value: '#list > p:nth-of-type(2)', matches: 1 },
            ],
          }),
        }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('Zwei at 0');
});

test('an id that was counted out says less than the row that something stands in', async ({ replayed }) => {
  const row = (name: string, place: number) =>
    `<li>${name} <button id="take-${place}" onclick="document.querySelector('output').value = '${name}'">Take</button></li>`;
  const place = { among: 'li', row: 'Paper', column: null, inside: ':scope > button' };
  const page = await replayed(`<ul>${['Ink', 'Toner', 'Paper'].map(row).join('')}</ul><output></output>`, {
    actions: [
      captured(click, 100, {
        target: target('', {
          ...{ tag: 'button', role: 'button', name: 'Take' },
          selectors: [
            { kind: 'id', value: '#take-0', matches: 1 },
            { kind: 'row', value: JSON.stringify(place), matches: 1 },
            { kind: 'css', value: '#take-0', matches: 1 },
            { kind: 'xpath', value: '/html/body/ul/li[1]/button', matches: 1 },
          ],
        }),
      }),
    ],
  });
  await expect(page.locator('output')).toHaveText('Paper');
});

test('where new names are given at each load, no part of a row is taken for the row', async ({ replayed }) => {
  const entries = Array.from({ length: 9 }, (_, place) => `<div style="height: 30px">Claim ${place}</div>`).join('');
  const row = (said: string) => ({ among: '#r7 > div', row: said, column: null, inside: '' });
  const place = { role: 'heading', name: 'Claims', up: 1, inside: ':scope > div > div:nth-of-type(1)' };
  const page = await replayed(
    `<h2>Claims</h2><div id="q2"><div id="q3" style="height: 90px; overflow: auto">${entries}</div><div>Others</div></div>`,
    {
      actions: [
        captured({ type: 'scroll', by: { x: 0, y: 60 }, to: { x: 0, y: 60 } }, 100, {
          target: target('#r8', {
            box: { x: 8, y: 70, width: 780, height: 90 },
            point: null,
            selectors: [
              { kind: 'id', value: '#r8', matches: 1 },
              ...['Claim 0', 'Claim 1'].map((said) => {
                return { kind: 'row' as const, value: JSON.stringify(row(said)), matches: 1 };
              }),
              { kind: 'landmark', value: JSON.stringify(place), matches: 1 },
            ],
          }),
        }),
      ],
    },
  );
  await expect.poll(() => page.locator('#q3').evaluate((box) => box.scrollTop)).toBe(60);
});

test('a row of many texts is known among others in another order, though one of those that tell it has changed', async ({
  replayed,
}) => {
  const shared = ['Open', 'EUR', 'Net', 'Berlin', 'A4', 'DE', 'Post', '30 days', 'B2B'];
  const rows = ['Ink', 'Toner', 'Paper'].map((name, place) => [name, `${place}1 pieces`, `${place}2 kg`, ...shared]);
  const recorded = rows.map((texts, place) => {
    const cells = texts.map((text, column) =>
      elementNode(101 + 40 * place + 2 * column, 'td', {}, textNode(102 + 40 * place + 2 * column, text)),
    );
    const button = elementNode(130 + 40 * place, 'button', {}, textNode(131 + 40 * place, 'Take'));
    return elementNode(100 + 40 * place, 'tr', {}, ...cells, elementNode(132 + 40 * place, 'td', {}, button));
  });
  const row = ([name = '', pieces = '', ...others]: readonly string[]) =>
    `<tr>${[name, name === 'Toner' ? '9 pieces' : pieces, ...others].map((text) => `<td>${text}</td>`).join('')}
      <td><button onclick="document.querySelector('output').value = '${name}'">Take</button></td></tr>`;
  const page = await replayed(
    `<table><tbody>${rows.toReversed().slice(1).map(row).join('')}${row(rows[2] ?? [])}</tbody></table><output></output>`,
    {
      body: [elementNode(20, 'table', {}, elementNode(21, 'tbody', {}, ...recorded))],
      actions: [
        captured(click, 100, {
          target: target('', {
            ...{ nodeId: 170, tag: 'button', role: 'button', name: 'Take' },
            selectors: [
              { kind: 'role', value: 'button "Take"', matches: 3, nth: 1 },
              { kind: 'text', value: 'Take', matches: 3, nth: 1 },
              { kind: 'css', value: 'tr:nth-of-type(2) button', matches: 1 },
              { kind: 'xpath', value: '/html/body/table/tbody/tr[2]/td[13]/button', matches: 1 },
            ],
          }),
        }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('Toner');
});

test('where a text was withheld that came a moment later, it has that moment to come', async ({ replayed }) => {
  const told = mutation({ texts: [{ id: 21, value: '⟦WORD_2⟧' }] });
  const page = await replayed(
    `<p>4</p><button id="ask">Ask</button><button id="take">Take</button><output></output><script>
      ask.onclick = () => setTimeout(() => { document.querySelector('p').textContent = '48'; }, 400);
      take.onclick = () => { document.querySelector('output').value = document.querySelector('p').textContent; };</script>`,
    {
      body: [elementNode(20, 'p', {}, textNode(21, '⟦WORD_1⟧'))],
      changes: [{ ...told, timestamp: START + 550 }],
      actions: [
        captured(click, 100, { target: target('#ask') }),
        captured(click, 900, { eventsBefore: 3, target: target('#take') }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('48');
});

test('an editor that still works on what was selected is waited for', async ({ replayed }) => {
  const page = await replayed(
    `<p id="text" contenteditable>Dear colleagues</p><button id="bold">Bold</button><output></output><script>
      let isBusy = false;
      text.onmouseup = () => {
        const [end, node] = [performance.now() + 1500, text.firstChild];
        isBusy = true;
        const work = () => {
          isBusy = performance.now() < end;
          getSelection().setBaseAndExtent(node, 0, node, isBusy ? 4 + Math.round(performance.now()) % 3 : 4);
          if (isBusy) requestAnimationFrame(work);
        };
        work();
      };
      bold.onmousedown = (event) => event.preventDefault();
      bold.onclick = () => { document.querySelector('output').value = isBusy ? 'too soon' : getSelection().toString(); };</script>`,
    {
      actions: [
        captured({ type: 'selectText', start: 0, end: 4, to: null }, 100, { target: target('#text') }),
        captured(click, 2_600, { target: button('bold', 'Bold') }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('Dear');
});

test('the time that a page had after a selection counts from the selection, though it was told of later', async ({
  replayed,
}) => {
  const page = await replayed(
    `<p id="text">Dear colleagues</p><button id="mark">Mark</button><em></em><output></output><script>
      text.onmouseup = () => setTimeout(() => { document.querySelector('em').textContent = 'Ready'; }, 2500);
      mark.onclick = () => { document.querySelector('output').value = document.querySelector('em').textContent || 'too soon'; };</script>`,
    {
      body: [elementNode(20, 'em', {}, textNode(21, ''))],
      changes: [{ ...mutation({ texts: [{ id: 21, value: 'Ready' }] }), timestamp: START + 2_550 }],
      actions: [
        captured({ type: 'selectText', start: 0, end: 4, to: null }, 100, {
          target: target('#text'),
          until: START + 2_595,
        }),
        captured(click, 2_600, { target: button('mark', 'Mark'), eventsBefore: 3 }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('Ready');
});

test('what goes once the pointer has left it is not taken for what the pointer opens next', async ({ replayed }) => {
  const page = await replayed(
    `<p id="one">Alba</p><p id="two" style="margin-top: 90px">Kuro</p><output></output><script>
      for (const card of [one, two]) {
        let tip = null; let opening; let closing;
        card.onmouseenter = () => { opening = setTimeout(() => {
          tip = document.createElement('button'); tip.textContent = 'Follow'; tip.style.position = 'absolute'; card.after(tip);
          tip.onclick = () => { document.querySelector('output').value += card.textContent; };
          tip.onmouseenter = () => clearTimeout(closing); tip.onmouseleave = leave;
        }, 350); };
        const leave = () => { clearTimeout(opening); closing = setTimeout(() => tip?.remove(), 300); };
        card.onmouseleave = leave;
      }</script>`,
    {
      body: [elementNode(20, 'p', {}, textNode(21, 'Alba')), elementNode(22, 'p', {}, textNode(23, 'Kuro'))],
      changes: [
        {
          ...mutation({ adds: [{ parentId: 4, node: elementNode(30, 'button', {}, textNode(31, 'Follow')) }] }),
          timestamp: START + 450,
        },
        { ...mutation({ removes: [{ parentId: 4, id: 30 }] }), timestamp: START + 1_100 },
        {
          ...mutation({ adds: [{ parentId: 4, node: elementNode(40, 'button', {}, textNode(41, 'Follow')) }] }),
          timestamp: START + 1_850,
        },
      ],
      actions: [
        captured({ type: 'hover' }, 100, { target: target('#one', { tag: 'p', nodeId: 20 }) }),
        captured(click, 600, { target: { ...button('no', 'Follow'), nodeId: 30 }, eventsBefore: 3 }),
        captured({ type: 'hover' }, 1_500, { target: target('#two', { tag: 'p', nodeId: 22 }), eventsBefore: 4 }),
        captured(click, 2_000, { target: { ...button('no', 'Follow'), nodeId: 40 }, eventsBefore: 5 }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('AlbaKuro');
});

test('what was withheld of a selector does not outweigh the place', async ({ replayed }) => {
  const row = { among: '[role="row"]', row: '⟦WORD_1⟧', column: null, inside: ':scope button[data-day="⟦DATE_1⟧"]' };
  const page = await replayed(
    `<div role="row"><b>Week</b><button data-day="3">Tue</button><button data-day="4">Wed</button></div><output></output><script>
      onclick = (event) => { document.querySelector('output').value = event.target.textContent; };</script>`,
    {
      actions: [
        captured(click, 100, {
          target: target('button:nth-of-type(2)', {
            tag: 'button',
            selectors: [
              { kind: 'row', value: JSON.stringify(row), matches: 1 },
              { kind: 'text', value: '⟦WORD_2⟧', matches: 1 },
              { kind: 'css', value: 'button:nth-of-type(2)', matches: 1 },
            ],
          }),
        }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('Wed');
});

test('a click is released where the pointer had gone to meanwhile', async ({ replayed }) => {
  const page = await replayed(
    `<div id="wheel" style="width:100px;height:40px"></div><output></output><script>
      const say = ({ type, offsetX, offsetY }) => { document.querySelector('output').value += type + ' ' + offsetX + ',' + offsetY + ' '; };
      for (const type of ['mousedown', 'mouseup', 'click']) wheel.addEventListener(type, say);</script>`,
    { actions: [captured({ ...click, moved: { x: 5, y: -4 } }, 100, { target: target('#wheel') })] },
  );
  await expect(page.locator('output')).toHaveText('mousedown 50,20 mouseup 55,16 click 55,16');
});

test('a page may write a value that is given in another way', async ({ replayed }) => {
  const value = { text: '⟦WORD_1⟧', class: 'word' } as const;
  const told = mutation({ texts: [{ id: 21, value: '⟦WORD_1⟧, new' }] });
  const page = await replayed(
    `<input id="name"><p>none</p><button id="take">Take</button><script>
      const p = document.querySelector('p');
      document.querySelector('#name').onchange = ({ target }) => { p.textContent = target.value.toUpperCase() + ', new'; };
      take.onclick = () => { p.textContent += ', taken'; };</script>`,
    {
      body: [elementNode(20, 'p', {}, textNode(21, 'none'))],
      changes: [{ ...told, timestamp: START + 550 }],
      actions: [
        captured({ type: 'fill', value, by: 'typing' }, 100, { target: target('#name', { tag: 'input' }) }),
        captured({ type: 'press', key: 'Enter', modifiers: [], consumed: false }, 500, {
          target: target('#name', { tag: 'input' }),
        }),
        captured(click, 900, { eventsBefore: 3, target: target('#take') }),
      ],
    },
    { '⟦WORD_1⟧': 'paper' },
  );
  await expect(page.locator('p')).toHaveText('PAPER, new, taken');
});

test('a list that loads on at its end is scrolled on as it grows', async ({ replayed }) => {
  const scroll = { type: 'scroll', by: { x: 0, y: 500 }, to: { x: 0, y: 500 } } as const;
  const page = await replayed(
    `<div id="list" style="width: 200px; height: 100px; overflow: auto"><p style="margin: 0; height: 300px">First</p></div><output></output><script>
      const isAtEnd = () => list.scrollTop + list.clientHeight >= list.scrollHeight - 1; let isLoading = false;
      list.onscroll = () => { document.querySelector('output').value = list.scrollTop; if (isLoading || !isAtEnd() || list.children.length > 2) return; isLoading = true;
        setTimeout(() => { list.insertAdjacentHTML('beforeend', '<p style="margin: 0; height: 200px">More</p>'); isLoading = false; }, 600); };</script>`,
    { actions: [captured(scroll, 100, { until: START + 900, target: target('#list') })] },
  );
  await expect(page.locator('output')).toHaveText('500');
});

for (const [title, onward] of [
  ['moved it', []],
  ['moved it until it went', [mutation({ removes: [{ parentId: 4, id: 20 }] })]],
] as const)
  test(`what was struck while a script ${title} is struck at that time, on its way`, async ({ replayed }) => {
    const turns = onward.length > 0 ? 11 : 30;
    const moves = Array.from({ length: turns }, (_, turn) => ({
      ...mutation({ attributes: [{ id: 20, attributes: { style: `left: ${turn}px` } }] }),
      timestamp: START + 5_750 + turn * 30,
    }));
    const going = onward.map((event) => ({ ...event, timestamp: START + 6_130 }));
    const page = await replayed(
      `<button id="begin">Begin</button><button id="belt" style="position: absolute">Box</button><output></output><script>let begun = 0;
      const move = () => { belt.style.left = Math.abs(performance.now() / 40 % 600 - 300) + 'px'; requestAnimationFrame(move); }; move();
      begin.onclick = () => { begun = performance.now(); };
      belt.onclick = () => { document.querySelector('output').value = performance.now() - begun < 6_900 ? 'in time' : 'too late'; };</script>`,
      {
        body: [elementNode(20, 'button', { id: 'belt' }, textNode(21, 'Box'))],
        // Who waits for it to rest does so for a quarter more than six seconds.
        timeoutMs: 9_000,
        changes: [...moves, ...going],
        actions: [
          captured(click, 100, { target: button('begin', 'Begin'), eventsBefore: 2 }),
          captured(click, 6_100, { target: { ...button('belt', 'Box'), nodeId: 20 }, eventsBefore: 13 }),
        ],
      },
    );
    await expect(page.locator('output')).toHaveText('in time');
  });

test('what is named by a value is found, though the page writes it in capitals', async ({ replayed }) => {
  const named = (name: string): Element =>
    element(5, { name, tag: 'button', selectors: [{ kind: 'role', value: `button "${name}"`, matches: 1 }] });
  const page = await replayed(
    ['Note 4', 'Invoice 4', 'Invoice 5', 'note 4']
      .map((name) => `<button onclick="document.title = '${name}'">${name}</button>`)
      .join(''),
    { actions: [captured(click, 100, { target: named('⟦WORD_1⟧ 4') })] },
    { '⟦WORD_1⟧': 'invoice' },
  );
  await expect(page).toHaveTitle('Invoice 4');
  const exact = await replayed(
    ['Note 4', 'note 4'].map((name) => `<button onclick="document.title = '${name}'">${name}</button>`).join(''),
    { actions: [captured(click, 100, { target: named('⟦WORD_1⟧ 4') })] },
    { '⟦WORD_1⟧': 'note' },
  );
  await expect(exact).toHaveTitle('note 4');
});

test('a full stop that is left of a text which was withheld is not waited for', async ({ replayed }) => {
  const told = mutation({ texts: [{ id: 21, value: '⟦TEXT_1⟧' }], adds: [{ parentId: 20, node: textNode(22, '.') }] });
  const page = await replayed(
    `<p>none</p><button id="send">Send</button><button id="on">On</button><script>
      send.onclick = () => { document.querySelector('p').textContent = 'All is well.'; }; on.onclick = () => { document.title = 'on'; };</script>`,
    {
      body: [elementNode(20, 'p', {}, textNode(21, 'none'))],
      changes: [{ ...told, timestamp: START + 150 }],
      actions: [
        captured(click, 100, { target: target('#send') }),
        captured(click, 900, { eventsBefore: 3, target: target('#on') }),
      ],
    },
    { '⟦TEXT_1⟧': 'All is well' },
  );
  await expect(page).toHaveTitle('on');
});

test('nothing is done sooner than it was, as a page need not show that it is ready', async ({ replayed }) => {
  const page = await replayed(
    `<button id="save">Save</button><button id="next">Next</button><output></output><script>let isStored = false;
      save.onclick = () => setTimeout(() => { isStored = true; }, 1_000);
      next.onclick = () => { document.querySelector('output').value = isStored ? 'stored' : 'lost'; };</script>`,
    {
      actions: [
        captured(click, 100, { target: button('save', 'Save') }),
        captured(click, 1_500, { target: button('next', 'Next') }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('stored');
});

for (const [title, action] of [
  ['loaded again', { type: 'reload', url: seen.url }],
  ['left for the one before', { type: 'goBack', url: 'about:blank', sameDocument: false }],
  ['closed', { type: 'tabClose' }],
] as const)
  test(`a page is not ${title} sooner than it was, as it may have been at work`, async ({ replayed }) => {
    const page = await replayed(
      `<button id="save" onclick="setTimeout(() => localStorage.setItem('note', 'stored'), 800)">Save</button>`,
      {
        actions: [captured(click, 100, { target: button('save', 'Save') })],
        outside: outside(action, 1_500),
      },
    );
    const next = await page.context().newPage();
    await next.route(seen.url, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await next.goto(seen.url);
    expect(await next.evaluate(() => localStorage.getItem('note'))).toBe('stored');
  });

test('beside what counts by itself things are done at their time, whatever it says', async ({ replayed }) => {
  const prices = Array.from({ length: 7 }, (_, turn) => ({
    ...mutation({ texts: [{ id: 21, value: `$4${turn}.50` }] }),
    timestamp: START + 200 + turn * 200,
  }));
  const page = await replayed(
    `<button id="begin">Begin</button><b id="price">$9.00</b><button id="buy">Buy</button><output></output><script>let begun = 0;
      begin.onclick = () => { begun = performance.now(); setInterval(() => { price.textContent = '$' + Math.floor(Math.random() * 9) + '.00'; }, 200); };
      buy.onclick = () => { const ms = performance.now() - begun; document.querySelector('output').value = ms > 1_000 && ms < 2_600 ? 'in time' : ms; };</script>`,
    {
      body: [elementNode(20, 'b', {}, textNode(21, '$9.00'))],
      changes: prices,
      actions: [
        captured(click, 100, { target: button('begin', 'Begin') }),
        captured(click, 1_500, { target: button('buy', 'Buy'), eventsBefore: 9 }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('in time');
});

test('the time that was waited for a text that was withheld is not given to the page once more', async ({
  replayed,
}) => {
  const told = mutation({ texts: [{ id: 21, value: '⟦TEXT_1⟧' }] });
  const page = await replayed(
    `<p>none</p><button id="send">Send</button><button id="on">On</button><i id="dot"></i><output></output><script>let begun = 0;
      setInterval(() => { dot.dataset.turn = performance.now(); }, 30);
      send.onclick = () => { begun = performance.now(); document.querySelector('p').textContent = 'All is well'; };
      on.onclick = () => { document.querySelector('output').value = performance.now() - begun < 2_800 ? 'in time' : 'too late'; };</script>`,
    {
      body: [elementNode(20, 'p', {}, textNode(21, 'none'))],
      changes: [{ ...told, timestamp: START + 1_600 }],
      actions: [
        captured(click, 100, { target: button('send', 'Send') }),
        captured(click, 1_700, { eventsBefore: 3, target: button('on', 'On') }),
      ],
    },
  );
  await expect(page.locator('output')).toHaveText('in time');
});

test('what moves along with what is dragged is not where the drag went', async ({ replayed }) => {
  const path = [
    { x: 20, y: 10 },
    { x: 320, y: 110 },
  ];
  const to = element(22, {
    ...{ tag: 'div', role: '', name: '', selectors: [{ kind: 'id', value: '#b', matches: 1 }] },
    ...{ box: { x: 310, y: 100, width: 40, height: 40 }, point: { x: 10, y: 10 } },
  });
  const told = mutation({ attributes: [{ id: 20, attributes: { style: 'transform: translate(150px, 50px)' } }] });
  const from = target('#a', { nodeId: 21, box: { x: 0, y: 0, width: 40, height: 40 }, point: { x: 20, y: 10 } });
  const page = await replayed(
    `<style>body { margin: 0 } #board div { position: absolute; width: 40px; height: 40px; background: #cde }</style><div id="board"><div id="a"></div><div id="b" style="left: 200px; top: 300px"></div></div><output></output><script>let start;
      a.onpointerdown = ({ clientX, clientY }) => { start = { clientX, clientY }; };
      onpointermove = ({ clientX, clientY }) => { if (start) board.style.transform = 'translate(' + (clientX - start.clientX) / 2 + 'px, ' + (clientY - start.clientY) / 2 + 'px)'; };
      onpointerup = ({ clientX, clientY }) => { document.querySelector('output').value = clientX + ' ' + clientY; };</script>`,
    {
      body: [
        elementNode(
          20,
          'div',
          { id: 'board' },
          elementNode(21, 'div', { id: 'a' }),
          elementNode(22, 'div', { id: 'b' }),
        ),
      ],
      changes: [{ ...told, timestamp: START + 150 }],
      actions: [{ ...captured({ type: 'drag', path, native: false, to }, 100, { target: from }), until: START + 300 }],
    },
  );
  await expect(page.locator('output')).toHaveText('320 110');
});
