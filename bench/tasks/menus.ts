import type { Task } from './task.ts';

const MENU = `<style>.c-menu { position: absolute; border: 1px solid #888; background: #fff; padding: 0; margin: 0; list-style: none; min-width: 140px; z-index: 2 }
  .c-menu li { padding: 6px 12px; cursor: default; position: relative } .c-menu li:hover { background: #eef }</style>`;

/** What opens before it can be chosen from. */
export const menus: readonly Task[] = [
  {
    name: 'menu-bar-opened-by-hover',
    family: 'menus',
    page: `${MENU}<nav style="display: flex; gap: 30px"><div class="c-top">[[File|Datei]]</div><div class="c-top">[[Export|Ausgabe]]</div></nav>
      <script>const entries = { 0: ['[[New|Neu]]', '[[Close|Zu]]'], 1: ['PDF', 'CSV', 'XML'] };
        all('.c-top').forEach((top, place) => { top.onmouseenter = () => { all('.c-menu').forEach((menu) => menu.remove());
          top.append(made('ul', { className: 'c-menu' }, ...entries[place].map((textContent) => made('li', { textContent,
            onclick: () => { save({ chosen: textContent }); one('.c-menu').remove(); } })))); };
          top.onmouseleave = () => one('.c-menu', top)?.remove(); });</script>`,
    person: async (person) => {
      await person.hover(person.text('Export'));
      await person.click(person.text('CSV'));
    },
    expected: { chosen: 'CSV' },
  },
  {
    name: 'menu-opened-by-css-hover',
    family: 'menus',
    page: `${MENU}<style>.c-bar > li > ul { display: none } .c-bar > li:hover > ul { display: block } .c-bar { list-style: none; padding: 0; display: flex; gap: 20px }</style>
      <ul class="c-bar"><li>[[Orders|Bestellungen]]<ul class="c-menu"><li><a href="#open">[[Open|Offene]]</a></li><li><a href="#late">[[Late|Späte]]</a></li></ul></li>
      <li>[[Clients|Kunden]]<ul class="c-menu"><li><a href="#new">[[New|Neue]]</a></li><li><a href="#all">[[All|Alle]]</a></li></ul></li></ul>
      <script>onhashchange = () => save({ at: location.hash });</script>`,
    person: async (person) => {
      await person.hover(person.find('.c-bar > li').nth(1));
      await person.click(person.text('All'));
    },
    expected: { at: '#all' },
  },
  {
    name: 'nested-submenus',
    family: 'menus',
    page: `${MENU}<style>.c-sub { display: none; left: 100%; top: 0 } .c-menu li:hover > .c-sub { display: block }</style>
      <button id="insert">[[Insert|Einfügen]]</button><ul class="c-menu" id="menu" hidden><li>[[Image|Bild]]<ul class="c-menu c-sub"><li>[[From disk|Datei]]</li><li>[[From web|Netz]]</li></ul></li>
      <li>[[Chart|Diagramm]]<ul class="c-menu c-sub"><li>[[Bars|Balken]]<ul class="c-menu c-sub"><li>[[Stacked|Gestapelt]]</li><li>[[Grouped|Gruppiert]]</li></ul></li><li>[[Lines|Linien]]</li></ul></li></ul>
      <script>one('#insert').onclick = () => { one('#menu').hidden = false; };
        one('#menu').onclick = ({ target }) => { if (one('ul', target)) return;
          save({ inserted: all('li').filter((item) => item.contains(target)).map((item) => all('li').indexOf(item)) }); one('#menu').hidden = true; };</script>`,
    person: async (person) => {
      await person.click(person.find('#insert'));
      await person.hover(person.find('#menu > li').nth(1));
      await person.hover(person.find('#menu > li:nth-child(2) > ul > li').first());
      await person.click(person.text('Grouped'));
    },
    expected: { inserted: [3, 4, 6] },
  },
  {
    name: 'context-menu',
    family: 'menus',
    page: `${MENU}<ul id="files" style="list-style: none; padding: 0"></ul><script>
        for (const name of rows(['budget.xlsx', 'contract.docx', 'logo.svg', 'plan.pdf', 'team.png'])) one('#files').append(made('li', { textContent: name, className: 'c-file' }));
        one('#files').oncontextmenu = (event) => { event.preventDefault(); one('.c-menu')?.remove(); const file = event.target.textContent;
          const menu = made('ul', { className: 'c-menu' }, ...['[[Open|Öffnen]]', '[[Archive|Ablegen]]', '[[Delete|Löschen]]'].map((textContent, place) => made('li',
            { textContent, onclick: () => { save({ file, action: place }); menu.remove(); } })));
          menu.style.left = event.clientX + 'px'; menu.style.top = event.clientY + 'px'; document.body.append(menu); };</script>`,
    person: async (person) => {
      await person.click(person.text('contract.docx'), { button: 'right' });
      await person.click(person.text('Archive'));
    },
    expected: { file: 'contract.docx', action: 1 },
  },
  {
    name: 'custom-dropdown',
    family: 'menus',
    page: `${MENU}<div class="c-select" tabindex="0" style="border: 1px solid; width: 180px; padding: 6px"><span>[[Choose a status|Stand wählen]]</span></div>
      <ul class="c-menu" hidden></ul><button>[[Apply|Anwenden]]</button><script>const names = ['[[Open|Offen]]', '[[In progress|In Arbeit]]', '[[Waiting|Wartet]]', '[[Closed|Fertig]]']; let chosen = null;
        one('.c-menu').append(...names.map((textContent, place) => made('li', { textContent, onclick: () => { chosen = place; one('.c-select span').textContent = textContent; one('.c-menu').hidden = true; } })));
        one('.c-select').onclick = () => { one('.c-menu').hidden = !one('.c-menu').hidden; };
        one('button').onclick = () => save({ chosen });</script>`,
    person: async (person) => {
      await person.click(person.find('.c-select'));
      await person.click(person.text('Waiting'));
      await person.click(person.button('Apply'));
    },
    expected: { chosen: 2 },
  },
  {
    name: 'combobox-with-late-results',
    family: 'menus',
    page: `${MENU}<label>[[Article|Artikel]] <input role="combobox" aria-expanded="false" autocomplete="off"></label><ul class="c-menu" role="listbox" hidden></ul><p></p><script>
        const articles = ['Desk lamp', 'Desk mat', 'Desk chair', 'Door stop', 'Drawer']; let turn = 0;
        one('input').oninput = async ({ target }) => { const mine = ++turn; await later(250); await fetch('/echo?ms=60'); if (mine !== turn) return;
          const found = articles.filter((name) => name.toLowerCase().includes(target.value.toLowerCase()));
          one('.c-menu').replaceChildren(...found.map((textContent) => { const option = made('li', { textContent, onmousedown: (event) => event.preventDefault(),
            onclick: () => { target.value = textContent; one('.c-menu').hidden = true; one('p').textContent = textContent; save({ article: textContent }); } }); option.setAttribute('role', 'option'); return option; }));
          one('.c-menu').hidden = false; };</script>`,
    person: async (person) => {
      await person.fill(person.find('input'), 'desk');
      await person.click(person.text('Desk chair'));
    },
    expected: { article: 'Desk chair' },
  },
  {
    name: 'combobox-by-keyboard',
    family: 'menus',
    page: `${MENU}<label>City <input role="combobox" autocomplete="off"></label><ul class="c-menu" role="listbox" hidden></ul><script>
        const cities = ['Aachen', 'Bergen', 'Bremen', 'Brno', 'Cork']; let at = -1; let found = [];
        const render = () => { one('.c-menu').hidden = found.length === 0; one('.c-menu').replaceChildren(...found.map((name, place) => made('li', { textContent: name, style: place === at ? 'background: #eef' : '' }))); };
        one('input').oninput = ({ target }) => { at = -1; found = cities.filter((name) => name.toLowerCase().startsWith(target.value.toLowerCase())); render(); };
        one('input').onkeydown = (event) => { if (event.key === 'ArrowDown') { event.preventDefault(); at = Math.min(at + 1, found.length - 1); render(); }
          if (event.key === 'Enter' && found[at]) { event.target.value = found[at]; save({ city: found[at] }); found = []; render(); } };</script>`,
    person: async (person) => {
      await person.fill(person.find('input'), 'b');
      person.did('press', 'press ArrowDown', { many: true });
      for (let time = 0; time < 3; time += 1) await person.page.keyboard.press('ArrowDown');
      await person.press('Enter');
    },
    expected: { city: 'Brno' },
  },
  {
    name: 'command-palette',
    family: 'menus',
    page: `<p>[[Press Ctrl K|Strg K drücken]]</p><div class="c-palette" hidden style="border: 2px solid; padding: 10px; width: 300px"><input aria-label="[[Command|Befehl]]"><ul></ul></div><script>
        const commands = ['[[Create invoice|Rechnung anlegen]]', '[[Create order|Neue Order]]', '[[Show overdue|Offene zeigen]]', '[[Close month|Monat schließen]]'];
        const render = () => one('ul').replaceChildren(...commands.map((textContent, place) => made('li', { textContent, onclick: () => run(place), hidden: !textContent.toLowerCase().includes(one('input').value.toLowerCase()) })));
        const run = (place) => { save({ ran: place }); one('.c-palette').hidden = true; };
        onkeydown = (event) => { if (event.ctrlKey && event.key === 'k') { event.preventDefault(); one('.c-palette').hidden = false; one('input').value = ''; render(); one('input').focus(); } };
        one('input').oninput = render; one('input').onkeydown = ({ key }) => { if (key === 'Enter') run(all('li').findIndex((item) => !item.hidden)); };</script>`,
    person: async (person) => {
      await person.click(person.find('p'));
      await person.press('Control+k');
      await person.type('e o');
      await person.press('Enter');
    },
    expected: { ran: 1 },
  },
  {
    name: 'menu-by-keyboard',
    family: 'menus',
    page: `${MENU}<button aria-haspopup="menu">[[Actions|Aktionen]]</button><ul class="c-menu" role="menu" hidden><li role="menuitem" tabindex="-1">[[Copy|Kopieren]]</li>
      <li role="menuitem" tabindex="-1">[[Move|Verschieben]]</li><li role="menuitem" tabindex="-1">[[Share|Teilen]]</li></ul><script>const items = all('[role=menuitem]');
        one('button').onclick = () => { one('.c-menu').hidden = false; items[0].focus(); };
        one('.c-menu').onkeydown = (event) => { const at = items.indexOf(document.activeElement); event.preventDefault();
          if (event.key === 'ArrowDown') items[(at + 1) % 3].focus(); if (event.key === 'Enter') { save({ did: at }); one('.c-menu').hidden = true; one('button').focus(); } };</script>`,
    person: async (person) => {
      await person.press('Tab');
      await person.press('Enter', ['press', 'click']);
      person.did('press', 'press ArrowDown', { many: true });
      await person.page.keyboard.press('ArrowDown');
      await person.page.keyboard.press('ArrowDown');
      await person.press('Enter');
    },
    expected: { did: 2 },
  },
  {
    name: 'actions-shown-on-row-hover',
    family: 'menus',
    page: `<style>.c-row { padding: 8px; width: 400px; border-bottom: 1px solid #ccc } .c-row button { visibility: hidden; float: right } .c-row:hover button { visibility: visible }</style>
      <div id="list"></div><script>for (const name of rows(['Ada', 'Boris', 'Chen', 'Dana', 'Edgar', 'Fatima'])) one('#list').append(made('div', { className: 'c-row' }, name,
        made('button', { textContent: '[[Remind|Erinnern]]', onclick: () => save({ reminded: name }) })));</script>`,
    person: async (person) => {
      person.did('hover', 'hover the row', { optional: true });
      await person.pass(person.find('.c-row').filter({ hasText: 'Dana' }), { x: 20, y: 15 });
      await person.click(person.find('.c-row').filter({ hasText: 'Dana' }).locator('button'));
    },
    expected: { reminded: 'Dana' },
  },
  {
    name: 'popover-closed-by-click-outside',
    family: 'menus',
    page: `${MENU}<button id="filter">[[Filter|Filter]]</button><div id="pop" class="c-menu" hidden style="padding: 10px"><label><input type="checkbox" value="mine"> [[Only mine|Nur meine]]</label>
      <label><input type="checkbox" value="open"> [[Only open|Nur offene]]</label></div><h2 style="margin-top: 200px">[[Results|Ergebnisse]]</h2><script>
        one('#filter').onclick = (event) => { event.stopPropagation(); one('#pop').hidden = false; };
        document.addEventListener('click', ({ target }) => { if (one('#pop').hidden || one('#pop').contains(target)) return;
          one('#pop').hidden = true; save({ filter: all('input:checked').map(({ value }) => value) }); });</script>`,
    person: async (person) => {
      await person.click(person.find('#filter'));
      await person.check(person.text('Only open'));
      await person.click(person.text('Results'));
    },
    expected: { filter: ['open'] },
  },
  {
    name: 'menu-that-needs-a-rest',
    family: 'menus',
    page: `${MENU}<div class="c-tile" style="border: 1px solid; width: 160px; padding: 20px">[[Report|Bericht]]</div><script>let timer;
        const tile = one('.c-tile'); tile.onmouseenter = () => { timer = setTimeout(() => tile.append(made('ul', { className: 'c-menu', style: 'margin-top: 20px' }, ...['[[Print|Drucken]]', '[[Mail|Mailen]]'].map((textContent, place) =>
          made('li', { textContent, onclick: () => save({ did: place }) })))), 300); };
        tile.onmouseleave = () => { clearTimeout(timer); one('.c-menu')?.remove(); };</script>`,
    person: async (person) => {
      await person.hover(person.find('.c-tile'));
      await person.click(person.text('Mail'));
    },
    expected: { did: 1 },
  },
];
