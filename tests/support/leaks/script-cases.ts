import type { LeakCase } from './leak-case.ts';

/** What scripts do with what somebody entered or what they know: echoes in other forms, objects without markup. */
export const SCRIPT_CASES: readonly LeakCase[] = [
  {
    ...{ number: 118, title: 'text on its way through an input method', html: '<input id="i">' },
    after: `i.focus(); for (const [type, data] of [['start', ''], ['update', '$A'], ['end', '$B']])
      i.dispatchEvent(new CompositionEvent('composition' + type, { data, bubbles: true })); document.execCommand('insertText', false, '$C')`,
    unsaid: 'AB',
  },
  {
    ...{ number: 139, title: 'names of resources', html: '<p>x</p>' },
    after: `await new Promise((done) => { const i = new Image(); i.onload = i.onerror = done; i.src = '/r/$A.png?token=$B' });
      performance.getEntriesByType('resource').map(({ name }) => name)`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 157, title: 'worklets and transitions', html: '<p id="i" style="background:paint(p-$C)">x</p>' },
    after: `CSS.paintWorklet?.addModule('data:text/javascript,registerPaint("$A",class{paint(){}})').catch(() => undefined);
      document.startViewTransition?.(() => { i.textContent = '$B'; i.style.viewTransitionName = 'v-$D' })`,
    unsaid: 'A',
  },
  {
    ...{ number: 235, title: 'code in six fields' },
    html: `<div>${'<input maxlength="1" size="1">'.repeat(6)}</div><p id="o">none</p>`,
    before: `const all = [...document.querySelectorAll('input')]; all.forEach((one, at) => one.oninput = () => {
      o.textContent = all.map(({ value }) => value).join(''); all[at + 1]?.focus() })`,
    ...{ deeds: [['type', 'input', '482915']], values: ['482915'] },
  },
  {
    ...{ number: 236, title: 'field that becomes one for passwords' },
    html: '<input id="i"><button id="b">hide</button><p id="o">none</p>',
    before: `b.onclick = () => { i.type = i.type === 'password' ? 'text' : 'password'; o.textContent = i.value; o.title = i.value }`,
    deeds: [
      ['click', '#b'],
      ['type', '#i', '$A'],
      ['click', '#b'],
    ],
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 237, title: 'people who are mentioned in an editor' },
    html: `<div id="i" contenteditable="true"><p>Hi <span class="mention" data-user-id="$A" data-mention="$B"
      contenteditable="false">@$C</span> and <a href="mailto:$D@corp.example">$E</a></p></div>
      <div contenteditable="plaintext-only">$F</div>`,
    ...{ deeds: [['type', '#i', '$G']], floors: 'D' },
  },
  {
    ...{ number: 238, title: 'what was typed comes back in many places', isTab: true },
    html: `<input id="i"><div id="o" role="status" aria-live="polite">none</div><p role="alert" id="e">none</p>
      <a id="d" download href="#">Save</a>`,
    before: `i.oninput = () => { const v = i.value; history.replaceState(null, '', '?q=' + v + '#/search/' + v); document.title = 'Results for ' + v;
      o.textContent = 'Saved “' + v + '”'; e.textContent = '"' + v + '" is not valid'; d.download = v + '.pdf';
      d.href = 'data:text/csv,' + v; i.setAttribute('aria-errormessage', v); d.title = 'Export ' + v; console.log(v) }`,
    deeds: [['type', '#i', '$A']],
  },
  {
    ...{ number: 239, title: 'what was typed comes back in another order and spelling' },
    html: '<input id="i"><div id="o">none</div><p id="p">none</p>',
    before: `i.oninput = () => { const [a = '', b = ''] = i.value.split(' '); o.textContent = b + ', ' + a; o.title = b.toUpperCase();
      o.id = 'u-' + (b + '.' + a).toLowerCase(); p.className = a + b; p.textContent = JSON.stringify({ n: b + a[0] });
      p.lang = b; p.setAttribute('data-slug', b + '-' + a) }`,
    deeds: [['type', '#i', '$A $B']],
  },
  {
    ...{
      number: 240,
      title: 'name in several nodes',
      html: '<p id="i"></p> <h2 id="j"></h2> <div id="l"></div>',
    },
    after: `const cut = (v) => [v.slice(0, 3), v.slice(3)];
      const [a, b] = cut('$A'); i.append(a, document.createElement('wbr'), b);
      const [c, d] = cut('$B'); j.append(Object.assign(document.createElement('b'), { textContent: c }), d);
      const [e, f] = cut('$C'); l.append(e, document.createComment('x'), f)`,
    unsaid: 'all',
  },
  {
    ...{
      number: 241,
      title: 'name between signs that turn or join',
      html: '<p id="i">x</p><p id="j">x</p><h1 id="k">x</h1><a id="l" href="#">x</a>',
    },
    after: `i.textContent = '\\u2067$A\\u2069'; j.textContent = [...'$B'].join('\\u200f'); k.textContent = [...'$C'].join('.');
      l.textContent = '$D'.toUpperCase() + '\\u0301'; l.title = [...'$E'].join('\\u2060')`,
  },
  {
    ...{ number: 242, title: 'password that comes back in other codes' },
    html: '<input id="i" type="password"><p id="o">none</p><a id="l" href="#">x</a><pre id="p">x</pre>',
    before: `i.oninput = () => { const v = i.value; const hex = [...v].map((c) => c.charCodeAt(0).toString(16)).join('');
      o.className = 'u-' + hex; o.dataset.k = btoa('{"p":"' + v + '"}'); l.href = '/x/' + encodeURIComponent(encodeURIComponent(v)) + '?p=' + v;
      o.textContent = JSON.stringify({ p: v }); o.title = [...v].map((c) => '&#' + c.charCodeAt(0) + ';').join('');
      p.textContent = '\\\\u00' + hex.match(/../g)?.join('\\\\u00') }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  // What is in the clipboard, another case may paste: at level `open`, that is kept.
  {
    ...{ number: 246, title: 'clipboard and drags of scripts', html: '<button id="b" draggable="true">Copy</button>' },
    before: `b.onclick = () => { navigator.clipboard?.writeText('$A').catch(() => undefined);
      const d = new DataTransfer(); d.setData('text/plain', '$B'); b.dispatchEvent(new DragEvent('dragstart', { dataTransfer: d })) }`,
    ...{ deeds: [['click', '#b']], floors: 'B', unsaid: 'all' },
  },
  {
    ...{ number: 248, title: 'names of channels, workers and marks', html: '<p>x</p>' },
    after: `new Worker(URL.createObjectURL(new Blob([''])), { name: '$A' }); new BroadcastChannel('$B').postMessage('$C');
      performance.mark('$D'); new MediaMetadata({ title: '$E', artist: '$F' }); document.body.animate([], { id: '$G' });
      CSS.highlights.set('$H', new Highlight())`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 249, title: 'rows that a list uses again', html: '<div id="i" role="grid"></div>' },
    after: `for (const name of ['$A', 'x', '$B']) { i.innerHTML = ''; for (let at = 0; at < 5; at += 1) {
      const row = document.createElement('div'); row.role = 'row'; row.style.transform = 'translateY(' + at * 20 + 'px)';
      row.textContent = name; row.title = name + ' ' + at; i.append(row) } await later() }
      i.firstChild.textContent = '$C'; i.lastChild.firstChild.data = '$D'`,
    unsaid: 'A',
  },
  {
    ...{
      number: 250,
      title: 'what comes under the pointer',
      html: '<button id="i">More</button><div id="t" role="tooltip"></div>',
    },
    before: `i.onmouseover = () => { t.textContent = '$A'; i.title = '$B'; i.setAttribute('aria-label', 'About $C') }`,
    deeds: [['click', '#i']],
  },
  {
    ...{
      number: 253,
      title: 'what a field says is wrong',
      html: '<form><input id="i" required title="$A" pattern="$B"></form>',
    },
    after: `i.setCustomValidity('$C'); i.reportValidity()`,
    unsaid: 'BC',
  },
  {
    ...{ number: 266, title: 'element with a life of its own', html: '<p id="i">x</p>' },
    after: `customElements.define('x-own-field', class extends HTMLElement { static formAssociated = true;
      constructor() { super(); const i = this.attachInternals(); i.setValidity({ customError: true }, '$A'); i.setFormValue('$B'); i.states?.add('$C');
        this.attachShadow({ mode: 'closed' }).innerHTML = '<p title="$D">$E</p>' } });
      document.body.append(document.createElement('x-own-field')); i.ariaLabel = '$F'; i.ariaDescription = '$G'; i.accessKey = '$H'`,
    unsaid: 'ABC',
  },
  {
    ...{ number: 264, title: 'names of forms and windows' },
    html: `<form target="$A" name="$B" id="f-$C"><input name="$D[email]" form="f-$C"><button formtarget="$E" name="$F">x</button></form>`,
    after: `window.name = '$G'; document.forms[0].elements[0].defaultValue = '$H'; document.forms[0].elements[0].value = '$I'`,
    unsaid: 'GH',
  },
  {
    ...{
      number: 265,
      title: 'values that scripts give to fields',
      html: '<input id="i"><textarea id="j"></textarea><select id="k"></select>',
    },
    after: `i.value = '$A'; j.value = '$B'; k.add(new Option('$C', '$D')); k.value = '$D'; await later(); j.defaultValue = '$E';
      i.setRangeText('$F ', 0, 0, 'end')`,
    unsaid: 'AE',
  },
  {
    ...{ number: 267, title: 'page that writes itself anew', isTab: true, html: '<button id="b">Go</button>' },
    before: `b.onclick = () => { document.body.innerHTML = '<h1>$A</h1><p>$B</p>'; document.title = '$C';
      document.documentElement.lang = '$D'; document.documentElement.className = 'theme-$E' }`,
    deeds: [['click', '#b']],
  },
];
