import type { Task } from './task.ts';

/** What shows and hides parts of a page. */
export const disclosure: readonly Task[] = [
  {
    name: 'tree',
    family: 'disclosure',
    page: `<style>.c-tree ul { list-style: none; padding-left: 20px } .c-toggle { display: inline-block; width: 18px; cursor: default }</style><div class="c-tree" role="tree"></div><script>
        const nodes = { '[[Germany|Deutschland]]': { Bavaria: ['Munich', 'Nuremberg'], Hesse: ['Kassel', 'Frankfurt'] }, '[[France|Frankreich]]': { Alsace: ['Colmar', 'Strasbourg'], Brittany: ['Brest', 'Rennes'] } };
        const item = (name, below) => { const list = made('ul', { hidden: true }); const toggle = made('span', { className: 'c-toggle', textContent: below ? '▸' : '' });
          toggle.onclick = () => { list.hidden = !list.hidden; toggle.textContent = list.hidden ? '▸' : '▾'; if (!list.hidden && !list.children.length) list.append(...(Array.isArray(below) ? below.map((leaf) => item(leaf)) : Object.entries(below).map((entry) => item(...entry)))); };
          const label = made('span', { textContent: name, onclick: () => { if (!below) save({ chosen: name }); } }); const line = made('li', {}, toggle, label, list); line.setAttribute('role', 'treeitem'); return line; };
        one('.c-tree').append(made('ul', {}, ...Object.entries(nodes).map((entry) => item(...entry))));</script>`,
    person: async (person) => {
      const toggleOf = (name: string) => person.find(`li:has(> span:text-is("${name}")) > .c-toggle`);
      await person.click(toggleOf('France'));
      await person.click(toggleOf('Brittany'));
      await person.click(toggleOf('Alsace'));
      await person.click(person.text('Rennes'));
    },
    expected: { chosen: 'Rennes' },
  },
  {
    name: 'tabs',
    family: 'disclosure',
    page: `<style>.c-tab[aria-selected=true] { font-weight: bold }</style><div role="tablist"><button class="c-tab" role="tab" aria-selected="true">[[General|Allgemein]]</button><button class="c-tab" role="tab" aria-selected="false">[[Rights|Rechte]]</button><button class="c-tab" role="tab" aria-selected="false">[[History|Verlauf]]</button></div>
      <div role="tabpanel"><button>[[Save|Sichern]]</button></div><div role="tabpanel" hidden><label><input type="checkbox"> [[May approve|Darf freigeben]]</label><button>[[Save|Sichern]]</button></div><div role="tabpanel" hidden><button>[[Save|Sichern]]</button></div><script>
        const tabs = all('.c-tab'); tabs.forEach((tab, place) => { tab.onclick = () => tabs.forEach((other, at) => { other.setAttribute('aria-selected', String(at === place)); all('[role=tabpanel]')[at].hidden = at !== place; }); });
        all('[role=tabpanel] button').forEach((button, place) => { button.onclick = () => save({ panel: place, approve: one('input').checked }); });</script>`,
    person: async (person) => {
      await person.click(person.text('History'));
      await person.click(person.text('Rights'));
      await person.check(person.text('May approve'));
      await person.click(person.find('[role=tabpanel]:visible button'));
    },
    expected: { panel: 1, approve: true },
  },
  {
    name: 'accordion-with-motion',
    family: 'disclosure',
    page: `<style>.c-panel { overflow: hidden; max-height: 0; transition: max-height .25s } .c-open .c-panel { max-height: 120px } .c-head { width: 300px; padding: 8px; background: #eef; border: 0; text-align: left }</style><div id="all"></div><script>
        ['[[Account|Konto]]', '[[Alerts|Meldungen]]', '[[Privacy|Datenschutz]]'].forEach((name, place) => { const section = made('section', {}, made('button', { className: 'c-head', textContent: name, onclick: () => all('section').forEach((other) => other.classList.toggle('c-open', other === section && !other.classList.contains('c-open'))) }),
          made('div', { className: 'c-panel' }, made('p', {}, made('button', { textContent: '[[Change|Ändern]]', onclick: () => save({ changed: place }) })))); one('#all').append(section); });</script>`,
    person: async (person) => {
      await person.click(person.text('Account'));
      await person.click(person.text('Privacy'));
      await person.click(person.find('section').nth(2).getByRole('button', { name: 'Change' }));
    },
    expected: { changed: 2 },
  },
  {
    name: 'modal-with-focus-trap',
    family: 'disclosure',
    page: `<style>.c-veil { position: fixed; inset: 0; background: #0006; display: grid; place-items: center } .c-modal { background: #fff; padding: 20px; width: 320px }</style><button id="edit">[[Edit profile|Profil ändern]]</button>
      <div class="c-veil" hidden><div class="c-modal" role="dialog" aria-modal="true" aria-label="[[Profile|Profil]]"><label>[[Nickname|Spitzname]] <input></label><button id="cancel">[[Cancel|Abbrechen]]</button> <button id="save">[[Save|Sichern]]</button></div></div><script>
        const stops = [one('input'), one('#cancel'), one('#save')]; one('#edit').onclick = () => { one('.c-veil').hidden = false; stops[0].focus(); };
        one('.c-modal').onkeydown = (event) => { if (event.key === 'Escape') one('.c-veil').hidden = true; if (event.key !== 'Tab') return; event.preventDefault(); stops[(stops.indexOf(document.activeElement) + (event.shiftKey ? 2 : 1)) % 3].focus(); };
        one('#cancel').onclick = () => { one('.c-veil').hidden = true; }; one('#save').onclick = () => { save({ nickname: one('input').value }); one('.c-veil').hidden = true; };</script>`,
    person: async (person) => {
      await person.click(person.find('#edit'));
      await person.type('Robin');
      person.did('press', 'press Tab', { many: true });
      await person.page.keyboard.press('Tab');
      await person.page.keyboard.press('Tab');
      await person.press('Enter', ['press', 'click']);
    },
    expected: { nickname: 'Robin' },
  },
  {
    name: 'toast-with-undo',
    family: 'disclosure',
    page: `<style>.c-toast { position: fixed; right: 20px; bottom: 20px; background: #333; color: #fff; padding: 12px }</style><ul></ul><script>const mails = rows(['Offer', 'Reminder', 'Complaint', 'Greeting', 'Report']); const archived = [];
        const render = () => one('ul').replaceChildren(...mails.filter((name) => !archived.includes(name)).map((name) => made('li', {}, name + ' ', made('button', { textContent: '[[Archive|Ablegen]]', onclick: () => { archived.push(name); render(); toast(name); } }))));
        const toast = (name) => { one('.c-toast')?.remove(); const box = made('div', { className: 'c-toast' }, name + ' ', made('button', { textContent: '[[Undo|Zurück]]', onclick: () => { archived.pop(); box.remove(); save({ archived }); render(); } })); document.body.append(box); save({ archived }); setTimeout(() => box.remove(), 6000); }; render();</script>`,
    person: async (person) => {
      const rowOf = (name: string) => person.find('li').filter({ hasText: name }).locator('button');
      await person.click(rowOf('Reminder'));
      await person.click(rowOf('Greeting'));
      await person.click(person.button('Undo'));
      await person.click(rowOf('Report'));
    },
    expected: { archived: ['Reminder', 'Report'] },
  },
  {
    name: 'date-picker',
    family: 'disclosure',
    page: `<style>.c-days { display: grid; grid-template-columns: repeat(7, 36px) } .c-day { height: 30px; border: 0 } .c-other { color: #aaa }</style><label>[[Due|Fällig]] <input id="due" readonly></label><div id="picker" hidden style="border: 1px solid; width: 252px"><button id="before" aria-label="[[Previous month|Voriger Monat]]">‹</button> <b></b> <button id="after" aria-label="[[Next month|Nächster Monat]]">›</button><div class="c-days"></div></div><script>
        let month = new Date(2026, 10, 1); const iso = (day) => [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
        const render = () => { one('b').textContent = iso(month).slice(0, 7); const start = new Date(month); start.setDate(1 - ((month.getDay() + 6) % 7)); one('.c-days').replaceChildren(...Array.from({ length: 42 }, (_, place) => { const day = new Date(start); day.setDate(start.getDate() + place);
          return made('button', { className: 'c-day' + (day.getMonth() === month.getMonth() ? '' : ' c-other'), textContent: String(day.getDate()), onclick: () => { one('#due').value = iso(day); one('#picker').hidden = true; save({ due: iso(day) }); } }); })); };
        one('#due').onclick = () => { one('#picker').hidden = false; render(); }; one('#before').onclick = () => { month.setMonth(month.getMonth() - 1); render(); }; one('#after').onclick = () => { month.setMonth(month.getMonth() + 1); render(); };</script>`,
    person: async (person) => {
      await person.click(person.find('#due'));
      await person.click(person.find('#after'));
      await person.click(person.find('#after'));
      await person.click(person.find('.c-day:not(.c-other)').filter({ hasText: /^29$/ }));
    },
    expected: { due: '2027-01-29' },
  },
  {
    name: 'list-that-loads-by-scrolling',
    family: 'disclosure',
    page: `<div class="c-list" style="width: 300px; height: 240px; overflow: auto; border: 1px solid"></div><script>let count = 0; let busy = false; const list = one('.c-list');
        const more = async () => { if (busy || count >= 60) return; busy = true; await fetch('/echo?ms=60'); for (let end = count + 12; count < end; count += 1) { const number = count + 1; list.append(made('div', { textContent: 'Entry ' + number, style: 'height: 32px', onclick: () => save({ opened: number }) })); } busy = false; };
        list.onscroll = () => { if (list.scrollTop + list.clientHeight > list.scrollHeight - 60) more(); }; more();</script>`,
    person: async (person) => {
      await person.see(person.text('Entry 7'));
      const list = person.find('.c-list');
      await person.wheel(list, { y: 240 });
      await person.see(person.text('Entry 20'));
      await person.wheelOn(240);
      await person.click(person.text('Entry 18'));
    },
    expected: { opened: 18 },
  },
  {
    name: 'virtual-list',
    family: 'disclosure',
    page: `<div id="box" style="width: 320px; height: 300px; overflow-y: scroll; border: 1px solid; position: relative"><div style="height: 30000px"></div></div><script>const box = one('#box'); const people = rows(Array.from({ length: 1000 }, (_, place) => 'Person ' + (place + 1)));
        const render = () => { all('.c-line').forEach((line) => line.remove()); const first = Math.floor(box.scrollTop / 30); for (let place = first; place < first + 12; place += 1) box.append(made('div', { className: 'c-line', textContent: people[place], style: 'position: absolute; top: ' + place * 30 + 'px; height: 30px; left: 10px', onclick: () => save({ person: people[place] }) })); };
        box.onscroll = render; render();</script>`,
    person: async (person) => {
      await person.wheel(person.find('#box'), { y: 1200 });
      await person.see(person.text('Person 42'));
      await person.click(person.text('Person 45'));
    },
    expected: { person: 'Person 45' },
  },
  {
    name: 'carousel',
    family: 'disclosure',
    page: `<style>.c-view { width: 300px; overflow: hidden } .c-strip { display: flex; transition: transform .2s } .c-slide { flex: 0 0 300px; height: 120px; background: #eef }</style><div class="c-view"><div class="c-strip"></div></div><button aria-label="[[Back|Zurück]]">‹</button><button aria-label="[[Forward|Weiter]]">›</button><script>
        let at = 0; const [back, forward] = all('button'); one('.c-strip').append(...['Basic', 'Team', 'Business', 'Group'].map((plan) => made('div', { className: 'c-slide' }, plan + ' ', made('button', { textContent: '[[Choose|Wählen]]', onclick: () => save({ plan }) }))));
        const move = (by) => { at = Math.max(0, Math.min(3, at + by)); one('.c-strip').style.transform = 'translateX(' + at * -300 + 'px)'; }; back.onclick = () => move(-1); forward.onclick = () => move(1);</script>`,
    person: async (person) => {
      for (let time = 0; time < 3; time += 1) await person.click(person.button('Forward'));
      await person.click(person.button('Back'));
      await person.click(person.find('.c-slide').nth(2).locator('button'));
    },
    expected: { plan: 'Business' },
  },
  {
    name: 'form-below-the-fold',
    family: 'disclosure',
    page: `<h2>[[Terms|Bedingungen]]</h2><div style="height: 1500px; background: linear-gradient(#fff, #eef)"></div><label><input type="checkbox"> [[I agree|Einverstanden]]</label><button disabled>[[Continue|Weiter]]</button><div style="height: 300px"></div><script>
        one('input').onchange = () => { one('button').disabled = !one('input').checked; }; one('button').onclick = () => save({ agreed: one('input').checked });</script>`,
    person: async (person) => {
      await person.wheel(person.find('h2'), { y: 1320 });
      await person.check(person.text('I agree'));
      await person.click(person.button('Continue'));
    },
    expected: { agreed: true },
  },
];
