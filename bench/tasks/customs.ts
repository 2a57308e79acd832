import type { Task } from './task.ts';

/** What programs have made their own way: shortcuts of single keys, wheels for hours, cells that take what is copied. */
export const customs: readonly Task[] = [
  {
    name: 'colours-without-words',
    family: 'customs',
    page: `<style>.c-swatches { display: grid; grid-template-columns: repeat(6, 30px); gap: 4px } .c-swatches div { height: 30px }</style><div class="c-swatches"></div><p></p><script>const chosen = [];
        ['#900', '#c40', '#fa0', '#ad0', '#0a4', '#0aa', '#07c', '#33c', '#70b', '#b07', '#555', '#000'].forEach((colour) => { const swatch = made('div', { onclick: () => { chosen.push(colour); swatch.style.outline = '2px solid'; save({ chosen: [...chosen] }); } }); swatch.style.background = colour; one('.c-swatches').append(swatch); });</script>`,
    person: async (person) => {
      for (const place of [4, 9, 1]) await person.click(person.find('.c-swatches > div').nth(place));
    },
    expected: { chosen: ['#0a4', '#b07', '#c40'] },
  },
  {
    name: 'hour-on-a-wheel-of-numbers',
    family: 'customs',
    page: `<style>.c-wheel { display: inline-block; height: 90px; width: 60px; overflow: auto; scroll-snap-type: y mandatory; border: 1px solid } .c-wheel div { height: 30px; scroll-snap-align: start; text-align: center }</style><div class="c-wheel" id="hour"></div> <div class="c-wheel" id="minute"></div><button>[[Ring then|Dann klingeln]]</button><script>
        const fill = (id, count, by) => { for (let at = 0; at < count + 2; at += 1) one(id).append(made('div', { textContent: at < count ? String(at * by).padStart(2, '0') : '' })); }; fill('#hour', 24, 1); fill('#minute', 12, 5);
        one('button').onclick = () => save({ at: [one('#hour'), one('#minute')].map((wheel) => Math.round(wheel.scrollTop / 30)) });</script>`,
    person: async (person) => {
      await person.wheelTo(person.find('#hour'), '07');
      await person.wheelTo(person.find('#minute'), '15');
      await person.click(person.button('Ring then'));
    },
    expected: { at: [7, 3] },
  },
  {
    name: 'cell-copied-to-another',
    family: 'customs',
    page: `<style>.c-sheet { display: grid; grid-template-columns: repeat(3, 90px) } .c-sheet div { border: 1px solid #999; height: 24px }</style><div class="c-sheet"></div><script>const values = ['12', '', '', '7', '', '', '31', '', '']; const cells = values.map((text, place) => made('div', { textContent: text, tabIndex: 0 })); one('.c-sheet').append(...cells);
        const here = () => cells.indexOf(document.activeElement); onkeydown = (event) => { const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -3, ArrowDown: 3 }[event.key]; if (by && here() >= 0) { event.preventDefault(); cells[here() + by]?.focus(); } };
        document.addEventListener('copy', (event) => { if (here() < 0) return; event.clipboardData.setData('text/plain', cells[here()].textContent); event.preventDefault(); });
        document.addEventListener('paste', (event) => { if (here() < 0) return; cells[here()].textContent = event.clipboardData.getData('text/plain'); event.preventDefault(); save({ cells: cells.map((cell) => cell.textContent).join(' ') }); });</script>`,
    person: async (person) => {
      await person.click(person.text('7'));
      await person.press('Control+c', ['copy', 'press']);
      await person.press('ArrowRight');
      await person.press('ArrowDown');
      await person.press('Control+v', ['paste', 'press', 'fill']);
      await person.click(person.text('12'));
      await person.press('Control+c', ['copy', 'press']);
      await person.press('ArrowRight');
      await person.press('Control+v', ['paste', 'press', 'fill']);
    },
    expected: { cells: '12 12  7   31 7 ' },
  },
  {
    name: 'form-by-tab-alone',
    family: 'customs',
    page: `<form><input name="who" aria-label="[[Who|Wer]]"><label><input type="checkbox" name="paid"> [[Paid|Bezahlt]]</label><select name="by" aria-label="[[By|Per]]"><option>Post</option><option>Courier</option><option>Pigeon</option></select><label><input type="radio" name="size" value="s"> S</label><label><input type="radio" name="size" value="m"> M</label><button>[[Order|Bestellen]]</button></form><script>one('form').onsubmit = (event) => { event.preventDefault(); save(fieldsOf(one('form'))); };</script>`,
    person: async (person) => {
      const on = () => person.did('press', 'on to the next', { optional: true });
      const tab = async () => (on(), await person.page.keyboard.press('Tab'));
      await tab();
      await person.type('Berg');
      await tab();
      person.did('check', 'paid');
      await person.page.keyboard.press('Space');
      await tab();
      person.did('selectOption', 'courier');
      await person.page.keyboard.press('ArrowDown');
      await tab();
      person.did(['check', 'press'], 'the size', { many: true });
      await person.page.keyboard.press('Space');
      await person.page.keyboard.press('ArrowDown');
      await tab();
      await person.press('Enter');
    },
    expected: { who: 'Berg', paid: 'on', by: 'Courier', size: 'm' },
  },
  {
    name: 'letters-sorted-by-single-keys',
    family: 'customs',
    page: `<ul id="mail" style="width: 260px"></ul><script>const mail = ['Invoice 12', 'Lunch', 'Offer', 'Minutes']; let at = 0; const marked = new Set(); let done = '';
        const render = () => one('#mail').replaceChildren(...mail.map((name, place) => made('li', { textContent: (marked.has(name) ? '☑ ' : '☐ ') + name, style: place === at ? 'font-weight: bold' : '' }))); render();
        onkeydown = ({ key }) => { if (key === 'j') at = Math.min(mail.length - 1, at + 1); if (key === 'k') at = Math.max(0, at - 1); if (key === 'x') marked.add(mail[at]); if (key === 'e') { done = [...marked].join(', '); for (const name of marked) mail.splice(mail.indexOf(name), 1); marked.clear(); at = 0; save({ done }); } render(); };</script>`,
    person: async (person) => {
      await person.click(person.find('#mail'), { at: { x: 250, y: 5 }, optional: true });
      person.did(['press', 'fill'], 'two marked and put away', { many: true, typed: 'jxjxe' });
      await person.strike('jxjxe');
    },
    expected: { done: 'Lunch, Offer' },
  },
  {
    name: 'tabs-shut-by-the-middle-button',
    family: 'customs',
    page: `<div role="tablist">${['Home', 'Berg', 'Stone', 'Lake'].map((name) => `<span role="tab" class="c-tab" style="display: inline-block; padding: 6px 12px; border: 1px solid">${name}</span>`).join('')}</div><script>all('[role=tab]').forEach((tab) => { tab.onmousedown = (event) => { if (event.button === 1) event.preventDefault(); }; tab.onauxclick = (event) => { if (event.button !== 1) return; tab.remove(); save({ left: all('[role=tab]').map((each) => each.textContent).join(' ') }); }; });</script>`,
    person: async (person) => {
      for (const name of ['Stone', 'Home']) {
        person.did('click', `shut ${name}`);
        await person.pass(person.text(name));
        await person.page.mouse.down({ button: 'middle' });
        await person.page.mouse.up({ button: 'middle' });
        await person.page.waitForTimeout(60);
      }
    },
    expected: { left: 'Berg Lake' },
  },
  {
    name: 'rest-of-a-line-written-over',
    family: 'customs',
    page: `<textarea rows="4" cols="50" aria-label="[[Letter|Brief]]">Dear Ms Stone,\nthank you for the old offer.\nYours, Anna</textarea><button>[[Keep|Behalten]]</button><script>one('button').onclick = () => save({ lines: one('textarea').value.split('\\n') });</script>`,
    person: async (person) => {
      await person.click(person.find('textarea'), { at: { x: 60, y: 28 } });
      await person.moveCaret('Home');
      await person.press('Shift+End', ['press', 'selectText']);
      await person.type('we take it.', 'Dear Ms Stone,\nwe take it.\nYours, Anna');
      await person.click(person.button('Keep'));
    },
    expected: { lines: ['Dear Ms Stone,', 'we take it.', 'Yours, Anna'] },
  },
  {
    name: 'frame-around-part-of-a-picture',
    family: 'customs',
    page: `<style>.c-stage { position: relative; width: 320px; height: 200px; background: linear-gradient(45deg, #8ac, #fd8); touch-action: none } .c-crop { position: absolute; left: 40px; top: 40px; width: 100px; height: 80px; border: 1px dashed; box-sizing: border-box } .c-crop i { position: absolute; right: -6px; bottom: -6px; width: 12px; height: 12px; background: #fff; border: 1px solid }</style><div class="c-stage"><div class="c-crop"><i></i></div></div><button>[[Crop|Zuschneiden]]</button><script>const crop = one('.c-stage').firstElementChild; const box = { x: 40, y: 40, w: 100, h: 80 }; let hold = null;
        crop.onpointerdown = (event) => { hold = { from: [event.clientX, event.clientY], was: { ...box }, sizes: event.target !== crop }; crop.setPointerCapture(event.pointerId); };
        crop.onpointermove = (event) => { if (!hold) return; const [dx, dy] = [event.clientX - hold.from[0], event.clientY - hold.from[1]]; if (hold.sizes) Object.assign(box, { w: hold.was.w + dx, h: hold.was.h + dy }); else Object.assign(box, { x: hold.was.x + dx, y: hold.was.y + dy }); Object.assign(crop.style, { left: box.x + 'px', top: box.y + 'px', width: box.w + 'px', height: box.h + 'px' }); }; crop.onpointerup = () => { hold = null; };
        one('button').onclick = () => save({ box: Object.values(box).map((side) => Math.round(side / 10)) });</script>`,
    person: async (person) => {
      const crop = person.find('.c-stage > div');
      await person.drag(crop, [
        { x: 50, y: 40 },
        { x: 90, y: 50 },
        { x: 110, y: 60 },
      ]);
      await person.drag(crop.locator('i'), [
        { x: 6, y: 6 },
        { x: 30, y: 20 },
        { x: 46, y: 26 },
      ]);
      await person.click(person.button('Crop'));
    },
    expected: { box: [10, 6, 14, 10] },
  },
];
