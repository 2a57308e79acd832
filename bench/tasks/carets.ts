import type { Task } from './task.ts';

/** Where the caret is when a page puts something in itself, and editors that write for themselves. */
export const carets: readonly Task[] = [
  {
    name: 'symbol-put-at-the-caret',
    family: 'text',
    page: `<textarea rows="3" cols="40" aria-label="[[Reply|Antwort]]"></textarea><p><button class="c-put">€</button><button class="c-put">✓</button></p><button id="send">[[Send|Senden]]</button><script>
        const box = one('textarea'); all('p button').forEach((button) => { button.onclick = () => { box.setRangeText(button.textContent, box.selectionStart, box.selectionEnd, 'end'); box.focus(); }; });
        one('#send').onclick = () => save({ sent: box.value });</script>`,
    person: async (person) => {
      await person.fill(person.find('textarea'), 'Costs 50 in all');
      for (let time = 0; time < 7; time += 1) await person.moveCaret('ArrowLeft');
      await person.click(person.button('€'));
      await person.moveCaret('Home');
      await person.click(person.button('✓'));
      await person.click(person.find('#send'));
    },
    expected: { sent: '✓Costs 50€ in all' },
  },
  {
    name: 'name-put-into-a-letter',
    family: 'text',
    page: `<div class="c-bar"><button id="name" onmousedown="event.preventDefault()">[[Insert name|Name]]</button> <button id="done">[[Done|Fertig]]</button></div>
      <div contenteditable style="padding: 10px; border: 1px solid; font-size: 20px">Dear , thank you. Yours</div>
      <script>one('#name').onclick = () => document.execCommand('insertText', false, 'Ms Lind');
        one('#done').onclick = () => save({ letter: one('[contenteditable]').innerText.trim() });</script>`,
    person: async (person) => {
      await person.click(person.find('[contenteditable]'));
      await person.moveCaret('Home');
      for (let time = 0; time < 5; time += 1) await person.moveCaret('ArrowRight');
      await person.click(person.find('#name'));
      await person.click(person.find('#done'));
    },
    expected: { letter: 'Dear Ms Lind, thank you. Yours' },
  },
  {
    name: 'editor-that-writes-for-itself',
    family: 'text',
    page: `<div contenteditable role="textbox" aria-label="[[Memo|Vermerk]]" style="border: 1px solid; min-height: 40px; padding: 6px"></div><button>[[Keep|Behalten]]</button><script>
        const box = one('[contenteditable]'); box.addEventListener('beforeinput', (event) => { if (event.inputType !== 'insertText') return; event.preventDefault();
          const range = getSelection().getRangeAt(0); range.deleteContents(); const text = document.createTextNode(event.data); range.insertNode(text); range.setStartAfter(text); range.collapse(true); getSelection().removeAllRanges(); getSelection().addRange(range); box.normalize(); });
        one('button').onclick = () => save({ kept: box.textContent });</script>`,
    person: async (person) => {
      await person.click(person.find('[contenteditable]'));
      person.did('fill', 'type a greeting from behind', { typed: 'Hello world' });
      await person.strike('world');
      await person.moveCaret('Home');
      await person.strike('Hello ');
      await person.click(person.button('Keep'));
    },
    expected: { kept: 'Hello world' },
  },
  {
    name: 'format-for-a-line-yet-empty',
    family: 'text',
    page: `<div class="c-bar"><button id="slant" onmousedown="event.preventDefault()">I</button> <button id="done">[[Done|Fertig]]</button></div>
      <div contenteditable style="padding: 10px; border: 1px solid; font-size: 20px"><p>First point here</p><p>Second point there</p></div>
      <script>one('#slant').onclick = () => document.execCommand('italic');
        one('#done').onclick = () => save({ letter: one('[contenteditable]').innerHTML.replace(/&nbsp;/g, ' ') });</script>`,
    person: async (person) => {
      await person.click(person.text('First point here'), { at: { x: 40, y: 8 } });
      await person.moveCaret('End');
      person.did('fill', 'begin a line', { typed: 'First point here\n\n\n\n\nSecond point there' });
      await person.strike('\n');
      await person.click(person.find('#slant'));
      await person.type('leaning', 'First point here\n\nleaning\n\nSecond point there');
      await person.click(person.find('#done'));
    },
    expected: { letter: '<p>First point here</p><p><i>leaning</i></p><p>Second point there</p>' },
  },
  {
    name: 'code-that-indents-itself',
    family: 'text',
    page: `<textarea rows="6" cols="40" style="font: 16px monospace" aria-label="[[Rule|Regel]]"></textarea><button>[[Keep|Behalten]]</button><script>
        const box = one('textarea'); box.value = 'if late\\n  warn\\nend';
        box.oninput = ({ inputType }) => { if (inputType !== 'insertLineBreak') return; const lines = box.value.slice(0, box.selectionStart).split('\\n');
          box.setRangeText(/^ */.exec(lines.at(-2))[0], box.selectionStart, box.selectionEnd, 'end'); };
        box.onkeydown = (event) => { if (!/^(Home|End)$/.test(event.key)) return; event.preventDefault(); const at = box.selectionStart;
          const line = event.key === 'Home' ? box.value.lastIndexOf('\\n', at - 1) + 1 : (box.value + '\\n').indexOf('\\n', at); const place = event.ctrlKey ? 0 : line; box.setSelectionRange(place, place); };
        one('button').onclick = () => save({ rule: box.value });</script>`,
    person: async (person) => {
      await person.click(person.find('textarea'), { at: { x: 30, y: 31 } });
      await person.press('End');
      await person.type('\nblock', 'if late\n  warn\n  block\nend');
      await person.press('Control+Home');
      await person.type('# ', '# if late\n  warn\n  block\nend');
      await person.click(person.button('Keep'));
    },
    expected: { rule: '# if late\n  warn\n  block\nend' },
  },
  {
    name: 'table-in-an-editor',
    family: 'text',
    page: `<style>td { border: 1px solid; min-width: 110px; padding: 5px }</style><div contenteditable style="padding: 10px"><p>Costs of May</p><table><tr><td>Rent</td><td>900</td></tr><tr><td>Post</td><td>12</td></tr></table><p>End.</p></div>
      <button id="row" onmousedown="event.preventDefault()">[[Row below|Zeile darunter]]</button> <button id="done">[[Done|Fertig]]</button><script>
        one('#row').onclick = () => { const row = getSelection().anchorNode.parentElement.closest('tr'); const added = row.cloneNode(true); all('td', added).forEach((cell) => { cell.innerHTML = '<br>'; }); row.after(added); getSelection().collapse(added.cells[0], 0); };
        one('#done').onclick = () => save({ rows: all('tr').map((row) => [...row.cells].map((cell) => cell.innerText.trim()).join('|')), texts: all('p').map(({ innerText }) => innerText.trim()) });</script>`,
    person: async (person) => {
      const told = (...rows: readonly string[]) => ['Costs of May\n', ...rows, '\nEnd.'].join('\n');
      await person.click(person.text('900'), { at: { x: 100, y: 10 } });
      await person.moveCaret('End');
      await person.type(',50', told('Rent\t900,50', 'Post\t12'));
      await person.doubleClick(person.text('Post'), { x: 14, y: 12 });
      await person.type('Stamps', told('Rent\t900,50', 'Stamps\t12'));
      await person.click(person.find('#row'));
      await person.type('Cake', told('Rent\t900,50', 'Stamps\t12', 'Cake\t\n'));
      await person.click(person.find('#done'));
    },
    expected: { rows: ['Rent|900,50', 'Stamps|12', 'Cake|'], texts: ['Costs of May', 'End.'] },
  },
];
