import type { Task } from './task.ts';

/** What depends on where the pointer is and how it moves. */
export const pointer: readonly Task[] = [
  {
    name: 'slider-by-drag',
    family: 'pointer',
    page: `<style>.c-track { position: relative; width: 300px; height: 8px; background: #ccd; margin: 40px 20px }
      .c-thumb { position: absolute; top: -8px; width: 24px; height: 24px; border-radius: 50%; background: #335 }</style>
      <div class="c-track"><div class="c-thumb" role="slider" aria-label="[[Budget|Etat]]" tabindex="0" style="left: 0"></div></div><output>0</output><script>
        const thumb = one('.c-thumb'); let from = null;
        thumb.onpointerdown = (event) => { from = event.clientX - thumb.offsetLeft; thumb.setPointerCapture(event.pointerId); };
        thumb.onpointermove = (event) => { if (from === null) return; const left = Math.max(0, Math.min(276, event.clientX - from));
          thumb.style.left = left + 'px'; one('output').value = Math.round(left / 27.6) * 10; };
        thumb.onpointerup = () => { from = null; save({ budget: Number(one('output').value) }); };</script>`,
    person: async (person) => {
      await person.drag(person.find('.c-thumb'), [
        { x: 12, y: 12 },
        { x: 100, y: 14 },
        { x: 178, y: 12 },
      ]);
    },
    expected: { budget: 60 },
  },
  {
    name: 'range-with-two-handles',
    family: 'pointer',
    page: `<style>.c-track { position: relative; width: 400px; height: 10px; background: #ccd; margin: 40px 20px }
      .c-handle { position: absolute; top: -7px; width: 20px; height: 24px; background: #335; margin-left: -10px }</style>
      <div class="c-track"><div class="c-handle" style="left: 0"></div><div class="c-handle" style="left: 400px"></div></div><button>[[Search|Suchen]]</button><script>
        const values = [0, 100]; const track = one('.c-track'); let held = null;
        all('.c-handle').forEach((handle, place) => { handle.onmousedown = () => { held = place; }; });
        document.onmousemove = (event) => { if (held === null) return; const at = (event.clientX - track.getBoundingClientRect().left) / 4;
          values[held] = Math.round(held === 0 ? Math.max(0, Math.min(at, values[1])) : Math.min(100, Math.max(at, values[0])));
          all('.c-handle')[held].style.left = values[held] * 4 + 'px'; };
        document.onmouseup = () => { held = null; };
        one('button').onclick = () => save({ range: values.map((value) => Math.round(value / 5) * 5) });</script>`,
    person: async (person) => {
      await person.drag(person.find('.c-track'), [
        { x: 0, y: 5 },
        { x: 40, y: 6 },
        { x: 100, y: 5 },
      ]);
      await person.drag(person.find('.c-track'), [
        { x: 400, y: 5 },
        { x: 350, y: 6 },
        { x: 280, y: 5 },
      ]);
      await person.click(person.button('Search'));
    },
    expected: { range: [25, 70] },
  },
  {
    name: 'resize-handle',
    family: 'pointer',
    page: `<style>.c-box { position: relative; width: 200px; height: 100px; border: 1px solid #446 } .c-grip { position: absolute; right: -5px; bottom: -5px; width: 12px; height: 12px; background: #446; cursor: nwse-resize }</style>
      <div class="c-box">[[Picture|Bild]]<div class="c-grip"></div></div><script>const box = one('.c-box'); let start = null;
        one('.c-grip').onpointerdown = (event) => { start = { x: event.clientX - box.clientWidth, y: event.clientY - box.clientHeight }; event.preventDefault(); };
        onpointermove = (event) => { if (!start) return; box.style.width = event.clientX - start.x + 'px'; box.style.height = event.clientY - start.y + 'px'; };
        onpointerup = () => { if (start) save({ wide: Math.round(box.clientWidth / 10), high: Math.round(box.clientHeight / 10) }); start = null; };</script>`,
    person: async (person) => {
      await person.drag(person.find('.c-grip'), [
        { x: 6, y: 6 },
        { x: 80, y: 40 },
        { x: 126, y: 66 },
      ]);
    },
    expected: { wide: 32, high: 16 },
  },
  {
    name: 'split-pane-by-drag',
    family: 'pointer',
    page: `<style>.c-split { display: flex; width: 800px; height: 200px; border: 1px solid } .c-bar { width: 8px; background: #99a; cursor: col-resize } .c-left { width: 200px; flex: none } .c-right { flex: 1 }</style>
      <div class="c-split"><div class="c-left">[[Folders|Ordner]]</div><div class="c-bar" role="separator"></div><div class="c-right">[[Messages|Nachrichten]]</div></div><script>
        let held = false; one('.c-bar').onmousedown = (event) => { held = true; event.preventDefault(); };
        document.onmousemove = (event) => { if (held) one('.c-left').style.width = event.clientX - one('.c-split').getBoundingClientRect().left + 'px'; };
        document.onmouseup = () => { if (held) save({ left: Math.round(one('.c-left').clientWidth / 20) * 20 }); held = false; };</script>`,
    person: async (person) => {
      await person.drag(person.find('.c-bar'), [
        { x: 4, y: 90 },
        { x: 60, y: 94 },
        { x: 122, y: 96 },
      ]);
    },
    expected: { left: 320 },
  },
  {
    name: 'sort-a-list-by-pointer',
    family: 'pointer',
    page: `<style>.c-item { width: 260px; height: 40px; border: 1px solid #888; margin: 4px 0; line-height: 40px; padding: 0 10px; user-select: none; background: #fff }</style>
      <div id="list"></div><script>for (const name of ['Scan', 'Check', 'Book', 'Pay', 'File']) one('#list').append(made('div', { className: 'c-item', textContent: name }));
        let held = null; one('#list').onpointerdown = ({ target }) => { held = target.closest('.c-item'); if (held) held.style.opacity = '.5'; };
        onpointermove = (event) => { if (!held) return; const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('.c-item');
          if (over && over !== held) { const items = all('.c-item'); items.indexOf(over) > items.indexOf(held) ? over.after(held) : over.before(held); } };
        onpointerup = () => { if (!held) return; held.style.opacity = ''; held = null; save({ order: all('.c-item').map(({ textContent }) => textContent).join(' ') }); };</script>`,
    person: async (person) => {
      await person.dragTo(person.text('File'), person.text('Check'), { x: 90, y: 20 });
    },
    expected: { order: 'Scan File Check Book Pay' },
  },
  {
    name: 'kanban-by-drag-and-drop',
    family: 'pointer',
    page: `<style>.c-board { display: flex; gap: 16px } .c-lane { width: 200px; min-height: 240px; background: #eef; padding: 8px } .c-card { background: #fff; border: 1px solid #99a; padding: 8px; margin: 6px 0 }</style>
      <div class="c-board"></div><script>const lanes = { '[[To do|Offen]]': rows(['Order paper', 'Call plumber', 'Renew lease', 'Ship parcels']), '[[Doing|Läuft]]': ['Write offer'], '[[Done|Fertig]]': [] };
        let held = null; Object.entries(lanes).forEach(([name, cards], place) => { const lane = made('div', { className: 'c-lane' }, made('h3', { textContent: name }),
          ...cards.map((textContent) => made('div', { className: 'c-card', textContent, draggable: true, ondragstart: (event) => { held = event.target; event.dataTransfer.setData('text/plain', textContent); } })));
          lane.ondragover = (event) => event.preventDefault(); lane.ondrop = (event) => { event.preventDefault(); lane.append(held);
            const card = event.dataTransfer.getData('text/plain'); save({ [card]: place }); }; one('.c-board').append(lane); });</script>`,
    person: async (person) => {
      await person.dragTo(person.text('Renew lease'), person.find('.c-lane').nth(1), { x: 100, y: 180 });
      await person.dragTo(person.text('Write offer'), person.find('.c-lane').nth(2), { x: 100, y: 120 });
    },
    expected: { 'Renew lease': 1, 'Write offer': 2 },
  },
  {
    name: 'drawing-on-a-canvas',
    family: 'pointer',
    page: `<canvas width="400" height="240" style="border: 1px solid"></canvas><p><button>[[Keep sketch|Skizze behalten]]</button><script>
        const canvas = one('canvas'); const pen = canvas.getContext('2d'); pen.lineWidth = 6; let drawing = false;
        canvas.onmousedown = ({ offsetX, offsetY }) => { drawing = true; pen.beginPath(); pen.moveTo(offsetX, offsetY); };
        canvas.onmousemove = ({ offsetX, offsetY }) => { if (drawing) { pen.lineTo(offsetX, offsetY); pen.stroke(); } }; onmouseup = () => { drawing = false; };
        const inked = (x, y) => pen.getImageData(x - 6, y - 6, 12, 12).data.some((value, place) => place % 4 === 3 && value > 0);
        one('button').onclick = () => save({ corners: [[60, 60], [200, 60], [340, 60], [200, 180], [60, 180]].map(([x, y]) => inked(x, y)) });</script>`,
    person: async (person) => {
      await person.drag(person.find('canvas'), [
        { x: 60, y: 60 },
        { x: 200, y: 60 },
        { x: 200, y: 180 },
        { x: 60, y: 180 },
      ]);
      await person.click(person.button('Keep sketch'));
    },
    expected: { corners: [true, true, false, true, true] },
  },
  {
    name: 'signature',
    family: 'pointer',
    page: `<svg width="420" height="160" style="border: 1px solid; touch-action: none"></svg><p><button id="clear">[[Clear|Leeren]]</button> <button id="sign">[[Sign|Unterschreiben]]</button><script>
        const pad = one('svg'); let path = null; let points = [];
        pad.onpointerdown = (event) => { points = []; path = document.createElementNS('http://www.w3.org/2000/svg', 'path'); path.setAttribute('fill', 'none'); path.setAttribute('stroke', 'navy'); pad.append(path); pad.setPointerCapture(event.pointerId); };
        pad.onpointermove = ({ offsetX, offsetY }) => { if (!path) return; points.push([offsetX, offsetY]); path.setAttribute('d', 'M' + points.map((point) => point.join(' ')).join('L')); };
        pad.onpointerup = () => { path = null; }; one('#clear').onclick = () => pad.replaceChildren();
        one('#sign').onclick = () => save({ strokes: all('path').map((stroke) => stroke.getBBox()).map(({ width, height }) => [Math.round(width / 40), Math.round(height / 40)]) });</script>`,
    person: async (person) => {
      const pad = person.find('svg');
      await person.drag(pad, [
        { x: 30, y: 30 },
        { x: 70, y: 130 },
        { x: 110, y: 28 },
        { x: 150, y: 128 },
      ]);
      await person.click(person.find('#clear'));
      await person.drag(pad, [
        { x: 40, y: 40 },
        { x: 120, y: 120 },
        { x: 200, y: 40 },
      ]);
      await person.drag(pad, [
        { x: 230, y: 80 },
        { x: 390, y: 80 },
      ]);
      await person.click(person.find('#sign'));
    },
    expected: {
      strokes: [
        [4, 2],
        [4, 0],
      ],
    },
  },
  {
    name: 'bar-of-a-chart',
    family: 'pointer',
    page: `<svg width="420" height="220"></svg><p id="detail"></p><script>const sales = rows([['Jan', 80], ['Feb', 120], ['Mar', 60], ['Apr', 160], ['May', 100]]);
        one('svg').innerHTML = sales.map(([month, high], place) => '<g class="c-bar"><rect x="' + (20 + place * 80) + '" y="' + (190 - high) + '" width="50" height="' + high + '" fill="#558"></rect><text x="' + (30 + place * 80) + '" y="210">' + month + '</text></g>').join('');
        all('rect').forEach((bar, place) => { bar.onclick = () => { one('#detail').textContent = sales[place][0]; save({ month: sales[place][0] }); }; });</script>`,
    person: async (person) => {
      await person.click(person.find('g').filter({ hasText: 'Apr' }).locator('rect'));
    },
    expected: { month: 'Apr' },
  },
  {
    name: 'image-map',
    family: 'pointer',
    page: `<img usemap="#plan" width="300" height="200" alt="[[Floor plan|Grundriss]]" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='300' height='200'%3E%3Crect width='150' height='200' fill='%23cde'/%3E%3Crect x='150' width='150' height='200' fill='%23edc'/%3E%3C/svg%3E">
      <map name="plan"><area shape="rect" coords="0,0,150,100" alt="[[Kitchen|Küche]]" href="#kitchen"><area shape="rect" coords="150,0,300,100" alt="[[Office|Büro]]" href="#office"><area shape="rect" coords="0,100,300,200" alt="[[Hall|Flur]]" href="#hall"></map>
      <script>onhashchange = () => save({ room: location.hash });</script>`,
    person: async (person) => {
      await person.click(person.find('img'), { at: { x: 220, y: 40 } });
    },
    expected: { room: '#office' },
  },
  {
    name: 'colour-wheel',
    family: 'pointer',
    page: `<div class="c-wheel" style="width: 200px; height: 200px; border-radius: 50%; background: conic-gradient(red, yellow, lime, cyan, blue, magenta, red)"></div><p id="hue">–</p><button>[[Use colour|Farbe nehmen]]</button><script>let hue = null;
        one('.c-wheel').onclick = ({ offsetX, offsetY }) => { hue = (Math.round(Math.atan2(offsetX - 100, 100 - offsetY) / Math.PI * 6) * 30 + 360) % 360; one('#hue').textContent = hue + '°'; };
        one('button').onclick = () => save({ hue });</script>`,
    person: async (person) => {
      await person.click(person.find('.c-wheel'), { at: { x: 40, y: 66 } });
      await person.click(person.button('Use colour'));
    },
    expected: { hue: 300 },
  },
  {
    name: 'star-rating-by-place',
    family: 'pointer',
    page: `<div class="c-stars" role="slider" aria-label="[[Rating|Wertung]]" style="width: 200px; height: 40px; font-size: 36px; letter-spacing: 4px; line-height: 40px; overflow: hidden">★★★★★</div><output></output><script>
        one('.c-stars').onclick = (event) => { const stars = Math.ceil((event.clientX - event.currentTarget.getBoundingClientRect().left) / 20) / 2; one('output').value = stars; save({ stars }); };</script>`,
    person: async (person) => {
      await person.click(person.find('.c-stars'), { at: { x: 133, y: 22 } });
    },
    expected: { stars: 3.5 },
  },
  {
    name: 'seats-on-a-canvas',
    family: 'pointer',
    page: `<canvas width="400" height="200" style="background: #f4f4fa"></canvas><p><button>[[Reserve|Reservieren]]</button><script>const pen = one('canvas').getContext('2d'); const taken = new Set();
        const draw = () => { for (let row = 0; row < 5; row += 1) for (let seat = 0; seat < 10; seat += 1) { pen.fillStyle = taken.has(row + '-' + seat) ? '#c33' : '#9a9'; pen.fillRect(seat * 40 + 6, row * 40 + 6, 28, 28); } };
        one('canvas').onclick = ({ offsetX, offsetY }) => { const seat = Math.floor(offsetY / 40) + '-' + Math.floor(offsetX / 40); taken.has(seat) ? taken.delete(seat) : taken.add(seat); draw(); };
        one('button').onclick = () => save({ seats: [...taken].sort() }); draw();</script>`,
    person: async (person) => {
      await person.click(person.find('canvas'), { at: { x: 140, y: 100 } });
      await person.click(person.find('canvas'), { at: { x: 180, y: 101 } });
      await person.click(person.find('canvas'), { at: { x: 140, y: 99 } });
      await person.click(person.find('canvas'), { at: { x: 221, y: 100 } });
      await person.click(person.button('Reserve'));
    },
    expected: { seats: ['2-4', '2-5'] },
  },
  {
    name: 'zoom-by-wheel',
    family: 'pointer',
    page: `<div class="c-map" style="width: 400px; height: 300px; overflow: hidden; border: 1px solid"><div style="transform-origin: 0 0; width: 400px; height: 300px; background: repeating-linear-gradient(45deg, #dde 0 20px, #eef 20px 40px)"></div></div><output>100</output><script>
        let zoom = 100; one('.c-map').addEventListener('wheel', (event) => { event.preventDefault(); zoom = Math.max(20, Math.min(300, zoom - Math.sign(event.deltaY) * Math.round(Math.abs(event.deltaY) / 12)));
          one('.c-map div').style.transform = 'scale(' + zoom / 100 + ')'; one('output').value = zoom; save({ zoom }); }, { passive: false });</script>`,
    person: async (person) => {
      await person.wheel(person.find('.c-map'), { y: -360 }, 'wheel');
    },
    expected: { zoom: 130 },
  },
  {
    name: 'pan-a-map-by-drag',
    family: 'pointer',
    page: `<div class="c-map" style="width: 420px; height: 300px; overflow: hidden; position: relative; border: 1px solid; user-select: none"><div id="land" style="position: absolute; width: 1200px; height: 900px; background: #def"><b style="position: absolute; left: 640px; top: 420px" id="depot">◉ Depot</b></div></div><script>
        const land = one('#land'); let from = null; const at = { x: 0, y: 0 };
        one('.c-map').onpointerdown = (event) => { if (event.target.id !== 'depot') from = { x: event.clientX - at.x, y: event.clientY - at.y }; };
        onpointermove = (event) => { if (!from) return; at.x = event.clientX - from.x; at.y = event.clientY - from.y; land.style.transform = 'translate(' + at.x + 'px,' + at.y + 'px)'; };
        onpointerup = () => { from = null; }; one('#depot').onclick = () => save({ at: [Math.round(at.x / 20), Math.round(at.y / 20)] });</script>`,
    person: async (person) => {
      const map = person.find('.c-map');
      await person.drag(map, [
        { x: 380, y: 260 },
        { x: 200, y: 150 },
        { x: 40, y: 60 },
      ]);
      await person.drag(map, [
        { x: 300, y: 200 },
        { x: 200, y: 160 },
        { x: 180, y: 120 },
      ]);
      await person.click(person.find('#depot'));
    },
    expected: { at: [-23, -14] },
  },
  {
    name: 'press-and-hold-button',
    family: 'pointer',
    page: `<button style="padding: 20px">[[Hold to delete|Zum Löschen halten]]</button><p></p><script>let timer; const button = one('button');
        button.onmousedown = () => { timer = setTimeout(() => { save({ deleted: true }); one('p').textContent = 'Deleted'; }, 800); };
        button.onmouseup = button.onmouseleave = () => clearTimeout(timer);</script>`,
    person: async (person) => {
      await person.hold(person.find('button'), 1_000);
    },
    expected: { deleted: true },
  },
  {
    name: 'select-several-with-keys-and-mouse',
    family: 'pointer',
    page: `<style>.c-file { padding: 4px 10px; width: 240px; user-select: none } .c-on { background: #bcf }</style><div id="files"></div><button>[[Zip|Packen]]</button><script>
        const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt', 'f.txt']; let anchor = 0; const chosen = new Set();
        const render = () => one('#files').replaceChildren(...names.map((name, place) => made('div', { className: 'c-file' + (chosen.has(place) ? ' c-on' : ''), textContent: name, onclick: (event) => {
          if (event.shiftKey) { chosen.clear(); for (let at = Math.min(anchor, place); at <= Math.max(anchor, place); at += 1) chosen.add(at); }
          else if (event.ctrlKey) { chosen.has(place) ? chosen.delete(place) : chosen.add(place); anchor = place; } else { chosen.clear(); chosen.add(place); anchor = place; } render(); } })));
        render(); one('button').onclick = () => save({ zipped: [...chosen].sort().map((place) => names[place]).join(' ') });</script>`,
    person: async (person) => {
      await person.click(person.text('b.txt'));
      await person.click(person.text('e.txt'), { holding: 'Shift' });
      await person.click(person.text('c.txt'), { holding: 'Control' });
      await person.click(person.button('Zip'));
    },
    expected: { zipped: 'b.txt d.txt e.txt' },
  },
  {
    name: 'rubber-band-over-shapes',
    family: 'pointer',
    page: `<style>.c-sheet { position: relative; width: 500px; height: 300px; border: 1px solid; user-select: none } .c-shape { position: absolute; width: 60px; height: 40px; background: #9bc } .c-on { outline: 3px solid #c60 }</style>
      <div class="c-sheet"></div><button>[[Group|Gruppieren]]</button><script>const places = [[30, 30], [150, 60], [300, 40], [120, 200], [380, 220]]; const sheet = one('.c-sheet');
        places.forEach(([left, top]) => sheet.append(made('div', { className: 'c-shape', style: 'left: ' + left + 'px; top: ' + top + 'px' }))); let from = null;
        sheet.onmousedown = (event) => { const box = sheet.getBoundingClientRect(); from = [event.clientX - box.left, event.clientY - box.top]; };
        onmouseup = (event) => { if (!from) return; const box = sheet.getBoundingClientRect(); const to = [event.clientX - box.left, event.clientY - box.top];
          all('.c-shape').forEach((shape, place) => { const [left, top] = places[place]; shape.classList.toggle('c-on', left > Math.min(from[0], to[0]) && left + 60 < Math.max(from[0], to[0]) && top > Math.min(from[1], to[1]) && top + 40 < Math.max(from[1], to[1])); }); from = null; };
        one('button').onclick = () => save({ grouped: all('.c-shape').flatMap((shape, place) => shape.className.includes('on') ? [place] : []) });</script>`,
    person: async (person) => {
      await person.drag(person.find('.c-sheet'), [
        { x: 10, y: 10 },
        { x: 120, y: 100 },
        { x: 240, y: 280 },
      ]);
      await person.click(person.button('Group'));
    },
    expected: { grouped: [0, 1, 3] },
  },
];
