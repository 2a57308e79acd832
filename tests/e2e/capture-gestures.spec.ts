import type { Locator, Page } from '@playwright/test';
import { type CaptureCase, playCases } from '../support/capture-cases.ts';
import { expect, test } from '../support/shared-browser.ts';

/** Presses on a locator's middle and moves by steps of the given distances. */
async function drag(page: Page, from: Locator, ...by: (readonly [number, number])[]): Promise<void> {
  const box = await from.boundingBox();
  if (!box) throw new Error('There is nothing to drag.');
  let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const [dx, dy] of by) {
    [x, y] = [x + dx, y + dy];
    await page.mouse.move(x, y, { steps: 5 });
  }
  await page.mouse.up();
}

/** What the pointer does: where, and how many ms after the event before. */
type PointerDeed = readonly ['mouseMoved' | 'mousePressed' | 'mouseReleased', number, number, number];

/** Drags by the clock: it is told when each event happened, however slow the machine is. */
async function dragAtTimes(page: Page, ...deeds: readonly PointerDeed[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // What happened before the page began has no time.
  let at = Date.now() + 1_000;
  for (const [type, x, y, afterMs] of deeds) {
    at += afterMs;
    const buttons = type === 'mousePressed' ? { button: 'left' as const, clickCount: 1 } : { button: 'left' as const };
    await session.send('Input.dispatchMouseEvent', { type, x, y, timestamp: at / 1_000, ...buttons });
  }
  await session.detach();
}

/** Presses on a point, runs something, releases. */
async function hold(page: Page, locator: Locator, work: () => Promise<unknown>): Promise<void> {
  await locator.hover();
  await page.mouse.down();
  await work();
  await page.mouse.up();
}

const presses: CaptureCase[] = [
  {
    title: 'press and hold',
    html: `<button onpointerdown="setTimeout(() => (this.title = 'held'), 700)">Hold</button>`,
    act: (page) => hold(page, page.locator('button'), () => expect(page.locator('button[title]')).toBeVisible()),
    actions: ['click Hold held'],
  },
  {
    title: 'middle and right clicks, modifiers',
    html: '<button>One</button><button>Two</button>',
    async act(page) {
      await page.getByText('One').click({ button: 'middle' });
      await page.getByText('Two').click({ button: 'right' });
      await page.getByText('One').click({ modifiers: ['Control', 'Shift'] });
    },
    // Here the middle button pastes.
    actions: ['click One middle', 'paste One', 'click Two right', 'click One Control Shift'],
  },
  {
    title: 'the element goes away under the pointer',
    html: `<button onpointerdown="this.remove()">Gone</button><p id="out"></p>`,
    act: (page) => page.getByText('Gone').click({ noWaitAfter: true }),
    actions: ['click Gone'],
  },
  {
    title: 'the element moves away under the pointer',
    html: `<p><button onmousedown="this.style.marginLeft = '300px'">Shy</button></p>`,
    act: (page) => page.getByText('Shy').click(),
    actions: ['click Shy'],
  },
  {
    title: 'a disabled button and a look-alike',
    html: '<button disabled>Off</button><div role="button" aria-disabled="true">Also off</div>',
    async act(page) {
      await page.getByText('Off', { exact: true }).click({ force: true });
      await page.getByText('Also off').click({ force: true });
    },
    actions: ['click Off', 'click Also off'],
  },
  {
    title: 'a shape and a canvas',
    html: '<svg width="90" height="60"><circle id="dot" cx="30" cy="30" r="20" /></svg><canvas id="board"></canvas>',
    async act(page) {
      await page.locator('circle').click();
      await page.locator('canvas').click();
    },
    actions: ['click svg', 'click board'],
  },
  {
    title: 'a select that is left as it was, and one that is not',
    html: '<select id="one"><option>a<option>b</select><select id="many" multiple><option>c<option>d<option>e</select>',
    async act(page) {
      await page.locator('#many').getByText('c').click();
      await page
        .locator('#many')
        .getByText('e')
        .click({ modifiers: ['Control'] });
      await page.locator('#many').focus();
      await page.keyboard.press('Shift+ArrowUp');
    },
    actions: ['selectOption many c', 'selectOption many c,e', 'selectOption many c,d,e'],
  },
  {
    title: 'a script that puts rules into a style sheet',
    html: `<style>b { color: red }</style><button onclick="document.styleSheets[0].insertRule('i { color: blue }', 1)">Paint</button>
      <button>Keep</button>`,
    async act(page) {
      await page.getByText('Paint').click();
      await page.getByText('Keep').click();
    },
    actions: ['click Paint', 'click Keep'],
  },
  {
    title: 'what a script clicks is nothing',
    html: '<button id="a" onclick="b.click()">A</button><button id="b">B</button>',
    act: (page) => page.getByText('A').click(),
    actions: ['click A'],
  },
  {
    title: 'a switch and a group of radio buttons',
    html:
      '<div role="switch" tabindex="0" onclick="1">Wi-Fi</div>' +
      '<label><input type="radio" name="r">x</label><label><input type="radio" name="r">y</label>',
    async act(page) {
      await page.getByRole('switch').click();
      await page.getByLabel('x').click();
      await page.keyboard.press('ArrowDown');
    },
    actions: ['click Wi-Fi', 'check x', 'check y'],
  },
];

const SLIDER = `<div style="width:200px;height:40px;background:#ccc;position:relative">
  <div id="knob" style="position:absolute;width:20px;height:20px;background:blue"></div></div><script>
  knob.onpointerdown = (e) => { knob.setPointerCapture(e.pointerId); knob.onpointermove = (m) => (knob.style.left = m.clientX + 'px'); };
  knob.onpointerup = () => (knob.onpointermove = null);</script>`;

const drags: CaptureCase[] = [
  {
    title: 'a slider',
    html: SLIDER,
    act: (page) => drag(page, page.locator('#knob'), [80, 0]),
    actions: ['drag knob → div'],
  },
  {
    title: 'a slider, by its next step',
    html: SLIDER,
    act: (page) => drag(page, page.locator('#knob'), [5, 0]),
    actions: ['drag knob → div'],
  },
  {
    title: 'a sortable item with the role of a button',
    html: `<div style="height:200px"><div role="button" tabindex="0" style="width:300px;height:60px">Item</div></div><script>
      const item = document.querySelector('[role]'); let y = null;
      addEventListener('mousedown', (e) => (y = e.clientY)); addEventListener('mouseup', () => (y = null));
      addEventListener('mousemove', (e) => { if (y !== null) item.style.transform = 'translateY(' + (e.clientY - y) + 'px)'; });</script>`,
    act: (page) => drag(page, page.getByRole('button'), [0, 20]),
    actions: ['drag Item → div'],
  },
  {
    title: 'a column is made wider by its handle',
    html: `<table><tr><th onclick="1" style="width:100px;position:relative">Name<i id="handle"
      style="position:absolute;right:0;top:0;width:6px;height:100%;cursor:col-resize"></i></table>`,
    act: (page) => drag(page, page.locator('#handle'), [-30, 0]),
    actions: ['drag Name → Name'],
  },
  {
    title: 'a hand that shakes on a button',
    html: '<button style="width:200px;height:60px">Wide</button>',
    act: (page) => drag(page, page.getByRole('button'), [30, 5]),
    actions: ['click Wide → 30,5'],
  },
  {
    title: 'a colour that is sought a little farther',
    html: '<canvas id="colours" width="200" height="100" style="background:gold"></canvas>',
    act: (page) => drag(page, page.locator('#colours'), [5, -4]),
    actions: ['click colours → 5,-4'],
  },
  {
    title: 'a knob that goes one pixel with the pointer',
    html: `<b id="knob" tabindex="0" style="position:absolute;left:50px;top:50px;width:20px;height:20px"></b><script>
      let start = null; knob.onpointerdown = ({ clientX }) => (start = clientX);
      onpointermove = ({ clientX }) => start !== null && (knob.style.left = 50 + clientX - start + 'px');
      onpointerup = () => (start = null);</script>`,
    act: (page) => drag(page, page.locator('#knob'), [1, 0]),
    actions: ['click knob → 1,0'],
  },
  {
    title: 'an hour of a calendar is moved inside its column',
    html: `<table><tr><td role="gridcell" aria-label="Monday" style="width:90px;height:300px;vertical-align:top"><div id="hour"
      style="height:30px;background:gold"></div></td></table>`,
    act: (page) => drag(page, page.locator('#hour'), [0, 90]),
    actions: ['drag Monday → Monday'],
  },
  {
    title: 'drawing on a canvas',
    html: '<canvas id="board" width="300" height="200" style="border:1px solid"></canvas><p>Some text below</p>',
    act: (page) => drag(page, page.locator('canvas'), [60, 0], [0, 60], [-60, 0]),
    actions: ['drag board → board'],
  },
  {
    title: 'a pointer that comes, presses, draws and rests',
    html: '<canvas id="board" width="300" height="200"></canvas>',
    act: (page) =>
      dragAtTimes(
        page,
        ['mouseMoved', 60, 50, 0],
        ['mouseMoved', 90, 54, 100],
        ['mousePressed', 90, 54, 15],
        ['mouseMoved', 150, 54, 10],
        ['mouseReleased', 150, 54, 90],
      ),
    actions: ['drag board came 30,4 → board rested 80'],
  },
  {
    title: 'a pointer that comes, rests, presses, holds and draws',
    html: '<canvas id="board" width="300" height="200"></canvas>',
    act: (page) =>
      dragAtTimes(
        page,
        ['mouseMoved', 60, 50, 0],
        ['mouseMoved', 90, 54, 100],
        ['mousePressed', 90, 54, 25],
        ['mouseMoved', 91, 54, 100],
        ['mouseMoved', 150, 54, 210],
        ['mouseReleased', 150, 54, 50],
      ),
    actions: ['drag board → board rested 40 held 300'],
  },
  {
    title: 'on a board that does not let the browser drag it',
    html: `<canvas id="board" draggable="true" width="300" height="120" ondragstart="event.preventDefault()"></canvas>`,
    act: (page) => drag(page, page.locator('canvas'), [60, 0], [0, 40]),
    actions: ['drag board → board'],
  },
  {
    title: 'HTML drag and drop with a modifier',
    html: `<div id="card" draggable="true">Card</div><div id="bin" style="height:90px" ondragover="event.preventDefault()">Bin</div>`,
    async act(page) {
      await page.keyboard.down('Shift');
      await page.locator('#card').dragTo(page.locator('#bin'));
      await page.keyboard.up('Shift');
    },
    actions: ['drag card → bin native Shift'],
  },
  {
    title: 'a native range',
    html: '<input id="r" type="range" min="0" max="10" value="0">',
    act: (page) => drag(page, page.locator('#r'), [40, 0]),
    actions: ['fill r “9” other'],
  },
  {
    title: 'a native range that is clicked',
    html: '<input id="r" type="range" min="0" max="10" value="0">',
    act: (page) => page.locator('#r').click(),
    actions: ['fill r “5” other'],
  },
];

const PROSE = '<p id="p" style="font:16px monospace">The quick <b>brown</b> fox jumps over the lazy dog.</p>';

/** Selects with the pointer from one character of a text in monospace to another. */
async function dragOver(page: Page, from: number, to: number, down = 8): Promise<void> {
  const box = await page.locator('#p').boundingBox();
  if (!box) throw new Error('There is no text.');
  const width = await page.evaluate(() => {
    const range = document.createRange();
    range.setStart(document.querySelector('#p')?.firstChild as Node, 0);
    range.setEnd(document.querySelector('#p')?.firstChild as Node, 10);
    return range.getBoundingClientRect().width / 10;
  });
  await page.mouse.move(box.x + from * width + 1, box.y + down);
  await page.mouse.down();
  await page.mouse.move(box.x + to * width + 1, box.y + down, { steps: 6 });
  await page.mouse.up();
}

const selections: CaptureCase[] = [
  { title: 'by dragging', html: PROSE, act: (page) => dragOver(page, 4, 15), actions: ['selectText p 4–15'] },
  { title: 'backwards', html: PROSE, act: (page) => dragOver(page, 9, 4), actions: ['selectText p 9–4'] },
  {
    title: 'from the beginning of a line that the browser has broken',
    html: '<p id="p" style="font:16px/20px monospace;width:20ch">incomprehensible incontrovertible</p>',
    act: (page) => dragOver(page, 0, 5, 30),
    actions: ['selectText p 17–22'],
  },
  {
    title: 'by a double click',
    html: PROSE,
    act: (page) => page.locator('b').dblclick(),
    actions: ['click b', 'click b ×2'],
  },
  {
    title: 'by a click with Shift, then copied',
    html: PROSE + '<p id="q">Second</p>',
    async act(page) {
      await page.locator('#p').click({ position: { x: 1, y: 8 } });
      await page.locator('#q').click({ position: { x: 1, y: 8 }, modifiers: ['Shift'] });
      await page.keyboard.press('Control+c');
    },
    actions: ['click p', 'selectText p 0–0 → q', 'press body Control+c', 'copy p'],
  },
  {
    title: 'with the keyboard in a field',
    html: '<input id="f" value="abcdef">',
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.press('Home');
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Control+c');
    },
    actions: ['press f Home', 'selectText f 0–3', 'press f Control+c', 'copy f'],
  },
  {
    title: 'by a page that marks what is selected',
    html:
      PROSE +
      `<script>onmouseup = () => { const s = getSelection(); if (s.isCollapsed) return;
      s.getRangeAt(0).surroundContents(document.createElement('mark')); s.removeAllRanges(); }</script>`,
    act: (page) => dragOver(page, 4, 9),
    actions: ['selectText p 4–9'],
  },
  {
    title: 'by a page of its own accord',
    html:
      PROSE +
      '<button onclick="getSelection().selectAllChildren(p)">All</button><input id="f" value="abc" onfocus="this.select()">',
    async act(page) {
      await page.getByText('All').click();
      await page.locator('#f').click();
    },
    actions: ['click All', 'click f'],
  },
];

