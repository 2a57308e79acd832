import { expect, type Page } from '@playwright/test';
import { clickToClose } from './click-to-close.ts';
import type { Task } from './replayed.ts';
import { travel } from './travel.ts';

/** Text of the page's `output`, where each page below says what was done. */
const output = (page: Page) => page.locator('#out').first().textContent();
const OUT =
  '<p>Result: <output id="out"></output></p><script>const say = (text) => out.textContent += text + " "</script>';
const page = (html: string) => `<title>Desk</title>${OUT}${html}`;

/** A page around a frame that begins at `/list`. */
const framed = (inside: Readonly<Record<string, string>>) => ({
  '/desk': page('<iframe src="/list" width="400" height="150"></iframe>'),
  ...inside,
});

async function boxOf(target: Page, selector: string) {
  const box = await target.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen.`);
  return box;
}

/** Presses at the first place in the element, holds it there, moves over the others, rests there and releases. */
async function dragIn(
  target: Page,
  selector: string,
  places: readonly (readonly [number, number])[],
  { heldMs = 0, restMs = 0 } = {},
): Promise<void> {
  const { x, y } = await boxOf(target, selector);
  const [[left, top] = [0, 0], ...others] = places;
  await target.mouse.move(x + left, y + top);
  await target.mouse.down();
  await target.waitForTimeout(heldMs);
  for (const [across, down] of others) await target.mouse.move(x + across, y + down, { steps: 6 });
  await target.waitForTimeout(restMs);
  await target.mouse.up();
}

/**
 * A strip of cards that flies on where it was moved less than so many ms before it is let go. After five times it says
 * whether it ever flew: on a busy machine a hand that lets go at once may be late.
 */
const strip = (
  ms: number,
) => `<style>#strip { width: 700px; height: 100px; background: #cde; user-select: none }</style><div id="strip"></div><script>let from = null; let last; let times = 0; let flew = false; strip.onpointerdown = (e) => { from = e.clientX; strip.setPointerCapture(e.pointerId); };
  strip.onpointermove = (e) => { if (from === null) return; last = e.timeStamp; strip.style.translate = e.clientX - from + 'px'; };
  strip.onpointerup = (e) => { from = null; strip.style.translate = ''; flew ||= e.timeStamp - last < ${ms}; if ((times += 1) === 5) say(flew ? 'flew on' : 'stayed'); }</script>`;

/** Swipes the strip, five times. */
async function swipe(target: Page, restMs = 0): Promise<void> {
  for (let times = 0; times < 5; times += 1) await dragIn(target, '#strip', SWIPE, { restMs });
}

/** Boxes that come along once they were held for so many ms, and are only scrolled by who is quicker. */
const held = (
  ms: number,
) => `<style>.box { width: 80px; height: 60px; background: #cde; user-select: none }</style><div class="box" id="box">Box</div><div style="height: 200px"></div><script>let from = null; let isHeld = false; let timer; box.onpointerdown = (e) => { from = e; box.setPointerCapture(e.pointerId); timer = setTimeout(() => (isHeld = true), ${ms}); };
  box.onpointermove = (e) => { if (!from) return; const way = Math.hypot(e.clientX - from.clientX, e.clientY - from.clientY); if (isHeld) box.style.translate = e.clientX - from.clientX + 'px ' + (e.clientY - from.clientY) + 'px'; else if (way > 5) { clearTimeout(timer); from = null; } };
  box.onpointerup = () => { clearTimeout(timer); say(isHeld ? 'carried' : 'left'); from = null; isHeld = false; }</script>`;

/** A box that comes along from where it was first moved to: the first move is lost on it. */
const LATE = `<style>#box { width: 80px; height: 60px; background: #cde; user-select: none }</style><div id="box">Box</div><div style="height: 200px"></div><script>let from = null; let way; box.onpointerdown = (e) => { from = 'pressed'; box.setPointerCapture(e.pointerId); };
  box.onpointermove = (e) => { if (from === 'pressed') from = e; if (from === null) return; way = [e.clientX - from.clientX, e.clientY - from.clientY]; box.style.translate = way.map((by) => by + 'px').join(' '); };
  box.onpointerup = () => { say(way.map(Math.round)); from = null; }</script>`;

/** A drawing that says by which places the pointer came while it was pressed. */
const PLAN = `<svg id="plan" width="500" height="60"></svg><script>const met = new Set(); plan.onpointermove = ({ buttons, offsetX, offsetY }) => { if (buttons !== 1) return;
  const near = Math.round(offsetX / 50) * 50; if (Math.hypot(offsetX - near, offsetY - 30) < 5) met.add(near); out.textContent = [...met].sort((one, other) => one - other); }</script>`;

const TO_THE_SIDE = [
  [30, 30],
  [120, 60],
  [260, 90],
] as const;

/** From where to where it is swiped. */
const SWIPE = [
  [40, 50],
  [90, 51],
  [140, 52],
] as const;

async function drawLine(target: Page, from: number, to: number): Promise<void> {
  const { x, y } = await boxOf(target, '#plan');
  await target.mouse.move(x + from, y + 30);
  await target.mouse.down();
  await target.mouse.move(x + to, y + 30, { steps: 90 });
  await target.mouse.up();
}

const task = (html: string, act: Task['act'], typed: readonly string[] = []): Task => ({
  html: page(html),
  act,
  state: output,
  typed,
});

/** Two of each family of widgets. */
export const replayTasks: Readonly<Record<string, readonly [Task, Task]>> = {
  buttons: [
    task(
      `<button>One</button><button>Two</button><button>Three</button>
        <script>onclick = ({ target }) => target.localName === 'button' && say(target.textContent)</script>`,
      async (page) => {
        for (const name of ['Two', 'One', 'Two', 'Three']) await page.getByRole('button', { name }).click();
      },
    ),
    task(
      `<div id="rows"></div><script>for (const name of ['Ada', 'Alan', 'Grace']) rows.insertAdjacentHTML('beforeend', '<p>' + name +
        ' <button onclick="say(\\'' + name + '\\'); this.parentElement.remove()"><svg width="16" height="16"><circle cx="8" cy="8" r="7"/></svg></button></p>')</script>`,
      async (page) => {
        await page.locator('svg').nth(1).click();
        await page.locator('svg').nth(0).click();
      },
    ),
  ],
  'text fields': [
    task(
      `<label>Subject <input id="subject"></label><button onclick="say(subject.value)">Save</button>`,
      async (page) => {
        await page.getByLabel('Subject').click();
        await page.keyboard.type('Printer on fire');
        await page.getByRole('button').click();
      },
      ['Printer on fire'],
    ),
    task(
      `<label>Notes <textarea id="notes">Old</textarea></label><button onclick="say(notes.value.replaceAll('\\n', '/'))">Save</button>`,
      async (page) => {
        await page.getByLabel('Notes').click();
        await page.keyboard.press('Control+End');
        await page.keyboard.type(' and new\nlines');
        await page.getByRole('button').click();
      },
      ['Old and new\nlines'],
    ),
  ],
  'fields that change what is typed': [
    task(
      `<label>Phone <input id="phone" oninput="const d = this.value.replace(/\\D/g, '').slice(0, 10); this.value = d.length > 6 ? '(' + d.slice(0, 3) + ') ' + d.slice(3, 6) + '-' + d.slice(6) : d"></label>
        <button onclick="say(phone.value)">Save</button>`,
      async (page) => {
        await page.getByLabel('Phone').click();
        await page.keyboard.type('4155550123');
        await page.getByRole('button').click();
      },
      ['(415) 555-0123', '4155550123'],
    ),
    task(
      `<p id="code"></p><button onclick="say([...document.querySelectorAll('input')].map((box) => box.value).join(''))">Verify</button>
        <script>for (let n = 0; n < 4; n += 1) { const box = document.createElement('input'); box.maxLength = 1; box.size = 1; box.setAttribute('aria-label', 'Digit ' + (n + 1));
        box.oninput = () => box.value && box.nextElementSibling?.focus(); code.append(box); }</script>`,
      async (page) => {
        await page.getByLabel('Digit 1').click();
        for (const key of '4711') await page.keyboard.press(key);
        await page.getByRole('button').click();
      },
      ['4', '7', '1'],
    ),
  ],
  'fields that the page empties': [
    task(
      `<label>People <input id="people" oninput="if (this.value.endsWith(',')) { say(this.value); this.value = '' }"></label>`,
      async (page) => {
        await page.getByLabel('People').click();
        await page.keyboard.type('ada,grace,');
      },
      ['ada,', 'grace,'],
    ),
    task(
      `<label>Command <input id="field"></label><p id="line"></p><script>field.onkeydown = ({ key }) => {
        if (key === 'Enter') say(line.textContent); field.value = ''; line.textContent = key === 'Enter' ? '' : line.textContent + key; }</script>`,
      async (page) => {
        await page.getByLabel('Command').click();
        for (const command of ['stock', 'order']) {
          await page.keyboard.type(command);
          await page.keyboard.press('Enter');
        }
      },
      ['k', 'stock', 'r', 'order'],
    ),
  ],
  'boxes to check': [
    task(
      `<label><input type="checkbox" onchange="say('urgent ' + this.checked)"> Urgent</label> <label><input type="checkbox" onchange="say('private ' + this.checked)"> Private</label>`,
      async (page) => {
        await page.locator('label', { hasText: 'Urgent' }).click();
        await page.getByLabel('Private').click();
        await page.locator('label', { hasText: 'Urgent' }).click();
      },
    ),
    task(
      `<style>input { position: absolute; opacity: 0; width: 0; height: 0 } i { display: inline-block; width: 20px; height: 20px; border: 1px solid }</style>
        <label><input type="radio" name="size" value="S" onchange="say(this.value)"><i></i>Small</label><label><input type="radio" name="size" value="L" onchange="say(this.value)"><i></i>Large</label>`,
      async (page) => {
        await page.locator('i').nth(1).click();
        await page.locator('i').nth(0).click();
      },
    ),
  ],
  selects: [
    task(
      `<label>Priority <select onchange="out.textContent = this.value"><option>Low<option>Normal<option>High</select></label>`,
      async (page) => {
        await page.getByLabel('Priority').focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
      },
    ),
    task(
      `<label>Rooms <select multiple size="4"><option>A<option>B<option>C<option>D</select></label><button onclick="say([...document.querySelector('select').selectedOptions].map((o) => o.value).join('+'))">Book</button>`,
      async (page) => {
        await page.getByText('B', { exact: true }).click();
        await page.getByText('D', { exact: true }).click({ modifiers: ['Control'] });
        await page.getByRole('button').click();
      },
    ),
  ],
  'dates, colours, ranges': [
    task(
      `<label>Due <input type="date" id="due"></label><button onclick="say(due.value)">Save</button>`,
      async (page) => {
        await page.getByLabel('Due').click({ position: { x: 12, y: 10 } });
        await page.keyboard.type('03042027');
        await page.getByRole('button').click();
      },
      ['2027-03-04'],
    ),
    task(
      `<label>Volume <input type="range" id="volume" value="0" style="width: 300px"></label><button onclick="say(volume.value)">Save</button>`,
      async (page) => {
        await dragIn(page, '#volume', [
          [8, 8],
          [120, 8],
          [220, 9],
        ]);
        await page.getByRole('button').click();
      },
      ['75'],
    ),
  ],
  'rich text': [
    task(
      `<div contenteditable id="reply" role="textbox" aria-label="Reply" style="border: 1px solid; padding: 8px">Dear Ada,</div><button onclick="say(reply.innerText)">Send</button>`,
      async (page) => {
        await page.getByLabel('Reply').click();
        await page.keyboard.press('Control+End');
        await page.keyboard.type(' thank you');
        await page.getByRole('button').click();
      },
      ['Dear Ada, thank you'],
    ),
    task(
      `<button onmousedown="event.preventDefault()" onclick="document.execCommand('bold')">B</button><div contenteditable id="note" aria-label="Note" role="textbox" style="border: 1px solid; padding: 8px">plain word here</div><button id="save" onclick="say(note.innerHTML)">Save</button>`,
      async (page) => {
        const { x, y } = await boxOf(page, '#note');
        await page.mouse.dblclick(x + 60, y + 18);
        await page.getByRole('button', { name: 'B' }).click();
        await page.locator('#save').click();
      },
    ),
  ],
  'menus under the pointer': [
    task(
      `<style>ul ul { display: none } li:hover > ul { display: block } li { width: 120px }</style>
        <ul><li>File<ul><li onclick="say('opened')">Open</li><li onclick="say('closed')">Close</li></ul></li></ul>`,
      async (page) => {
        await page.getByText('File').hover();
        await page.getByText('Close').click();
      },
    ),
    task(
      `<div id="menu" style="width: 140px; border: 1px solid">Reports<div id="items" hidden><button>Yearly</button><button>Monthly</button></div></div>
        <script>let timer; menu.onmouseenter = () => timer = setTimeout(() => items.hidden = false, 250); menu.onmouseleave = () => { clearTimeout(timer); items.hidden = true };
        items.onclick = ({ target }) => say(target.textContent)</script>`,
      async (page) => {
        await page.getByText('Reports').hover();
        await page.getByRole('button', { name: 'Monthly' }).click();
      },
    ),
  ],
  drags: [
    task(
      `<style>.item { width: 200px; height: 36px; border: 1px solid; margin: 4px; user-select: none }</style><div id="list"></div><script>for (const name of ['Scan', 'Check', 'Book', 'Pay']) list.insertAdjacentHTML('beforeend', '<div class="item">' + name + '</div>');
        let held; list.onpointerdown = (e) => held = e.target.closest('.item'); onpointermove = (e) => { const over = held && document.elementFromPoint(e.clientX, e.clientY)?.closest('.item');
        if (over && over !== held) { const all = [...list.children]; all.indexOf(over) > all.indexOf(held) ? over.after(held) : over.before(held); } };
        onpointerup = () => { if (held) say([...list.children].map((each) => each.textContent).join(',')); held = null; };</script>`,
      async (page) => {
        await dragIn(page, '.item:nth-child(4)', [
          [40, 18],
          [44, -20],
          [42, -70],
        ]);
      },
    ),
    task(
      `<div style="display: flex; gap: 20px"><div draggable="true" id="card" style="width: 80px; height: 40px; background: #cde">Card</div><div class="lane" style="width: 150px; height: 120px; border: 1px solid">Doing</div><div class="lane" style="width: 150px; height: 120px; border: 1px solid">Done</div></div>
        <script>card.ondragstart = (e) => e.dataTransfer.setData('text/plain', 'card'); for (const lane of document.querySelectorAll('.lane')) { lane.ondragover = (e) => e.preventDefault(); lane.ondrop = (e) => { e.preventDefault(); say(e.dataTransfer.getData('text/plain') + ' in ' + lane.firstChild.nodeValue); lane.append(card); }; }</script>`,
      async (page) => {
        await page.locator('#card').dragTo(page.locator('.lane').nth(1));
        await page.locator('#card').dragTo(page.locator('.lane').nth(0));
      },
    ),
  ],
  'strips that fly on where they are let go in motion': [
    task(strip(30), (page) => swipe(page)),
    task(strip(120), (page) => swipe(page, 200)),
  ],
  'what comes along once it was held': [
    task(held(500), (page) => dragIn(page, '#box', TO_THE_SIDE, { heldMs: 800 })),
    task(held(500), async (page) => {
      await dragIn(page, '#box', TO_THE_SIDE, { heldMs: 800 });
      await dragIn(page, '#box', TO_THE_SIDE);
    }),
  ],
  'what does not come along by the first move': [
    task(LATE, (page) => dragIn(page, '#box', TO_THE_SIDE)),
    task(LATE, (page) =>
      dragIn(page, '#box', [
        [40, 30],
        [43, 31],
        [300, 30],
      ]),
    ),
  ],
  'places in drawings': [
    task(
      `<canvas width="300" height="200" style="border: 1px solid"></canvas><script>const places = []; document.querySelector('canvas').onclick = (e) => say(e.offsetX + '/' + e.offsetY)</script>`,
      async (page) => {
        await page.locator('canvas').click({ position: { x: 40, y: 30 } });
        await page.locator('canvas').click({ position: { x: 251, y: 164 } });
      },
    ),
    task(
      `<canvas width="300" height="200" style="border: 1px solid"></canvas><script>let on = false; const seen = new Set(); const pad = document.querySelector('canvas'); pad.onmousedown = () => on = true;
        pad.onmousemove = (e) => on && seen.add(Math.floor(e.offsetX / 100) + '' + Math.floor(e.offsetY / 100)); onmouseup = () => { on = false; say([...seen].join('-')); }</script>`,
      async (page) => {
        await dragIn(page, 'canvas', [
          [20, 20],
          [280, 20],
          [280, 180],
          [20, 180],
        ]);
      },
    ),
  ],
  'drawings that put what is pointed at over the rest': [
    task(
      `<svg id="plan" width="300" height="60"></svg><script>for (let n = 1; n < 6; n += 1) { plan.insertAdjacentHTML('beforeend', '<circle cx="' + 50 * n + '" cy="30" r="14"/>'); const seat = plan.lastChild;
        seat.onmouseenter = () => plan.lastChild !== seat && plan.append(seat); seat.onclick = () => say(n) }</script>`,
      async (page) => {
        const { x, y } = await boxOf(page, '#plan');
        for (const across of [100, 200, 50]) await page.mouse.click(x + across + 3, y + 27);
      },
    ),
    task(
      `<style>circle { transition: translate 300ms }</style><svg id="wheel" width="300" height="60"></svg><script>for (let n = 1; n < 5; n += 1) { wheel.insertAdjacentHTML('beforeend', '<circle cx="20" cy="30" r="14"/>');
        const part = wheel.lastChild; part.onmouseenter = () => wheel.lastChild !== part && wheel.append(part); part.onclick = () => say(n) }
        wheel.insertAdjacentHTML('beforeend', '<rect width="40" height="60"/>'); wheel.lastChild.onclick = ({ target }) => { target.style.fill = 'gray'; [...wheel.querySelectorAll('circle')].forEach((part, place) => (part.style.translate = 60 * (place + 1) + 'px')); }</script>`,
      async (page) => {
        const { x, y } = await boxOf(page, '#wheel');
        await page.mouse.click(x + 10, y + 20);
        await expect.poll(async () => (await boxOf(page, 'circle >> nth=1')).x).toBe(x + 20 + 120 - 14);
        await page.mouse.click(x + 20 + 120, y + 30);
      },
    ),
  ],
  'lines through places of a drawing': [
    task(PLAN, (page) => drawLine(page, 10, 460)),
    task(PLAN, (page) => drawLine(page, 462, 12)),
  ],
  'selected text': [
    task(
      `<p id="prose" style="font: 16px monospace">The quick brown fox jumps over the dog</p><button onmousedown="event.preventDefault()" onclick="say(getSelection().toString())">Highlight</button>`,
      async (page) => {
        await dragIn(page, '#prose', [
          [39, 8],
          [90, 8],
          [145, 8],
        ]);
        await page.getByRole('button').click();
      },
    ),
    task(
      `<textarea id="text" rows="3" cols="40" style="font: 16px monospace">one two three four</textarea><br><button onmousedown="event.preventDefault()" onclick="say(text.value.slice(text.selectionStart, text.selectionEnd))">Highlight</button>`,
      async (page) => {
        await dragIn(page, '#text', [
          [42, 12],
          [70, 12],
          [132, 12],
        ]);
        await page.getByRole('button').click();
      },
    ),
  ],
  scrolling: [
    task(
      `<div id="box" style="height: 120px; overflow: auto; width: 240px; border: 1px solid"></div><script>for (let n = 1; n <= 40; n += 1) box.insertAdjacentHTML('beforeend', '<p onclick="say(this.textContent)">Line ' + n + '</p>')</script>`,
      async (page) => {
        await page.locator('#box').hover();
        await page.mouse.wheel(0, 600);
        await expect.poll(() => page.locator('#box').evaluate((box) => box.scrollTop)).toBe(600);
        const inBox = await boxOf(page, '#box');
        await page.mouse.click(inBox.x + 30, inBox.y + 60);
      },
    ),
    task(
      `<div id="list" style="height: 200px; overflow: auto; width: 240px; border: 1px solid"><div id="all" style="height: 30000px; position: relative"></div></div><script>
        const draw = () => { const from = Math.floor(list.scrollTop / 30); all.replaceChildren(...Array.from({ length: 9 }, (_, n) => { const row = document.createElement('div'); row.textContent = 'Row ' + (from + n); row.style = 'position: absolute; height: 30px; top: ' + (from + n) * 30 + 'px'; row.onclick = () => say(row.textContent); return row; })); };
        list.onscroll = draw; draw();</script>`,
      async (page) => {
        await page.locator('#list').hover();
        for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, 300);
        await page.getByText('Row 52', { exact: true }).click();
      },
    ),
  ],
  'special clicks': [
    task(
      `<ul><li ondblclick="say('opened ' + this.textContent)">Report</li><li ondblclick="say('opened ' + this.textContent)">Invoice</li></ul>`,
      async (page) => {
        await page.getByText('Invoice').dblclick();
      },
    ),
    task(
      `<p id="file" style="width: 100px" oncontextmenu="event.preventDefault(); menu.hidden = false">budget.xls</p><div id="menu" hidden><button onclick="say('renamed')">Rename</button><button onclick="say('deleted')">Delete</button></div>`,
      async (page) => {
        await page.locator('#file').click({ button: 'right' });
        await page.getByRole('button', { name: 'Delete' }).click();
      },
    ),
  ],
  'pages that take their time': [
    task(
      `<button onclick="setTimeout(() => go.disabled = false, 900)">Start</button> <button id="go" disabled onclick="say('gone')">Go</button>`,
      async (page) => {
        await page.getByRole('button', { name: 'Start' }).click();
        await page.getByRole('button', { name: 'Go' }).click();
      },
    ),
    task(
      `<h2 id="state">Waiting</h2><button onclick="say(state.textContent)">Take</button><script>const states = ['Processing', 'Ready', 'Expired', 'Closed']; setInterval(() => state.textContent = states.shift() ?? 'Closed', 900)</script>`,
      async (page) => {
        await expect(page.locator('#state')).toHaveText('Ready');
        await page.getByRole('button', { name: 'Take' }).click();
      },
    ),
  ],
  keys: [
    task(
      `<label>Find <input id="find"></label><button onclick="say('searched ' + find.value)">Search</button>`,
      async (page) => {
        await page.getByLabel('Find').click();
        await page.keyboard.type('toner');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      },
      ['toner'],
    ),
    task(
      `<ul role="listbox" tabindex="0" aria-label="Cities"><li role="option">Oslo<li role="option">Paris<li role="option">Rome</ul><script>let at = -1; const list = document.querySelector('ul');
        list.onkeydown = (e) => { if (e.key === 'ArrowDown') at += 1; if (e.key === 'Enter') say(list.children[at].textContent); [...list.children].forEach((each, n) => each.setAttribute('aria-selected', n === at)); };</script>`,
      async (page) => {
        await page.getByRole('listbox').focus();
        for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      },
    ),
  ],
  dialogs: [
    task(`<button onclick="say(confirm('Delete it?') ? 'deleted' : 'kept')">Delete</button>`, async (page) => {
      page.once('dialog', (dialog) => void dialog.dismiss());
      await page.getByRole('button').click();
    }),
    task(
      `<button onclick="say('folder ' + prompt('Name of the folder'))">New folder</button>`,
      async (page) => {
        page.once('dialog', (dialog) => void dialog.accept('Taxes'));
        await page.getByRole('button').click();
      },
      ['Taxes'],
    ),
  ],
  leaving: [
    {
      html: {
        '/leave': page(`<a href="/left">Leave</a> <button onclick="sessionStorage.stays = 'once'">Stay</button>
          <script>addEventListener('beforeunload', (event) => event.preventDefault());</script>`),
        '/left': page(`<button onclick="say('stayed ' + sessionStorage.stays)">Tell</button>`),
      },
      async act(page) {
        page.once('dialog', (dialog) => void dialog.dismiss());
        await page.getByRole('link').click();
        await page.getByRole('button', { name: 'Stay' }).click();
        page.once('dialog', (dialog) => void dialog.accept());
        await page.getByRole('link').click();
        await page.getByRole('button', { name: 'Tell' }).click();
      },
      state: output,
    },
    task(
      `<button onclick="say(performance.getEntriesByType('navigation')[0].type)">Tell</button>
        <script>onbeforeunload = () => 'Not saved';</script>`,
      async (page) => {
        await page.getByRole('button').click();
        page.once('dialog', (dialog) => void dialog.accept());
        await page.reload();
        await page.getByRole('button').click();
      },
    ),
  ],
  frames: [
    {
      html: {
        '/desk': page(`<iframe src="/inner" width="400" height="150"></iframe>`),
        '/inner': `<title>Inner</title><label>Days <input></label><button onclick="parent.say(document.querySelector('input').value)">Ask</button>`,
      },
      act: async (page) => {
        await page.frameLocator('iframe').getByLabel('Days').click();
        await page.keyboard.type('five');
        await page.frameLocator('iframe').getByRole('button').click();
      },
      state: output,
      typed: ['five'],
    },
    {
      html: {
        '/desk': page(
          `<button onclick="place.innerHTML = '<iframe src=/middle width=500 height=250></iframe>'">Open</button><div id="place"></div>`,
        ),
        '/middle': `<title>Middle</title><p>Middle</p><iframe src="/inner" width="300" height="100" style="border: 10px solid"></iframe>`,
        '/inner': `<title>Inner</title><button onclick="top.say('left')">Left</button><button onclick="top.say('right')">Right</button>`,
      },
      act: async (page) => {
        await page.getByRole('button', { name: 'Open' }).click();
        await page.frameLocator('iframe').frameLocator('iframe').getByRole('button', { name: 'Right' }).click();
      },
      state: output,
    },
  ],
  'pages made of frames': [
    {
      html: {
        '/desk':
          '<!doctype html><title>Desk</title><frameset cols="30%,*"><frame src="/menu" name="menu"><frame src="/start" name="main"></frameset>',
        '/menu':
          '<title>Menu</title><a href="/orders" target="main">Orders</a> <a href="/people" target="main">People</a>',
        '/start': '<title>Start</title><p>Welcome</p>',
        '/orders': `<title>Orders</title>${OUT}<label>Number <input></label><button onclick="say(document.querySelector('input').value)">Find</button>`,
        '/people': `<title>People</title>${OUT}<button onclick="say('called')">Call</button>`,
      },
      act: async (page) => {
        await page.frameLocator('[name=menu]').getByText('Orders').click();
        await page.frameLocator('[name=main]').getByLabel('Number').click();
        await page.keyboard.type('seven');
        await page.frameLocator('[name=main]').getByText('Find').click();
        await page.frameLocator('[name=menu]').getByText('People').click();
        await page.frameLocator('[name=main]').getByText('Call').click();
        await travel(page, -1);
        await page.frameLocator('[name=main]').getByText('Find').click();
      },
      state: (page) => page.frameLocator('[name=main]').locator('body').innerText({ timeout: 3_000 }),
      typed: ['seven'],
    },
    {
      html: {
        '/desk':
          '<!doctype html><title>Desk</title><frameset rows="80,*"><frame src="/bar"><frameset cols="30%,*"><frame src="/menu" name="menu"><frame src="/start" name="main"></frameset></frameset>',
        '/bar': `<title>Bar</title><button onclick="parent.frames.main.location = '/people'">People</button>`,
        '/menu': '<title>Menu</title><a href="/start" target="main">Start</a>',
        '/start': '<title>Start</title><p>Welcome</p>',
        '/people': `<title>People</title>${OUT}<button onclick="say('called')">Call</button>`,
      },
      act: async (page) => {
        await page.frameLocator('frame').first().getByText('People').click();
        await page.frameLocator('[name=main]').getByText('Call').click();
      },
      state: (page) => page.frameLocator('[name=main]').locator('body').innerText({ timeout: 3_000 }),
    },
  ],
  'ways within a frame': [
    {
      html: framed({
        '/list': `<a href="/item">Item</a><button onclick="parent.say('list')">Keep</button>`,
        '/item': `<p>Item</p><button onclick="parent.say('item')">Keep</button>`,
      }),
      act: async (page) => {
        const frame = page.frameLocator('iframe');
        await frame.getByText('Item').click();
        await frame.getByRole('button').click();
        await travel(page, -1);
        await expect(frame.getByText('Item')).toHaveRole('link');
        await frame.getByRole('button').click();
        await travel(page, 1);
        await expect(frame.getByText('Item')).toHaveRole('paragraph');
        await frame.getByRole('button').click();
      },
      state: output,
    },
    {
      html: framed({
        '/list': `<a href="#more">More</a> <a href="/item">Item</a><button onclick="parent.say('list ' + location.hash)">Keep</button>`,
        '/item': `<button onclick="history.back()">Cancel</button>`,
      }),
      act: async (page) => {
        const frame = page.frameLocator('iframe');
        await frame.getByText('More').click();
        await frame.getByText('Item').click();
        await frame.getByText('Cancel').click();
        await frame.getByText('Keep').click();
        await travel(page, -1);
        await frame.getByText('Keep').click();
      },
      state: output,
    },
  ],
  'shadow roots': [
    task(
      `<x-card id="a"></x-card><x-card id="b"></x-card><script>customElements.define('x-card', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<button>Pin</button>'; this.shadowRoot.querySelector('button').onclick = () => say(this.id); } })</script>`,
      async (page) => {
        await page.locator('#b button').click();
        await page.locator('#a button').click();
      },
    ),
    task(
      `<x-card id="a" style="display: block; width: 200px; height: 30px"></x-card><script>customElements.define('x-card', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'closed' }); root.innerHTML = '<button>One</button><button>Two</button>'; root.onclick = ({ target }) => say(target.textContent); } })</script>`,
      async (page) => {
        const { x, y } = await boxOf(page, 'x-card');
        await page.mouse.click(x + 60, y + 10);
        await page.mouse.click(x + 15, y + 10);
      },
    ),
  ],
  tabs: [
    {
      html: {
        '/desk': page(
          `<a href="/detail" target="_blank">Open contract</a> <button onclick="say(localStorage.seen ?? 'not seen')">Done</button>`,
        ),
        '/detail': `<title>Contract</title><button onclick="localStorage.seen = 'seen'; this.textContent = 'Thanks'">Seen</button>`,
      },
      act: async (page) => {
        const opening = page.context().waitForEvent('page');
        await page.getByText('Open contract').click();
        const opened = await opening;
        await opened.getByRole('button', { name: 'Seen' }).click();
        await expect(opened.getByText('Thanks')).toBeVisible();
        await opened.close();
        await page.getByRole('button', { name: 'Done' }).click();
      },
      state: output,
    },
    {
      html: {
        '/desk': page(
          `<button onclick="open('/pick', 'pick', 'width=400,height=300')">Look up</button><script>onmessage = ({ data }) => say(data)</script>`,
        ),
        '/pick': `<title>Pick</title><button>Oslo</button><button>Quito</button><script>onclick = ({ target }) => { opener.postMessage(target.textContent, '*'); close(); }</script>`,
      },
      act: async (page) => {
        const opening = page.context().waitForEvent('page');
        await page.getByRole('button').click();
        const opened = await opening;
        await clickToClose(opened.getByRole('button', { name: 'Quito' }));
        await expect(page.locator('#out')).toHaveText(/Quito/);
      },
      state: output,
    },
  ],
  files: [
    task(
      `<label>Photo <input type="file" onchange="say(this.files.length + ' ' + this.files[0].type)"></label>`,
      async (page) => chooseFile(page, () => page.getByLabel('Photo').click()),
    ),
    task(
      `<input type="file" id="file" hidden onchange="say(this.files[0].name.split('.').pop())"><button onclick="file.click()">Attach</button>`,
      async (page) => chooseFile(page, () => page.getByRole('button').click()),
    ),
  ],
  'copy and paste': [
    task(
      `<input id="from" value="K-558 blue" aria-label="From"> <input id="to" aria-label="To"><button onclick="say(to.value)">Save</button>`,
      async (page) => {
        await page.getByLabel('From').click();
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Control+c');
        await page.getByLabel('To').click();
        await page.keyboard.press('Control+v');
        await page.getByRole('button').click();
      },
    ),
    task(
      `<textarea id="text" aria-label="Text">one two</textarea><button onclick="say(text.value)">Save</button>`,
      async (page) => {
        await page.getByLabel('Text').click();
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Control+x');
        await page.keyboard.press('Control+v');
        await page.keyboard.press('Control+v');
        await page.getByRole('button').click();
      },
      ['one two', 'one twoone two'],
    ),
  ],
  'ways through an app': [
    {
      html: {
        '/desk': page(`<form action="/sent"><label>Room <input name="room"></label><button>Book</button></form>`),
        '/sent': page(
          `<h1>Booked</h1><button onclick="say('confirmed ' + new URLSearchParams(location.search).get('room'))">Confirm</button>`,
        ),
      },
      act: async (page) => {
        await page.getByLabel('Room').click();
        await page.keyboard.type('Baltic');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Confirm' }).click();
      },
      state: output,
      typed: ['Baltic'],
    },
    task(
      `<main></main><script>const render = () => document.querySelector('main').innerHTML = location.hash ? '<h2>' + location.hash.slice(1) + '</h2><button onclick="say(location.hash)">Close</button>' : '<a href="#one">One</a> <a href="#two">Two</a>'; onhashchange = render; render();</script>`,
      async (page) => {
        await page.getByText('One').click();
        await page.getByRole('button').click();
        await page.goBack();
        await page.getByText('Two').click();
        await page.getByRole('button').click();
      },
    ),
  ],
  'what has to be held or turned': [
    task(
      `<button id="hold">Hold</button><script>let timer; hold.onmousedown = () => timer = setTimeout(() => say('held'), 800); hold.onmouseup = () => clearTimeout(timer)</script>`,
      async (page) => {
        await page.getByRole('button').hover();
        await page.mouse.down();
        await expect(page.locator('#out')).toHaveText(/held/);
        await page.mouse.up();
      },
    ),
    task(
      `<div id="map" style="width: 300px; height: 200px; border: 1px solid">100</div><script>let zoom = 100; map.addEventListener('wheel', (e) => { e.preventDefault(); zoom -= e.deltaY / 12; map.textContent = zoom; out.textContent = 'zoom ' + zoom; }, { passive: false })</script>`,
      async (page) => {
        await page.locator('#map').hover();
        for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, -120);
      },
    ),
  ],
};

/** Chooses a file as a person does: Playwright's own way would make an event that nobody caused. */
async function chooseFile(page: Page, press: () => Promise<void>): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.enable');
  await devtools.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const opened = new Promise<number>((resolve) =>
    devtools.once('Page.fileChooserOpened', ({ backendNodeId }) => resolve(backendNodeId ?? 0)),
  );
  await press();
  const files = [new URL('../../public/icon/16.png', import.meta.url).pathname];
  await devtools.send('DOM.setFileInputFiles', { files, backendNodeId: await opened });
}
