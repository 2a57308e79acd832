import type { Browser } from 'wxt/browser';
import type { SecretPrint } from '../../lib/secret-print.ts';
import { askPage } from './ask-page.ts';
import { type SenderFrame, senderFrame } from './frames.ts';

/** Where a batch comes from. */
export interface Surroundings {
  readonly frame: SenderFrame | undefined;
  /**
   * Prints of what the other frames of the page hold for secret: a frame may show what a script has just given to the field
   * of another, of which no event tells. Undefined: one of them is too busy to say.
   */
  readonly secrets: readonly SecretPrint[] | undefined;
}

/** The last message of each document that waits to be looked into. */
const waiting = new Map<string | undefined, Promise<unknown>>();

/** Finds out where a batch comes from. It holds nobody up but its own document, whose batches keep their order. */
export async function surroundings(sender: Browser.runtime.MessageSender): Promise<Surroundings> {
  const { documentId } = sender;
  const turn = Promise.all([look(sender), waiting.get(documentId)]);
  waiting.set(documentId, turn);
  const [found] = await turn;
  if (waiting.get(documentId) === turn) waiting.delete(documentId);
  return found;
}

async function look(sender: Browser.runtime.MessageSender): Promise<Surroundings> {
  const frame = await senderFrame(sender);
  if (!frame) return { frame, secrets: [] };
  const answers = await Promise.all(frame.neighbours.map((neighbour) => askPage(frame.tab, neighbour, { url: '' })));
  if (answers.includes('busy')) return { frame, secrets: undefined };
  return { frame, secrets: answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer.secrets)) };
}