const MENU = `<style>nav { width: 200px } ul ul { position: absolute; margin: 0 }</style>
  <nav><ul><li><a id="file">File</a><ul hidden><li><a id="recent">Recent</a><ul hidden><li><button>Budget</button></ul></ul></ul></nav>
  <p style="margin-top:200px"><button>Elsewhere</button></p>`;

const hovers: CaptureCase[] = [
  {
    title: 'a page that goes on by itself while the pointer rests on it',
    html: `<style>body { margin: 0; height: 600px }</style><main style="position:absolute;top:40px"></main><script>
      addEventListener('pointerover', () => setTimeout(() => {
        document.querySelector('main').innerHTML = '<div role="dialog" style="position:absolute"><button>Later</button></div>';
      }, 300), { once: true });
    </script>`,
    async act(page) {
      await page.mouse.move(400, 10);
      await page.getByRole('button').waitFor();
      await page.mouse.move(402, 12);
      await page.getByRole('button').click();
    },
    actions: ['click Later'],
  },
  {
    title: 'under style sheets with lists in parentheses',
    html: `<style>.note:not(.off, .old:not(.kept)) i { display: none } .top:is(.a, .b:not(.c)):hover i { display: inline }</style>
      <div class="note top"><button>Open<i>it</i></button></div>`,
    async act(page) {
      await page.getByText('Open').hover();
      await page.getByText('Open').click();
    },
    actions: ['click Open'],
  },
  {
    title: 'a menu that style sheets open',
    html: `<style>.sub { display: none } .top:hover > .sub { display: block }</style>
      <div class="top" style="width:200px"><span id="file">File</span><div class="sub"><button>Open</button></div></div>`,
    async act(page) {
      await page.locator('#file').hover();
      await page.getByText('Open').click();
    },
    actions: ['hover file', 'click Open'],
  },
  {
    title: 'buttons of a row that are there while the pointer is',
    html: `<style>.row button { visibility: hidden } .row:hover button { visibility: visible }</style>
      <div class="row" style="width:300px"><span id="name">Ada</span> <button>Delete</button></div>`,
    async act(page) {
      await page.locator('#name').hover();
      await page.getByText('Delete').click();
    },
    actions: ['hover name', 'click Delete'],
  },
  {
    title: 'menus in menus that a script opens',
    html: `${MENU}<script>for (const id of ['file', 'recent']) {
      const item = document.getElementById(id).parentElement, menu = item.querySelector('ul');
      item.onmouseenter = () => (menu.hidden = false); item.onmouseleave = () => (menu.hidden = true); }</script>`,
    async act(page) {
      await page.getByText('File').hover();
      await page.getByText('Recent').hover();
      await page.getByText('Budget').click();
    },
    actions: ['hover file', 'hover recent', 'click Budget'],
  },
  {
    title: 'a menu that comes after a while, at the end of the page',
    html: `<button id="more" style="width:100px">More</button><script>let timer; more.onmouseenter = () => (timer = setTimeout(() => {
      document.body.insertAdjacentHTML('beforeend', '<div style="position:absolute;left:8px;top:34px"><button>Archive</button></div>'); }, 200));</script>`,
    async act(page) {
      await page.locator('#more').hover();
      await page.getByText('Archive').click();
    },
    actions: ['hover More', 'click Archive'],
  },
  {
    title: 'a card that comes after a while, just after a click elsewhere',
    html: `<button onclick="this.title = 'Loaded'">Load</button><span id="name" style="padding:9px">Ada</span><script>
      document.querySelector('#name').onmouseenter = () => setTimeout(() => { document.body.insertAdjacentHTML('beforeend',
        '<p style="position:absolute;left:60px;top:34px;margin:0"><button>Follow</button></p>'); }, 150);</script>`,
    async act(page) {
      await page.getByText('Load').click();
      await page.locator('#name').hover();
      await page.getByText('Follow').click();
    },
    actions: ['click Load', 'hover name', 'click Follow'],
  },
  {
    title: 'a class of the row that shows its buttons',
    html: `<style>.row i { display: none } .row.over i { display: inline-block }</style>
      <div class="row" style="width:300px"><span id="name">Ada</span> <i tabindex="0">Edit</i></div><script>
      const row = document.querySelector('.row'); row.onmouseenter = () => row.classList.add('over');
      row.onmouseleave = () => row.classList.remove('over');</script>`,
    async act(page) {
      await page.locator('#name').hover();
      await page.getByText('Edit').click();
    },
    actions: ['hover name', 'click i'],
  },
  {
    title: 'a class of the row that only colours it, a tooltip, a list that loads meanwhile',
    html: `<style>.row.over { background: gold } .row:hover button { color: red } .row button { opacity: 0 }</style>
      <div class="row" style="width:300px"><span id="name">Ada</span> <button>Delete</button></div>
      <div id="list" style="width:300px;height:100px"></div><script>
      const row = document.querySelector('.row'); row.onmouseenter = () => { row.classList.add('over');
      document.body.insertAdjacentHTML('beforeend', '<div role="tooltip" style="position:absolute;top:200px">Tip</div>'); };
      list.onmousemove = () => setTimeout(() => (list.innerHTML = '<button>Loaded</button>'), 100);</script>`,
    async act(page) {
      await page.locator('#name').hover();
      await page.getByText('Delete').click();
      await page.locator('#list').hover();
      await page.getByText('Loaded').click();
    },
    actions: ['click Delete', 'click Loaded'],
  },
  {
    title: 'a dialog that comes under a pointer at rest, and rows that are drawn as a list is scrolled',
    html: `<button id="ask">Open</button><div id="box" style="height:90px;overflow:auto;position:relative">
      <p style="height:9000px"></div><script>
      ask.onclick = () => { document.body.insertAdjacentHTML('beforeend', '<div id="veil" style="position:fixed;inset:0"></div>');
        setTimeout(() => (veil.innerHTML = '<p role="dialog" style="margin:60px"><button onclick="veil.remove()">Yes</button></p>'), 150); };
      const draw = () => { for (const row of document.querySelectorAll('b')) row.remove();
        const first = Math.floor(box.scrollTop / 30); for (let i = first; i < first + 3; i += 1)
          box.insertAdjacentHTML('beforeend', '<b style="position:absolute;left:0;top:' + i * 30 + 'px">Row ' + i + '.</b>'); };
      box.onscroll = draw; draw();</script>`,
    async act(page) {
      await page.locator('#ask').click();
      await page.getByText('Yes').click();
      await page.locator('#box').hover();
      await page.mouse.wheel(0, 600);
      await page.getByText('Row 21.').click();
    },
    actions: ['click Open', 'click Yes', 'scroll box', 'click b'],
  },
  {
    title: 'a menu whose class hides it, and days whose class only marks them',
    html: `<style>.gone { display: none } .day { padding: 9px } .in { background: gold }</style>
      <div id="file" style="width:90px">File</div><div id="menu" class="gone"><b tabindex="0">Budget</b></div>
      <p><b class="day">7</b><b class="day" id="eight">8</b><b class="day" tabindex="0">Nine</b></p><script>
      file.onmouseenter = () => menu.classList.remove('gone');
      const days = [...document.querySelectorAll('.day')];
      eight.onmouseenter = () => days.forEach((day) => day.classList.add('in'));</script>`,
    async act(page) {
      await page.locator('#file').hover();
      await page.getByText('Budget').click();
      await page.locator('#eight').hover();
      await page.getByText('Nine').click();
    },
    actions: ['hover file', 'click b', 'click b'],
  },
  {
    title: 'a menu that says itself that it is open, and marks what the pointer passes in it',
    html: `<style>ul { margin: 0; width: 90px } li { padding: 9px } .in { background: gold }</style>
      <div id="file" style="width:90px" aria-haspopup="true">File</div>
      <ul role="menu" aria-expanded="true" hidden><li><b tabindex="0">Budget</b></li></ul><script>
      const item = document.querySelector('li');
      file.onmouseenter = () => (item.parentElement.hidden = false);
      item.onmouseenter = () => item.firstChild.classList.add('in');</script>`,
    async act(page) {
      await page.locator('#file').hover();
      await page.locator('li').hover({ position: { x: 3, y: 3 } });
      await page.getByText('Budget').click();
    },
    actions: ['hover file', 'click b'],
  },
  {
    title: 'a menu that opens as somebody passes',
    html: `${MENU}<script>const item = document.querySelector('nav li'), menu = item.querySelector('ul');
      item.onmouseenter = () => (menu.hidden = false); item.onmouseleave = () => (menu.hidden = true);</script>`,
    async act(page) {
      await page.getByText('File').hover();
      await page.getByText('Elsewhere').click();
    },
    actions: ['click Elsewhere'],
  },
];

