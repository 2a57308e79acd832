import type { Person } from './person.ts';
import type { Task } from './task.ts';

/** Gestures of which the place, the way or the keys held meanwhile decide what comes of them. */
export const gestures: readonly Task[] = [
  {
    name: 'steps-of-a-vertical-slider',
    family: 'gestures',
    page: `<style>.c-rail { position: relative; width: 8px; height: 200px; background: #ccd; margin: 20px } .c-knob { position: absolute; left: -8px; width: 24px; height: 24px; border-radius: 50%; background: #335 }</style>
      <p>[[Volume|Lautstärke]]</p><div class="c-rail"><div class="c-knob" role="slider" aria-label="[[Volume|Lautstärke]]" tabindex="0" aria-valuenow="0" style="top: 176px"></div></div><button>[[Apply|Anwenden]]</button><script>
        const knob = one('.c-knob'); let value = 0; let from = null;
        const show = () => { knob.style.top = 176 - value * 1.76 + 'px'; knob.setAttribute('aria-valuenow', value); };
        knob.onpointerdown = (event) => { from = event.clientY - knob.offsetTop; knob.setPointerCapture(event.pointerId); };
        knob.onpointermove = (event) => { if (from === null) return; value = Math.max(0, Math.min(100, Math.round((176 - (event.clientY - from)) / 17.6) * 10)); show(); };
        knob.onpointerup = () => { from = null; };
        knob.onkeydown = (event) => { const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10 }[event.key]; if (!by) return; event.preventDefault(); value += by; show(); };
        one('button').onclick = () => save({ volume: value });</script>`,
    person: async (person) => {
      await person.drag(person.find('.c-knob'), [
        { x: 12, y: 12 },
        { x: 16, y: -40 },
        { x: 12, y: -90 },
      ]);
      person.did('press', 'three steps up', { many: true });
      for (let time = 0; time < 3; time += 1) await person.page.keyboard.press('ArrowUp');
      await person.click(person.button('Apply'));
    },
    expected: { volume: 63 },
  },
  {
    name: 'knob-that-turns',
    family: 'gestures',
    page: `<div class="c-dial" role="slider" aria-label="[[Angle|Winkel]]" style="width: 160px; height: 160px; border-radius: 50%; border: 2px solid; margin: 20px; position: relative"><i style="position: absolute; left: 78px; top: 4px; width: 4px; height: 70px; background: #a33; transform-origin: 2px 76px"></i></div><output>0</output><script>
        const dial = one('.c-dial'); let held = false; let angle = 0;
        dial.onmousedown = (event) => { held = true; event.preventDefault(); };
        document.onmousemove = (event) => { if (!held) return; const box = dial.getBoundingClientRect();
          angle = Math.round(Math.atan2(event.clientX - box.left - 82, box.top + 82 - event.clientY) / Math.PI * 12) * 15; one('i').style.transform = 'rotate(' + angle + 'deg)'; one('output').value = angle; };
        document.onmouseup = () => { if (held) save({ angle }); held = false; };</script>`,
    person: async (person) => {
      await person.drag(person.find('.c-dial'), [
        { x: 82, y: 20 },
        { x: 130, y: 40 },
        { x: 145, y: 82 },
        { x: 126, y: 126 },
      ]);
    },
    expected: { angle: 135 },
  },
  {
    name: 'hour-in-a-day-plan',
    family: 'gestures',
    page: `<style>.c-day { position: relative; width: 300px; height: 480px; background: repeating-linear-gradient(#fff 0 39px, #ccc 39px 40px); cursor: cell } .c-meeting { position: absolute; left: 4px; right: 4px; background: #9cf } .c-foot { position: absolute; left: 0; right: 0; bottom: 0; height: 8px; cursor: ns-resize; background: #57a }</style>
      <div style="display: flex; gap: 8px"><div class="c-day" data-day="Mon"></div><div class="c-day" data-day="Tue"></div></div><script>const meetings = [];
        const keep = () => save({ meetings: meetings.map(({ day, from, to }) => day + ' ' + from + '-' + to) });
        all('.c-day').forEach((column) => { column.onclick = (event) => { if (event.target !== column) return; const from = 8 + Math.floor(event.offsetY / 40);
          const meeting = { day: column.dataset.day, from, to: from + 1 }; meetings.push(meeting); const foot = made('div', { className: 'c-foot' });
          const box = made('div', { className: 'c-meeting' }, foot); const draw = () => { box.style.top = (meeting.from - 8) * 40 + 'px'; box.style.height = (meeting.to - meeting.from) * 40 + 'px'; };
          let start = null; foot.onpointerdown = (down) => { start = down.clientY; foot.setPointerCapture(down.pointerId); down.stopPropagation(); }; const before = () => meeting.to;
          foot.onpointermove = (move) => { if (start === null) return; const hours = Math.round((move.clientY - start) / 40); if (hours) { meeting.to += hours; start += hours * 40; draw(); } };
          foot.onpointerup = () => { start = null; keep(); }; draw(); column.append(box); keep(); }; });</script>`,
    person: async (person) => {
      const tuesday = person.find('.c-day').nth(1);
      await person.click(tuesday, { at: { x: 140, y: 98 } });
      await person.drag(person.find('.c-foot'), [
        { x: 150, y: 4 },
        { x: 152, y: 40 },
        { x: 150, y: 86 },
      ]);
      await person.click(person.find('.c-day').first(), { at: { x: 100, y: 260 } });
    },
    expected: { meetings: ['Tue 10-13', 'Mon 14-15'] },
  },
  {
    name: 'desk-placed-on-a-plan',
    family: 'gestures',
    page: `<style>.c-plan { position: relative; width: 400px; height: 300px; border: 2px solid; background: #f6f6fc } .c-desk { width: 60px; height: 40px; background: #ca7 } .c-plan .c-desk { position: absolute }</style>
      <div id="store"><div class="c-desk" draggable="true" title="[[Desk|Tisch]]"></div></div><p></p><div class="c-plan"></div><script>let grip = null;
        one('#store').ondragstart = (event) => { grip = { x: event.offsetX, y: event.offsetY }; event.dataTransfer.setData('text/plain', 'desk'); };
        const plan = one('.c-plan'); plan.ondragover = (event) => event.preventDefault(); const desks = [];
        plan.ondrop = (event) => { event.preventDefault(); const box = plan.getBoundingClientRect(); const [left, top] = [event.clientX - box.left - grip.x, event.clientY - box.top - grip.y];
          plan.append(made('div', { className: 'c-desk', style: 'left: ' + left + 'px; top: ' + top + 'px' })); desks.push([Math.round(left / 20), Math.round(top / 20)]); save({ desks }); };</script>`,
    person: async (person) => {
      const desk = person.find('#store .c-desk');
      await person.dragTo(desk, person.find('.c-plan'), { x: 90, y: 82 });
      await person.dragTo(desk, person.find('.c-plan'), { x: 290, y: 222 });
    },
    expected: {
      desks: [
        [3, 3],
        [13, 10],
      ],
    },
  },
  {
    name: 'copy-by-drag-with-control',
    family: 'gestures',
    page: `<style>.c-folder { width: 220px; min-height: 160px; border: 1px solid; padding: 8px } .c-note { background: #ffc; padding: 6px; margin: 4px; cursor: grab; user-select: none }</style>
      <div style="display: flex; gap: 20px"><div class="c-folder" id="a"><b>[[Drafts|Entwürfe]]</b></div><div class="c-folder" id="b"><b>[[Shared|Geteilt]]</b></div></div><script>
        const note = (name) => { const box = made('div', { className: 'c-note', textContent: name }); let held = null;
          box.onpointerdown = (event) => { held = event; box.setPointerCapture(event.pointerId); };
          box.onpointermove = (event) => { if (held) box.style.transform = 'translate(' + (event.clientX - held.clientX) + 'px,' + (event.clientY - held.clientY) + 'px)'; };
          box.onpointerup = (event) => { held = null; box.style.transform = ''; const over = document.elementsFromPoint(event.clientX, event.clientY).find((each) => each.className === one('#a').className);
            if (!over || over.contains(box)) return; over.append(event.ctrlKey ? note(name) : box);
            save(Object.fromEntries(all('[id]').map((folder) => [folder.id, [...folder.children].slice(1).map(({ textContent }) => textContent)]))); }; return box; };
        for (const name of ['Budget', 'Minutes', 'Letter']) one('#a').append(note(name));</script>`,
    person: async (person) => {
      const shared = person.find('#b');
      await person.page.keyboard.down('Control');
      await person.dragTo(person.text('Minutes'), shared, { x: 110, y: 120 });
      await person.page.keyboard.up('Control');
      await person.dragTo(person.text('Budget'), shared, { x: 110, y: 130 });
    },
    expected: { a: ['Minutes', 'Letter'], b: ['Minutes', 'Budget'] },
  },
  {
    name: 'folder-that-opens-under-a-drag',
    family: 'gestures',
    page: `<style>.c-row { width: 260px; padding: 8px; border: 1px solid #bbb; margin: 2px } .c-row .c-row { margin-left: 20px; width: 200px }</style>
      <div class="c-row" id="file" draggable="true">[[Contract|Vertrag]]</div><div class="c-row" id="top">[[Archive|Ablage]]<div id="inside"></div></div><script>let timer = null;
        one('#file').ondragstart = (event) => event.dataTransfer.setData('text/plain', 'contract');
        one('#top').ondragenter = () => { timer ??= setTimeout(() => one('#inside').replaceChildren(...['2024', '2025', '2026'].map((year) => made('div', { className: one('#file').className, textContent: year, ondragover: (event) => event.preventDefault(),
          ondrop: (event) => { event.preventDefault(); save({ filed: year }); } }))), 400); };</script>`,
    person: async (person) => {
      const [file, archive] = [person.find('#file'), person.find('#top')];
      person.did('drag', 'drag the file into 2025');
      const [from, to] = [await boxOf(file), await boxOf(archive)];
      await person.page.mouse.move(from.x + 40, from.y + 14);
      await person.page.mouse.down();
      await person.page.mouse.move(from.x + 60, from.y + 30, { steps: 4 });
      await person.page.mouse.move(to.x + 90, to.y + 18, { steps: 6 });
      await person.see(person.text('2025'));
      const year = await boxOf(person.text('2025'));
      await person.page.mouse.move(year.x + 50, year.y + 16, { steps: 6 });
      await person.page.waitForTimeout(60);
      await person.page.mouse.up();
    },
    expected: { filed: '2025' },
  },
  {
    name: 'ports-joined-in-a-diagram',
    family: 'gestures',
    page: `<svg width="600" height="300" style="border: 1px solid; user-select: none"><g id="links"></g>
      <g class="c-node" data-name="Intake" transform="translate(30 40)"><rect width="120" height="60" fill="#eef" stroke="#446"></rect><text x="20" y="35">[[Intake|Eingang]]</text><circle class="c-out" cx="120" cy="30" r="7" fill="#a33"></circle></g>
      <g class="c-node" data-name="Review" transform="translate(260 30)"><rect width="120" height="60" fill="#eef" stroke="#446"></rect><text x="20" y="35">[[Review|Prüfung]]</text><circle class="c-in" cx="0" cy="30" r="7" fill="#3a3"></circle><circle class="c-out" cx="120" cy="30" r="7" fill="#a33"></circle></g>
      <g class="c-node" data-name="Pay" transform="translate(440 180)"><rect width="120" height="60" fill="#eef" stroke="#446"></rect><text x="20" y="35">[[Pay|Zahlen]]</text><circle class="c-in" cx="0" cy="30" r="7" fill="#3a3"></circle></g></svg><script>
        let line = null; let from = ''; const links = []; const svg = one('svg'); const nameOf = (port) => port.closest('g').dataset.name;
        svg.onpointerdown = ({ target, offsetX, offsetY }) => { if (target.tagName !== 'circle' || target.getAttribute('cx') === '0') return; from = nameOf(target);
          line = document.createElementNS('http://www.w3.org/2000/svg', 'line'); for (const [name, value] of Object.entries({ x1: offsetX, y1: offsetY, x2: offsetX, y2: offsetY, stroke: '#446', 'pointer-events': 'none' })) line.setAttribute(name, value); one('#links').append(line); };
        svg.onpointermove = ({ offsetX, offsetY }) => { line?.setAttribute('x2', offsetX); line?.setAttribute('y2', offsetY); };
        svg.onpointerup = ({ target }) => { if (!line) return; if (target.tagName === 'circle' && target.getAttribute('cx') === '0') { links.push(from + '>' + nameOf(target)); save({ links }); } else line.remove(); line = null; };</script>`,
    person: async (person) => {
      const [outs, ins] = [person.find('circle[cx="120"]'), person.find('circle[cx="0"]')];
      await person.dragTo(outs.first(), ins.first());
      await person.dragTo(outs.nth(1), ins.nth(1));
    },
    expected: { links: ['Intake>Review', 'Review>Pay'] },
  },
  {
    name: 'corner-of-a-polygon',
    family: 'gestures',
    page: `<svg width="400" height="300" viewBox="0 0 200 150" style="border: 1px solid"><polygon points="40,30 150,30 150,110 40,110" fill="#cde" stroke="#246"></polygon></svg><output></output><script>
        const shape = one('polygon'); const svg = one('svg'); let held = null; const points = () => shape.getAttribute('points').split(' ').map((pair) => pair.split(',').map(Number));
        points().forEach(([x, y], place) => { const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle'); dot.setAttribute('cx', x); dot.setAttribute('cy', y); dot.setAttribute('r', 4);
          dot.onmousedown = (event) => { held = { dot, place }; event.preventDefault(); }; svg.append(dot); });
        svg.onmousemove = ({ clientX, clientY }) => { if (!held) return; const at = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse()); const all = points(); all[held.place] = [Math.round(at.x), Math.round(at.y)];
          shape.setAttribute('points', all.map((pair) => pair.join(',')).join(' ')); held.dot.setAttribute('cx', at.x); held.dot.setAttribute('cy', at.y); };
        onmouseup = () => { if (held) save({ corners: points().map(([x, y]) => [Math.round(x / 10), Math.round(y / 10)]) }); held = null; };</script>`,
    person: async (person) => {
      await person.drag(person.find('circle').nth(2), [
        { x: 8, y: 8 },
        { x: 40, y: 20 },
        { x: 70, y: 50 },
      ]);
    },
    expected: {
      corners: [
        [4, 3],
        [15, 3],
        [18, 13],
        [4, 11],
      ],
    },
  },
  {
    name: 'notes-on-a-canvas',
    family: 'gestures',
    page: `<canvas width="500" height="260" style="border: 1px solid"></canvas><script>const canvas = one('canvas'); const pen = canvas.getContext('2d'); const notes = []; let held = null;
        const draw = () => { pen.clearRect(0, 0, 500, 260); notes.forEach(([x, y, colour]) => { pen.fillStyle = colour; pen.fillRect(x - 20, y - 15, 40, 30); }); save({ notes: notes.map(([x, y, colour]) => [Math.round(x / 20), Math.round(y / 20), colour]) }); };
        const at = ({ offsetX, offsetY }) => notes.find(([x, y]) => Math.abs(x - offsetX) < 20 && Math.abs(y - offsetY) < 15);
        canvas.ondblclick = (event) => { notes.push([event.offsetX, event.offsetY, 'gold']); draw(); };
        canvas.onpointerdown = (event) => { if (event.button === 0) held = at(event); }; canvas.onpointermove = (event) => { if (held) { held[0] = event.offsetX; held[1] = event.offsetY; draw(); } }; canvas.onpointerup = () => { held = null; };
        canvas.oncontextmenu = (event) => { event.preventDefault(); const note = at(event); if (note) note[2] = note[2] === 'gold' ? 'tomato' : 'gold'; draw(); };</script>`,
    person: async (person) => {
      const canvas = person.find('canvas');
      await person.doubleClick(canvas, { x: 81, y: 62 });
      await person.page.waitForTimeout(600);
      await person.doubleClick(canvas, { x: 301, y: 62 });
      await person.drag(canvas, [
        { x: 81, y: 62 },
        { x: 150, y: 120 },
        { x: 201, y: 182 },
      ]);
      await person.click(canvas, { at: { x: 303, y: 64 }, button: 'right' });
    },
    expected: {
      notes: [
        [10, 9, 'gold'],
        [15, 3, 'tomato'],
      ],
    },
  },
  {
    name: 'card-that-shows-under-the-pointer',
    family: 'gestures',
    page: `<style>.c-card { position: absolute; width: 220px; padding: 10px; border: 1px solid; background: #fff }</style><ul id="people"></ul><div class="c-card" hidden></div><script>
        const card = one('.c-card'); let timer; const hide = () => { timer = setTimeout(() => { card.hidden = true; }, 250); };
        for (const name of ['Ida', 'Noor', 'Petra']) one('#people').append(made('li', { style: 'height: 34px' }, made('a', { href: '#', textContent: name, onmouseleave: hide, onmouseenter: ({ target }) => { clearTimeout(timer); timer = setTimeout(() => {
          const box = target.getBoundingClientRect(); card.style.left = box.right + 4 + 'px'; card.style.top = box.top + 'px';
          card.replaceChildren(made('p', { textContent: 'Profile of ' + name }), made('button', { textContent: '[[Follow|Folgen]]', onclick: () => save({ followed: name }) })); card.hidden = false; }, 300); } })));
        card.onmouseenter = () => clearTimeout(timer); card.onmouseleave = hide;</script>`,
    person: async (person) => {
      await person.hover(person.find('#people a').nth(1));
      await person.see(person.button('Follow'));
      await person.click(person.button('Follow'));
    },
    expected: { followed: 'Noor' },
  },
  {
    name: 'point-of-a-line-chart',
    family: 'gestures',
    page: `<div style="position: relative; width: 500px"><svg width="500" height="220" style="border: 1px solid"><polyline fill="none" stroke="#357" stroke-width="3"></polyline><line y1="0" y2="220" stroke="#999" visibility="hidden"></line></svg><div id="tip" style="position: absolute; display: none; background: #fff; border: 1px solid; padding: 4px"></div></div><script>
        const values = [40, 90, 60, 150, 110, 180]; const svg = one('svg'); one('polyline').setAttribute('points', values.map((value, place) => 40 + place * 80 + ',' + (200 - value)).join(' ')); let near = -1;
        svg.onmousemove = ({ offsetX }) => { const place = Math.max(0, Math.min(5, Math.round((offsetX - 40) / 80))); if (place === near) return; near = place; const line = one('line'); line.setAttribute('visibility', 'visible'); line.setAttribute('x1', 40 + near * 80); line.setAttribute('x2', 40 + near * 80);
          const tip = one('#tip'); tip.style.display = 'block'; tip.style.left = 50 + near * 80 + 'px'; tip.style.top = '10px'; tip.textContent = 'Week ' + (near + 1) + ': ' + values[near]; };
        svg.onclick = () => save({ week: near + 1 });</script>`,
    person: async (person) => {
      await person.click(person.find('svg'), { at: { x: 272, y: 140 } });
    },
    expected: { week: 4 },
  },
  {
    name: 'wheel-in-a-box-in-a-box',
    family: 'gestures',
    page: `<style>.c-outer { width: 420px; height: 260px; overflow: auto; border: 1px solid } .c-inner { width: 240px; height: 120px; overflow: auto; border: 1px solid; margin: 120px 20px 500px }</style>
      <div class="c-outer"><p>[[Conditions|Bedingungen]]</p><div class="c-inner" tabindex="0"><p style="height: 600px">[[Please read to the end.|Bitte zu Ende lesen.]]</p><button id="agree" disabled>[[Agree|Zustimmen]]</button></div></div><script>
        const inner = one('.c-inner'); inner.onscroll = () => { if (inner.scrollTop + inner.clientHeight > inner.scrollHeight - 10) one('#agree').disabled = false; };
        one('#agree').onclick = () => save({ agreed: true, outer: one('.c-outer').scrollTop > 0 });</script>`,
    person: async (person) => {
      await person.wheel(person.text('Conditions'), { y: 120 });
      await person.wheel(person.find('.c-inner'), { y: 720 });
      await person.click(person.find('#agree'));
    },
    expected: { agreed: true, outer: true },
  },
  {
    name: 'strip-scrolled-sideways',
    family: 'gestures',
    page: `<style>.c-strip { display: flex; gap: 8px; width: 400px; overflow-x: auto; padding: 8px; border: 1px solid } .c-tile { flex: none; width: 110px; height: 80px; background: #dde; padding: 6px }</style><div class="c-strip"></div><script>
        for (const month of ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug']) one('.c-strip').append(made('div', { className: 'c-tile' }, month + ' ', made('button', { textContent: '[[Pick|Wählen]]', onclick: () => save({ month }) })));</script>`,
    person: async (person) => {
      await person.wheel(person.find('.c-strip'), { x: 480 });
      await person.click(person.find('.c-tile').filter({ hasText: 'Jul' }).locator('button'));
    },
    expected: { month: 'Jul' },
  },
  {
    name: 'number-turned-by-the-wheel',
    family: 'gestures',
    page: `<label>[[Copies|Kopien]] <input id="copies" value="1" readonly size="4"></label><button>[[Print|Drucken]]</button><script>const copies = one('#copies');
        copies.addEventListener('wheel', (event) => { event.preventDefault(); copies.value = Math.max(1, Number(copies.value) + (event.deltaY < 0 ? 1 : -1)); }, { passive: false }); one('button').onclick = () => save({ copies: Number(copies.value) });</script>`,
    person: async (person) => {
      await person.wheel(person.find('#copies'), { y: -480 }, 'wheel');
      await person.click(person.button('Print'));
    },
    expected: { copies: 5 },
  },
  {
    name: 'list-dragged-past-its-edge',
    family: 'gestures',
    page: `<style>.c-list { width: 260px; height: 200px; overflow: auto; border: 1px solid; position: relative } .c-item { height: 36px; line-height: 36px; padding: 0 8px; border-bottom: 1px solid #ccc; user-select: none; background: #fff }</style><div class="c-list"></div><script>
        const list = one('.c-list'); for (let place = 1; place <= 12; place += 1) list.append(made('div', { className: 'c-item', textContent: 'Stop ' + place })); let held = null; let pointer = null;
        list.onpointerdown = ({ target }) => { held = target.closest('div') === list ? null : target; }; onpointermove = (event) => { pointer = event; place(); };
        function place() { if (!held || !pointer) return; const over = document.elementFromPoint(pointer.clientX, pointer.clientY); if (over && over !== held && over.parentElement === list) { const items = [...list.children]; items.indexOf(over) > items.indexOf(held) ? over.after(held) : over.before(held); } }
        setInterval(() => { if (!held || !pointer) return; const box = list.getBoundingClientRect(); if (pointer.clientY > box.bottom - 24) { list.scrollTop += 12; place(); } }, 16);
        onpointerup = () => { if (held) save({ last: list.lastElementChild.textContent }); held = null; };</script>`,
    person: async (person) => {
      person.did('drag', 'drag stop 2 to the end');
      const [stop, list] = [await boxOf(person.text('Stop 2')), await boxOf(person.find('.c-list'))];
      await person.page.mouse.move(stop.x + 60, stop.y + 18);
      await person.page.mouse.down();
      await person.page.mouse.move(stop.x + 64, list.y + list.height - 10, { steps: 10 });
      await person.page.waitForFunction(() => {
        const box = document.querySelector('.c-list');
        return box?.lastElementChild?.textContent === 'Stop 2';
      });
      await person.page.mouse.up();
    },
    expected: { last: 'Stop 2' },
  },
  {
    name: 'folders-opened-under-a-drag',
    family: 'gestures',
    page: `<div id="tree" role="tree"></div><script>
        const inside = { Home: ['plan.doc', 'Travel'], Travel: ['Old', 'New'], Old: ['Spring'], New: [], Spring: [] }; const open = new Set(['Home']); let timer = 0;
        const node = (name, depth) => { const item = made('div', { role: 'treeitem', textContent: (inside[name] ? (open.has(name) ? '▾ ' : '▸ ') : '') + name, draggable: !inside[name], style: 'width: 300px; padding: 5px ' + depth * 20 + 'px',
          ondragstart: ({ dataTransfer }) => dataTransfer.setData('text/plain', name), ondragover: (event) => { if (inside[name]) event.preventDefault(); },
          ondragenter: () => { clearTimeout(timer); if (inside[name] && !open.has(name)) timer = setTimeout(() => { open.add(name); item.textContent = '▾ ' + name; item.after(...inside[name].map((each) => node(each, depth + 1))); }, name === 'Old' ? 900 : 400); },
          ondrop: (event) => { event.preventDefault(); clearTimeout(timer); save({ into: name }); } }); return item; };
        const list = (name, depth) => [node(name, depth), ...(open.has(name) ? inside[name].flatMap((each) => list(each, depth + 1)) : [])]; one('#tree').replaceChildren(...list('Home', 0));</script>`,
    person: async (person) => {
      const { mouse } = person.page;
      const over = async (name: string) => {
        const item = person.find('[role="treeitem"]').filter({ hasText: name });
        await item.waitFor();
        const { x, y } = await boxOf(item);
        await mouse.move(x + 80, y + 10, { steps: 6 });
        await mouse.move(x + 82, y + 11, { steps: 2 });
      };
      person.did('drag', 'drag plan.doc to Spring');
      await over('plan.doc');
      await mouse.down();
      for (const name of ['Travel', 'Old', 'Spring']) await over(name);
      await mouse.up();
    },
    expected: { into: 'Spring' },
  },
  {
    name: 'drag-that-the-browser-takes-over',
    family: 'gestures',
    page: `<style>.c-panes { display: flex; width: 800px; height: 260px; border: 1px solid } .c-bar { width: 8px; background: #888; cursor: col-resize }</style><div class="c-panes"><div id="left" style="width: 300px">Left</div><div id="bar" class="c-bar"></div><div>Right</div></div><script>
        const [left, bar] = [one('#left'), one('#bar')]; const keep = () => save({ wide: Math.round(left.offsetWidth / 20) });
        bar.onpointerdown = (down) => { bar.setPointerCapture(down.pointerId); let x = down.clientX; bar.onpointermove = (event) => { left.style.width = left.offsetWidth + event.clientX - x + 'px'; x = event.clientX; }; };
        bar.onpointerup = bar.onpointercancel = () => { bar.onpointermove = null; keep(); }; bar.ondblclick = () => { left.style.width = '200px'; keep(); };</script>`,
    person: async (person) => {
      const bar = person.find('#bar');
      await person.doubleClick(bar);
      // The double click has selected the end of a line, and that is what the browser drags.
      await person.drag(bar, [
        { x: 4, y: 120 },
        { x: 36, y: 118 },
        { x: 84, y: 110 },
      ]);
    },
    expected: { wide: 10 },
  },
];

async function boxOf(locator: ReturnType<Person['find']>) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is nowhere to be seen.`);
  return box;
}
