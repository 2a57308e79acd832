import { browser } from 'wxt/browser';
import { PageAnswer, type PageQuestion } from '../../lib/messages.ts';
import type { SecretPrint } from '../../lib/secret-print.ts';
import { framesOf, type SenderFrame } from './frames.ts';

/** A page that has not answered after this long, in milliseconds, is taken to be busy. */
const ANSWER_MS = 2000;

/** Asks the recorder of one frame. `nobody`: none is there, or it is going away. */
export async function askPage(
  tab: number,
  frameId: number,
  question: PageQuestion,
): Promise<PageAnswer | 'nobody' | 'busy'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLate = new Promise<'busy'>((resolve) => (timer = setTimeout(() => resolve('busy'), ANSWER_MS)));
  const asked: Promise<unknown> = browser.tabs.sendMessage(tab, question, { frameId }).catch(() => undefined);
  const answer = await Promise.race([asked, isLate]);
  clearTimeout(timer);
  return answer === 'busy' ? answer : (PageAnswer.safeParse(answer).data ?? 'nobody');
}

/** Prints of what the frames of a page hold for secret. Undefined while one of them is busy: what it holds is not known. */
type Held = Promise<SecretPrint[] | undefined>;

/** The rounds of questions in a tab: the one that is going on, and the one after it. */
const rounds = new Map<number, Held>();
const nextRounds = new Map<number, Held>();

/**
 * What the frames of a page hold for secret: a frame may show what a script has just given to the field of another, of
 * which no event tells. A page of a hundred frames hands in a hundred batches at once: all that have come before a round
 * of questions begins are served by it.
 */
export function secretsAround({ tab, isAlone }: SenderFrame): Held {
  if (isAlone) return Promise.resolve([]);
  const begin = () => {
    nextRounds.delete(tab);
    const round = askAll(tab).finally(() => rounds.delete(tab));
    rounds.set(tab, round);
    return round;
  };
  const round = rounds.get(tab);
  if (!round) return begin();
  const next = nextRounds.get(tab) ?? round.then(begin);
  nextRounds.set(tab, next);
  return next;
}

async function askAll(tab: number): Held {
  const frames = await framesOf(tab);
  const answers = await Promise.all(frames.map(({ frameId }) => askPage(tab, frameId, { url: '' })));
  if (answers.includes('busy')) return undefined;
  return answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer.secrets));
}
