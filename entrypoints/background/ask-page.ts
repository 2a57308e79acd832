import { browser } from 'wxt/browser';
import { PageAnswer, type PageQuestion } from '../../lib/messages.ts';
import type { SecretPrint } from '../../lib/secret-print.ts';
import type { SenderFrame } from './frames.ts';

/** A page that has not answered after this long, in milliseconds, is taken to be busy. */
const ANSWER_MS = 1000;

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

/**
 * What the other frames of a page hold for secret: a frame may show what a script has just given to the field of another,
 * of which no event tells. Undefined while one of them is busy: what it holds is not known.
 */
export async function secretsBeside({ tab, others }: SenderFrame): Promise<SecretPrint[] | undefined> {
  const answers = await Promise.all(others.map((frame) => askPage(tab, frame, { url: '' })));
  if (answers.includes('busy')) return undefined;
  return answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer.secrets));
}
