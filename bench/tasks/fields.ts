import type { Person } from './person.ts';
import type { Task } from './task.ts';

/** Fields that do something of their own, text that is marked, boxes that are ticked in other ways, and pages that move. */
export const fields: readonly Task[] = [
  {
    name: 'amount-grouped-under-the-typing',
    family: 'fields',
    page: `<label>[[Amount|Betrag]] <input id="amount" inputmode="numeric"></label><button>[[Transfer|Überweisen]]</button><script>const amount = one('#amount');
        amount.addEventListener('input', () => { const digits = amount.value.replace(/\\D/g, ''); amount.value = digits === '' ? '' : Number(digits).toLocaleString('en-US') + ' EUR'; const end = amount.value.length - 4; amount.setSelectionRange(end, end); });
        one('button').onclick = () => save({ amount: amount.value });</script>`,
    person: async (person) => {
      await person.fill(person.field('Amount'), '1250000', '1,250,000 EUR');
      await person.click(person.button('Transfer'));
    },
    expected: { amount: '1,250,000 EUR' },
  },
  {
    name: 'account-number-in-groups',
    family: 'fields',
    page: `<label>[[Account|Konto]] <input id="account" size="34"></label><p></p><button disabled>[[Check|Prüfen]]</button><script>const account = one('#account');
        account.oninput = () => { account.value = account.value.replace(/[^a-z0-9]/gi, '').toUpperCase().replace(/(.{4})(?=.)/g, '$1 '); one('button').disabled = account.value.length < 14; };
        one('button').onclick = () => save({ account: account.value });</script>`,
    person: async (person) => {
      await person.fill(person.field('Account'), 'xk4205120000', 'XK42 0512 0000');
      await person.click(person.button('Check'));
    },
    expected: { account: 'XK42 0512 0000' },
  },
  {
    name: 'word-completed-in-the-field',
    family: 'fields',
    page: `<label>[[Country|Land]] <input id="country" autocomplete="off"></label><label>[[City|Stadt]] <input id="city"></label><button>[[Keep|Merken]]</button><script>const words = ['Norway', 'Netherlands', 'New Zealand']; const field = one('#country');
        field.oninput = ({ inputType }) => { const typed = field.value; const word = words.find((each) => each.toLowerCase().startsWith(typed.toLowerCase())); if (!typed || !word || inputType?.startsWith('delete')) return; field.value = typed + word.slice(typed.length); field.setSelectionRange(typed.length, word.length); };
        one('button').onclick = () => save({ country: field.value, city: one('#city').value });</script>`,
    person: async (person) => {
      await person.fill(person.field('Country'), 'Net', 'Netherlands');
      await person.press('Tab');
      await person.type('Utrecht');
      await person.click(person.button('Keep'));
    },
    expected: { country: 'Netherlands', city: 'Utrecht' },
  },
  {
    name: 'field-that-is-made-anew',
    family: 'fields',
    page: `<div id="place"></div><button>[[Look up|Suchen]]</button><script>let text = '';
        const render = () => { const field = made('input', { value: text, ariaLabel: t('Part', 'Teil'), className: text.length > 2 ? 'c-ready' : 'c-short', oninput: ({ target }) => { text = target.value; if (text.length === 1 || text.length === 3) render(); } });
          const had = one('#place').contains(document.activeElement); one('#place').replaceChildren(field); if (had) { field.focus(); field.setSelectionRange(text.length, text.length); } };
        render(); one('button').onclick = () => save({ part: text });</script>`,
    person: async (person) => {
      await person.click(person.find('#place input'));
      person.did('fill', 'type a part', { typed: 'GEAR-7', many: true });
      await person.strike('GEAR-7');
      await person.click(person.button('Look up'));
    },
    expected: { part: 'GEAR-7' },
  },
  {
    name: 'date-in-three-boxes',
    family: 'fields',
    page: `<style>.c-date input { width: 50px }</style><fieldset class="c-date"><legend>[[Born|Geboren]]</legend><input aria-label="Day" maxlength="2"><input aria-label="Month" maxlength="2"><input aria-label="Year" maxlength="4"></fieldset><button>[[Confirm|Bestätigen]]</button><script>const boxes = all('input');
        boxes.forEach((box, place) => { box.oninput = () => { if (box.value.length === box.maxLength) boxes[place + 1]?.focus(); }; });
        one('button').onclick = () => save({ born: boxes.map(({ value }) => value).join('-') });</script>`,
    person: async (person) => {
      await person.click(person.find('input').first());
      for (const part of ['07', '11', '1984']) await person.type(part);
      await person.click(person.button('Confirm'));
    },
    expected: { born: '07-11-1984' },
  },
  {
    name: 'password-shown-and-repeated',
    family: 'fields',
    page: `<form><label>[[New password|Neues Passwort]] <input type="password" id="first" autocomplete="new-password"></label><button type="button" id="eye" aria-label="[[Show password|Passwort zeigen]]">👁</button><label>[[Again|Nochmals]] <input type="password" id="second" autocomplete="new-password"></label><p></p><button id="set" disabled>[[Set|Setzen]]</button></form><script>const [first, second] = [one('#first'), one('#second')];
        one('#eye').onclick = () => { first.type = first.type === 'password' ? 'text' : 'password'; };
        onkeyup = () => { one('#set').disabled = first.value.length < 8 || first.value !== second.value; one('p').textContent = first.value.length < 8 ? 'Too short' : 'Good'; };
        one('form').onsubmit = (event) => { event.preventDefault(); save({ set: first.value === second.value, length: first.value.length, shown: first.type }); };</script>`,
    person: async (person) => {
      await person.fill(person.find('#first'), 'Larch9');
      await person.click(person.find('#eye'));
      await person.replace(person.find('#first'), 'Larch9-stove');
      await person.fill(person.find('#second'), 'Larch9-stove');
      await person.press('Enter');
    },
    expected: { set: true, length: 12, shown: 'text' },
  },
  {
    name: 'range-of-a-native-list',
    family: 'fields',
    page: `<label for="teams">[[Teams|Gruppen]]</label><select id="teams" multiple size="7">${['Audit', 'Buying', 'Design', 'Legal', 'Sales', 'Stock', 'Travel'].map((each) => `<option>${each}</option>`).join('')}</select><button>[[Invite|Einladen]]</button><script>
        one('button').onclick = () => save({ teams: [...one('select').selectedOptions].map(({ value }) => value) });</script>`,
    person: async (person) => {
      person.did('selectOption', 'choose four', { many: true });
      await person.strikeAt(person.find('option').nth(1));
      await person.strikeAt(person.find('option').nth(4), { holding: 'Shift' });
      await person.strikeAt(person.find('option').nth(2), { holding: 'Control' });
      await person.click(person.button('Invite'));
    },
    expected: { teams: ['Buying', 'Legal', 'Sales'] },
  },
  {
    name: 'entries-moved-between-two-lists',
    family: 'fields',
    page: `<style>.c-list { width: 160px; height: 150px; border: 1px solid; overflow: auto; user-select: none } .c-list div { padding: 4px } [aria-selected="true"] { background: #bcf }</style><div style="display: flex; gap: 8px"><div class="c-list" role="listbox" aria-multiselectable="true" aria-label="[[Available|Verfügbar]]"></div><span><button id="over">&gt;</button></span><div class="c-list" role="listbox" aria-label="[[Chosen|Gewählt]]"></div></div><script>const lists = all('[role=listbox]');
        for (const name of rows(['Fax', 'Laptop', 'Monitor', 'Mouse', 'Phone'])) { const entry = made('div', { role: 'option', textContent: name }); entry.setAttribute('aria-selected', false);
          entry.onclick = (event) => { if (!event.ctrlKey) all('[aria-selected]').forEach((each) => each.setAttribute('aria-selected', each === entry)); else entry.setAttribute('aria-selected', entry.getAttribute('aria-selected') !== 'true'); };
          entry.ondblclick = () => move([entry]); lists[0].append(entry); }
        const move = (entries) => { for (const entry of entries) { entry.setAttribute('aria-selected', false); lists[1].append(entry); } save({ chosen: [...lists[1].children].map(({ textContent }) => textContent) }); };
        one('#over').onclick = () => move([...lists[0].querySelectorAll('[aria-selected="true"]')]);</script>`,
    person: async (person) => {
      await person.click(person.text('Laptop'));
      await person.click(person.text('Mouse'), { holding: 'Control' });
      await person.click(person.find('#over'));
      await person.doubleClick(person.text('Phone'));
    },
    expected: { chosen: ['Laptop', 'Mouse', 'Phone'] },
  },
  {
    name: 'boxes-ticked-in-three-ways',
    family: 'fields',
    page: `<style>.c-switch { display: inline-block; width: 40px; height: 20px; border-radius: 10px; background: #bbb } .c-switch[aria-checked="true"] { background: #4a4 }</style><label><input type="checkbox" id="whole"> [[Everything|Alles]]</label><div style="margin-left: 20px"><label><input type="checkbox" class="c-part" id="mail"> [[Mail|Post]]</label><label><input type="checkbox" class="c-part" id="chat"> [[Chat|Gespräch]]</label><label><input type="checkbox" class="c-part" id="calls"> [[Calls|Anrufe]]</label></div>
      <div><span class="c-switch" role="switch" tabindex="0" aria-checked="false" aria-label="[[Night mode|Nachtmodus]]"></span></div><label><input type="checkbox" id="terms"> [[I agree to the|Ich stimme zu:]] <a href="#terms">[[terms|Bedingungen]]</a></label><button>[[Save|Sichern]]</button><script>const parts = ['mail', 'chat', 'calls'].map((id) => one('#' + id)); const whole = one('#whole');
        const show = () => { const on = parts.filter(({ checked }) => checked).length; whole.checked = on === 3; whole.indeterminate = on > 0 && on < 3; }; parts.forEach((part) => { part.onchange = show; });
        whole.onchange = () => { parts.forEach((part) => { part.checked = whole.checked; }); show(); };
        const night = one('[role=switch]'); const turn = () => night.setAttribute('aria-checked', night.getAttribute('aria-checked') !== 'true'); night.onclick = turn; night.onkeydown = (event) => { if (event.key === ' ') { event.preventDefault(); turn(); } };
        one('button').onclick = () => save({ parts: parts.map(({ checked }) => checked), whole: whole.checked, mixed: whole.indeterminate, night: night.getAttribute('aria-checked'), terms: one('#terms').checked });</script>`,
    person: async (person) => {
      await person.check(person.find('#whole'));
      await person.click(person.find('#chat'), { as: 'uncheck' });
      person.did(['check', 'press', 'click'], 'turn the switch on by the keyboard');
      await person.find('[role=switch]').focus();
      await person.page.keyboard.press(' ');
      await person.check(person.find('#terms'));
      await person.click(person.button('Save'));
    },
    expected: { parts: [true, false, true], whole: false, mixed: true, night: 'true', terms: true },
  },
  {
    name: 'sentence-marked-over-two-paragraphs',
    family: 'fields',
    page: `<article style="width: 500px; font-size: 18px"><p>The parties agree on the price.</p><p>Either party may <em>terminate</em> this contract with notice of one month.</p></article><button id="quote" onmousedown="event.preventDefault()">[[Quote|Zitieren]]</button><blockquote></blockquote><script>
        one('#quote').onclick = () => { const text = String(getSelection()).replace(/\\s+/g, ' '); one('blockquote').textContent = text; save({ quoted: text }); };</script>`,
    person: async (person) => {
      person.did('selectText', 'select from “price” to “contract”');
      const from = await wordAt(person, 'price');
      const to = await wordAt(person, 'contract');
      await person.page.mouse.move(from.left, from.y, { steps: 4 });
      await person.page.mouse.down();
      await person.page.mouse.move(to.right, to.y, { steps: 8 });
      await person.page.mouse.up();
      await person.click(person.button('Quote'));
    },
    expected: { quoted: 'price. Either party may terminate this contract' },
  },
  {
    name: 'word-replaced-in-a-long-text',
    family: 'fields',
    page: `<label>[[Text|Wortlaut]] <textarea rows="4" cols="50">Please deliver the goods on Monday before noon.</textarea></label><button>[[Send|Senden]]</button><script>one('button').onclick = () => save({ text: one('textarea').value });</script>`,
    person: async (person) => {
      person.did(['dblclick', 'selectText'], 'double click on a word');
      const field = person.find('textarea');
      await person.pass(field, { x: 60, y: 12 });
      const box = await field.boundingBox();
      await person.page.mouse.dblclick((box?.x ?? 0) + 30, (box?.y ?? 0) + 14, { delay: 20 });
      await person.type('Kindly', 'Kindly deliver the goods on Monday before noon.');
      await person.click(person.button('Send'));
    },
    expected: { text: 'Kindly deliver the goods on Monday before noon.' },
  },
  {
    name: 'paragraph-taken-out-by-three-clicks',
    family: 'fields',
    page: `<div id="editor" contenteditable style="width: 500px; border: 1px solid; padding: 8px"><p>Keep this line.</p><p>Drop this line.</p><p>Keep the last line.</p></div><button>[[Done|Fertig]]</button><script>one('button').onclick = () => save({ lines: all('#editor p').map(({ textContent }) => textContent.trim()).filter(Boolean) });</script>`,
    person: async (person) => {
      const { left, y } = await wordAt(person, 'Drop');
      person.did(['click', 'selectText'], 'three clicks on a paragraph', { many: true });
      await person.page.mouse.move(left + 12, y, { steps: 4 });
      for (const clickCount of [1, 2, 3]) {
        await person.page.mouse.down({ clickCount });
        await person.page.mouse.up({ clickCount });
      }
      person.did(['press', 'fill'], 'press Delete', { typed: '', held: 'Keep this line.\n\nKeep the last line.' });
      await person.page.keyboard.press('Delete');
      await person.click(person.button('Done'));
    },
    expected: { lines: ['Keep this line.', 'Keep the last line.'] },
  },
  {
    name: 'letter-in-a-frame-that-is-edited',
    family: 'fields',
    page: `<iframe src="letter" width="500" height="160" title="[[Letter|Brief]]"></iframe><p><button>[[Send|Senden]]</button></p><script>one('button').onclick = () => save({ letter: one('iframe').contentDocument.body.innerText.trim() });</script>`,
    more: { letter: `<script>document.designMode = 'on'</script>` },
    person: async (person) => {
      const frame = person.find('iframe');
      await person.click(frame, { at: { x: 60, y: 40 } });
      await person.type('We accept your offer.');
      await person.click(person.button('Send'));
    },
    expected: { letter: 'We accept your offer.' },
  },
  {
    name: 'drag-inside-a-scrolled-frame',
    family: 'fields',
    page: `<p>[[Board|Tafel]]</p><iframe src="board" width="460" height="220" style="border: 6px solid #ccc; margin-left: 30px"></iframe>`,
    more: {
      board: `<div style="height: 300px">[[Scroll down.|Nach unten.]]</div><div id="left" style="float: left; width: 180px; height: 120px; background: #eef"><div id="card" draggable="true" style="width: 100px; background: #fff; border: 1px solid; padding: 6px">[[Ticket|Karte]]</div></div><div id="right" style="float: left; width: 180px; height: 120px; background: #efe"></div><script>
        one('#card').ondragstart = (event) => event.dataTransfer.setData('text/plain', 'ticket'); one('#right').ondragover = (event) => event.preventDefault();
        one('#right').ondrop = (event) => { event.preventDefault(); one('#right').append(one('#card')); save({ moved: true }); };</script>`,
    },
    person: async (person) => {
      await person.wheel(person.find('iframe'), { y: 360 });
      const frame = person.frame('iframe');
      await person.dragTo(frame.locator('#card'), frame.locator('#right'), { x: 80, y: 60 });
    },
    expected: { moved: true },
  },
  {
    name: 'fields-in-a-closed-shadow-root',
    family: 'fields',
    page: `<pay-form style="display: block; width: 320px; height: 130px"></pay-form><script>customElements.define('pay-form', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'closed' });
        root.innerHTML = '<label>' + t('Holder', 'Inhaber') + ' <input id="holder"></label><label><input type="checkbox"> ' + t('Keep for later', 'Merken') + '</label><select><option>Visa</option><option>Debit</option><option>Invoice</option></select><button>' + t('Use', 'Nehmen') + '</button>';
        root.querySelector('button').onclick = () => save({ holder: root.querySelector('#holder').value, keep: root.querySelector('[type=checkbox]').checked, by: root.querySelector('select').value }); } });</script>`,
    person: async (person) => {
      const box = await person.find('pay-form').boundingBox();
      const [left, top] = [box?.x ?? 0, box?.y ?? 0];
      const at = async (x: number, y: number): Promise<void> => {
        await person.page.mouse.move(left + x, top + y, { steps: 4 });
        await person.page.mouse.click(left + x, top + y, { delay: 20 });
      };
      person.did('click', 'click into the holder');
      await at(150, 12);
      await person.type('Ada Byron');
      await person.press('Tab');
      person.did('check', 'tick by the keyboard');
      await person.page.keyboard.press(' ');
      await person.press('Tab');
      person.did('selectOption', 'choose by the keyboard', { many: true });
      await person.page.keyboard.press('ArrowDown');
      await person.page.keyboard.press('ArrowDown');
      await person.press('Tab');
      await person.press('Enter');
    },
    expected: { holder: 'Ada Byron', keep: true, by: 'Invoice' },
  },
  {
    name: 'price-that-changes-after-a-moment',
    family: 'fields',
    page: `<label>[[Pieces|Stück]] <input id="pieces" type="number" value="1" min="1"></label><p id="price">[[Price|Preis]]: 4</p><button>[[Buy|Kaufen]]</button><script>let price = 4; let timer;
        one('#pieces').oninput = ({ target }) => { clearTimeout(timer); one('#price').textContent = '…'; timer = setTimeout(async () => { await fetch('/echo?ms=250'); price = Number(target.value) * 4; one('#price').textContent = t('Price', 'Preis') + ': ' + price; }, 200); };
        one('button').onclick = () => save({ bought: price });</script>`,
    person: async (person) => {
      await person.replace(person.find('#pieces'), '12');
      await person.see(person.find('#price').filter({ hasText: '48' }));
      await person.click(person.button('Buy'));
    },
    expected: { bought: 48 },
  },
  {
    name: 'picture-that-turns-by-itself',
    family: 'fields',
    page: `<style>.c-slide { width: 300px; height: 120px; background: #dde; padding: 10px; transition: transform .3s }</style><div class="c-slide"></div><script>const offers = ['Paper', 'Toner', 'Chairs', 'Lamps']; let shown = 0;
        const show = () => { one('.c-slide').replaceChildren(made('p', { textContent: offers[shown] }), made('button', { textContent: '[[Details|Mehr]]', onclick: () => save({ offer: offers[shown] }) })); };
        show(); const timer = setInterval(() => { shown += 1; show(); if (shown === 3) clearInterval(timer); }, 1500);</script>`,
    person: async (person) => {
      await person.see(person.text('Chairs'));
      await person.click(person.button('Details'));
    },
    expected: { offer: 'Chairs' },
  },
  {
    name: 'button-that-slides-away-from-news',
    family: 'fields',
    page: `<div id="news"></div><button id="load">[[Load|Laden]]</button><ul></ul><script>one('#load').onclick = async () => { for (const name of ['Anvil', 'Bolt', 'Cog']) { one('ul').append(made('li', {}, name + ' ', made('button', { textContent: '[[Order|Bestellen]]', onclick: () => save({ ordered: name }) }))); await later(80); }
        await later(150); one('#news').append(made('div', { style: 'height: 70px; background: #fe9', textContent: '[[Free delivery today.|Heute frei Haus.]]' })); };</script>`,
    person: async (person) => {
      await person.click(person.find('#load'));
      await person.see(person.find('#news div'));
      await person.click(person.find('li').filter({ hasText: 'Bolt' }).locator('button'));
    },
    expected: { ordered: 'Bolt' },
  },
  {
    name: 'popover-and-dialog-of-the-platform',
    family: 'fields',
    page: `<button popovertarget="menu">[[More|Mehr]]</button><div id="menu" popover><button id="rename">[[Rename|Umbenennen]]</button></div><dialog><form method="dialog"><label>[[Name|Name]] <input autofocus></label><button value="cancel">[[Cancel|Abbrechen]]</button><button value="ok">OK</button></form></dialog><script>const dialog = one('dialog');
        one('#rename').onclick = () => { one('#menu').hidePopover(); dialog.showModal(); }; dialog.onclose = () => save({ by: dialog.returnValue, name: one('input').value });</script>`,
    person: async (person) => {
      await person.click(person.button('More'));
      await person.click(person.find('#rename'));
      await person.type('Plan B');
      await person.click(person.button('OK'));
    },
    expected: { by: 'ok', name: 'Plan B' },
  },
];

/** Where a word of the page is on the screen. */
async function wordAt({ page }: Person, word: string): Promise<{ left: number; right: number; y: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0 || node.parentElement?.localName === 'script') continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }
    throw new Error(`There is no ${wanted}.`);
  }, word);
}
