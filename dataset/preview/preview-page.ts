import { withheldWords } from '../account-words.ts';
import { closedDocument } from '../show/closed-document.ts';
import { marksPart } from '../show/client/marks.ts';
import { escaped, jsonInScript, marked } from '../show/html.ts';
import type { PageParts } from '../show/show-page.ts';
import { count } from '../words.ts';
import { panesPart } from './client/panes.ts';
import type { Preview } from './preview.ts';

/** The player opens documents, for which the page would wait if it were not loaded yet. */
const PROGRAM = `addEventListener('load', () => {
const viewer = { previews: JSON.parse(document.querySelector('#previews').textContent) };
for (const part of [${[panesPart, marksPart].join(',\n')}]) Object.assign(viewer, part(viewer));
viewer.begin(viewer);
});`;

/** One HTML document that shows pages beside what is kept of them, and reaches for nothing outside itself. */
export function previewPage(previews: readonly Preview[], { player, look }: Omit<PageParts, 'screenshots'>): string {
  const body = `<header>
<h1>What would be recorded</h1>
<p class="facts"><span>${count(previews.length, 'page')}</span></p>
<p class="legend"><span class="replaced">Text</span> is replaced <span class="withheld">⟦ ⟧</span> by what is kept of it <span class="hatch"></span> not recorded</p>
</header>
<main>
<nav aria-label="Pages"><ol class="steps">
${previews.map(pageItem).join('\n')}
</ol></nav>
<section class="stage" aria-label="The page, before and after">
<div class="panes" tabindex="0" role="region" aria-label="Both sides">
<section aria-label="As it is"><h2>As it is</h2>${previews.map(({ url }, place) => address(url, place)).join('')}<div class="room"><div class="original" inert></div></div></section>
<section aria-label="As it is recorded"><h2>As it is recorded</h2>${previews.map(({ after }, place) => address(after?.url ?? '', place)).join('')}<div class="room"><div class="screen" inert></div><p class="nothing">This page is not recorded.</p></div></section>
</div>
</section>
</main>
<script type="application/json" id="previews">${jsonInScript(previews.map(({ before, after }) => ({ before, after })))}</script>`;
  return closedDocument({ title: 'Preview', look, scripts: [player, PROGRAM], kind: 'preview', body });
}

function address(url: string, place: number): string {
  return `<p class="address" data-view="${place}" hidden>${marked(url)}&#8203;</p>`;
}

function pageItem({ url, after, ledger }: Preview, place: number): string {
  const withheld = withheldWords(ledger).map(
    ({ times, what, where }) =>
      `<li><b>${times.toLocaleString('en')}</b> ${escaped(what)} <span class="soft">${escaped(where)}</span></li>`,
  );
  const how = after ? `level ${after.level}, rule ${after.rule}` : 'no rule covers it, or it is denied';
  return `<li><button type="button" data-page="${place}"><span class="number">${place + 1}</span><span class="what">${marked(url)}</span><span class="effect">${escaped(how)}</span></button>
<ul class="counts" data-view="${place}" hidden>${withheld.join('') || '<li class="soft">nothing is replaced</li>'}</ul></li>`;
}
