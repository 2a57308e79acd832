import type { LeakCase } from './leak-case.ts';

/** Secrets that change their place, their form or what they are taken for. */
export const SECRET_CASES: readonly LeakCase[] = [
  {
    ...{ number: 296, title: 'hidden field that is shown', html: '<input id="i" type="hidden"><p id="o">x</p>' },
    before: `i.value = '$A'`,
    after: `i.type = 'text'; await later(); o.textContent = 'You: ' + i.value; o.title = i.value`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 297, title: 'attributes of a page’s own that are named for secrets' },
    html: `<div id="i" data-last4="4907" data-cvv="9371" data-access-token="$A" data-otp="90210">x</div>
      <button data-pin="8316">Pay</button>`,
    deeds: [['click', 'button']],
    ...{ values: ['4907', '9371', '8316'], floors: 'all' },
  },
  {
    ...{ number: 298, title: 'names with the family’s first, in capitals, with a letter between' },
    html: `<h1>Price, Mark</h1><button>Assigned to Field, Bill</button><label>WHITE, MARK</label>
      <select><option>Mark A. Banks</option></select><table><tr><th>Rob PARK</th></tr></table>`,
    values: ['Price, Mark', 'Field, Bill', 'WHITE, MARK', 'A. Banks', 'Rob PARK'],
  },
  {
    ...{ number: 299, title: 'secret that comes back in a code behind something else' },
    html: '<input id="i" type="password"><p id="o">none</p>',
    before: `i.oninput = () => { o.title = 'user/' + btoa(i.value); o.dataset.state = 'session_' + btoa('u:' + i.value);
      o.textContent = 'data:;base64,' + btoa(i.value); }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 300, title: 'password that a script gives to another field' },
    html: '<input id="i" type="password"><input id="j"><textarea id="t"></textarea>',
    before: `i.oninput = () => { j.value = i.value; t.value = 'pw ' + i.value; t.defaultValue = i.value }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 301, title: 'password in the address that a form leads to', isTab: true },
    html: '<form id="f"><input id="i" type="password" name="q"></form><a id="a" href="#">x</a>',
    before: `i.oninput = () => { a.href = '#/in?q=' + i.value; history.replaceState(null, '', '?q=' + i.value) }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 302, title: 'secret in the texts of style sheets and in variables' },
    html: '<input id="i" type="password"><p id="o" class="o">x</p><style id="s">p{}</style>',
    before: `i.oninput = () => { s.textContent = '.o::after{content:"' + i.value + '"}';
      o.style.setProperty('--v', '"' + i.value + '"'); o.style.setProperty('content', '"' + i.value + '"') }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 303, title: 'password a letter at a time' },
    html: '<input id="i" type="password"><p id="o"></p>',
    before: `i.oninput = () => { o.innerHTML = [...i.value].map((one) => '<b>' + one + '</b>').join('') }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{
      number: 304,
      title: 'option that is a secret, chosen',
      html: '<select id="i" name="api_key"><option>none</option><option>$A</option></select>',
    },
    deeds: [['choose', '#i', 1]],
  },
  {
    ...{ number: 305, title: 'keys in texts of apps' },
    html: `<button>Copy token: sk_live_51H8xYzQ2mNbVcXz9</button><h2>ghp_16C7e42F292c6912E7710c838347Ae178B4a</h2>
      <label>Secret = hX9-kL2_mN4pQ7</label><code>postgres://admin:Tr0ub4dor@db.kazmir.example/x</code>`,
    values: ['51H8xYzQ2mNbVcXz9', '16C7e42F292c6912E7710c838347Ae178B4a', 'hX9-kL2_mN4pQ7', 'Tr0ub4dor'],
    floors: 'all',
  },
  {
    ...{ number: 306, title: 'what was typed, spread over classes and attributes' },
    html: '<input id="i"><p id="o">x</p>',
    before: `i.oninput = () => { const v = i.value; o.className = v.slice(0, 6) + ' ' + v.slice(6);
      o.dataset.first = v.slice(0, 8); o.id = 'u-' + v }`,
    deeds: [['type', '#i', '$A']],
  },
  {
    ...{
      number: 307,
      title: 'what is dragged into a field',
      html: '<p id="i" draggable="true">x</p><textarea id="t"></textarea>',
    },
    after: `t.value = 'dropped $A'; t.dispatchEvent(new InputEvent('input', { data: '$A', inputType: 'insertFromDrop', bubbles: true }))`,
  },
  {
    ...{ number: 308, title: 'events that a page makes up' },
    html: '<button id="i">Go</button><input id="j">',
    after: `i.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
      j.dispatchEvent(new CompositionEvent('compositionend', { data: '$A', bubbles: true }));
      i.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      j.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }))`,
    unsaid: 'all',
  },
  {
    ...{ number: 309, title: 'highlights, counters and pictures of letters' },
    head: `<style>::highlight($A){color:red} @counter-style $B{symbols:"$C"} @property --$D{syntax:"*";inherits:false}
      @keyframes $E{from{--x:"$F"}} @layer $G; @container $H (width>1px){p{color:red}}</style>`,
    html: '<p style="anchor-name:--$I;view-transition-name:$J">x</p>',
  },
  {
    ...{ number: 310, title: 'live regions and descriptions' },
    html: `<div id="i" role="status" aria-live="polite"></div><div role="alert">$A was here</div>
      <p id="d" hidden>$B</p><button aria-describedby="d" aria-keyshortcuts="$C">Go</button>`,
    after: `i.textContent = '$D has joined'; i.ariaLabel = '$E'; i.ariaDescription = '$F'`,
    deeds: [['click', 'button']],
  },
  {
    ...{ number: 311, title: 'names in other writings' },
    html: `<h1>Алексей Смирнов</h1><button>佐藤花子</button><label>محمد الأحمد</label><th>Ελένη Παππά</th>
      <select><option>नेहा शर्मा</option></select><nav><a href="#">Đặng Thị Hoa</a></nav>`,
    values: ['Алексей', 'Смирнов', '佐藤花子', 'محمد', 'Ελένη', 'नेहा', 'Đặng'],
  },
  {
    ...{ number: 312, title: 'initials and handles of people' },
    html: `<span class="avatar" title="$A $B">$A.rev</span><a href="#">@$C</a><li>$D (you)</li><button>+ $E</button>
      <h2>$F & $G</h2><legend>$H vs. $I</legend>`,
  },
  {
    ...{ number: 313, title: 'addresses and places' },
    html: `<h1>221b Kazmir Street</h1><label>SW1A 2AA</label><button>48.85837, 2.294481</button><th>62704-1234</th>
      <caption>+49 170 5551234</caption>`,
    values: ['221b', 'Kazmir', 'SW1A', '48.85837', '2.294481', '62704', '5551234'],
  },
  {
    ...{ number: 314, title: 'popovers, dialogs and hints that come and go' },
    html: '<button id="b" popovertarget="p">More</button><div id="p" popover>$A</div><dialog id="d"></dialog>',
    before: `b.onmouseenter = () => { b.title = '$B' }; b.onclick = () => { d.innerHTML = '<h2>Delete $C?</h2>'; d.showModal(); }`,
    deeds: [['click', '#b']],
  },
  {
    ...{ number: 315, title: 'elements of forms that know more than they show' },
    html: `<form id="$A" name="$B" target="$C" accept-charset="$D"><fieldset name="$E"><legend>x</legend>
      <input name="$F" dirname="$G" form="$H" pattern="$I" list="$J"></fieldset></form>`,
  },
  {
    ...{ number: 316, title: 'password backwards, spelt and letter after letter' },
    html: '<input id="i" type="password"><p id="o">x</p><p id="s">x</p><p id="l"></p>',
    before: `i.oninput = () => { const v = i.value; o.textContent = 'is ' + [...v].reverse().join('');
      s.textContent = [...v].join(' '); const b = document.createElement('b'); b.textContent = v.at(-1); l.append(b) }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 317, title: 'frame that shows the password and goes away', frame: '<p>x</p>' },
    html: '<input id="i" type="password" autocomplete="off"><iframe id="f" width="90" height="60" src="$FRAME"></iframe>',
    before: `i.oninput = () => { if (i.value.length < 12) return; const shown = f.contentDocument;
      shown.body.textContent = 'is ' + i.value; shown.title = i.value; setTimeout(() => (f.src = f.src), 50) }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 318, title: 'address to which a script goes with a password', isTab: true },
    html: '<input id="i" type="password">',
    before: `i.oninput = () => i.value.length === 12 && location.assign(location.pathname + i.value + '?q=' + i.value)`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 319, title: 'accounts in fields that only their labels give away' },
    html: `<label for="a">Account number</label><input id="a" value="48291734"><label>Sort code
      <input id="b" value="40-47-84"></label><span id="l">IBAN</span><input aria-labelledby="l" value="ZZ00 $A"><p id="o">x</p>`,
    after: `o.textContent = a.value + ' and ' + b.value`,
    ...{ values: ['48291734', '40-47-84'], floors: 'all' },
  },
  {
    ...{ number: 320, title: 'account that is shown when its field is gone' },
    html: '<div id="w"><input id="i" name="account_number"></div><p id="o">x</p>',
    before: `i.onchange = () => { o.textContent = 'Saved ' + i.value + ' for you'; o.title = i.value; w.remove() }`,
    deeds: [
      ['type', '#i', 'ZK48291734'],
      ['click', '#o'],
    ],
    ...{ values: ['ZK48291734'], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 321, title: 'codes and credentials in texts' },
    html: `<p>Your verification code is 618204.</p><p>739155 is your one-time code</p><li>PIN: 8317</li>
      <pre>redis://:$A@cache:6379</pre><p>Set-Cookie: sid=Zk38fm20dL; Path=/</p><p>AccountKey=Qw71mvT5bn2;</p>`,
    ...{ values: ['618204', '739155', '8317', 'Zk38fm20dL', 'Qw71mvT5bn2'], floors: 'all' },
  },
  {
    ...{ number: 322, title: 'dialogs that ask with a password', isTab: true },
    html: '<input id="i" type="password"><button id="b">Go</button>',
    before: `b.onclick = () => { alert('is ' + i.value); confirm(i.value + '?'); prompt('again', i.value) }`,
    deeds: [
      ['type', '#i', '$A'],
      ['click', '#b'],
    ],
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 323, title: 'password in pictures, drawings and shadow trees' },
    html: '<input id="i" type="password"><canvas id="c"></canvas><svg><title id="t">x</title></svg><x-z id="z"></x-z>',
    before: `const root = z.attachShadow({ mode: 'open' }), sheet = new CSSStyleSheet(); root.adoptedStyleSheets = [sheet];
      i.oninput = () => { const v = i.value; c.getContext('2d').fillText(v, 1, 9); c.textContent = v; t.textContent = v;
      root.innerHTML = '<p title="' + v + '">' + v + '<input value="' + v + '"></p><style>p::before{content:"' + v + '"}</style>';
      sheet.replaceSync('p::after{content:"' + v + '"}') }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 324, title: 'PIN that a pad of buttons puts in and shows' },
    html: `<input id="i" type="password" size="2" readonly><p id="o">x</p><div id="k"><button>2</button>
      <button>4</button><button>6</button><button>8</button></div>`,
    before: `k.onclick = (e) => { i.value += e.target.textContent; o.textContent = 'is ' + i.value; o.title = i.value }`,
    deeds: [4, 1, 3, 2].map((place) => ['click', `#k button:nth-child(${place})`] as const),
    ...{ values: ['8264'], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 325, title: 'page that shows what a script put into a password field of a frame' },
    ...{ html: '<p id="o">x</p><iframe id="f" src="$FRAME"></iframe>', frame: '<input type="password">' },
    after: `await loaded(f); const field = f.contentDocument.querySelector('input'); field.value = '$A';
      field.dispatchEvent(new Event('input', { bubbles: true })); o.textContent = o.title = field.value`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 326, title: 'page that shows what a script put into a field for secrets in a shadow tree' },
    html: '<x-y id="h"></x-y><p id="o">x</p>',
    before: `h.attachShadow({ mode: 'open' }).innerHTML = '<label for="q">Password</label><input id="q">'`,
    after: `const field = h.shadowRoot.getElementById('q'); field.value = '$A'; o.textContent = o.title = field.value`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{
      number: 336,
      title: 'the same in shadow trees that come after their hosts, open and closed, before anybody acts',
    },
    html: '<x-y id="h"></x-y><x-z id="g"></x-z><p id="o">x</p><p id="p">x</p>',
    after: `const fill = (host, mode, secret, shown) => { const root = host.attachShadow({ mode });
      root.innerHTML = '<label for="q">Password</label><input id="q">'; root.getElementById('q').value = secret;
      shown.textContent = shown.title = secret + ' $C' }; fill(h, 'open', '$A', o); fill(g, 'closed', '$B', p)`,
    ...{ deeds: [], floors: 'AB', unsaid: 'AB' },
  },
  {
    ...{ number: 327, title: 'code with a field for each digit, shown as one' },
    html: `<form>${'<input maxlength="1" size="1">'.repeat(6)}</form><p id="o">x</p>`,
    before: `const boxes = [...document.querySelectorAll('input')]; boxes[0].autocomplete = 'one-time-code';
      boxes.forEach((box, place) => (box.oninput = () => { boxes[place + 1]?.focus();
      o.textContent = o.title = 'Code ' + boxes.map(({ value }) => value).join('') + ' is wrong' }))`,
    ...{ deeds: [['type', 'input', '418365']], values: ['418365'], floors: 'all', unsaid: 'all' },
  },
];
