import type { LeakCase } from './leak-case.ts';

/** What is in fields, and what somebody enters there. */
export const FORM_CASES: readonly LeakCase[] = [
  { number: 1, title: 'typed text', html: '<label>Name <input id="i"></label>', deeds: [['type', '#i', '$A']] },
  {
    ...{ number: 2, title: 'password, typed', html: '<input id="i" type="password">' },
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 4, title: 'password shown by another field' },
    html: '<span id="w"><input id="i" type="password"></span><button id="b">show</button>',
    before: `b.onclick = () => { const v = i.value;
      w.innerHTML = '<input id="i" type="text" name="password" autocomplete="current-password">';
      document.getElementById('i').value = v; }`,
    deeds: [
      ['type', '#i', '$A'],
      ['click', '#b'],
    ],
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 5, title: 'password shown before the recording' },
    html: '<input id="i" type="password" value="$A" autocomplete="current-password">',
    ...{ before: `i.type = 'text'`, floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 7, title: 'password hidden by style alone', head: '<style>.pw{-webkit-text-security:disc}</style>' },
    html: '<input id="i" class="pw" type="text">',
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 8, title: 'password echoed in a text' },
    html: '<input id="i" type="password"><span id="o"></span>',
    ...{ before: 'i.oninput = () => { o.textContent = i.value }', deeds: [['type', '#i', '$A']] },
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 10, title: 'hidden field, changed by script', html: '<input id="i" type="hidden" name="session">' },
    after: `i.value = '$A'; i.setAttribute('value', '$A')`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 11, title: 'filled in beforehand, then cleared', html: '<input id="i" value="$A">' },
    deeds: [['clear', '#i']],
  },
  {
    ...{ number: 13, title: 'textarea, its text and more', html: '<textarea id="i">$A</textarea>' },
    deeds: [['type', '#i', '$B']],
  },
  {
    ...{ number: 14, title: 'textarea that was cleared', html: '<textarea id="i">$A</textarea>' },
    ...{ before: `i.value = ''`, unsaid: 'all' },
  },
  {
    ...{ number: 16, title: 'chosen option' },
    html: '<select id="i"><option>none</option><option>$A</option></select>',
    deeds: [['choose', '#i', 1]],
  },
  {
    ...{ number: 17, title: 'value of an option' },
    html: '<select><option value="$A" selected>Account</option></select>',
  },
  {
    ...{ number: 19, title: 'suggestions' },
    html: '<input list="d"><datalist id="d"><option value="$A">$B</option></datalist>',
  },
  {
    ...{ number: 20, title: 'values of radio buttons and check boxes' },
    html: '<input id="i" type="radio" name="r" value="$A"><input id="j" type="checkbox" value="$B">',
    deeds: [
      ['click', '#i'],
      ['click', '#j'],
    ],
  },
  {
    ...{ number: 22, title: 'values of other elements' },
    html: `<button value="$A">ok</button><data value="$B">x</data><object><param name="p" value="$C"></object>
      <meter value="0.5" title="$D"></meter><progress title="$E"></progress><li value="7">$F</li>`,
  },
  {
    ...{ number: 23, title: 'chosen file', html: '<input id="i" type="file">' },
    ...{ deeds: [['file', '#i', '$A-payroll.pdf']], unsaid: 'all' },
  },
  {
    ...{ number: 25, title: 'card number and one-time code' },
    html: '<input id="i" type="tel" autocomplete="cc-number"><input id="j" type="number" autocomplete="one-time-code">',
    deeds: [
      ['type', '#i', '4111111111111111'],
      ['type', '#j', '907531'],
    ],
    ...{ values: ['4111111111111111', '41111111', '907531'], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 26, title: 'dates, ranges, addresses, unknown types' },
    html: `<input type="date" value="1987-03-14"><input type="range" max="999999" value="283746">
      <input type="ssn" value="$A"><input type="EMAIL" value="$B@kazmir.example">`,
    ...{ values: ['1987-03-14', '283746'], floors: 'B' },
  },
  {
    ...{ number: 28, title: 'typed into an editor' },
    html: '<div id="i" contenteditable="true" style="min-height:20px">&nbsp;</div>',
    deeds: [['type', '#i', '$A']],
  },
  {
    ...{ number: 29, title: 'an editor of its own', html: '<div role="textbox" tabindex="0" id="i"></div>' },
    after: `for (const ch of '$A') i.append(Object.assign(document.createElement('span'), { textContent: ch }));
      i.setAttribute('data-value', '$A'); i.setAttribute('aria-valuetext', '$A')`,
  },
  {
    ...{ number: 106, title: 'text inserted by a command' },
    html: '<div id="i" contenteditable="true"></div><textarea id="t"></textarea>',
    after: `i.focus(); document.execCommand('insertText', false, '$A');
      t.focus(); document.execCommand('insertText', false, '$B')`,
  },
  {
    ...{ number: 107, title: 'editable by style', html: '<p id="i" style="-webkit-user-modify:read-write">- </p>' },
    deeds: [['type', '#i', '$A']],
  },
  {
    ...{ number: 94, title: 'options that change', html: '<select id="i"></select>' },
    after: `i.innerHTML = '<option value="$A">$B</option>'; await later();
      i.options[0].text = '$C'; i.options[0].value = '$D'; i.options[0].label = '$E'`,
    unsaid: 'AB',
  },
  {
    ...{ number: 113, title: 'a field that lies', html: '<input id="i" type="password" value="$A">' },
    before: `Object.defineProperty(i, 'type', { get: () => 'submit' });
      Object.defineProperty(i, 'value', { get: () => '' }); i.getAttribute = () => 'submit'`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 190, title: 'a marker that asks to show a password' },
    html: '<div class="rr-unmask sentry-unmask ph-unmask" data-dd-privacy="allow"><input type="password" value="$A"></div>',
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 201, title: 'password whose field becomes plain text' },
    html: '<input id="i" type="password"><button id="b">show</button>',
    before: `b.onclick = () => { i.type = 'text'; i.setAttribute('value', i.value); i.title = i.value }`,
    deeds: [
      ['type', '#i', '$A'],
      ['click', '#b'],
    ],
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 202, title: 'password that comes back encoded' },
    html: '<input id="i" type="password"><p id="o">none</p>',
    before: `i.oninput = () => { o.textContent = 'Basic ' + btoa('user:' + i.value) + ' ' + encodeURIComponent(i.value) }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 203, title: 'what was typed comes back in other forms' },
    html: '<input id="i" title="subject"><div id="o">none</div><a id="l" href="#">Go</a>',
    before: `i.oninput = () => { const v = i.value; o.textContent = v.toUpperCase() + ' ' + btoa(v) + ' ' +
      [...v].join(' ') + ' ' + v.split('').reverse().join('');
      l.href = '/search/' + encodeURIComponent(v) + '/' + btoa(v); l.className = 'go-' + v; document.title = v }`,
    deeds: [['type', '#i', '$A']],
  },
  {
    ...{ number: 204, title: 'field in a form of another frame', frame: '<input id="j" name="pin" value="$A">' },
    ...{ html: '<iframe src="$FRAME"></iframe>', floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 205, title: 'texts of buttons that are fields' },
    html: '<input type="button" value="Call $A"><input type="submit" value="$B"><input type="image" alt="$C" src="x.png">',
  },
  {
    ...{ number: 206, title: 'group of options, and what a list is called' },
    html: '<select aria-label="$C"><optgroup label="$A"><option label="$B">one</option></optgroup></select>',
  },
  {
    ...{ number: 207, title: 'output, details, dialog' },
    html: '<output>$A</output><details open><summary>$B</summary>$C</details><dialog open>$D</dialog>',
  },
  {
    ...{ number: 116, title: 'keys pressed where nothing is written', html: '<div id="i" tabindex="0">Board</div>' },
    ...{ deeds: [['type', '#i', '$A']], unsaid: 'all' },
  },
  {
    ...{ number: 121, title: 'copied, cut and pasted' },
    html: '<textarea id="i">$A</textarea><input id="j">',
    deeds: [
      ['press', '#i', 'Control+a', 'Control+c'],
      ['press', '#j', 'Control+v'],
      ['press', '#j', 'Control+a', 'Control+x'],
    ],
  },
  {
    ...{ number: 124, title: 'selected text', html: '<p id="i">$A</p>' },
    deeds: [['press', '#i', 'Control+a']],
  },
];
