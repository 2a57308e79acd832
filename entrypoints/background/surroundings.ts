import type { Browser } from 'wxt/browser';
import type { SecretPrint } from '../../lib/secret-print.ts';
import { askPage } from './ask-page.ts';
import { framesOf, type SenderFrame, senderFrame } from './frames.ts';

/** Prints of what the frames of a page hold for secret. Undefined while one of them is busy: what it holds is not known. */
type Held = SecretPrint[] | undefined;

/** Where a batch comes from. */
export interface Surroundings {
  readonly frame: SenderFrame | undefined;
  /** A frame may show what a script has just given to the field of another, of which no event tells. */
  readonly secrets: Held;
}

/** The last message of each tab that waits to be looked into. */
const waiting = new Map<number | undefined, Promise<unknown>>();

/** Finds out where a batch comes from. It holds nobody up but its own tab, whose batches keep their order. */
export async function surroundings(sender: Browser.runtime.MessageSender): Promise<Surroundings> {
  const tab = sender.tab?.id;
  const turn = Promise.all([look(sender), waiting.get(tab)]);
  waiting.set(tab, turn);
  const [found] = await turn;
  if (waiting.get(tab) === turn) waiting.delete(tab);
  return found;
}

async function look(sender: Browser.runtime.MessageSender): Promise<Surroundings> {
  const frame = await senderFrame(sender);
  return { frame, secrets: !frame || frame.isAlone ? [] : await secretsIn(frame.tab) };
}

/** The rounds of questions in a tab: the one that is going on, and the one after it. */
const rounds = new Map<number, Promise<Held>>();
const nextRounds = new Map<number, Promise<Held>>();

/** A page of a hundred frames hands in a hundred batches at once: a round serves all that came before it begins. */
function secretsIn(tab: number): Promise<Held> {
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

async function askAll(tab: number): Promise<Held> {
  const frames = await framesOf(tab);
  const answers = await Promise.all(frames.map(({ frameId }) => askPage(tab, frameId, { url: '' })));
  if (answers.includes('busy')) return undefined;
  return answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer.secrets));
}
