import type { LeakCase } from './leak-case.ts';

/** Rarer markup: each element and attribute of HTML, SVG, MathML and CSS in which something can stand. */
export const MARKUP_CASES: readonly LeakCase[] = [
  {
    ...{ number: 223, title: 'how elements refer to each other' },
    html: `<input aria-labelledby="n-$A" aria-describedby="$B"><span id="n-$A">x</span>
      <div aria-owns="$C" aria-controls="p_$D" aria-flowto="$E" aria-details="$F" aria-errormessage="$G"
      aria-activedescendant="opt-$H" aria-braillelabel="$I" aria-placeholder="$J">x</div>`,
  },
  {
    ...{ number: 224, title: 'results, measures and maps' },
    html: `<output for="$A" name="$B">x</output><meter min="0" max="9" value="7">$C</meter><progress>$D</progress>
      <img usemap="#$E" src="m.png"><map name="$E"><area alt="$F" href="/p/$G" coords="1,1,2,2" title="$H"></map>`,
  },
  {
    ...{ number: 225, title: 'objects, and what stands for them' },
    html: `<object data="data:text/html,<p>$A</p>" type="text/$B" name="$C">$D</object>
      <embed src="data:text/html,<p>$E</p>" title="$F"><iframe title="$G" name="$H" src="data:text/html,<p>$I</p>"></iframe>
      <canvas aria-label="$J"></canvas>`,
    unsaid: 'D',
  },
  {
    ...{ number: 226, title: 'captions of films' },
    html: `<video id="v"><track kind="captions" srclang="en" label="$A" src="data:text/vtt,WEBVTT%0A%0A00:00.000 --> 00:09.000%0A$B"></video>
      <canvas>$C <button>$D</button></canvas>`,
    after: `v.addTextTrack('captions', '$E').addCue(new VTTCue(0, 9, '$F'))`,
    unsaid: 'EF',
  },
  {
    ...{ number: 227, title: 'texts in parts of drawings' },
    html: `<svg aria-label="$A"><text><tspan>$B</tspan><textPath href="#p-$C">$D</textPath></text>
      <foreignObject><div>$E</div></foreignObject><style>.s{content:"$F"}</style>
      <a href="/p/$G"><set attributeName="href" to="/q/$H"/></a><switch systemLanguage="$I"><text>$J</text></switch></svg>`,
  },
  {
    ...{ number: 228, title: 'texts in formulas' },
    html: `<math alttext="$A"><mtext>$B</mtext><ms lquote="$C">$D</ms><maction actiontype="$E"><mi>$F</mi>
      <mtext>$G</mtext></maction><mi href="/m/$H" mathvariant="$I">$J</mi></math>`,
  },
  {
    ...{ number: 229, title: 'rarer rules of style sheets' },
    head: `<style>@property --p-$A{syntax:"*";inherits:false} q{quotes:"$B" "$C"} @counter-style $D{system:cyclic;symbols:"$E"}
      @font-face{font-family:x;src:local("$F")} .u{background:url("data:text/plain,$G")} @namespace n url("http://x.example/$H");
      [title~="$I"]{} .e::after{content:"\\24 $J"}</style>`,
    ...{ html: '<p class="u">x</p>', unsaid: 'H' },
  },
  {
    ...{ number: 230, title: 'rules in rules, in shadow trees', html: '<x-a id="h"></x-a>' },
    before: `const s = new CSSStyleSheet(); s.replaceSync(':host{--u:"$A"} :host(.$B){} ::slotted([n="$C"]){} @layer $D{p{}} ' +
      '@scope (.$E) to (.$F){p{}} .a{&.$G{} & > #$H{}} @supports (content:"$I"){p{}}');
      h.attachShadow({ mode: 'open' }).adoptedStyleSheets = [s]; h.shadowRoot.innerHTML = '<p>$J</p>'`,
    unsaid: 'I',
  },
  {
    ...{ number: 231, title: 'slots' },
    html: `<x-b><template shadowrootmode="open"><slot name="$A">$B</slot><style>::slotted(#u-$C){}</style></template>
      <b slot="$A" id="u-$C">$D</b></x-b>`,
  },
  {
    ...{
      number: 232,
      title: 'nodes that scripts move about',
      html: '<div id="w"><p id="i">x</p></div><div id="o"></div>',
    },
    after: `i.insertAdjacentText('beforebegin', '$A'); i.append('x$B'); i.lastChild.splitText(1); i.normalize();
      const f = document.createDocumentFragment(); f.append(Object.assign(document.createElement('b'), { textContent: '$C' }));
      o.append(f); const r = document.createRange(); r.selectNodeContents(o);
      r.surroundContents(Object.assign(document.createElement('u'), { title: '$D' })); await later();
      o.innerHTML = '<p title="$E">$F</p>'; await later(); o.innerHTML = ''; w.outerHTML = '<section>$G</section>';
      document.body.insertAdjacentHTML('beforeend', '<h2>$H</h2>')`,
    unsaid: 'ABCDEF',
  },
  {
    ...{ number: 233, title: 'links of the head' },
    head: `<link rel="canonical" href="/c/$A"><link rel="author" href="mailto:$B@corp.example">
      <link rel="alternate" title="$C" href="/feed/$D"><link rel="search" title="$E" href="/os.xml?$F">
      <link rel="preload" as="image" imagesrcset="/i/$G.png 1x"><link rel="mask-icon" color="$H" href="/m.svg">`,
    ...{ html: '<p>x</p>', floors: 'B' },
  },
  {
    ...{ number: 234, title: 'lists to choose from' },
    html: `<select multiple size="3" name="$H"><optgroup label="$A"><option label="$B" value="$C" selected>x</option></optgroup>
      <option value="x">$D</option></select><input list="l-$E"><datalist id="l-$E"><option label="$F" value="$G"></datalist>`,
  },
  {
    ...{ number: 243, title: 'attributes of frameworks' },
    html: `<x-user user-name="$A" :title="$B" @click="$C" v-bind:key="$D" [ng]="$E" *ngIf="$F" #ref-$G="x" is="u-$H"
      data-$I aria-$J="x">x</x-user>`,
  },
  {
    ...{ number: 244, title: 'what is written for machines' },
    html: `<div itemscope itemtype="http://x.example/$A" itemref="$B" property="$C" resource="/$D" typeof="$E" about="$F"
      vocab="$G" datatype="$H" prefix="$I">x</div><data value="$J">x</data>`,
  },
  {
    ...{ number: 245, title: 'links to people and programs' },
    html: `<a href="mailto:$A@corp.example?cc=$B@x.example&body=$C">a</a><a href="tel:+4915550143077">b</a>
      <a href="sip:$D@corp.example">c</a><a href="skype:$E?call">d</a><a href="whatsapp://send?text=$F">e</a>
      <a href="vscode://file/$G">f</a><a href="web+x:$H">g</a><a href="ftp://$I:pw@host.example/$J">h</a>`,
    ...{ values: ['4915550143077'], floors: 'A' },
  },
  {
    ...{ number: 247, title: 'documents in documents in attributes' },
    html: `<iframe name="$A" title="$B" srcdoc="<iframe srcdoc='<p title=$C>$D</p>'></iframe>"></iframe>
      <iframe sandbox srcdoc="<p>$E</p>"></iframe>`,
    unsaid: 'CDE',
  },
  {
    ...{ number: 252, title: 'what opens and closes' },
    html: `<div popover id="p">$A</div><details name="$B"><summary>x</summary>$C</details><fieldset name="$D"><legend>$E</legend>
      <label for="f-$F">$G</label></fieldset><button popovertarget="$H" commandfor="$I" command="--$J">x</button>`,
    after: 'p.showPopover()',
  },
  {
    ...{ number: 256, title: 'names in the style of an element' },
    html: `<p style="view-transition-name:$A;anchor-name:--$B;grid-area:$C;font-family:'$D';animation:$E 1s;
      counter-increment:$F;will-change:$G;transition:--$H 1s;container-name:$I;list-style-type:'$J'">x</p>`,
  },
  {
    ...{ number: 257, title: 'texts where other keywords belong' },
    html: `<a rel="$A" target="w_$B" type="$C/x" hreflang="$D" href="#">x</a><source media="(min-width:$E)" sizes="$F">
      <input accept=".$G" pattern="$H" step="$I"><iframe allow="$J"></iframe>`,
  },
  {
    ...{ number: 258, title: 'states that are none' },
    html: `<div role="$A button" aria-keyshortcuts="Control+$B" aria-relevant="$C" aria-rowindextext="$D"
      aria-colindextext="$E" aria-valuenow="$F" aria-live="$G" aria-haspopup="$H" tabindex="$I" contenteditable="$J">x</div>`,
  },
  {
    ...{ number: 259, title: 'elements of long ago' },
    html: `<xml id="$A"><rec name="$B">$C</rec></xml><noembed>$D</noembed><noframes>$E</noframes><marquee>$F</marquee>
      <applet code="$G" archive="$H"></applet><bgsound src="/$I.mid"><keygen challenge="$J">`,
  },
  {
    ...{ number: 260, title: 'type of the document', html: '<p>x</p>' },
    before: `document.doctype.replaceWith(document.implementation.createDocumentType('html', '-//$A//DTD $B//EN',
      'http://x.example/$C.dtd'))`,
  },
  {
    ...{ number: 261, title: 'addresses of pictures in other places' },
    html: `<img alt="$A" src="data:image/svg+xml,<svg><text>$B</text></svg>"><input type="image" formaction="/$C" name="$D">
      <p style="cursor:url(/c/$E.cur),auto;mask:url(#m-$F)">x</p><table background="/b/$G.png"></table>
      <img longdesc="/l/$H" lowsrc="/w/$I.png" attributionsrc="/t/$J">`,
  },
  {
    ...{ number: 262, title: 'long numbers in names and addresses' },
    html: `<div id="user-8841372" class="cust_4471982" data-id="7719264"><a href="/orders/5530917">x</a>
      <input name="item[6620184]"><p>Case 6093817</p></div>`,
    values: ['8841372', '4471982', '7719264', '5530917', '6620184', '6093817'],
  },
  {
    ...{ number: 272, title: 'fields of rarer types' },
    html: `<input value="$A" disabled><input type="search" value="$B"><input type="url" value="https://x.example/$C">
      <input type="email" multiple value="$D@c.example,$E@c.example"><input type="datetime-local" value="2031-07-19T08:41">
      <input type="month" value="2029-11"><input type="number" value="482917.55"><input type="checkbox" name="opt-$F">
      <input dirname="$G" value="x"><textarea placeholder="$H" wrap="$I"></textarea>`,
    ...{ values: ['2031-07-19', '2029-11', '482917.55'], floors: 'DE' },
  },
];
