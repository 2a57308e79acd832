import type { LeakCase } from './leak-case.ts';

/** Trees in trees, markers that ask for masks, and pages that work against the recorder. */
export const TREE_CASES: readonly LeakCase[] = [
  {
    ...{ number: 71, title: 'open shadow tree', html: '<x-a id="h"></x-a>' },
    before: `h.attachShadow({ mode: 'open' }).innerHTML = '<p>$A</p>'`,
  },
  {
    ...{ number: 73, title: 'shadow tree that changes', html: '<x-a id="h"></x-a>' },
    before: `h.attachShadow({ mode: 'open' }).innerHTML = '<p>a</p>b'`,
    after: `h.shadowRoot.querySelector('p').firstChild.data = '$A'; h.shadowRoot.lastChild.data = '$B';
      h.shadowRoot.append('$C')`,
  },
  {
    ...{ number: 74, title: 'marked shadow tree', html: '<x-a id="h" class="rr-mask sentry-mask ph-mask"></x-a>' },
    before: `h.attachShadow({ mode: 'open' }).innerHTML = '<p>$A</p>'`,
    after: `await later(); h.shadowRoot.querySelector('p').textContent = '$B'`,
    unsaid: 'A',
  },
  {
    ...{ number: 76, title: 'closed shadow tree', html: '<x-a id="h"></x-a>' },
    before: `const r = h.attachShadow({ mode: 'closed' }); r.innerHTML = '<input id=z value="$B"><p>$A</p>'`,
  },
  {
    ...{ number: 77, title: 'declared shadow tree' },
    html: '<x-a><template shadowrootmode="open"><slot></slot><p>$A</p></template>$B</x-a>',
  },
  {
    ...{ number: 79, title: 'frame', frame: '<p id="i">$A</p><input value="$C">' },
    html: '<iframe id="f" src="$FRAME"></iframe>',
    after: `await loaded(f); f.contentDocument.getElementById('i').textContent = '$B'`,
    unsaid: 'A',
  },
  {
    ...{ number: 80, title: 'marked frame', frame: '<p id="i">$A</p>' },
    html: '<iframe id="f" class="rr-mask sentry-mask ph-mask" src="$FRAME"></iframe>',
    after: `await loaded(f); f.contentDocument.getElementById('i').textContent = '$B'`,
    unsaid: 'A',
  },
  {
    ...{ number: 82, title: 'element marked as blocked' },
    html: '<div id="b" class="rr-block sentry-block ph-no-capture u-$A"><p>$B</p></div>',
    after: `b.insertAdjacentHTML('beforeend', '<i>$C</i>'); b.title = '$D'; b.querySelector('p').firstChild.data = '$E'`,
    unsaid: 'all',
  },
  {
    ...{ number: 83, title: 'element that becomes marked', html: '<div id="b"><p id="i">x</p></div>' },
    after: `b.classList.add('rr-block', 'sentry-block', 'ph-no-capture'); await later(); i.textContent = '$A'`,
    unsaid: 'all',
  },
  {
    ...{ number: 85, title: 'what another extension puts into the page', html: '<div id="i">x</div>' },
    after: `const d = document.createElement('com-1password-menu');
      d.attachShadow({ mode: 'open' }).innerHTML = '<li title="$B">$A</li>'; document.documentElement.append(d)`,
  },
  {
    ...{ number: 169, title: 'what password managers put beside fields', html: '<input id="i">' },
    after: `const b = document.createElement('com-1password-button'); b.setAttribute('data-account', '$A');
      b.attachShadow({ mode: 'closed' }).innerHTML = '<b title="$B">$C</b>'; i.after(b);
      i.setAttribute('data-1p-ignore', '$D'); i.setAttribute('data-lastpass-icon-root', '$E')`,
  },
  {
    ...{ number: 89, title: 'names of elements', html: '<user-$A>a</user-$A>' },
    after: `document.body.append(document.createElement('x-$B'))`,
  },
  {
    ...{ number: 100, title: 'password in a frame' },
    frame: '<form action="/login?next=$A"><input id="i" type="password" value="$B"></form>',
    html: '<iframe id="f" src="$FRAME"></iframe>',
    after: `await loaded(f); f.contentDocument.getElementById('i').type = 'text'`,
    ...{ floors: 'B', unsaid: 'B' },
  },
  {
    ...{ number: 101, title: 'element that comes out of a frame', frame: '<p id="i" title="$A">$B</p>' },
    html: '<iframe id="f" src="$FRAME"></iframe><div id="o"></div>',
    after: `await loaded(f); const n = f.contentDocument.getElementById('i'); if (n) o.append(n)`,
  },
  {
    ...{ number: 51, title: 'document in an attribute' },
    html: `<iframe srcdoc="<p title='$A'>$B</p><input type='password' value='$C'>"></iframe>`,
    ...{ floors: 'C', unsaid: 'C' },
  },
  {
    ...{ number: 163, title: 'frames that scripts write', html: '<iframe id="f"></iframe><iframe id="g"></iframe>' },
    after: `if (!f.contentDocument.body.childNodes.length) f.contentDocument.write('<p>$A</p><input type="password" value="$B">');
      if (!g.src) g.src = URL.createObjectURL(new Blob(['<p>$C</p>'], { type: 'text/html' }))`,
    ...{ floors: 'B', unsaid: 'all' },
  },
  {
    ...{ number: 161, title: 'frame that is not monitored', html: '<iframe src="$OTHER?$A"></iframe>' },
  },
  {
    ...{ number: 112, title: 'page that replaces built-ins', html: '<p id="i">a</p>' },
    before: `Object.defineProperty(Element.prototype, 'matches', { value: () => false, configurable: true });
      Object.defineProperty(Element.prototype, 'closest', { value: () => null, configurable: true });
      String.prototype.replace = function () { return String(this) }`,
    after: `i.textContent = '$A'; document.body.insertAdjacentHTML('beforeend', '<input value=$B type=password>')`,
    ...{ floors: 'B', unsaid: 'B' },
  },
  {
    ...{ number: 115, title: 'changed while detached', html: '<div id="w"><p id="i">a</p></div>' },
    after: `const n = document.getElementById('i'); n.remove(); n.textContent = '$A'; n.title = '$B'; await later();
      w.append(n)`,
  },
  {
    ...{ number: 167, title: 'page that replaces more built-ins', html: '<p id="i">a</p>' },
    before: `JSON.parse = () => ({}); window.MutationObserver = class {}; Array.prototype.includes = () => false;
      RegExp.prototype.test = () => false; RegExp.prototype.exec = () => null`,
    after: `i.textContent = '$A'; i.title = '$B'`,
  },
  {
    ...{ number: 149, title: 'canvas', html: '<canvas id="c" title="$B"></canvas>' },
    ...{ after: `c.getContext('2d').fillText('$A', 10, 10)`, unsaid: 'A' },
  },
  {
    ...{
      number: 151,
      title: 'pictures',
      html: '<img src="/badge-photo-of-$A.png"><picture><source srcset="/$B.webp"></picture>',
    },
  },
  {
    ...{
      number: 152,
      title: 'films',
      html: '<video><track src="/cc.vtt?u=$A" label="$B"></video><audio src="/$C.mp3"></audio>',
    },
  },
  {
    ...{ number: 154, title: 'fonts', html: '<p style="font-family:$B">x</p>' },
    after: `document.fonts.add(new FontFace('$A', 'url(/f.woff2?u=$C)'))`,
    unsaid: 'AC',
  },
  {
    ...{ number: 155, title: 'pictures in drawings' },
    html: `<svg><image href="data:image/png;base64,$A.64"/><use href="/sprite.svg#$B"/><use xlink:href="#$C"/></svg>`,
  },
];