/** A field that a script formats after every input. */
const formatted = (format: string) =>
  `<input id="f" oninput="this.value = (${format})(this.value)"><button>Done</button>`;

const type = (keys: string) => async (page: Page) => {
  await page.locator('#f').focus();
  await page.keyboard.type(keys);
  await page.getByText('Done').click();
};

const CHIPS = (event: string, isEnd: string) => `<input id="f"><button>Done</button><p id="chips"></p><script>
  f.on${event} = (e) => { if (${isEnd}) { e.preventDefault(); chips.append(f.value + ' | '); f.value = ''; } };</script>`;

/** A date in parts that can be edited, as far as the browser knows; the page draws what was typed a moment later. */
const DATE = `${['Day', 'Month', 'Year'].map((name) => `<span id="${name.toLowerCase()}" role="spinbutton" contenteditable tabindex="0" aria-label="${name}">10</span>`).join('/')}<button>Done</button><script>
  let full = '';
  addEventListener('beforeinput', (e) => {
    e.preventDefault();
    const part = e.target;
    full += e.data;
    const shown = full;
    setTimeout(() => (part.textContent = shown));
    if (shown.length < 2 && shown < 4) return;
    full = '';
    part.nextElementSibling.focus();
  });
</script>`;

const fills: CaptureCase[] = [
  {
    title: 'what is cut, all of it or some, and what is typed then',
    html: `<input id="f"><button>Done</button>`,
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.type('gone');
      await page.keyboard.press('Shift+Home');
      await page.keyboard.press('Control+x');
      await page.keyboard.type('red green');
      for (let time = 0; time < 5; time += 1) await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.press('Shift+Delete');
      await page.getByText('Done').click();
    },
    actions: [
      ...['fill f “gone” typing', 'selectText f 4–0', 'press f Control+x', 'cut f'],
      ...['fill f “red green” typing', 'selectText f 9–4', 'cut f', 'click Done'],
    ],
  },
  {
    title: 'typing over what keys selected in the midst of it',
    html: '<input id="f"><button>Done</button>',
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.type('one two');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      await page.keyboard.type('three');
      await page.getByText('Done').click();
    },
    actions: ['fill f “one two” typing', 'selectText f 7–4', 'fill f “one three” typing', 'click Done'],
  },
  {
    title: 'where the caret was moved to before a key that the page takes, and what is typed then',
    html: `<textarea id="f">onetwo</textarea><button>Done</button><script>
      f.onkeydown = (event) => { if (event.key === 'Enter') { event.preventDefault(); f.setRangeText('/', f.selectionStart, f.selectionEnd, 'end'); } }</script>`,
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.keyboard.type('x');
      await page.getByText('Done').click();
    },
    actions: [
      ...['press f Home', 'press f ArrowRight', 'press f Enter'],
      ...['fill f “o/xnetwo” typing', 'click Done'],
    ],
  },
  {
    title: 'what an editor deletes itself',
    html: `<div id="f" contenteditable style="display:inline-block"><p>one</p><p>two</p></div><button>Done</button><script>
      f.onkeydown = (event) => {
        if (!/Backspace|Delete/.test(event.key)) return;
        event.preventDefault();
        if (!getSelection().isCollapsed) return getSelection().deleteFromDocument();
        if (!f.children[1]) return;
        f.children[0].append(...f.children[1].childNodes);
        f.children[1].remove(); };</script>`,
    async act(page) {
      await page.getByText('two').click();
      await page.keyboard.press('Home');
      await page.keyboard.press('Backspace');
      await page.getByText('Done').click();
      await page.getByText('onetwo').dblclick();
      await page.keyboard.press('Delete');
      await page.getByText('Done').click();
    },
    actions: [
      ...['click f', 'press f Home', 'fill f “onetwo” typing', 'click Done'],
      ...['click f', 'click f ×2', 'fill f “” typing', 'click Done'],
    ],
  },
  {
    title: 'a telephone number that the page formats',
    html: formatted(`(v) => v.replace(/\\D/g, '').replace(/^(\\d{3})(\\d+)/, '($1) $2')`),
    act: type('5551234'),
    actions: ['fill f “(555) 1234” typed “5551234” typing', 'click Done'],
  },
  {
    title: 'thousands, with a mistake',
    html: formatted(`(v) => v.replace(/\\D/g, '').replace(/\\B(?=(\\d{3})+$)/g, ',')`),
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.type('12349');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('5');
      await page.getByText('Done').click();
    },
    actions: ['fill f “12,345” typed “12345” typing', 'click Done'],
  },
  {
    title: 'a suggestion that the page puts into the field that was typed in',
    html: `<label>City <input id="f"></label><ul><li>Oslo, Norway</ul><label>Day <input></label><script>
      document.querySelector('li').onmousedown = (e) => e.preventDefault();
      document.querySelector('li').onclick = (e) => (f.value = e.target.textContent);</script>`,
    async act(page) {
      await page.getByLabel('City').click();
      await page.keyboard.type('Os');
      await page.getByText('Oslo').click();
      await page.getByLabel('Day').click();
    },
    actions: ['click City', 'fill City “Os” typing', 'click li', 'click Day'],
  },
  {
    title: 'a field that takes characters itself',
    html: `<input id="f" onkeydown="if (event.key.length === 1) { event.preventDefault(); this.value += event.key.toUpperCase(); }"><button>Done</button>`,
    act: type('abc'),
    actions: ['fill f “ABC” typed “abc” typing', 'click Done'],
  },
  {
    title: 'parts of a date, each of which the page leaves once it is full',
    html: DATE,
    async act(page) {
      await page.locator('#day').click();
      await page.keyboard.type('249');
      await page.keyboard.press('ArrowUp');
      await page.getByText('Done').click();
    },
    actions: [
      'click Day',
      'fill Day “” typed “24” typing',
      'fill Month “” typed “9” typing',
      'press Year ArrowUp',
      'click Done',
    ],
  },
  {
    title: 'tokens by Enter',
    html: CHIPS('keydown', `e.key === 'Enter'`),
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.type('red');
      await page.keyboard.press('Enter');
      await page.keyboard.type('blue');
      await page.keyboard.press('Enter');
    },
    actions: ['fill f “red” typing', 'press f Enter', 'fill f “blue” typing', 'press f Enter'],
  },
  {
    title: 'a token that goes by a key in the empty field, and a key that does nothing there',
    html: `<p id="chips"><b>old</b></p><input id="f"><script>
      f.onkeydown = (e) => { if (e.key === 'Backspace' && f.value === '') chips.querySelector('b')?.remove(); };</script>`,
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('new');
    },
    actions: ['press f Backspace', 'fill f “new” typing'],
  },
  {
    title: 'tokens by a comma',
    html: CHIPS('input', `f.value.endsWith(',')`),
    act: type('red,blue,'),
    actions: ['fill f “” typed “red,” typing', 'fill f “” typed “blue,” typing', 'click Done'],
  },
  {
    title: 'a console that takes each key out of its field and keeps the line elsewhere',
    html: `<input id="f"><p id="line"></p><script>f.onkeydown = ({ key }) => { f.value = ''; line.append(key); };</script>`,
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.type('list');
      await page.keyboard.press('Enter');
      await page.keyboard.type('go');
      await page.keyboard.press('Enter');
    },
    actions: ['fill f “t” typed “list” typing', 'press f Enter', 'fill f “o” typed “go” typing', 'press f Enter'],
  },
  {
    title: 'a mistake in such a console',
    html: `<input id="f"><p id="line"></p><script>f.onkeydown = ({ key }) => {
      f.value = ''; line.textContent = key === 'Backspace' ? line.textContent.slice(0, -1) : line.textContent + key; };</script>`,
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.type('lisx');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('t');
      await page.keyboard.press('Enter');
    },
    actions: ['fill f “t” typed “list” typing', 'press f Enter'],
  },
  {
    title: 'boxes of one character that pass the focus on',
    html: `<input id="a" maxlength="1" oninput="b.focus()"><input id="b" maxlength="1" oninput="c.focus()"><input id="c" maxlength="1">`,
    async act(page) {
      await page.locator('#a').focus();
      await page.keyboard.type('123');
    },
    actions: ['fill a “1” typing', 'fill b “2” typing', 'fill c “3” typing'],
  },
  {
    title: 'a field that the page draws anew at every key',
    html: `<div id="box"><input id="f"></div><button>Done</button><script>
      box.oninput = () => { const { value } = f; box.innerHTML = '<input id="f">'; f.value = value; f.focus(); f.setSelectionRange(9, 9); };</script>`,
    act: type('abc'),
    actions: ['fill f “abc” typing', 'click Done'],
  },
  {
    title: 'a widget of its own, a page that hears nothing',
    html: `<div id="w" tabindex="0" style="width:90px;height:30px"></div><script>w.onkeydown = (e) => { if (e.key.length === 1) w.append(e.key); };</script>`,
    async act(page) {
      await page.keyboard.type('xyz');
      await page.locator('#w').click();
      await page.keyboard.type('a b');
      await page.keyboard.press('Enter');
    },
    actions: ['click w', 'fill w “” typed “a b” typing', 'press w Enter'],
  },
  {
    title: 'dates, colours, numbers',
    html: '<input id="d" type="date"><input id="n" type="number" value="1">',
    async act(page) {
      await page.locator('#d').focus();
      await page.keyboard.type('12312026');
      await page.locator('#n').focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
    },
    actions: ['fill d “2026-12-31” typing', 'fill n “3” typing'],
  },
  {
    title: 'a word that is made bold, and what a script types',
    html: `<div id="f" contenteditable role="textbox" aria-label="Text">Due now</div>
      <button onmousedown="event.preventDefault(); document.execCommand('bold')">Bold</button>
      <button onmousedown="event.preventDefault()" onclick="document.execCommand('insertText', false, '!')">Smile</button>`,
    async act(page) {
      await page.locator('#f').focus();
      await page.keyboard.press('Control+a');
      await page.getByText('Bold').click();
      await page.keyboard.press('Control+i');
      await page.keyboard.press('End');
      await page.getByText('Smile').click();
      await page.keyboard.type('?');
    },
    actions: [
      'press Text Control+a',
      'selectText Text 0–7',
      'click Bold',
      'press Text Control+i',
      'press Text End',
      'click Smile',
      'fill Text “Due now!?” typing',
    ],
  },
  {
    title: 'an editor that keeps input from the browser',
    html: `<div id="f" contenteditable role="textbox" aria-label="Text"></div><button>Done</button><script>
      f.addEventListener('beforeinput', (e) => { e.preventDefault(); f.append(e.data); });</script>`,
    act: type('Hello'),
    actions: ['fill Text “Hello” typing', 'click Done'],
  },
  {
    title: 'an editor that makes an arrow of two characters, and lines by itself',
    html: `<div id="f" contenteditable role="textbox" aria-label="Text">a<p>end</p></div><script>
      f.onkeydown = (e) => { if (e.key === 'Enter') { e.preventDefault(); f.insertAdjacentHTML('afterbegin', '<p>top</p>'); } };
      f.oninput = () => { const node = getSelection().anchorNode; if (!node.data?.includes('->')) return;
        node.data = node.data.replace('->', '→'); getSelection().collapse(node, node.data.length); };</script>`,
    async act(page) {
      await page.locator('#f').focus();
      await page.evaluate(() => getSelection()?.collapse(document.querySelector('#f')?.firstChild ?? null, 1));
      await page.keyboard.type('b->c');
      await page.keyboard.press('Enter');
      await page.keyboard.type('d');
    },
    actions: [
      'fill Text “ab→c\n\nend” typed “ab->c\n\nend” typing',
      'press Text Enter',
      'fill Text “top\n\nab→cd\n\nend” typing',
    ],
  },
  {
    title: 'a composer that is emptied when it sends',
    html: `<div id="f" contenteditable role="textbox" aria-label="Message"></div><script>
      f.onkeydown = (e) => { if (e.key === 'Enter') { e.preventDefault(); f.textContent = ''; } };</script>`,
    async act(page) {
      await page.locator('#f').click();
      await page.keyboard.type('Hi there');
      await page.keyboard.press('Enter');
    },
    actions: ['click Message', 'fill Message “Hi there” typing', 'press Message Enter'],
  },
];

