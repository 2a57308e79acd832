import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Task } from './task.ts';

/** The browser's own controls. */
export const native: readonly Task[] = [
  {
    name: 'text-fields',
    family: 'native',
    page: `<form><label>[[Customer|Kunde]] <input name="customer"></label>
      <label>[[Subject|Betreff]] <input name="subject" placeholder="[[Short subject|Kurzer Betreff]]"></label>
      <label>[[Notes|Notizen]] <textarea name="notes" rows="3"></textarea></label>
      <button class="c-primary">[[Save ticket|Sichern]]</button></form>
      <script>one('form').onsubmit = (event) => { event.preventDefault(); save(fieldsOf(event.target)); };</script>`,
    person: async (person) => {
      await person.fill(person.field('Customer'), 'Nordwind Ltd');
      await person.press('Tab');
      await person.type('Late invoice');
      await person.fill(person.field('Notes'), 'Called twice, wants a copy.');
      await person.click(person.button('Save ticket'));
    },
    expected: { customer: 'Nordwind Ltd', subject: 'Late invoice', notes: 'Called twice, wants a copy.' },
  },
  {
    name: 'sign-in',
    family: 'native',
    page: `<form autocomplete="off"><label>User <input name="user" type="email"></label>
      <label>Password <input name="password" type="password"></label>
      <label><input type="checkbox" name="stay"> Stay signed in</label><button>Sign in</button></form><p></p>
      <script>one('form').onsubmit = (event) => { event.preventDefault();
        const { user, password, stay } = fieldsOf(event.target);
        save({ user, entered: password === 'correct horse', stay }); one('p').textContent = 'Welcome'; };</script>`,
    person: async (person) => {
      await person.fill(person.field('User'), 'kim@example.com');
      await person.fill(person.field('Password'), 'correct horse');
      await person.check(person.text('Stay signed in'));
      await person.click(person.button('Sign in'));
    },
    expected: { user: 'kim@example.com', entered: true, stay: 'on' },
  },
  {
    name: 'date-and-time',
    family: 'native',
    page: `<form><label for="day">[[Delivery day|Liefertag]]</label><input id="day" name="day" type="date">
      <label for="hour">[[Hour|Stunde]]</label><input id="hour" name="hour" type="time">
      <p><button>[[Book|Buchen]]</button></form>
      <script>one('form').onsubmit = (event) => { event.preventDefault(); save(fieldsOf(event.target)); };</script>`,
    person: async (person) => {
      await person.click(person.field('Delivery day'), { at: { x: 8, y: 10 }, optional: true });
      await person.type('11252026', '2026-11-25');
      await person.click(person.field('Hour'), { at: { x: 8, y: 10 }, optional: true });
      await person.type('0930AM', '09:30');
      await person.click(person.button('Book'));
    },
    expected: { day: '2026-11-25', hour: '09:30' },
  },
  {
    name: 'numbers-by-arrow-keys',
    family: 'native',
    page: `<label>Pieces <input type="number" value="2" min="0" max="20"></label>
      <label>Discount <input type="number" value="10" step="5"></label><button>Order</button>
      <script>one('button').onclick = () => save({ pieces: all('input')[0].value, discount: all('input')[1].value });</script>`,
    person: async (person) => {
      await person.replace(person.field('Pieces'), '7');
      await person.click(person.field('Discount'));
      person.did(['press', 'fill'], 'arrow keys', { typed: '20', many: true });
      await person.page.keyboard.press('ArrowUp');
      await person.page.keyboard.press('ArrowUp');
      await person.click(person.button('Order'));
    },
    expected: { pieces: '7', discount: '20' },
  },
  {
    name: 'range-by-drag',
    family: 'native',
    page: `<label for="share">[[Share|Anteil]]</label>
      <input id="share" type="range" min="0" max="100" value="20" style="width: 300px; margin: 0">
      <output>20</output><p><button>[[Apply|Übernehmen]]</button>
      <script>one('#share').oninput = (event) => { one('output').value = event.target.value; };
        one('button').onclick = () => save({ share: one('output').value });</script>`,
    person: async (person) => {
      person.did(['fill', 'drag'], 'drag the range', { typed: '70' });
      const box = await person.field('Share').boundingBox();
      if (!box) throw new Error('The range is not there.');
      await person.page.mouse.move(box.x + 65, box.y + 8, { steps: 4 });
      await person.page.mouse.down();
      await person.page.mouse.move(box.x + 207, box.y + 9, { steps: 9 });
      await person.page.mouse.up();
      await person.click(person.button('Apply'));
    },
    expected: { share: '70' },
  },
  {
    name: 'range-by-keyboard',
    family: 'native',
    page: `<label>Volume <input type="range" min="0" max="10" value="5"></label><button>Keep</button>
      <script>one('button').onclick = () => save({ volume: one('input').value });</script>`,
    person: async (person) => {
      await person.click(person.field('Volume'), { at: { x: 64, y: 8 }, optional: true });
      person.did(['fill', 'press'], 'arrow keys', { typed: '8', many: true });
      for (let time = 0; time < 3; time += 1) await person.page.keyboard.press('ArrowRight');
      await person.click(person.button('Keep'));
    },
    expected: { volume: '8' },
  },
  {
    name: 'native-select',
    family: 'native',
    page: `<form><label>[[Priority|Dringlichkeit]] <select name="priority"><option value="1">[[Low|Niedrig]]
        <option value="2">[[Normal|Mittel]]<option value="3">[[High|Hoch]]<option value="4">[[Urgent|Sofort]]</select></label>
      <label>[[Team|Gruppe]] <select name="team"><option>North<option>South<option>West</select></label>
      <button>[[Assign|Zuweisen]]</button></form>
      <script>one('form').onsubmit = (event) => { event.preventDefault(); save(fieldsOf(event.target)); };</script>`,
    person: async (person) => {
      await person.choose(person.field('Priority'), 2);
      await person.choose(person.field('Team'), 1);
      await person.click(person.button('Assign'));
    },
    expected: { priority: '3', team: 'South' },
  },
  {
    name: 'select-that-loads-another',
    family: 'native',
    page: `<label>Country <select id="country"><option value="">Choose<option>Chile<option>Peru</select></label>
      <label>City <select id="city" disabled><option>–</select></label><button disabled>Go</button>
      <script>let turn = 0; const cities = { Chile: ['Arica', 'Talca', 'Temuco'], Peru: ['Cusco', 'Lima', 'Piura'] };
        one('#country').onchange = async (event) => { const chosen = event.target.value; one('#city').disabled = true; const mine = ++turn;
          await fetch('/echo?ms=350'); if (mine !== turn) return; one('#city').replaceChildren(...cities[chosen].map((name) => new Option(name)));
          one('#city').disabled = false; one('button').disabled = false; };
        one('button').onclick = () => save({ country: one('#country').value, city: one('#city').value });</script>`,
    person: async (person) => {
      await person.choose(person.field('Country'), 2);
      await person.see(person.find('#city:enabled'));
      await person.choose(person.field('City'), 1);
      await person.click(person.button('Go'));
    },
    expected: { country: 'Peru', city: 'Lima' },
  },
  {
    name: 'multi-select-with-control',
    family: 'native',
    page: `<label for="tags">[[Tags|Merkmale]]</label><select id="tags" multiple size="5" style="width: 200px">
      <option>billing<option>delivery<option>legal<option>quality<option>returns</select><p><button>[[Set|Setzen]]</button>
      <script>one('button').onclick = () => save({ tags: [...one('#tags').selectedOptions].map(({ text }) => text) });</script>`,
    person: async (person) => {
      person.did('selectOption', 'choose three', { many: true });
      await person.strikeAt(person.find('option').nth(1));
      await person.strikeAt(person.find('option').nth(3), { holding: 'Control' });
      await person.strikeAt(person.find('option').nth(4), { holding: 'Control' });
      await person.click(person.button('Set'));
    },
    expected: { tags: ['delivery', 'quality', 'returns'] },
  },
  {
    name: 'radio-and-checkbox-by-label',
    family: 'native',
    page: `<style>.c-hidden { position: absolute; opacity: 0; width: 1px; height: 1px } .c-box { display: inline-block;
        width: 16px; height: 16px; border: 2px solid #446 } input:checked + .c-box { background: #446 }</style>
      <form><fieldset><legend>[[Delivery|Versand]]</legend>
      <label><input type="radio" name="delivery" value="post"> [[Post|Brief]]</label>
      <label><input type="radio" name="delivery" value="courier"> [[Courier|Bote]]</label>
      <label><input type="radio" name="delivery" value="pickup"> [[Pick up|Abholen]]</label></fieldset>
      <label><input type="checkbox" class="c-hidden" name="gift" value="yes"><span class="c-box"></span> [[Gift|Geschenk]]</label>
      <label><input type="checkbox" name="news" value="yes" checked> [[Newsletter|Rundbrief]]</label>
      <button>[[Continue|Weiter]]</button></form>
      <script>one('form').onsubmit = (event) => { event.preventDefault(); save(fieldsOf(event.target)); };</script>`,
    person: async (person) => {
      await person.check(person.text('Courier'));
      await person.check(person.find('.c-box'));
      await person.click(person.field('Newsletter'), { as: 'uncheck' });
      await person.click(person.button('Continue'));
    },
    expected: { delivery: 'courier', gift: 'yes' },
  },
  {
    name: 'file-upload',
    family: 'native',
    page: `<label>[[Attachment|Anlage]] <input type="file" multiple accept=".pdf,.csv"></label>
      <ul></ul><button disabled>[[Send|Senden]]</button>
      <script>const files = one('input');
        files.onchange = () => { one('button').disabled = files.files.length === 0; };
        one('button').onclick = () => save({ files: [...files.files].map(({ name }) => name.split('.').pop()) });</script>`,
    person: async (person) => {
      const folder = await mkdtemp(join(tmpdir(), 'showhow-files-'));
      const files = ['invoice.pdf', 'list.csv'].map((name) => join(folder, name));
      for (const file of files) await writeFile(file, 'made up');
      const chooser = person.page.waitForEvent('filechooser');
      await person.click(person.find('input'), { as: 'upload' });
      await (await chooser).setFiles(files);
      await rm(folder, { recursive: true });
      await person.click(person.button('Send'));
    },
    expected: { files: ['pdf', 'csv'] },
  },
  {
    name: 'details-and-summary',
    family: 'native',
    page: `<details><summary>[[Shipping|Versand]]</summary><label><input type="checkbox" id="express"> [[Express|Eilig]]</label></details>
      <details><summary>[[Payment|Zahlung]]</summary><label><input type="radio" name="pay" value="card"> [[Card|Karte]]</label>
      <label><input type="radio" name="pay" value="bill"> [[Bill|Rechnung]]</label></details>
      <script>all('input').forEach((input) => input.addEventListener('change', () =>
        save({ express: one('#express').checked, pay: one('[name=pay]:checked')?.value ?? null })));</script>`,
    person: async (person) => {
      await person.click(person.text('Shipping'));
      await person.check(person.field('Express'));
      await person.click(person.text('Payment'));
      await person.check(person.text('Bill'));
    },
    expected: { express: true, pay: 'bill' },
  },
  {
    name: 'dialog-element',
    family: 'native',
    page: `<button id="open">[[Rename|Umbenennen]]</button><h2>Draft</h2>
      <dialog><form method="dialog"><label>[[New name|Neuer Name]] <input name="name" autofocus></label>
      <button value="cancel">[[Cancel|Abbrechen]]</button> <button value="ok">[[Rename|Umbenennen]]</button></form></dialog>
      <script>one('#open').onclick = () => one('dialog').showModal();
        one('dialog').onclose = (event) => { if (event.target.returnValue === 'ok') one('h2').textContent = one('input').value;
          save({ name: one('h2').textContent }); };</script>`,
    person: async (person) => {
      await person.click(person.find('#open'));
      await person.type('Offer 2027');
      await person.click(person.find('dialog').getByRole('button', { name: 'Rename' }));
    },
    expected: { name: 'Offer 2027' },
  },
  {
    name: 'datalist',
    family: 'native',
    page: `<form><label>[[Product|Ware]] <input name="product" list="products"></label>
      <datalist id="products"><option>Bolt M6<option>Bolt M8<option>Nut M8</datalist><button>[[Add|Hinzu]]</button></form><ul></ul>
      <script>const added = []; one('form').onsubmit = (event) => { event.preventDefault(); added.push(one('input').value);
        one('input').value = ''; save({ added }); };</script>`,
    person: async (person) => {
      await person.fill(person.field('Product'), 'Bolt M8');
      await person.press('Escape');
      await person.click(person.button('Add'));
      await person.fill(person.field('Product'), 'Nut M8');
      await person.press('Enter');
    },
    expected: { added: ['Bolt M8', 'Nut M8'] },
  },
  {
    name: 'clear-a-search-field',
    family: 'native',
    page: `<form><label for="find">[[Search|Suche]]</label><input id="find" type="search" value="old words" style="width: 200px">
      <label><input type="radio" name="in" value="all" checked> [[Everywhere|Überall]]</label>
      <label><input type="radio" name="in" value="mine"> [[In my own|In eigenen]]</label></form><p></p>
      <script>one('form').onsubmit = (event) => { event.preventDefault();
        save({ find: one('#find').value, where: one('[name=in]:checked').value }); };</script>`,
    person: async (person) => {
      await person.check(person.text('In my own'));
      await person.replace(person.field('Search'), 'pallets');
      await person.press('Enter');
    },
    expected: { find: 'pallets', where: 'mine' },
  },
];
