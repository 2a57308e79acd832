import type { Task } from './task.ts';

const ORDERS = `const orders = rows([['1001', 'Alder', 320], ['1002', 'Birch', 120], ['1003', 'Cedar', 560], ['1004', 'Dogwood', 90], ['1005', 'Elm', 430], ['1006', 'Fir', 210], ['1007', 'Gum', 75], ['1008', 'Hazel', 640]]);`;

/** Rows among many of the same kind. */
export const tables: readonly Task[] = [
  {
    name: 'action-in-one-of-equal-rows',
    family: 'tables',
    page: `<table><thead><tr><th>[[Order|Auftrag]]<th>[[Client|Kunde]]<th>[[Total|Summe]]<th></tr></thead><tbody></tbody></table><script>${ORDERS}
        one('tbody').append(...orders.map(([id, client, total]) => made('tr', {}, made('td', { textContent: id }), made('td', { textContent: client }), made('td', { textContent: total }),
          made('td', {}, made('button', { textContent: '[[Approve|Freigeben]]', onclick: () => save({ [id]: 'approved' }) }), made('button', { textContent: '[[Reject|Ablehnen]]', onclick: () => save({ [id]: 'rejected' }) })))));</script>`,
    person: async (person) => {
      const inRow = (id: string, name: string) =>
        person.find('tr').filter({ hasText: id }).getByRole('button', { name });
      await person.click(inRow('1005', 'Approve'));
      await person.click(inRow('1002', 'Reject'));
    },
    expected: { 1005: 'approved', 1002: 'rejected' },
  },
  {
    name: 'row-told-by-all-its-cells',
    family: 'tables',
    page: `<table><thead><tr><th>[[Who|Wer]]<th>[[What|Was]]<th>[[Sum|Summe]]<th></tr></thead><tbody></tbody></table><script>const claims = rows([['Berg', 'Trip', 310], ['Lake', 'Book', 24], ['Lake', 'Trip', 24], ['Berg', 'Book', 24], ['Lake', 'Trip', 310], ['Berg', 'Trip', 24]]);
        one('tbody').append(...claims.map((claim) => made('tr', {}, ...claim.map((textContent) => made('td', { textContent })), made('td', {}, made('button', { textContent: '[[Pay|Zahlen]]', onclick: ({ target }) => { target.disabled = true; save({ paid: [...(saved().paid ?? []), claim.join(' ')] }); } })))));</script>`,
    person: async (person) => {
      const claim = (...cells: string[]) =>
        cells.reduce((row, cell) => row.filter({ hasText: cell }), person.find('tr')).getByRole('button');
      await person.click(claim('Lake', 'Trip', '24'));
      await person.click(claim('Berg', 'Trip', '310'));
    },
    expected: { paid: ['Lake Trip 24', 'Berg Trip 310'] },
  },
  {
    name: 'sort-then-act',
    family: 'tables',
    page: `<table><thead><tr><th><button data-by="0">[[Order|Auftrag]]</button><th><button data-by="2">[[Total|Summe]]</button><th></tr></thead><tbody></tbody></table><script>${ORDERS}
        const render = () => one('tbody').replaceChildren(...orders.map(([id, , total]) => made('tr', {}, made('td', { textContent: id }), made('td', { textContent: total }), made('td', {}, made('button', { textContent: '[[Open|Öffnen]]', onclick: () => save({ opened: id }) })))));
        all('[data-by]').forEach((button) => { let up = true; button.onclick = () => { const by = Number(button.dataset.by); orders.sort((a, b) => (a[by] > b[by] ? 1 : -1) * (up ? 1 : -1)); up = !up; render(); }; }); render();</script>`,
    person: async (person) => {
      await person.click(person.button('Total'));
      await person.click(person.button('Total'));
      await person.click(person.find('tbody tr').filter({ hasText: '1008' }).getByRole('button'));
    },
    expected: { opened: '1008' },
  },
  {
    name: 'turn-pages-then-act',
    family: 'tables',
    page: `<table><tbody></tbody></table><nav><button id="before">‹</button> <span></span> <button id="after">›</button></nav><script>const all40 = Array.from({ length: 40 }, (_, place) => 'Device ' + (place + 101)); let page = 0;
        const render = () => { one('span').textContent = page + 1 + ' / 8'; one('tbody').replaceChildren(...rows(all40.slice(page * 5, page * 5 + 5)).map((name) => made('tr', {}, made('td', { textContent: name }), made('td', {}, made('a', { href: '#', textContent: '[[Lock|Sperren]]', onclick: (event) => { event.preventDefault(); save({ locked: name }); } }))))); };
        const turn = async (by) => { await fetch('/echo?ms=80'); page = Math.max(0, Math.min(7, page + by)); render(); }; one('#before').onclick = () => turn(-1); one('#after').onclick = () => turn(1); render();</script>`,
    person: async (person) => {
      for (const page of [2, 3]) {
        await person.click(person.find('#after'));
        await person.see(person.text(`${page} / 8`));
      }
      await person.click(person.find('tr').filter({ hasText: 'Device 113' }).locator('a'));
    },
    expected: { locked: 'Device 113' },
  },
  {
    name: 'filter-then-act',
    family: 'tables',
    page: `<input placeholder="[[Filter clients|Kunden filtern]]"><table><tbody></tbody></table><script>${ORDERS}
        const render = () => one('tbody').replaceChildren(...orders.filter(([, client]) => client.toLowerCase().includes(one('input').value.toLowerCase())).map(([id, client]) => made('tr', {}, made('td', { textContent: client }), made('td', {}, made('button', { textContent: '[[Mail|Mailen]]', onclick: () => save({ mailed: id }) })))));
        one('input').oninput = () => setTimeout(render, 120); render();</script>`,
    person: async (person) => {
      await person.fill(person.find('input'), 'd');
      await person.see(
        person
          .find('tbody:has(tr:nth-child(3)):not(:has(tr:nth-child(4)))')
          .or(person.find('tbody:not(:has(tr:nth-child(5)))')),
      );
      await person.click(person.find('tr').filter({ hasText: 'Dogwood' }).locator('button'));
    },
    expected: { mailed: '1004' },
  },
  {
    name: 'checkbox-column',
    family: 'tables',
    page: `<table><thead><tr><th><input type="checkbox" id="every" aria-label="[[All|Alle]]"><th>[[Client|Kunde]]</tr></thead><tbody></tbody></table><button id="export">[[Export|Ausgeben]]</button><script>${ORDERS}
        one('tbody').append(...orders.map(([id, client]) => made('tr', {}, made('td', {}, made('input', { type: 'checkbox', value: id })), made('td', { textContent: client }))));
        one('#every').onchange = ({ target }) => all('tbody input').forEach((input) => { input.checked = target.checked; });
        one('#export').onclick = () => save({ exported: all('tbody input:checked').map(({ value }) => value).sort() });</script>`,
    person: async (person) => {
      const boxOf = (client: string) => person.find('tr').filter({ hasText: client }).locator('input');
      await person.check(person.find('#every'));
      await person.click(boxOf('Cedar'), { as: 'uncheck' });
      await person.click(boxOf('Gum'), { as: 'uncheck' });
      await person.click(person.find('#export'));
    },
    expected: { exported: ['1001', '1002', '1004', '1005', '1006', '1008'] },
  },
  {
    name: 'double-click-to-edit-a-cell',
    family: 'tables',
    page: `<table><thead><tr><th>[[Client|Kunde]]<th>[[Limit|Grenze]]</tr></thead><tbody></tbody></table><script>${ORDERS}
        one('tbody').append(...orders.map(([, client, total]) => { const cell = made('td', { textContent: String(total) }); cell.ondblclick = () => { const input = made('input', { value: cell.textContent, size: 6 }); cell.replaceChildren(input); input.focus(); input.select();
          input.onkeydown = ({ key }) => { if (key === 'Enter') input.blur(); }; input.onblur = () => { cell.textContent = input.value; save({ [client]: input.value }); }; }; return made('tr', {}, made('td', { textContent: client }), cell); }));</script>`,
    person: async (person) => {
      const cellOf = (client: string) => person.find('tr').filter({ hasText: client }).locator('td').nth(1);
      await person.doubleClick(cellOf('Elm'));
      await person.type('500');
      await person.press('Enter');
      await person.doubleClick(cellOf('Birch'));
      await person.type('150');
      await person.press('Enter');
    },
    expected: { Elm: '500', Birch: '150' },
  },
  {
    name: 'grid-by-keyboard',
    family: 'tables',
    page: `<style>.c-cell { width: 70px; height: 24px } .c-cell:focus { outline: 2px solid #36c }</style><table role="grid"></table><script>const values = Array.from({ length: 4 }, () => ['', '', '']);
        one('table').append(...values.map((line, row) => made('tr', {}, ...line.map((_, column) => { const cell = made('td', { className: 'c-cell', tabIndex: row + column === 0 ? 0 : -1 }); cell.setAttribute('role', 'gridcell');
          cell.onkeydown = (event) => { const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Enter: [1, 0] }[event.key]; if (step) { event.preventDefault(); all('tr')[row + step[0]]?.children[column + step[1]]?.focus(); return; }
            if (event.key.length === 1) { cell.textContent += event.key; values[row][column] = cell.textContent; save({ values: values.map((each) => each.join(',')) }); } }; return cell; }))));</script>`,
    person: async (person) => {
      await person.click(person.find('td').first());
      person.did(['press', 'fill'], 'write 42', { typed: '42', many: true });
      await person.strike('42');
      person.did('press', 'arrows', { many: true });
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await person.page.keyboard.press(key);
      person.did(['press', 'fill'], 'write 7', { typed: '7', many: true });
      await person.strike('7');
    },
    expected: { values: ['42,,', ',,7', ',,', ',,'] },
  },
  {
    name: 'spreadsheet-typed-line-by-line',
    family: 'tables',
    page: `<table><tbody></tbody></table><script>one('tbody').append(...[0, 1, 2].map(() => made('tr', {}, ...[0, 1].map(() => made('td', {}, made('input', { size: 8 }))))));
        const cells = all('input'); cells.forEach((cell, place) => { cell.onkeydown = (event) => { if (event.key === 'Enter') cells[place + 2]?.focus(); }; cell.onchange = () => save({ cells: cells.map(({ value }) => value).join('|') }); });</script>`,
    person: async (person) => {
      await person.click(person.find('input').first());
      for (const [value, key] of [
        ['Nails', 'Tab'],
        ['40', 'Enter'],
        ['25', 'Shift+Tab'],
        ['Screws', 'Tab'],
      ] as const) {
        await person.type(value);
        await person.press(key);
      }
    },
    expected: { cells: 'Nails|40|Screws|25||' },
  },
  {
    name: 'cards-with-the-same-buttons',
    family: 'tables',
    page: `<style>.c-cards { display: flex; flex-wrap: wrap; gap: 10px } .c-card { border: 1px solid #99a; padding: 10px; width: 180px }</style><div class="c-cards"></div><p>[[Basket|Korb]]: <span id="count">0</span></p><script>const basket = {};
        one('.c-cards').append(...rows(['Stapler', 'Paper A4', 'Blue pens', 'Folder', 'Tape', 'Clips']).map((name) => made('div', { className: 'c-card' }, made('h4', { textContent: name }), made('div', {}, made('button', { textContent: '+', onclick: () => { basket[name] = (basket[name] ?? 0) + 1; save(basket); one('#count').textContent = Object.values(basket).reduce((a, b) => a + b); } }), made('button', { textContent: '−', onclick: () => { basket[name] -= 1; save(basket); } })))));</script>`,
    person: async (person) => {
      const inCard = (name: string, sign: string) =>
        person.find('.c-card').filter({ hasText: name }).getByRole('button', { name: sign });
      await person.click(inCard('Blue pens', '+'));
      await person.click(inCard('Tape', '+'));
      await person.page.waitForTimeout(600);
      await person.click(inCard('Tape', '+'));
      await person.click(inCard('Blue pens', '−'));
    },
    expected: { 'Blue pens': 0, Tape: 2 },
  },
];
