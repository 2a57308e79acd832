import type { Episode, Step } from '../../lib/episode.ts';
import type { Gap } from '../../lib/gap.ts';
import { GAP_WORDS, withheldWords } from '../account-words.ts';
import { effectWords } from '../effect-words.ts';
import { FLAG_WORDS } from '../quality-words.ts';
import { stepWords } from '../step-words.ts';
import { clock, duration } from '../words.ts';
import { escaped, marked } from './html.ts';

/** Kinds of what was withheld that are told of one step. */
const KINDS = 3;

/** The steps and the gaps between them, as items of a list; the last is the end. */
export function stepList(episode: Episode): string {
  const { steps, gaps, startedAt, endedAt } = episode;
  const since = (at: number) => clock(at - startedAt);
  const items = [
    ...steps.map((step) => ({ at: step.at, html: stepItem(step, since(step.at), isElsewhere(episode, step)) })),
    ...distinct(gaps).map((gap) => ({ at: gap.from, html: gapItem(gap, since(gap.from)) })),
  ].sort((a, b) => a.at - b.at);
  const end = `<li><button type="button" data-moment="${steps.length}"><span class="number"></span><span class="what">The end</span><time>${since(endedAt)}</time></button></li>`;
  return [...items.map(({ html }) => html), end].join('\n');
}

function stepItem(step: Step, time: string, place: string): string {
  const flags = step.flags.map((flag) => `<span class="flag">${escaped(FLAG_WORDS[flag])}</span>`).join(' ');
  const effect = effectWords(step);
  const withheld = withheldFrom(step);
  const isUndone = step.flags.includes('undone') || step.flags.includes('detour');
  return `<li><button type="button" data-moment="${step.index}"${isUndone ? ' class="aside"' : ''}>
<span class="number">${step.index}</span><span class="what">${marked(stepWords(step))}${place}</span><time>${time}</time>
${effect && `<span class="effect"><span class="arrow" aria-hidden="true">→</span> ${marked(effect)}</span>`}${withheld && `<span class="effect"><span class="arrow">withheld:</span> ${escaped(withheld)}</span>`}${flags && `<span class="flags">${flags}</span>`}
</button></li>`;
}

/** What was withheld most from the step and what it brought, in counts. */
function withheldFrom({ ledger }: Step): string {
  const kinds = withheldWords(ledger);
  const most = kinds.slice(0, KINDS).map(({ times, what }) => `${what} ×${times.toLocaleString('en')}`);
  return [...most, ...(kinds.length > KINDS ? ['more'] : [])].join(', ');
}

function gapItem({ reason, from, to, count }: Gap, time: string): string {
  const length = to === null ? 'to the end' : to > from ? duration(to - from) : '';
  const amount = count > 0 ? `${count.toLocaleString('en')} missing` : '';
  const details = [length, amount].filter((part) => part !== '').join(', ');
  return `<li class="gap"><span class="what">Not recorded: ${escaped(GAP_WORDS[reason])}</span><time>${time}</time>${details && `<span class="effect">${details}</span>`}</li>`;
}

/** Frames of one page often miss the same. */
function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.reason} ${Math.round(gap.from / 1000)} ${gap.count}`, gap])).values()];
}

function isElsewhere({ documents, tabs, steps }: Episode, { index, observation, tab }: Step): string {
  const frame = documents[observation.document ?? -1]?.frame ?? 0;
  const isOtherTab = tabs > 1 && tab !== null && tab !== steps[index - 1]?.tab;
  return `${frame === 0 ? '' : ' <span class="place">in a frame</span>'}${isOtherTab ? ` <span class="place">tab ${tab + 1}</span>` : ''}`;
}
