import type { LeakCase } from './leak-case.ts';

/** Secrets that only what stands around them gives away. */
export const ANNOUNCED_CASES: readonly LeakCase[] = [
  {
    ...{ number: 328, title: 'credentials in commands, settings and requests' },
    html: `<pre>curl -u bob:$A https://api.example</pre><p>{"password":"$B"}</p><p>otpauth://totp/Acme:bob?secret=$C&amp;issuer=Acme</p>
      <p>https://hooks.slack.com/services/T01/B02/$D</p><p>https://x.example/a?sig=$E</p><p>export DB_PASSWORD=$F</p>
      <p>Cookie: a=1; sid=$G</p><p>mysql --password $H</p><p>Authorization: Basic $I.64</p><li>Password: hunter2</li>
      <p>Backup codes: 4f7k-92mq, 8d3h-71xw</p>`,
    ...{ values: ['hunter2', '4f7k-92mq', '8d3h-71xw'], floors: 'all' },
  },
  {
    ...{ number: 329, title: 'fields behind texts that are no labels' },
    html: `<table><tr><td>Password</td><td><input value="$A"></td></tr></table><div>API key</div><input value="$B">
      <fieldset><legend>Card number</legend><input value="$C"></fieldset><dl><dt>PIN code</dt><dd><input value="$D"></dd></dl>
      <div role="group" aria-label="Security code"><input value="$E"></div><p>Secret: <input value="$F"></p>
      <div><span>IBAN</span><div><textarea>$G</textarea></div></div>`,
    floors: 'all',
  },
  {
    ...{ number: 330, title: 'secrets that are shown behind what they are called' },
    html: `<dl><dt>Password</dt><dd>Zk4hunter</dd></dl><p>Client secret:</p><code>zq81-mfwk</code><p>Your verification code</p>
      <h1>618 204</h1><table><tr><th>User</th><th>Token</th></tr><tr><td>b0b</td><td>Tk77vale</td></tr></table>`,
    ...{ values: ['Zk4hunter', 'zq81-mfwk', '618 204', 'Tk77vale'], floors: 'all' },
  },
  {
    ...{ number: 331, title: 'editors for secrets, and what the page shows of them' },
    html: `<div id="i" contenteditable="true" aria-label="Password" style="min-height:20px"></div><p id="o">x</p>
      <div role="textbox" tabindex="0" aria-label="API key"><b>$B</b></div>`,
    before: `i.oninput = () => { o.textContent = o.title = 'is ' + i.textContent }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'A' },
  },
  {
    ...{ number: 332, title: 'password letter by letter in a drawing' },
    html: '<input id="i" type="password"><svg><text id="o"></text></svg>',
    before: `i.oninput = () => { o.innerHTML = [...i.value].map((one) => '<tspan>' + one + '</tspan>').join('') }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 333, title: 'password letter by letter in lines and cells, and by the numbers of its characters' },
    html: '<input id="i" type="password"><div id="l"></div><table><tr id="r"></tr></table><p id="o">x</p>',
    before: `i.oninput = () => { const all = [...i.value], each = (tag) => all.map((one) => '<' + tag + '>' + one + '</' + tag + '>').join('');
      l.innerHTML = each('div'); r.innerHTML = each('td');
      o.style.setProperty('--said', all.map((one) => '\\\\' + one.charCodeAt(0).toString(16) + ' ').join('')) }`,
    ...{ deeds: [['type', '#i', '$A']], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 334, title: 'codes in boxes that are no fields, and in fields of which only the group speaks' },
    html: `<div role="group" aria-label="Verification code">${'<span class="c" contenteditable style="display:inline-block;width:12px;height:16px"></span>'.repeat(6)}</div>
      <p id="o">x</p><div>One-time code</div><input class="d" maxlength="1">${'<i>–</i><input maxlength="1">'.repeat(5)}<p id="p">x</p>`,
    before: `const tell = (boxes, into, text) => boxes.forEach((box, at) => box.oninput = () => {
        boxes[at + 1]?.focus(); into.textContent = 'got ' + boxes.map(text).join('') });
      tell([...document.querySelectorAll('.c')], o, (box) => box.textContent);
      tell([...document.querySelectorAll('input')], p, (box) => box.value)`,
    ...{
      deeds: [
        ['type', '.c', '418365'],
        ['type', '.d', '720594'],
      ],
    },
    ...{ values: ['418365', '720594'], floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 335, title: 'lists of codes, and a number on a card without a colon' },
    html: `<h2>Backup codes</h2><p>Keep them somewhere safe.</p><ul><li>4f7k-92mq</li><li>83920174</li><li>kqmw-zpvt</li></ul>
      <p>Visa, CVV 7315</p>`,
    ...{ values: ['4f7k-92mq', '83920174', 'kqmw-zpvt', '7315'], floors: 'all' },
  },
];
