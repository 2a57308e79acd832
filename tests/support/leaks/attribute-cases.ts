import type { LeakCase } from './leak-case.ts';

/** What stands in attributes, in names that code gives to things, and in addresses. */
export const ATTRIBUTE_CASES: readonly LeakCase[] = [
  { number: 31, title: 'placeholder', html: '<input placeholder="$A@corp.example">', floors: 'all' },
  {
    ...{ number: 32, title: 'words for people' },
    html: `<i title="$A" aria-label="$B" aria-description="$C" aria-valuetext="$D" aria-roledescription="$E">x</i>
      <img alt="$F"><table summary="$G"><tr><th abbr="$I">x</th></tr></table>
      <track label="$H">`,
  },
  {
    ...{ number: 34, title: 'state of frameworks' },
    html: `<div data-page='{"props":{"u":"$A"}}' wire:snapshot='{"data":"$B"}' x-data="{k:'$C'}"
      hx-headers='{"X-CSRF":"$D"}' ng-init="t='$E'">x</div>`,
  },
  {
    ...{ number: 35, title: 'source of handlers', html: `<a onclick="openCase('$A')">x</a>`, floors: 'all' },
  },
  {
    ...{ number: 37, title: 'name of an attribute', html: '<div id="i">x</div>' },
    after: `i.setAttribute('data-$A', '1'); i.setAttribute('$B', ''); i.setAttribute('data-has-$C-open', 'true')`,
  },
  {
    ...{ number: 38, title: 'style of an element' },
    html: `<div id="i" style="--who:'$A';background:url(/p?tok=$B)">x</div>`,
    after: `i.style.setProperty('--k', '"$C"'); i.style.setProperty('--$D', '1'); i.style.fontFamily = '$E'`,
  },
  {
    ...{ number: 40, title: 'data for machines' },
    html: `<span itemprop="email" content="$A@kazmir.example">x</span><time datetime="1987-03-15">x</time>
      <a download="$B.pdf" href="#" ping="/p?u=$C">d</a><blockquote cite="/c?u=$D">q</blockquote>`,
    ...{ values: ['1987-03-15'], floors: 'A' },
  },
  {
    ...{ number: 196, title: 'classes, ids and names made of words' },
    html: `<div class="status-$A row"><i id="user_$B" class="$C-$D"></i><b data-state="$E" data-testid="row-$F">x</b></div>
      <label for="f-$G">x</label><input name="$H">`,
  },
  {
    ...{ number: 91, title: 'texts where keywords belong' },
    html: `<div role="$A" lang="$B" dir="$C" aria-current="$D">x</div><ol type="$E"></ol>
      <input type="text" autocomplete="$F" inputmode="$G">`,
  },
  {
    ...{ number: 92, title: 'names of parts' },
    html: `<i slot="$A" part="$B" exportparts="$C" itemid="$D" popovertarget="$E" accesskey="$F">x</i>
      <table><tr><td headers="$G">x</td></tr></table><script nonce="$H"></script>`,
    unsaid: 'H',
  },
  {
    ...{ number: 95, title: 'attributes with namespaces', html: '<svg><a id="i"></a></svg>' },
    after: `i.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:title', '$A'); i.setAttributeNS('urn:x', 'q:v', '$B');
      const a = document.createAttribute('data-z'); a.value = '$C'; i.setAttributeNode(a)`,
    unsaid: 'AB',
  },
  {
    ...{ number: 104, title: 'numbers as lengths' },
    html: '<div id="i" style="width:73.519%">x</div><svg><rect id="r" height="91847" width="5"/></svg>',
    after: `i.style.width = '64.8271%'; r.setAttribute('height', '582913')`,
    ...{ values: ['73.519', '91847', '64.8271', '582913'], unsaid: 'all' },
  },
  {
    ...{ number: 103, title: 'a signature' },
    html: '<svg><path id="i" d="M1020304 5060708 L9102030 4050607"/></svg>',
    after: `i.setAttribute('d', 'M777111 888222 C1 2 3 4 5 6')`,
    ...{ values: ['1020304', '9102030', '777111'], unsaid: 'all' },
  },
  {
    ...{ number: 208, title: 'texts in drawings' },
    html: `<svg><title>$A</title><desc>$B</desc><text>$C</text><g id="$D" fill="url(#$E)" font-family="$F">
      <animate attributeName="x" values="1;$G" /><path d="$H"/></g><metadata>$I</metadata></svg>`,
  },
  {
    ...{ number: 209, title: 'long names of attributes that nobody knows' },
    html: '<div data-who="$A $B" data-json="$C" custom-thing="$D" person="$E" data-date="1961-11-04">x</div>',
    values: ['1961-11-04'],
  },
  {
    ...{ number: 210, title: 'names in names of components' },
    html: '<div class="MuiButton$B" id="react-$A-12" data-cy="open$D">x</div><i is="x-$C">y</i>',
  },
  {
    ...{ number: 109, title: 'one person in five places' },
    html: `<div class="person-$A" data-email="$A@kazmir.example"><a href="/p/$A">$A</a>
      <img alt="$A" src="/av/$A.png"></div>`,
  },
  {
    ...{ number: 41, title: 'query of the page', isTab: true, path: '?token=$A&q=$B', html: '<p>x</p>', floors: 'A' },
  },
  {
    ...{
      number: 42,
      title: 'fragment of the page',
      isTab: true,
      path: '#/people/$A?access_token=$B',
      html: '<p>x</p>',
    },
    floors: 'B',
  },
  {
    ...{ number: 43, title: 'path of the page', isTab: true, path: 'users/$A@corp.example/invite/7f9c2d/$B' },
    ...{ html: '<p>x</p>', floors: 'A' },
  },
  {
    ...{ number: 44, title: 'links that take the query of the page along', isTab: true, path: '?sig=$A' },
    html: '<a href="#top">top</a><a href="">self</a><a href="?page=2">n</a><svg><use href="#g"></use></svg>',
    floors: 'all',
  },
  {
    ...{ number: 45, title: 'route that the page changes by itself', isTab: true, html: '<p id="i">x</p>' },
    after: `history.pushState(null, '', location.pathname + 'people/$A?id=$B'); document.title = 'Case of $C';
      await later(); history.replaceState(null, '', '#$D')`,
  },
  {
    ...{ number: 125, title: 'fragment that quotes the page', isTab: true, path: '#:~:text=$A', html: '<p>x</p>' },
    unsaid: 'all',
  },
  {
    ...{ number: 46, title: 'signed pictures' },
    html: `<img src="/i.png?X-Amz-Signature=$A" srcset="/i2.png?s=$B 2x"><video poster="/p.png?s=$C"></video>
      <source src="/s?s=$D">`,
    floors: 'A',
  },
  {
    ...{ number: 47, title: 'addresses of forms and objects' },
    html: `<form action="/a?k=$A"><button formaction="/b?k=$B">x</button></form><object data="/o?k=$C"></object>
      <embed src="/e?k=$D"><table background="/t?k=$E"></table>`,
  },
  { number: 49, title: 'base of addresses', head: '<base href="/t/$A/">', html: '<a href="x">x</a><img src="y.png">' },
  {
    ...{ number: 50, title: 'addresses that hold data' },
    html: '<img src="data:image/png;base64,$A.64"><a href="data:text/csv,name,ssn%0A$B,1">csv</a>',
  },
  {
    ...{ number: 211, title: 'credentials in addresses' },
    html: `<a href="https://user:$A@host.example/x?api_key=$B&token=$C">x</a><img src="https://$D:x@host.example/y.png">
      <a href="javascript:open('$E')">y</a><a href="mailto:$F@corp.example?subject=$G">z</a><a href="blob:$H">b</a>`,
    floors: 'ABCDEFH',
  },
  {
    ...{ number: 212, title: 'addresses with encoded parts' },
    html: `<a href="/u/$A.hex">x</a><a href="/v/$B.64">x</a><a href="//host.example/$C/$D">y</a>
      <a href="/r?to=%2Fpeople%2F$E">z</a>`,
  },
  {
    ...{ number: 52, title: 'meta data' },
    head: `<meta name="csrf-token" content="$A"><meta name="user-email" content="$B"><meta name="_csrf" content="$C">
      <meta http-equiv="refresh" content="600;url=/x?t=$D"><meta property="og:title" content="$E">`,
    ...{ html: 'x', unsaid: 'all', floors: 'all' },
  },
  {
    ...{ number: 53, title: 'title of the page', isTab: true, head: '<title>Case $A – CRM</title>', html: '<p>x</p>' },
    after: `document.title = 'Inbox – $B'`,
  },
  {
    ...{ number: 145, title: 'icon of the page', isTab: true, html: '<p>x</p>' },
    head: '<link rel="icon" href="data:image/svg+xml,<svg><text>$A</text></svg>"><link rel="manifest" href="/$B.json">',
    unsaid: 'A',
  },
];
