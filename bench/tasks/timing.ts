import type { Task } from './task.ts';

/** What has to be waited for: never longer than it takes. */
export const timing: readonly Task[] = [
  {
    name: 'progress-before-the-next-click',
    family: 'timing',
    page: `<button id="import">[[Import|Einlesen]]</button><progress max="100" value="0"></progress><div id="after"></div><script>
        one('#import').onclick = async () => { for (let done = 0; done <= 100; done += 10) { one('progress').value = done; await later(60); }
          one('#after').append(made('button', { textContent: '[[Accept 12 rows|12 Zeilen nehmen]]', onclick: () => save({ accepted: 12 }) })); };</script>`,
    person: async (person) => {
      await person.click(person.find('#import'));
      await person.click(person.button('Accept 12 rows'));
    },
    expected: { accepted: 12 },
  },
  {
    name: 'button-enabled-late',
    family: 'timing',
    page: `<label>[[Code|Zahl]] <input></label><button disabled>[[Redeem|Einlösen]]</button><script>
        one('input').oninput = async ({ target }) => { one('button').disabled = true; const code = target.value; await fetch('/echo?ms=400'); if (code === target.value) one('button').disabled = code.length < 5; };
        one('button').onclick = () => save({ redeemed: one('input').value });</script>`,
    person: async (person) => {
      await person.fill(person.find('input'), 'GIFT5');
      await person.see(person.find('button:enabled'));
      await person.click(person.find('button'));
    },
    expected: { redeemed: 'GIFT5' },
  },
  {
    name: 'button-that-looks-ready-too-early',
    family: 'timing',
    page: `<button id="check">[[Check stock|Bestand prüfen]]</button> <button id="order">[[Order|Bestellen]]</button><p></p><script>let stock = null;
        one('#check').onclick = async () => { one('p').textContent = '…'; await fetch('/echo?ms=600'); stock = 8; one('p').textContent = '[[8 in stock|8 auf Lager]]'; };
        one('#order').onclick = () => save({ ordered: stock });</script>`,
    person: async (person) => {
      await person.click(person.find('#check'));
      await person.see(person.text('8 in stock'));
      await person.click(person.find('#order'));
    },
    expected: { ordered: 8 },
  },
  {
    name: 'moving-target',
    family: 'timing',
    page: `<style>.c-slide { position: absolute; left: 20px; top: 80px; transition: left .5s ease-out }</style><button id="show">[[Show offer|Angebot zeigen]]</button><script>
        one('#show').onclick = () => { const offer = made('button', { className: 'c-slide', textContent: '[[Take it|Nehmen]]', onclick: () => save({ taken: true }) }); document.body.append(offer); offer.getBoundingClientRect(); offer.style.left = '420px'; };</script>`,
    person: async (person) => {
      await person.click(person.find('#show'));
      await person.click(person.button('Take it'));
    },
    expected: { taken: true },
  },
  {
    name: 'stale-results-replaced',
    family: 'timing',
    page: `<input aria-label="[[Find|Suche]]"><button id="go">[[Go|Los]]</button><ul></ul><script>
        const show = (list) => one('ul').replaceChildren(...list.map((name) => made('li', {}, made('button', { textContent: name, onclick: () => save({ opened: name, query: one('input').value }) }))));
        show(['Invoice 1', 'Invoice 2', 'Invoice 3']); one('#go').onclick = async () => { await fetch('/echo?ms=450'); show(['Invoice 2', 'Invoice 22', 'Invoice 23']); };</script>`,
    person: async (person) => {
      await person.fill(person.find('input'), '2');
      await person.click(person.find('#go'));
      await person.see(person.text('Invoice 22'));
      await person.click(person.button('Invoice 22'));
    },
    expected: { opened: 'Invoice 22', query: '2' },
  },
  {
    name: 'veil-while-saving',
    family: 'timing',
    page: `<style>.c-veil { position: fixed; inset: 0; background: #fffb } </style><button id="save">[[Save|Sichern]]</button> <button id="next">[[Next|Weiter]]</button><output>1</output><div class="c-veil" hidden></div><script>let page = 1; let stored = [];
        one('#save').onclick = async () => { one('.c-veil').hidden = false; await fetch('/echo?ms=350'); stored.push(page); save({ stored }); one('.c-veil').hidden = true; };
        one('#next').onclick = () => { page += 1; one('output').value = page; };</script>`,
    person: async (person) => {
      const veil = person.find('body > div').last();
      for (const turn of [1, 2]) {
        await person.click(person.find('#save'));
        await veil.waitFor({ state: 'hidden' });
        if (turn === 1) await person.click(person.find('#next'));
      }
    },
    expected: { stored: [1, 2] },
  },
  {
    name: 'list-that-refreshes-itself',
    family: 'timing',
    page: `<ul></ul><script>const jobs = ['Print', 'Scan', 'Fax', 'Copy']; let extra = 0; const cancelled = [];
        const render = () => one('ul').replaceChildren(...[...Array.from({ length: extra }, (_, place) => 'Job ' + (extra - place)), ...jobs].filter((name) => !cancelled.includes(name)).map((name) => made('li', { style: 'height: 30px' }, name + ' ', made('button', { textContent: '[[Cancel|Abbrechen]]', onclick: () => { cancelled.push(name); save({ cancelled }); render(); } }))));
        render(); setInterval(() => { if (extra < 3) { extra += 1; render(); } }, 350);</script>`,
    person: async (person) => {
      await person.see(person.find('li').filter({ hasText: 'Job 3' }));
      await person.click(person.find('li').filter({ hasText: 'Fax' }).locator('button'));
    },
    expected: { cancelled: ['Fax'] },
  },
];
