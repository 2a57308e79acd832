import type { Episode, Step } from '../lib/episode.ts';
import type { Ledger } from '../lib/record.ts';
import { CUT_WORDS, GAP_WORDS, withheldWords } from './account-words.ts';
import { flagWords, qualityWords } from './quality-words.ts';
import { stepWords } from './step-words.ts';
import { harmless, type Paint, PLAIN, wrap } from './terminal.ts';
import { clock, count, duration } from './words.ts';

/** No line is longer. */
const WIDTH = 100;

/** An episode for people to read: what was done, what was withheld and why, what is missing. Ends without a line break. */
export function summary(episode: Episode, paint: Paint = PLAIN): string {
  const { steps, gaps, ledger, secondPass, startedAt, endedAt, cut } = episode;
  const since = (at: number) => clock(at - startedAt);
  const events = episode.streams.reduce((sum, stream) => sum + stream.events.length, 0);
  const facts = [
    count(steps.length, 'step'),
    duration(endedAt - startedAt),
    count(episode.tabs, 'tab'),
    count(episode.documents.length, 'document'),
    count(events, 'page event'),
    harmless(episode.provenance.browser),
  ];
  const sections = [
    [
      paint.bold(`Episode ${episode.id}`),
      ...wrap(facts.join(' · '), WIDTH),
      ...wrap(`Ended because ${CUT_WORDS[cut.rule]}.`, WIDTH),
    ],
    [
      paint.bold('What was done'),
      ...steps.flatMap((step, index) => {
        const text = `${stepWords(step)}${whereabouts(episode, step, steps[index - 1])}${flagWords(step)}`;
        return row(String(step.index), since(step.at), text, paint);
      }),
    ],
    [paint.bold('How good it is'), ...qualityWords(episode).flatMap((line) => row('', '', line, paint))],
    [paint.bold('What was withheld'), ...withheldRows(ledger, paint), ...(ledger.length === 0 ? ['  nothing'] : [])],
    ...(secondPass && secondPass.found.length > 0
      ? [[paint.bold('What the first redaction had let through'), ...withheldRows(secondPass.found, paint)]]
      : []),
    [
      paint.bold('What is missing'),
      // Frames of one page often miss the same.
      ...new Set(
        gaps.flatMap(({ reason, from, to, count: things }) => {
          const span = `${since(from)}${to === null ? ' on' : to === from ? '' : ` to ${since(to)}`}`;
          return row('', span, `${GAP_WORDS[reason]}${things > 0 ? ` (${things.toLocaleString('en')})` : ''}`, paint);
        }),
      ),
      ...(gaps.length === 0 ? ['  nothing'] : []),
    ],
  ];
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

function withheldRows(ledger: Ledger, paint: Paint): string[] {
  return withheldWords(ledger).flatMap(({ times, what, where }) =>
    row(times.toLocaleString('en'), '', `${what}: ${where}`, paint),
  );
}

const NUMBER_WIDTH = 6;
const TIME_WIDTH = 8;
const SPAN_WIDTH = 16;

/** A number, a time and a text that goes on below itself. */
function row(number: string, time: string, text: string, paint: Paint): string[] {
  const lead = number === '' ? '  ' : number.padStart(NUMBER_WIDTH);
  const timeColumn = time === '' ? '' : number === '' ? time.padEnd(SPAN_WIDTH) : time.padStart(TIME_WIDTH);
  const indent = lead.length + timeColumn.length + 2;
  return wrap(text, WIDTH - indent).map((line, index) => {
    const before = index === 0 ? `${paint.dim(lead + timeColumn)}  ` : ' '.repeat(indent);
    return before + line.replace(/⟦[^⟧]*⟧/gu, paint.accent);
  });
}

/** In which tab and in which frame, where it is not where the step before was, or not the page itself. */
function whereabouts(episode: Episode, step: Step, before: Step | undefined): string {
  const document = episode.documents[step.observation.document ?? -1];
  const frame = document && document.frame !== 0 ? ', in a frame' : '';
  const isElsewhere = episode.tabs > 1 && step.tab !== null && step.tab !== before?.tab;
  return `${frame}${isElsewhere ? ` [tab ${(step.tab ?? 0) + 1}]` : ''}`;
}
