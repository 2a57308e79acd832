import type { Episode, Observation } from '../../lib/episode.ts';
import { CUT_WORDS, GAP_WORDS, withheldWords } from '../account-words.ts';
import { qualityWords } from '../quality-words.ts';
import { harmless } from '../terminal.ts';
import { count, duration } from '../words.ts';
import { closedDocument } from './closed-document.ts';
import { controlsPart } from './client/controls.ts';
import { marksPart } from './client/marks.ts';
import { stagePart } from './client/stage.ts';
import { escaped, jsonInScript, marked } from './html.ts';
import { momentsOf } from './moments.ts';
import { scenesOf } from './scenes.ts';
import { screenshot } from './screenshot.ts';
import { stepList } from './step-list.ts';
import type { ShowData } from './viewer.ts';

export interface PageParts {
  /** Source of rrweb's player. */
  readonly player: string;
  /** The style sheet of the page. */
  readonly look: string;
  /** The live screenshots of the episode as data URLs, in its order. Null: not there. */
  readonly screenshots: readonly (string | null)[];
}

/**
 * The parts as one program. Each takes from the shared viewer what the ones before it gave. The player opens documents, for
 * which the page would wait if it were not loaded yet.
 */
const PROGRAM = `addEventListener('load', () => {
const viewer = { data: JSON.parse(document.querySelector('#episode').textContent) };
for (const part of [${[stagePart, marksPart, controlsPart].join(',\n')}]) Object.assign(viewer, part(viewer));
});`;

/** One HTML document that shows an episode and reaches for nothing outside itself. */
export function showPage(episode: Episode, { player, look, screenshots }: PageParts): string {
  const { scenes, places } = scenesOf(episode);
  const data: ShowData = { scenes, moments: momentsOf(episode, places) };
  const title = `Episode ${episode.id.slice(0, 8)}`;
  const body = `${header(episode, title)}
<main>
<nav aria-label="Steps"><ol class="steps">
${stepList(episode)}
</ol></nav>
<section class="stage" aria-label="The page before the step">
${bars(episode, screenshots)}
<div class="room"><div class="screen" inert></div><p class="nothing">No page is known at this moment.</p></div>
<div class="controls">
<button type="button" id="before" aria-label="Step before">${ICONS.before}</button>
<button type="button" id="play" class="play" aria-label="Play" aria-pressed="false">${ICONS.play}${ICONS.pause}</button>
<button type="button" id="after" aria-label="Step after">${ICONS.after}</button>
<input type="range" id="slider" min="0" max="${episode.steps.length}" value="0" aria-label="Step">
<span class="legend"><span class="withheld">⟦ ⟧</span> withheld <span class="hatch"></span> not recorded</span>
</div>
</section>
</main>
<script type="application/json" id="episode">${jsonInScript(data)}</script>`;
  return closedDocument({ title, look, scripts: [player, PROGRAM], body });
}

function header(episode: Episode, title: string): string {
  const { steps, startedAt, endedAt, tabs, cut, gaps, ledger, completeness, provenance } = episode;
  const when = new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ');
  const facts = [
    count(steps.length, 'step'),
    duration(endedAt - startedAt),
    count(tabs, 'tab'),
    `${when} UTC`,
    harmless(provenance.browser),
  ];
  const withheld = withheldWords(ledger).map(
    ({ times, what, where }) =>
      `<li><b>${times.toLocaleString('en')}</b> ${escaped(what)} <span class="soft">${escaped(where)}</span></li>`,
  );
  const missing = [...new Set(gaps.map(({ reason }) => GAP_WORDS[reason]))].map(
    (words) => `<li>${escaped(words)}</li>`,
  );
  const list = (items: readonly string[]) =>
    items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p class="soft">nothing</p>';
  return `<header>
<h1>${title}</h1>
<p class="facts">${facts.map((fact) => `<span>${escaped(fact)}</span>`).join('')}</p>
<p class="badge ${completeness.isComplete ? 'good' : 'bad'}">${completeness.isComplete ? 'Complete' : 'Not complete'}</p>
<details><summary>About this episode</summary><div class="about">
<section><h2>How good it is</h2>${list([...qualityWords(episode).map((line) => `<li>${escaped(line)}</li>`), `<li>ended because ${escaped(CUT_WORDS[cut.rule])}</li>`])}</section>
<section><h2>What was withheld</h2>${list(withheld)}</section>
<section><h2>What is missing</h2>${list(missing)}</section>
</div></details>
</header>`;
}

/** The tabs and the address of each moment, all but one of them hidden. */
function bars({ documents, steps, finalObservation }: Episode, pictures: PageParts['screenshots']): string {
  const observations = [...steps.map(({ observation }) => observation), finalObservation].map((observation) => {
    // The address is that of the page, whatever frame of it was acted in.
    const isFrame = (documents[observation.document ?? -1]?.frame ?? 0) !== 0;
    return isFrame ? { ...observation, page: null } : observation;
  });
  return observations
    .map(
      (observation, index) =>
        `<div class="bar" data-view="${index}" hidden>${bar(observation, observations.slice(0, index))}${screenshot(observation, pictures)}</div>`,
    )
    .join('\n');
}

function bar({ tab, tabs, page }: Observation, before: readonly Observation[]): string {
  const known = page ?? before.findLast((earlier) => earlier.tab === tab && earlier.page)?.page;
  const shown = [...new Set([...tabs, ...(tab === null ? [] : [tab])])].sort((a, b) => a - b);
  const titles = shown.map((each) => {
    const title =
      each === tab ? known?.title : before.findLast((earlier) => earlier.tab === each && earlier.page)?.page?.title;
    return `<span class="tab"${each === tab ? ' aria-current="true"' : ''}>${marked(title || `Tab ${each + 1}`)}</span>`;
  });
  return `<div class="tabs">${titles.join('')}</div><p class="address">${marked(known?.url ?? '')}&#8203;</p>`;
}

const icon = (name: string, path: string) =>
  `<svg class="${name}" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path fill="currentColor" d="${path}"/></svg>`;

const ICONS = {
  before: icon('before', 'M7 5h2v14H7zM19 5v14l-9-7z'),
  after: icon('after', 'M15 5h2v14h-2zM5 5l9 7-9 7z'),
  play: icon('go', 'M7 4.5v15L19.5 12z'),
  pause: icon('halt', 'M7 5h4v14H7zm6 0h4v14h-4z'),
} as const;
