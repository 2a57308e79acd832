import type { LeakCase } from './leak-case.ts';

/** What a page shows, and the style sheets it does it with. */
export const TEXT_CASES: readonly LeakCase[] = [
  { number: 55, title: 'text', html: '<p>$A</p>' },
  { number: 56, title: 'text that changes', html: '<p id="i">a</p>', after: `i.firstChild.data = '$A'` },
  {
    ...{ number: 58, title: 'a message that lives for a moment', html: '<div id="i">x</div>' },
    after: `const t = document.createElement('div'); t.textContent = 'Saved $A'; i.append(t);
      setTimeout(() => t.remove(), 20); await later()`,
    unsaid: 'all',
  },
  {
    ...{ number: 59, title: 'moved out of what is marked as masked' },
    html: '<div class="rr-mask sentry-mask ph-mask" id="m"><b id="n">$A</b></div><div id="o"></div>',
    after: 'o.append(n)',
  },
  {
    ...{ number: 61, title: 'scripts' },
    html: `<script id="__NEXT_DATA__" type="application/json">{"u":"$A"}</script>
      <script type="application/ld+json">{"name":"$B"}</script><script>window.__S = "$C"</script>
      <script src="/a.js?k=$D"></script>`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 62, title: 'what nobody sees' },
    html: `<template><p>$A</p></template><noscript><img src="/n?u=$B">$C</noscript><div hidden>$D</div>
      <div style="position:absolute;left:-9999px">$E</div>`,
    ...{ floors: 'ABC', unsaid: 'ABC' },
  },
  {
    ...{ number: 63, title: 'comments', html: '<div><!-- $A --><!--[if IE]>$B<![endif]-->x</div>' },
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 64, title: 'style sheet that shows text' },
    head: `<style id="st">.n::after{content:"$A"} :root{--u:"$B"} /* $C */ @import url("/c.css?k=$D");</style>`,
    html: '<i class="n"></i>',
    ...{ floors: 'C', unsaid: 'CD' },
  },
  {
    ...{ number: 65, title: 'rules that scripts insert', head: '<style id="st">p{}</style>' },
    html: '<p class="a">x</p>',
    after: `st.sheet.insertRule('.a::before{content:"$A"}', 0); const s = new CSSStyleSheet();
      s.replaceSync('.a::after{content:"$B"}'); document.adoptedStyleSheets = [s]; await later();
      const t = document.createElement('style'); t.textContent = '.b::after{content:"$C"}'; document.head.append(t)`,
  },
  {
    ...{ number: 67, title: 'parts of XML', html: '<svg id="v"></svg>' },
    after: `const d = new DOMParser().parseFromString('<r><![CDATA[$A]]><?pi $B?></r>', 'text/xml');
      for (const n of [...d.documentElement.childNodes]) { try { v.append(document.importNode(n, true)) } catch {} }`,
    unsaid: 'all',
  },
  {
    ...{ number: 68, title: 'spread over several elements' },
    html: `<p><span>51051051</span> <span>05105100</span></p><p><b>$A.</b>kazmir<i>@corp.example</i></p>`,
    ...{ values: ['51051051', '05105100'], floors: 'all' },
  },
  {
    ...{ number: 70, title: 'notes with a name and a day' },
    ...{ html: '<p>Patient $A was admitted on 3 May.</p>', values: ['3 May'] },
  },
  {
    ...{ number: 86, title: 'data in style elements', head: '<style type="text/x-data">{"ssn":"$A"}</style>' },
    html: '<svg><style>/*x*/ .q{} $B{} .r{--z:$C}</style></svg>',
    ...{ floors: 'A', unsaid: 'A' },
  },
  {
    ...{ number: 87, title: 'style sheets that name data' },
    head: `<style>.status-$A{} #user-$B{} [data-who="$C"]{} @keyframes $D{} .x{animation-name:$D;grid-area:$E}
      @layer $F; :root{--of-$G:1} user-$H{} [is-$I]{} .y:not([$J]){}</style>`,
    html: '<p>x</p>',
  },
  {
    ...{ number: 213, title: 'style sheets that name data in other places' },
    head: `<style>@container $A (min-width:1px){p{}} .g{grid-template-areas:"$B $C";container-name:$D;
      view-transition-name:$E;counter-reset:$F 1;list-style-type:"$G"} ::highlight($H){} :lang($I){} ::part($J){}</style>`,
    html: '<p>x</p>',
  },
  {
    ...{ number: 88, title: 'addresses and fonts of style sheets' },
    head: `<link rel="stylesheet" href="/c.css?u=$A"><style>@font-face{font-family:"$B";src:url(/f.woff2?u=$C)}
      p{background:url(/b.png?u=$D)}</style>`,
    html: '<p>x</p>',
    unsaid: 'C',
  },
  {
    ...{ number: 97, title: 'rule whose text changes', head: '<style id="st">.a::after{content:"x"}</style>' },
    html: '<p class="a">x</p>',
    after: `st.sheet.cssRules[0].style.setProperty('content', '"$A"')`,
    unsaid: 'all',
  },
  {
    ...{ number: 98, title: 'formulas, readings, old elements' },
    html: `<math><semantics><mi>x</mi><annotation encoding="text/$A">$B</annotation></semantics></math>
      <ruby>$C<rt>$D</rt></ruby><xmp>$E</xmp>`,
  },
  {
    ...{ number: 110, title: 'at the end of a very long text', html: '<p id="i">x</p>' },
    after: `i.title = 'x '.repeat(5e4) + '$A'; i.textContent = 'y'.repeat(1e5) + ' $B'`,
  },
  {
    ...{ number: 134, title: 'numbers, days and amounts' },
    html: '<table><tr><td>1983-07-19</td><td>$283,746.12</td><td>62704</td><td>73914</td></tr></table>',
    values: ['1983-07-19', '283,746', '746.12', '62704', '73914'],
  },
  {
    ...{ number: 214, title: 'cells, and what stands in their row' },
    html: `<table><caption>$F</caption><tr><th scope="row">$A</th><td>$B</td><td>Mr $C</td>
      <td><button title="Open case of $D" aria-label="Open case of $E">›</button></td></tr></table>`,
    deeds: [['click', 'button']],
  },
  {
    ...{ number: 130, title: 'what stands beside what is clicked' },
    html: `<section aria-label="$A"><h3>$B</h3><table><tr><td>$C</td><td><label>$D <input></label></td>
      <td><button>Approve</button></td></tr></table></section>`,
    deeds: [['click', 'button']],
  },
  {
    ...{ number: 131, title: 'names that the browser computes' },
    html: `<i id="n-a">$A</i><i id="n-b" hidden>$B</i><div role="button" tabindex="0" aria-labelledby="n-a n-b" aria-owns="n-c">
      <img alt="$C"></div><i id="n-c" role="img" aria-label="$D"></i>`,
    deeds: [['click', '[role=button]']],
  },
  {
    ...{ number: 127, title: 'names of what is clicked' },
    html: '<button aria-label="Open case of $A">›</button><a href="#" title="Profile of $B"><b>$C</b></a>',
    deeds: [
      ['click', 'button'],
      ['click', 'b'],
    ],
  },
  {
    ...{ number: 128, title: 'selectors of what is clicked' },
    html: '<ul id="list-$A"><li data-testid="user-$B"><span id="user-$C" title="$D">$E</span></li></ul>',
    deeds: [['click', 'span']],
  },
  {
    ...{
      number: 146,
      title: 'translated text',
      html: '<p><font style="vertical-align: inherit;"><font>$A</font></font></p>',
    },
  },
  {
    ...{ number: 197, title: 'what identifies together' },
    html: '<table><tr><td>1957</td><td>62709</td><td>$A</td></tr></table>',
    values: ['62709'],
  },
  {
    ...{ number: 215, title: 'encoded texts' },
    html: `<p>$B.64</p><div>$C.hex</div><span title="$D.64">x</span><p>&#36; $A.rev</p>`,
  },
  {
    ...{ number: 216, title: 'text written otherwise' },
    html: `<p id="i">x</p><p id="j">x</p><p id="k">x</p><h2 id="l">x</h2>`,
    after: `i.textContent = [...'$A'].join('\\u200b'); j.textContent = [...'$B'].join(' ');
      k.textContent = '$C'.normalize('NFKD').replace(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      l.textContent = [...'$D'].join('\\u00ad')`,
    unsaid: 'all',
  },
  {
    ...{ number: 217, title: 'names in what the app says' },
    html: `<h1>Welcome back, $A!</h1><div>Assigned to $B</div><div role="alert">Saved $C</div><label>Notes for $D</label>
      <nav><a href="#">$E</a></nav><div><span>$F</span> commented</div><div>$G</div><a href="#" role="tab">$H</a>`,
  },
  {
    ...{ number: 218, title: 'lists, trees, cards' },
    html: `<div role="row"><div role="gridcell">$A</div></div><div role="treeitem">$B</div><dl><dt>$C</dt><dd>$D</dd></dl>
      <div class="card"><div class="card-title">$E</div><small>$F</small></div><pre>$G</pre><code>$H</code>`,
  },
  {
    ...{ number: 219, title: 'identifiers of many kinds' },
    html: `<p>DE89 3704 0044 0532 0130 00</p><div>+49 30 5557 0143</div><div>192.0.2.217</div>
      <h1>4012 8888 8888 1881</h1><div>ghp_16C7e42F292c6912E7710c838347Ae178B4a</div>`,
    values: ['3704 0044', '5557 0143', '192.0.2.217', '8888 8888', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
    floors: 'all',
  },
];
