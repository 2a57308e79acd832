import type { Task } from './task.ts';

/** What is rarer in offices, and all the same done every day. */
export const oddities: readonly Task[] = [
  {
    name: 'number-by-its-own-arrows',
    family: 'oddities',
    page: `<label>[[Guests|Gäste]] <input id="guests" type="number" value="2" style="width: 120px; height: 40px"></label><button>[[Reserve|Reservieren]]</button><script>one('button').onclick = () => save({ guests: Number(one('#guests').value) });</script>`,
    person: async (person) => {
      person.did('fill', 'three times up by the arrow in the field', { typed: '5', many: true });
      const box = await person.find('#guests').boundingBox();
      const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) - 10, (box?.y ?? 0) + (box?.height ?? 0) / 2 - 5];
      await person.page.mouse.move(x, y, { steps: 4 });
      for (let time = 0; time < 3; time += 1) {
        await person.page.mouse.click(x, y, { delay: 20 });
        await person.page.waitForTimeout(120);
      }
      await person.click(person.button('Reserve'));
    },
    expected: { guests: 5 },
  },
  {
    name: 'column-made-wider',
    family: 'oddities',
    page: `<style>.c-grid th { position: relative; width: 120px; box-sizing: border-box } .c-edge { position: absolute; right: -4px; top: 0; bottom: 0; width: 8px; cursor: col-resize }</style><table class="c-grid" style="table-layout: fixed; width: 480px"><tr>${['Date', 'Party', 'Sum', 'State'].map((each) => `<th>${each}<span class="c-edge"></span></th>`).join('')}</tr><tr><td>1 May</td><td>Berg</td><td>12</td><td>open</td></tr></table><script>
        let held = null; all('.c-edge').forEach((edge) => { edge.onpointerdown = (event) => { held = { head: edge.parentElement, from: event.clientX, wide: edge.parentElement.offsetWidth }; event.preventDefault(); }; });
        onpointermove = (event) => { if (!held) return; const wide = held.wide + event.clientX - held.from; held.head.style.width = wide + 'px'; one('table').style.width = 360 + wide + 'px'; };
        onpointerup = () => { if (held) save({ column: held.head.textContent, wide: Math.round(held.head.offsetWidth / 20) }); held = null; };</script>`,
    person: async (person) => {
      await person.drag(person.find('th span').nth(1), [
        { x: 2, y: 10 },
        { x: 40, y: 12 },
        { x: 82, y: 10 },
      ]);
    },
    expected: { column: 'Party', wide: 10 },
  },
  {
    name: 'columns-changed-about',
    family: 'oddities',
    page: `<table><thead><tr></tr></thead></table><script>const names = ['Name', 'Phone', 'City', 'Since']; let held = '';
        const render = () => one('tr').replaceChildren(...names.map((name) => made('th', { textContent: name, draggable: true, style: 'width: 110px', ondragstart: (event) => { held = name; event.dataTransfer.effectAllowed = 'move'; }, ondragover: (event) => event.preventDefault(),
          ondrop: (event) => { event.preventDefault(); const to = names.indexOf(name); names.splice(names.indexOf(held), 1); names.splice(to, 0, held); render(); save({ names: [...names] }); } }))); render();</script>`,
    person: async (person) => {
      await person.dragTo(person.find('th').nth(3), person.find('th').nth(1), { x: 30, y: 14 });
      await person.dragTo(person.find('th').nth(0), person.find('th').nth(2), { x: 80, y: 14 });
    },
    expected: { names: ['Since', 'Phone', 'Name', 'City'] },
  },
  {
    name: 'nights-chosen-under-the-pointer',
    family: 'oddities',
    page: `<style>.c-month { display: grid; grid-template-columns: repeat(7, 40px) } .c-month button { height: 34px } .c-in { background: #bdf }</style><div class="c-month"></div><p></p><script>let from = 0; let over = 0;
        for (let day = 1; day <= 30; day += 1) one('.c-month').append(made('button', { textContent: day, onclick: () => { if (!from || from > day) from = day; else { save({ nights: from + '-' + day }); } paint(); }, onmouseenter: () => { over = day; paint(); } }));
        const mark = one('.c-month').className.replace('month', 'in'); const paint = () => all('button').forEach((button, place) => button.classList.toggle(mark, from > 0 && place + 1 >= from && place + 1 <= over));</script>`,
    person: async (person) => {
      await person.click(person.button('9'));
      await person.pass(person.button('12'));
      await person.click(person.button('17'));
    },
    expected: { nights: '9-17' },
  },
  {
    name: 'copied-by-a-button-and-pasted',
    family: 'oddities',
    page: `<p>[[Reference|Kürzel]]: <code>ZX-993-Q</code> <button id="copy">[[Copy|Kopieren]]</button></p><label>[[Paste it here|Hier einfügen]] <input id="to"></label><p id="said"></p><script>
        one('#copy').onclick = () => { const field = made('textarea', { value: one('code').textContent }); document.body.append(field); field.select(); document.execCommand('copy'); field.remove(); one('#said').textContent = 'Copied'; };
        one('#to').oninput = ({ target }) => save({ pasted: target.value });</script>`,
    person: async (person) => {
      await person.click(person.find('#copy'));
      await person.click(person.find('#to'));
      await person.press('Control+v', ['paste', 'fill']);
    },
    expected: { pasted: 'ZX-993-Q' },
  },
  {
    name: 'name-changed-in-its-place',
    family: 'oddities',
    page: `<ul id="files" style="width: 240px"></ul><script>const files = ['plan.doc', 'costs.xls', 'photo.png']; const saved2 = () => save({ files: [...files] });
        const render = () => one('#files').replaceChildren(...files.map((name, place) => made('li', { textContent: name, tabIndex: 0, ondblclick: () => edit(place), onkeydown: (event) => { if (event.key === 'F2') edit(place); if (event.key === 'Delete') { files.splice(place, 1); render(); saved2(); } } })));
        const edit = (place) => { const field = made('input', { value: files[place] }); let isDone = false; const done = (keep) => { if (isDone) return; isDone = true; if (keep) files[place] = field.value; render(); saved2(); };
          field.onkeydown = (event) => { event.stopPropagation(); if (event.key === 'Enter') done(true); if (event.key === 'Escape') done(false); }; field.onblur = () => done(true); one('#files').children[place].replaceChildren(field); field.focus(); field.setSelectionRange(0, field.value.lastIndexOf('.')); }; render();</script>`,
    person: async (person) => {
      await person.doubleClick(person.text('costs.xls'));
      await person.type('budget', 'budget.xls');
      await person.press('Enter');
      await person.click(person.text('photo.png'));
      await person.press('F2');
      await person.type('logo', 'logo.png');
      await person.press('Enter');
      await person.click(person.text('plan.doc'));
      await person.press('Delete');
    },
    expected: { files: ['budget.xls', 'logo.png'] },
  },
  {
    name: 'page-drawn-larger',
    family: 'oddities',
    page: `<div style="zoom: 1.25"><div style="transform: rotate(-4deg) scale(.9); transform-origin: 0 0; width: 500px"><p>[[Seat plan|Sitzplan]]</p><canvas width="300" height="120" style="border: 1px solid"></canvas><p><label><input type="checkbox" id="aisle"> [[Aisle|Gang]]</label> <button id="take">[[Take|Nehmen]]</button></p></div></div><script>let seat = -1;
        one('canvas').onclick = ({ offsetX }) => { seat = Math.floor(offsetX / 60); }; one('#take').onclick = () => save({ seat, aisle: one('#aisle').checked });</script>`,
    person: async (person) => {
      await person.click(person.find('canvas'), { at: { x: 240, y: 60 } });
      await person.check(person.find('#aisle'));
      await person.click(person.find('#take'));
    },
    expected: { seat: 4, aisle: true },
  },
  {
    name: 'rows-marked-with-the-keyboard',
    family: 'oddities',
    page: `<ul role="listbox" aria-multiselectable="true" tabindex="0" aria-label="[[Letters|Briefe]]" style="width: 240px"></ul><button>[[File|Ablegen]]</button><script>const names = ['Bank', 'Court', 'Insurer', 'Landlord', 'Tax office']; const chosen = new Set(); let at = 0; let anchor = 0;
        const box = one('[role=listbox]'); const render = () => box.replaceChildren(...names.map((name, place) => { const entry = made('li', { role: 'option', textContent: name }); entry.style.outline = place === at ? '1px dotted' : ''; entry.setAttribute('aria-selected', chosen.has(place)); return entry; })); render();
        box.onkeydown = (event) => { const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]; if (by) { event.preventDefault(); at = Math.max(0, Math.min(4, at + by)); if (event.shiftKey) { chosen.clear(); for (let place = Math.min(anchor, at); place <= Math.max(anchor, at); place += 1) chosen.add(place); } else anchor = at; }
          if (event.key === ' ') { event.preventDefault(); chosen.has(at) ? chosen.delete(at) : chosen.add(at); anchor = at; } render(); };
        one('button').onclick = () => save({ filed: [...chosen].sort().map((place) => names[place]) });</script>`,
    person: async (person) => {
      await person.find('[role=listbox]').focus();
      person.did('press', 'down, and on with Shift', { many: true });
      await person.page.keyboard.press('ArrowDown');
      await person.page.keyboard.press('Shift+ArrowDown');
      await person.page.keyboard.press('Shift+ArrowDown');
      await person.click(person.button('File'));
    },
    expected: { filed: ['Court', 'Insurer', 'Landlord'] },
  },
  {
    name: 'text-dragged-into-a-field',
    family: 'oddities',
    page: `<p id="from" style="font-size: 20px">Order 4711 is late</p><textarea rows="3" cols="40" aria-label="[[Complaint|Beschwerde]]"></textarea><script>one('textarea').addEventListener('input', ({ target }) => save({ text: target.value.trim() }));</script>`,
    person: async (person) => {
      const from = await person.find('#from').boundingBox();
      const to = await person.find('textarea').boundingBox();
      const [x, y] = [(from?.x ?? 0) + 80, (from?.y ?? 0) + 14];
      person.did(['dblclick', 'selectText'], 'mark the number');
      await person.page.mouse.move(x, y, { steps: 3 });
      await person.page.mouse.dblclick(x, y, { delay: 20 });
      await person.page.waitForTimeout(600);
      person.did(['drag', 'fill'], 'drag it into the field', { typed: '4711', many: true });
      await person.page.mouse.move(x, y);
      await person.page.mouse.down();
      await person.page.mouse.move(x + 20, y + 20, { steps: 5 });
      await person.page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + 20, { steps: 8 });
      await person.page.waitForTimeout(80);
      await person.page.mouse.up();
    },
    expected: { text: '4711' },
  },
  {
    name: 'picture-in-a-link-of-a-drawing',
    family: 'oddities',
    page: `<svg width="360" height="160" viewBox="0 0 180 80"><defs><symbol id="pin" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8"></circle></symbol></defs><g transform="translate(10 10)"><a href="#north"><use href="#pin" width="20" height="20" fill="#47a"></use></a></g><g transform="translate(80 40)"><a href="#south"><use href="#pin" width="20" height="20" fill="#a47"></use></a></g></svg><script>onhashchange = () => save({ at: location.hash });</script>`,
    person: async (person) => {
      await person.click(person.find('svg > g').nth(1).locator('use'));
    },
    expected: { at: '#south' },
  },
  {
    name: 'menu-in-a-menu-by-hover-to-the-side',
    family: 'oddities',
    page: `<style>.c-menu { position: relative; width: 140px } .c-menu ul { list-style: none; margin: 0; padding: 0; border: 1px solid; background: #fff; position: absolute; width: 150px; display: none } .c-menu > ul { top: 24px; left: 0 } .c-menu li { padding: 6px; position: relative } .c-menu li ul { left: 140px; top: 0 } .c-menu:hover > ul, .c-menu li:hover > ul { display: block }</style><div class="c-menu"><button>[[Export|Ausgeben]]</button><ul><li>[[As picture|Als Bild]]<ul><li data-as="png">PNG</li><li data-as="svg">SVG</li></ul></li><li>[[As table|Als Tabelle]]<ul><li data-as="csv">CSV</li><li>[[Sheet|Blatt]]<ul><li data-as="xlsx">XLSX</li><li data-as="ods">ODS</li></ul></li></ul></li></ul></div><script>
        all('[data-as]').forEach((entry) => { entry.onclick = () => save({ as: entry.dataset.as }); });</script>`,
    person: async (person) => {
      await person.hover(person.button('Export'));
      await person.hover(person.find('.c-menu > ul > li').nth(1));
      await person.hover(person.find('.c-menu > ul > li').nth(1).locator('> ul > li').nth(1));
      await person.click(person.find('[data-as=ods]'));
    },
    expected: { as: 'ods' },
  },
  {
    name: 'parts-of-a-week-and-a-month',
    family: 'oddities',
    page: `<label>[[Week|Woche]] <input type="week" id="week"></label><label>[[Month|Monat]] <input type="month" id="month"></label><label>[[Colour|Farbe]] <input type="color" id="colour"></label><button>[[Plan|Planen]]</button><script>one('button').onclick = () => save({ week: one('#week').value, month: one('#month').value });</script>`,
    person: async (person) => {
      await person.click(person.find('#week'), { at: { x: 40, y: 12 }, optional: true });
      await person.type('322026', '2026-W32');
      await person.click(person.find('#month'), { at: { x: 30, y: 12 }, optional: true });
      person.did('fill', 'type a month', { typed: '2026-11', many: true });
      await person.strike('Nov');
      await person.page.keyboard.press('ArrowRight');
      await person.strike('2026');
      await person.click(person.button('Plan'));
    },
    expected: { week: '2026-W32', month: '2026-11' },
  },
  {
    name: 'copied-by-a-button-in-a-while',
    family: 'oddities',
    page: `<p><button id="link">[[Copy link|Verweis kopieren]]</button></p><label>[[Paste it here|Hier einfügen]] <input id="to"></label><p id="said"></p><script>
        one('#link').onclick = async () => { const made1 = await (await fetch('/echo?ms=400')).text(); const field = made('textarea', { value: 'https://share.example/' + made1.length }); document.body.append(field); field.select(); document.execCommand('copy'); field.remove(); one('#said').textContent = 'Copied'; };
        one('#to').oninput = ({ target }) => save({ pasted: target.value.startsWith('https://share.example/') });</script>`,
    person: async (person) => {
      await person.click(person.find('#link'));
      await person.see(person.text('Copied'));
      await person.click(person.find('#to'));
      await person.press('Control+v', ['paste', 'fill']);
    },
    expected: { pasted: true },
  },
  {
    name: 'chapter-shown-while-the-pointer-is-down',
    family: 'oddities',
    page: `<style>.c-book { height: 120px; width: 300px; overflow: auto; border: 1px solid } .c-book p { height: 100px; margin: 0 }</style><ul>${['One', 'Two', 'Three', 'Four'].map((each) => `<li><button>${each}</button></li>`).join('')}</ul><div class="c-book">${['One', 'Two', 'Three', 'Four'].map((each) => `<p>Chapter ${each}</p>`).join('')}</div><script>
        all('li button').forEach((button, place) => { button.onpointerdown = () => { one('.c-book').scrollTop = place * 100; }; button.onclick = () => save({ read: button.textContent, at: one('.c-book').scrollTop }); });</script>`,
    person: async (person) => {
      await person.hold(person.button('Three'), 150);
    },
    expected: { read: 'Three', at: 200 },
  },
  {
    name: 'new-names-at-each-load',
    family: 'oddities',
    page: `<style>section { display: inline-block; border: 1px solid #999; margin: 6px; padding: 8px; width: 480px } h4 { margin: 0 }</style><div id="root"></div><script>
        const made2 = () => 'x' + Math.random().toString(36).slice(2, 9); const done = [];
        const kinds = ['Travel', 'Training', 'Software', 'Furniture', 'Insurance']; const turn = Math.floor(Math.random() * 5);
        for (const name of rows([...kinds.slice(turn), ...kinds.slice(0, turn)])) one('#root').append(made('section', { className: made2() }, made('h4', { textContent: name }), made('small', { textContent: 'Request ' + (1000 + Math.floor(Math.random() * 9000)) }), made('div', {},
          made('input', { id: made2(), name: made2(), placeholder: 'Comment' }), made('label', {}, made('input', { type: 'checkbox', id: made2() }), ' Urgent'),
          made('button', { id: made2(), textContent: 'Approve', onclick: ({ target }) => { const card = target.closest('section'); done.push(name + ':' + one('input', card).value + ':' + one('[type=checkbox]', card).checked); card.remove(); save({ done: [...done] }); } }))));</script>`,
    person: async (person) => {
      const card = (name: string) => person.find('section').filter({ hasText: name });
      await person.fill(card('Software').getByPlaceholder('Comment'), 'fine');
      await person.click(card('Software').locator('[type=checkbox]'), { as: 'check' });
      await person.click(card('Software').getByText('Approve'));
      await person.fill(card('Furniture').getByPlaceholder('Comment'), 'too late');
      await person.click(card('Furniture').getByText('Approve'));
    },
    expected: { done: ['Software:fine:true', 'Furniture:too late:false'] },
  },
  {
    name: 'cut-and-typed-anew',
    family: 'oddities',
    page: `<input id="a" value="Printer on fire"><input id="b"><button>[[Save|Sichern]]</button><script>one('button').onclick = () => save({ a: one('#a').value, b: one('#b').value });</script>`,
    person: async (person) => {
      await person.click(person.find('#a'));
      await person.press('End');
      person.did('selectText', 'select');
      for (let i = 0; i < 5; i++) await person.page.keyboard.press('Shift+ArrowLeft');
      person.did('cut', 'cut');
      await person.page.keyboard.press('Control+x');
      await person.click(person.find('#b'));
      await person.type('Stove');
      person.did('selectText', 'select');
      await person.page.keyboard.press('Control+a');
      person.did('cut', 'cut');
      await person.page.keyboard.press('Control+x');
      await person.type('Oven');
      await person.click(person.button('Save'));
    },
    expected: { a: 'Printer on', b: 'Oven' },
  },
  {
    name: 'letters-with-and-without-shift',
    family: 'oddities',
    page: `<p>[[No field here|Kein Feld hier]]</p><script>const done = []; onkeydown = ({ key, shiftKey }) => {
        if (key.length === 1) { one('p').textContent = key; done.push((shiftKey ? 'Shift+' : '') + key); save({ done: [...done] }); } };</script>`,
    person: async (person) => {
      person.did('fill', 'letters', { typed: 'gD/?', held: '' });
      for (const key of ['g', 'Shift+D', '/', 'Shift+?']) await person.page.keyboard.press(key);
    },
    expected: { done: ['g', 'Shift+D', '/', 'Shift+?'] },
  },
];
