import type { Page } from '@playwright/test';
import type { Task } from './task.ts';

/** Text that is written: into fields that make something of it, and into editors. */
export const text: readonly Task[] = [
  {
    name: 'rich-note-in-contenteditable',
    family: 'text',
    page: `<div role="textbox" aria-label="[[Note|Notiz]]" contenteditable style="border: 1px solid; min-height: 80px; padding: 6px"></div>
      <button>[[Keep note|Behalten]]</button>
      <script>one('button').onclick = () => save({ lines: one('[contenteditable]').innerText.split('\\n').filter(Boolean) });</script>`,
    person: async (person) => {
      await person.fill(person.find('[contenteditable]'), 'First point\nSecond point');
      await person.click(person.button('Keep note'));
    },
    expected: { lines: ['First point', 'Second point'] },
  },
  {
    name: 'make-a-word-bold',
    family: 'text',
    page: `<div class="c-bar"><button id="bold" onmousedown="event.preventDefault()">B</button> <button id="done">[[Done|Fertig]]</button></div>
      <div contenteditable style="padding: 10px; border: 1px solid; font-size: 20px">The total is overdue since Monday.</div>
      <script>one('#bold').onclick = () => document.execCommand('bold');
        one('#done').onclick = () => save({ bold: all('b, strong').map(({ textContent }) => textContent.trim()) });</script>`,
    person: async (person) => {
      person.did(['selectText', 'dblclick'], 'select “overdue”');
      const word = await wordBox(person.page, '[contenteditable]', 'overdue');
      await person.page.mouse.move(word.left - 40, word.y + 4, { steps: 4 });
      await person.page.mouse.dblclick((word.left + word.right) / 2, word.y, { delay: 20 });
      await person.click(person.find('#bold'));
      await person.click(person.find('#done'));
    },
    expected: { bold: ['overdue'] },
  },
  {
    name: 'select-by-drag-and-highlight',
    family: 'text',
    page: `<p id="text" style="font-size: 20px; width: 600px">Payment is due within thirty days of the date of this invoice, without deduction.</p>
      <button id="mark" onmousedown="event.preventDefault()">[[Highlight|Markieren]]</button><script>
        one('#mark').onclick = () => { const selection = getSelection(); save({ marked: selection.toString() });
          const range = selection.getRangeAt(0); range.surroundContents(document.createElement('mark')); };</script>`,
    person: async (person) => {
      person.did('selectText', 'select “thirty days”');
      const [first, last] = [
        await wordBox(person.page, '#text', 'thirty'),
        await wordBox(person.page, '#text', 'days'),
      ];
      await person.page.mouse.move(first.left, first.y, { steps: 4 });
      await person.page.mouse.down();
      await person.page.mouse.move(last.right, last.y, { steps: 10 });
      await person.page.mouse.up();
      await person.click(person.button('Highlight'));
    },
    expected: { marked: 'thirty days' },
  },
  {
    name: 'phone-number-that-formats-itself',
    family: 'text',
    page: `<label>[[Phone|Telefon]] <input inputmode="tel"></label><button>[[Call|Anrufen]]</button><script>
        one('input').oninput = ({ target }) => { const digits = target.value.replace(/\\D/g, '').slice(0, 10);
          const parts = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter(Boolean);
          target.value = parts.length > 1 ? '(' + parts[0] + ') ' + parts.slice(1).join('-') : digits; };
        one('button').onclick = () => save({ phone: one('input').value });</script>`,
    person: async (person) => {
      await person.fill(person.field('Phone'), '5550142299', '(555) 014-2299');
      await person.click(person.button('Call'));
    },
    expected: { phone: '(555) 014-2299' },
  },
  {
    name: 'money-that-formats-on-leaving',
    family: 'text',
    page: `<label>[[Amount|Betrag]] <input id="amount" value="0.00"></label><label>[[Reason|Grund]] <input id="reason"></label>
      <button>[[Refund|Erstatten]]</button><script>const amount = one('#amount');
        amount.onfocus = () => { amount.value = amount.value.replaceAll(',', ''); amount.select(); };
        amount.onblur = () => { amount.value = Number(amount.value).toLocaleString('en-US', { minimumFractionDigits: 2 }); };
        one('button').onclick = () => save({ amount: amount.value, reason: one('#reason').value });</script>`,
    person: async (person) => {
      await person.replace(person.field('Amount'), '12500.5');
      await person.press('Tab');
      await person.type('Damaged');
      await person.click(person.button('Refund'));
    },
    expected: { amount: '12,500.50', reason: 'Damaged' },
  },
  {
    name: 'date-mask',
    family: 'text',
    page: `<label>Due <input placeholder="dd.mm.yyyy"></label><button>Plan</button><script>
        one('input').addEventListener('keydown', (event) => { if (!/^\\d$/.test(event.key)) return; event.preventDefault();
          const digits = (event.target.value.replace(/\\D/g, '') + event.key).slice(0, 8);
          event.target.value = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join('.'); });
        one('button').onclick = () => save({ due: one('input').value });</script>`,
    person: async (person) => {
      await person.fill(person.field('Due'), '24122026', '24.12.2026');
      await person.click(person.button('Plan'));
    },
    expected: { due: '24.12.2026' },
  },
  {
    name: 'one-time-code-boxes',
    family: 'text',
    page: `<style>.c-code input { width: 30px; height: 36px; font-size: 20px; text-align: center }</style><p>[[Code|Zahl]]</p>
      <div class="c-code">${'<input maxlength="1" inputmode="numeric">'.repeat(6)}</div><p id="result"></p><script>
        const boxes = all('.c-code input'); boxes.forEach((box, place) => {
          box.oninput = () => { if (box.value) boxes[place + 1]?.focus();
            const code = boxes.map(({ value }) => value).join('');
            if (code.length === 6) { save({ code }); one('#result').textContent = 'Checked'; } };
          box.onkeydown = ({ key }) => { if (key === 'Backspace' && !box.value) boxes[place - 1]?.focus(); }; });</script>`,
    person: async (person) => {
      await person.click(person.find('.c-code input').first());
      for (const digit of '402817') await person.type(digit);
    },
    expected: { code: '402817' },
  },
  {
    name: 'chat-that-clears-on-enter',
    family: 'text',
    page: `<ul></ul><textarea aria-label="[[Message|Nachricht]]" rows="2" cols="40"></textarea><script>const sent = [];
        one('textarea').onkeydown = (event) => { if (event.key !== 'Enter' || event.shiftKey) return; event.preventDefault();
          sent.push(event.target.value); one('ul').append(made('li', { textContent: event.target.value }));
          event.target.value = ''; save({ sent }); };</script>`,
    person: async (person) => {
      await person.fill(person.find('textarea'), 'Hello there');
      await person.press('Enter');
      person.did('fill', 'a message of two lines', { typed: 'Is order 17 ready?\nI need it.' });
      await person.strike('Is order 17 ready?');
      await person.page.keyboard.press('Shift+Enter');
      await person.strike('I need it.');
      await person.press('Enter');
    },
    expected: { sent: ['Hello there', 'Is order 17 ready?\nI need it.'] },
  },
  {
    name: 'autosave-that-renders-again',
    family: 'text',
    page: `<div id="form"></div><script>const state = { title: '', body: '' }; let timer;
        const render = () => { const focused = document.activeElement?.name; const at = document.activeElement?.selectionStart;
          one('#form').innerHTML = '<label>[[Title|Titel]] <input name="title"></label><label>[[Body|Text]] <input name="body"></label><small></small>';
          for (const input of all('input')) { input.value = state[input.name];
            input.oninput = () => { state[input.name] = input.value; clearTimeout(timer); timer = setTimeout(async () => {
              await fetch('/echo?ms=20'); save(state); render(); one('small').textContent = 'Saved'; }, 60); }; }
          const again = focused && one('[name=' + focused + ']'); again?.focus(); again?.setSelectionRange(at, at); };
        render();</script>`,
    person: async (person) => {
      await person.click(person.field('Title'));
      person.did('fill', 'type a title', { typed: 'Quarterly plan', many: true });
      for (const part of ['Quarter', 'ly p', 'lan']) {
        await person.strike(part);
        await person.page.waitForTimeout(130);
      }
      await person.fill(person.field('Body'), 'Draft one');
      await person.see(person.text('Saved'));
    },
    expected: { title: 'Quarterly plan', body: 'Draft one' },
  },
  {
    name: 'tokens',
    family: 'text',
    page: `<style>.c-token { background: #dde; padding: 2px 6px; margin-right: 4px; display: inline-block }</style>
      <div class="c-tokens" style="border: 1px solid; padding: 4px"><span id="list"></span><input aria-label="[[People|Leute]]" style="border: 0"></div>
      <button id="invite">[[Invite|Einladen]]</button><script>const people = [];
        const render = () => one('#list').replaceChildren(...people.map((name, place) => { const remove = made('button',
          { textContent: '×', onclick: () => { people.splice(place, 1); render(); } });
          remove.setAttribute('aria-label', 'Remove ' + name); return made('span', { className: 'c-token' }, name, remove); }));
        one('input').onkeydown = (event) => { if (event.key !== 'Enter' && event.key !== ',') return; event.preventDefault();
          if (event.target.value.trim()) people.push(event.target.value.trim()); event.target.value = ''; render(); };
        one('#invite').onclick = () => save({ people });</script>`,
    person: async (person) => {
      await person.click(person.find('input'));
      for (const name of ['Ada', 'Grace', 'Linus']) {
        await person.type(name);
        await person.press('Enter');
      }
      await person.click(person.find('[aria-label="Remove Grace"]'));
      await person.click(person.find('#invite'));
    },
    expected: { people: ['Ada', 'Linus'] },
  },
  {
    name: 'copy-from-one-field-to-another',
    family: 'text',
    page: `<label>[[Reference|Zeichen]] <input id="from" value="RX-7741-B" readonly></label>
      <label>[[Your reference|Ihr Zeichen]] <input id="to"></label><button>[[Match|Abgleichen]]</button><script>
        one('button').onclick = () => save({ same: one('#to').value === one('#from').value });</script>`,
    person: async (person) => {
      await person.click(person.field('Reference'));
      await person.press('Control+a', ['press', 'selectText']);
      await person.press('Control+c', ['copy']);
      await person.click(person.field('Your reference'));
      await person.press('Control+v', ['paste', 'fill']);
      await person.click(person.button('Match'));
    },
    expected: { same: true },
  },
  {
    name: 'write-over-and-undo',
    family: 'text',
    page: `<label>[[Address|Anschrift]] <textarea rows="2" cols="40">Harbour Road 4</textarea></label><button>[[Store|Ablegen]]</button>
      <script>one('button').onclick = () => save({ address: one('textarea').value });</script>`,
    person: async (person) => {
      await person.click(person.field('Address'));
      await person.moveCaret('End');
      await person.type(', second floor', 'Harbour Road 4, second floor');
      await person.click(person.button('Store'));
    },
    expected: { address: 'Harbour Road 4, second floor' },
  },
  {
    name: 'mention-picker',
    family: 'text',
    page: `<div contenteditable role="textbox" aria-label="[[Comment|Kommentar]]" style="border: 1px solid; padding: 6px"></div>
      <ul id="people" hidden style="list-style: none; padding: 0; width: 160px; border: 1px solid"></ul><button>[[Post|Absenden]]</button><script>
        const box = one('[contenteditable]'); const people = ['Maria Lind', 'Marek Novak', 'Tom Berg'];
        box.oninput = () => { const asked = /@(\\w*)$/.exec(box.textContent)?.[1];
          one('#people').hidden = asked === undefined; if (asked === undefined) return;
          one('#people').replaceChildren(...people.filter((name) => name.toLowerCase().startsWith(asked.toLowerCase()))
            .map((name) => made('li', { textContent: name, onmousedown: (event) => event.preventDefault(), onclick: () => {
              const before = box.textContent.replace(/@\\w*$/, ''); const chip = made('span', { textContent: name, contentEditable: 'false', className: 'c-mention' });
              box.replaceChildren(before, chip, ' '); one('#people').hidden = true; } }))); };
        one('button').onclick = () => save({ mentioned: all('.c-mention').map(({ textContent }) => textContent) });</script>`,
    person: async (person) => {
      await person.fill(person.find('[contenteditable]'), 'Ask @mar');
      await person.click(person.text('Marek Novak'));
      await person.click(person.button('Post'));
    },
    expected: { mentioned: ['Marek Novak'] },
  },
];

/** Where a word is on the screen. */
async function wordBox(page: Page, selector: string, word: string) {
  return page.evaluate(
    ([of = '', wanted = '']) => {
      const node = document.querySelector(of)?.firstChild;
      const start = node?.textContent?.indexOf(wanted) ?? -1;
      if (!node || start < 0) throw new Error(`There is no ${wanted}.`);
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    },
    [selector, word],
  );
}
