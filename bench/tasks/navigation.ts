import { travel } from '../../tests/support/travel.ts';
import type { Task } from './task.ts';

const ROUTER = `const routes = { '': '<h2>[[Tickets|Fälle]]</h2><ul><li><a href="#/1">Printer jam</a><li><a href="#/2">New laptop</a><li><a href="#/3">Lost badge</a></ul>' };
  for (const id of [1, 2, 3]) routes['#/' + id] = '<h2>[[Ticket|Fall]] ' + id + '</h2><button>[[Close ticket|Fall schließen]]</button>';
  const closed = []; const render = () => { one('main').innerHTML = routes[location.hash] ?? routes['']; const button = one('main button'); if (button) button.onclick = () => { closed.push(location.hash); save({ closed }); button.disabled = true; }; };
  onhashchange = render; render();`;

/** From page to page, and what the browser itself shows. */
export const navigation: readonly Task[] = [
  {
    name: 'routes-and-back',
    family: 'navigation',
    page: `<main></main><script>${ROUTER}</script>`,
    person: async (person) => {
      await person.click(person.text('Printer jam'));
      await person.click(person.button('Close ticket'));
      person.did('goBack', 'go back');
      await person.page.goBack();
      await person.click(person.text('Lost badge'));
      await person.click(person.button('Close ticket'));
    },
    expected: { closed: ['#/1', '#/3'] },
  },
  {
    name: 'push-state-routes',
    family: 'navigation',
    page: `<nav><a href="/push-state-routes/?view=inbox">[[Inbox|Eingang]]</a> <a href="/push-state-routes/?view=drafts">[[Drafts|Entwürfe]]</a></nav><main></main><script>
        const render = async () => { const view = new URLSearchParams(location.search).get('view') ?? 'inbox'; one('main').textContent = '…'; await fetch('/echo?ms=120'); one('main').replaceChildren(made('h3', { textContent: view }), made('button', { textContent: '[[Mark all read|Alles gelesen]]', onclick: () => save({ [view]: 'read' }) })); };
        document.onclick = (event) => { if (event.target.localName !== 'a') return; event.preventDefault(); history.pushState(null, '', event.target.href); render(); }; onpopstate = render; render();</script>`,
    person: async (person) => {
      await person.click(person.text('Drafts'));
      await person.see(person.find('h3:text-is("drafts")'));
      await person.click(person.button('Mark all read'));
    },
    expected: { drafts: 'read' },
  },
  {
    name: 'form-over-two-documents',
    family: 'navigation',
    page: `<form action="confirm"><label>[[Room|Raum]] <input name="room"></label><label>[[Seats|Plätze]] <select name="seats"><option>4<option>8<option>12</select></label><button>[[Review|Prüfen]]</button></form>`,
    more: {
      confirm: `<h2>[[Book this room?|Diesen Raum buchen?]]</h2><a href="./">[[Change|Ändern]]</a> <button>[[Book|Buchen]]</button><script>one('button').onclick = () => save(Object.fromEntries(new URLSearchParams(location.search)));</script>`,
    },
    person: async (person) => {
      await person.fill(person.field('Room'), 'Baltic');
      await person.press('Tab');
      person.did('selectOption', 'choose 8 seats');
      await person.page.keyboard.press('ArrowDown');
      await person.click(person.button('Review'));
      await person.click(person.button('Book'));
    },
    expected: { room: 'Baltic', seats: '8' },
  },
  {
    name: 'wizard-with-errors',
    family: 'navigation',
    page: `<style>.c-error { color: #b00 }</style><form novalidate><div id="step"></div><p class="c-error" role="alert"></p><button>[[Next|Weiter]]</button></form><script>let at = 0; const values = {};
        const steps = [['mail', '[[E-mail|E-Post]]', (value) => /@/.test(value)], ['code', '[[Postcode|Postleitzahl]]', (value) => /^\\d{5}$/.test(value)], ['size', '[[Staff|Mitarbeiter]]', (value) => Number(value) > 0]];
        const render = () => { one('#step').innerHTML = at < 3 ? '<label>' + steps[at][1] + ' <input name="' + steps[at][0] + '"></label>' : '<b>[[All set|Fertig]]</b>'; };
        one('form').onsubmit = (event) => { event.preventDefault(); const [name, , isRight] = steps[at]; const value = one('input').value; one('.c-error').textContent = isRight(value) ? '' : '[[Please check this.|Bitte prüfen.]]'; if (!isRight(value)) return; values[name] = value; at += 1; render(); if (at === 3) { save(values); one('button').hidden = true; } }; render();</script>`,
    person: async (person) => {
      await person.fill(person.find('input'), 'kim.example.com');
      await person.click(person.button('Next'));
      await person.see(person.text('Please check this.'));
      await person.replace(person.find('input'), 'kim@example.com');
      await person.press('Enter');
      await person.fill(person.find('input[name=code]'), '20457');
      await person.click(person.button('Next'));
      await person.fill(person.find('input[name=size]'), '40');
      await person.click(person.button('Next'));
    },
    expected: { mail: 'kim@example.com', code: '20457', size: '40' },
  },
  {
    name: 'alert-and-confirm',
    family: 'navigation',
    page: `<button id="a">[[Delete draft|Entwurf löschen]]</button> <button id="b">[[Delete archive|Archiv löschen]]</button><script>
        one('#a').onclick = () => save({ draft: confirm('Delete the draft?') }); one('#b').onclick = () => { const sure = confirm('Delete the whole archive?'); alert(sure ? 'Deleted' : 'Kept'); save({ archive: sure }); };</script>`,
    person: async (person) => {
      const answers = [true, false, true];
      person.page.on('dialog', (dialog) => void (answers.shift() ? dialog.accept() : dialog.dismiss()));
      await person.click(person.find('#a'));
      person.did('dialog', 'accept');
      await person.click(person.find('#b'));
      person.did('dialog', 'dismiss');
      person.did('dialog', 'accept');
    },
    expected: { draft: true, archive: false },
  },
  {
    name: 'prompt',
    family: 'navigation',
    page: `<button>[[New folder|Neuer Ordner]]</button><ul></ul><script>one('button').onclick = () => { const name = prompt('Name of the folder'); if (name) one('ul').append(made('li', { textContent: name })); save({ folders: all('li').map(({ textContent }) => textContent) }); };</script>`,
    person: async (person) => {
      const answers = ['Taxes', null];
      person.page.on('dialog', (dialog) => {
        const answer = answers.shift();
        void (typeof answer === 'string' ? dialog.accept(answer) : dialog.dismiss());
      });
      await person.click(person.button('New folder'));
      person.did('dialog', 'answer', { typed: 'Taxes' });
      await person.click(person.button('New folder'));
      person.did('dialog', 'cancel');
    },
    expected: { folders: ['Taxes'] },
  },
  {
    name: 'link-to-a-new-tab',
    family: 'navigation',
    page: `<a href="detail" target="_blank">[[Open contract|Vertrag öffnen]]</a> <label>[[Number|Nummer]] <input></label><button>[[File it|Ablegen]]</button><script>one('button').onclick = () => save({ filed: one('input').value });</script>`,
    more: {
      detail: `<h2>Contract</h2><p>K-558</p><button>[[Seen|Gelesen]]</button><script>one('button').onclick = () => save({ seen: true });</script>`,
    },
    person: async (person) => {
      const first = person.page;
      const opened = person.page.context().waitForEvent('page');
      await person.click(person.text('Open contract'));
      person.page = await opened;
      await person.click(person.button('Seen'));
      person.did(['tabClose', 'tabSwitch'], 'close the tab', { many: true });
      await person.page.close();
      person.page = first;
      await person.fill(person.find('input'), 'K-558');
      await person.click(person.button('File it'));
    },
    expected: { seen: true, filed: 'K-558' },
  },
  {
    name: 'window-that-hands-back-a-choice',
    family: 'navigation',
    page: `<button>[[Look up|Nachschlagen]]</button><p id="chosen">–</p><button id="keep">[[Keep|Behalten]]</button><script>one('button').onclick = () => open('pick', 'pick', 'width=400,height=300');
        onmessage = ({ data }) => { one('#chosen').textContent = data; }; one('#keep').onclick = () => save({ chosen: one('#chosen').textContent });</script>`,
    more: {
      pick: `<ul></ul><script>one('ul').append(...rows(['Oslo', 'Paris', 'Quito', 'Rome', 'Sofia']).map((city) => made('li', {}, made('button', { textContent: city, onclick: () => { opener.postMessage(city, '*'); close(); } }))));</script>`,
    },
    person: async (person) => {
      const first = person.page;
      const opened = person.page.context().waitForEvent('page');
      await person.click(person.button('Look up'));
      person.page = await opened;
      await person.see(person.button('Quito'));
      const closed = person.page.waitForEvent('close');
      await person.click(person.button('Quito'));
      await closed;
      person.page = first;
      person.did(['tabClose', 'tabSwitch'], 'the window closes', { optional: true, many: true });
      await person.see(person.text('Quito'));
      await person.click(person.find('#keep'));
    },
    expected: { chosen: 'Quito' },
  },
  {
    name: 'back-in-a-frame',
    family: 'navigation',
    page: `<h2>[[Handbook|Handbuch]]</h2><iframe src="chapters" width="500" height="220"></iframe><script>onmessage = ({ data }) => save({ marked: [...(saved().marked ?? []), data] });</script>`,
    more: {
      chapters: `<ul></ul><script>one('ul').append(...rows(['Leave', 'Travel', 'Expenses']).map((word) => made('li', {}, made('a', { textContent: word, href: 'chapter#' + word }))));</script>`,
      chapter: `<h3></h3><button>[[Mark|Merken]]</button> <a href="javascript:history.back()">[[Contents|Inhalt]]</a><script>one('h3').textContent = location.hash.slice(1); one('button').onclick = () => parent.postMessage(one('h3').textContent, '*');</script>`,
    },
    person: async (person) => {
      const frame = person.frame('iframe');
      const chapter = (name: string) => frame.getByRole('link', { name });
      const marking = frame.getByRole('button');
      await person.click(chapter('Travel'));
      await person.click(marking);
      person.did('goBack', 'go back in the frame');
      await travel(person.page, -1);
      await person.click(chapter('Leave'));
      await person.click(marking);
      await person.click(frame.getByRole('link', { name: 'Contents' }));
      await person.click(chapter('Expenses'));
      await person.click(marking);
    },
    expected: { marked: ['Travel', 'Leave', 'Expenses'] },
  },
  {
    name: 'reload-until-it-is-there',
    family: 'navigation',
    page: `<div></div><script>const visits = (saved().visits ?? 0) + 1; save({ visits }); one('div').append(visits < 2 ? 'Not yet' : made('button', { textContent: '[[Fetch report|Bericht holen]]', onclick: () => save({ fetched: true }) }));</script>`,
    person: async (person) => {
      await person.click(person.text('Not yet'));
      person.did('reload', 'reload');
      await person.page.reload();
      await person.click(person.button('Fetch report'));
    },
    expected: { visits: 2, fetched: true },
  },
];