const keys: CaptureCase[] = [
  {
    title: 'a key that is held down',
    html: '<ul role="listbox" tabindex="0" aria-label="List"><li role="option">a</ul>',
    async act(page) {
      await page.getByRole('listbox').focus();
      for (let i = 0; i < 4; i += 1) await page.keyboard.down('ArrowDown');
      await page.keyboard.up('ArrowDown');
      await page.keyboard.press('Enter');
    },
    actions: ['press List ArrowDown', 'press List ArrowDown ×3', 'press List Enter'],
  },
  {
    title: 'a key that is held down, and up again before the page has come round to it',
    html: `<ul role="listbox" tabindex="0" aria-label="List"><li role="option">a</ul>
      <script>onkeydown = (e) => { for (const t = Date.now(); !e.repeat && Date.now() < t + 400; ); }</script>`,
    async act(page) {
      await page.getByRole('listbox').focus();
      const downs = Array.from({ length: 4 }, () => page.keyboard.down('ArrowDown'));
      await Promise.all([...downs, page.keyboard.up('ArrowDown')]);
      await page.keyboard.press('Enter');
    },
    actions: ['press List ArrowDown', 'press List ArrowDown ×3', 'press List Enter'],
  },
  {
    title: 'the wheel where the page takes it, and where it does not',
    html: `<canvas id="map" style="border:1px solid"></canvas><div id="box" style="height:60px;overflow:auto"><p style="height:900px">Long</div>
      <script>map.addEventListener('wheel', (e) => e.preventDefault(), { passive: false });</script>`,
    async act(page) {
      await page.locator('#map').hover();
      await page.mouse.wheel(0, 100);
      await page.mouse.wheel(0, 20);
      await page.locator('#box').hover();
      await page.mouse.wheel(0, 80);
      await expect.poll(() => page.locator('#box').evaluate((box) => box.scrollTop)).toBe(80);
    },
    actions: ['wheel map 120', 'scroll box'],
  },
  {
    title: 'the wheel over a list that the page has just scrolled itself for a key',
    html: `<div id="box" tabindex="0" style="height:60px;overflow:auto"><p style="height:900px">Long</div>
      <script>box.onkeydown = (e) => { e.preventDefault(); box.scrollTop = 300; };</script>`,
    async act(page) {
      const scrolled = (top: number) =>
        expect.poll(() => page.locator('#box').evaluate((it) => it.scrollTop)).toBe(top);
      await page.locator('#box').hover();
      await page.locator('#box').press('Home');
      await scrolled(300);
      await page.mouse.wheel(0, 80);
      await scrolled(380);
    },
    actions: ['press box Home', 'scroll box', 'scroll box'],
  },
  {
    title: 'what is ticked, chosen and scrolled inside a shadow root, which browsers keep to themselves',
    html: `<x-box></x-box><p id="out"></p><script>customElements.define('x-box', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'closed' });
      root.innerHTML = '<input type="checkbox" aria-label="Keep"><select aria-label="By"><option>a<option>b</select><div style="height:60px;width:200px;overflow:auto"><p style="height:900px">Long</div>';
      root.querySelector('div').onscroll = ({ target }) => (out.textContent = target.scrollTop); } })</script>`,
    async act(page) {
      const { x, y } = (await page.locator('x-box').boundingBox()) ?? { x: 0, y: 0 };
      await page.keyboard.press('Tab');
      await page.keyboard.press(' ');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.mouse.move(x + 40, y + 50);
      await page.mouse.wheel(0, 80);
      await expect(page.locator('#out')).toHaveText('80');
    },
    actions: ['press body Tab', 'check Keep', 'press Keep Tab', 'selectOption By b', 'scroll div'],
  },
  {
    title: 'what is typed in a frame whose document a script has written',
    html: `<iframe id="frame"></iframe><script>const text = frame.contentDocument; text.open(); text.write('<textarea aria-label="Letter"></textarea>'); text.close();</script>`,
    async act(page) {
      const letter = page.frameLocator('iframe').getByLabel('Letter');
      await letter.click();
      await page.keyboard.type('Dear Ada');
      await expect(letter).toHaveValue('Dear Ada');
    },
    actions: ['click Letter', 'fill Letter “Dear Ada” typing'],
  },
  {
    title: 'dialogs',
    html: `<button onclick="this.title = [alert('Saved'), confirm('Sure?'), prompt('Name?', 'x'), prompt('PIN?')]">Ask</button>`,
    async act(page) {
      const answers: (string | false | undefined)[] = [undefined, false, 'Ada', '4711'];
      page.on('dialog', (dialog) => {
        const answer = answers.shift();
        void (answer === false ? dialog.dismiss() : dialog.accept(answer));
      });
      await page.getByRole('button').click();
      page.removeAllListeners('dialog');
      expect(await page.getByRole('button').getAttribute('title')).toBe(',false,Ada,4711');
    },
    actions: [
      'click Ask',
      'dialog page alert “Saved” true',
      'dialog page confirm “Sure?” false',
      'dialog page prompt “Name?” true Ada',
      'dialog page prompt “PIN?” true ⟦SECRET⟧',
    ],
  },
  {
    title: 'the question whether to leave',
    html: `<a href="/elsewhere">Next</a><button>Stay</button><script>onbeforeunload = () => 'Not saved';</script>`,
    async act(page) {
      const asked = page.waitForEvent('dialog');
      const clicked = page.getByRole('link').click();
      await (await asked).dismiss();
      await clicked;
      await page.getByRole('button').click();
      page.once('dialog', (dialog) => void dialog.accept());
    },
    actions: ['click Next', 'dialog page beforeunload “” false', 'click Stay', 'dialog page beforeunload “” true'],
  },
];

for (const [name, cases] of Object.entries({ presses, drags, selections, hovers, fills, keys })) {
  test(`${name}: each becomes what the person did`, async ({ acknowledge, page, site, worker }) => {
    test.setTimeout(120_000);
    await acknowledge();
    await playCases(cases, { page, site, worker });
  });
}
