import { browser } from 'wxt/browser';
import { PageAnswer, type PageQuestion } from '../../lib/messages.ts';

/** A page that has not answered after this long, in milliseconds, is taken to be busy. */
const ANSWER_MS = 20_000;

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
