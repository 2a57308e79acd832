import { browser } from 'wxt/browser';
import type { UploadProblem } from '../../lib/messages.ts';
import type { NoticeAnswer, ProblemReason } from '../../lib/status.ts';
import type { Outcome } from '../../lib/task.ts';

/** What survives the browser, in `storage.local`: the person's settings, and what went wrong. */
interface Local {
  /** Epoch ms at which the pause ends. */
  pausedUntil: number;
  noticeAnswer: NoticeAnswer;
  problem: ProblemReason;
  uploadProblem: { readonly reason: UploadProblem; readonly since: number };
  /** Version of the extension that last ran. */
  version: string;
}

/** What came of the test of redaction under a policy: in how many channels a canary got out. */
export interface SelfTest {
  readonly policyHash: string;
  readonly leaks: number;
}

/** What lives as long as the browser, in `storage.session`: memory, closed to content scripts. */
interface Memory {
  session: { readonly id: string; readonly key: string; readonly policyHash: string; readonly noticeHash: string };
  /** The match pattern of the site last worked on in the open episode. */
  site: string;
  /** That of the page last worked on or turned to: the work itself may be done in a frame of another site. */
  pageSite: string;
  /** The person has marked the end of a task (epoch ms): the next stream to begin cuts the episode. */
  markedAt: number;
  /** What the person said last of a task, redacted, and the episode that it is about. */
  label: { readonly episode: string; readonly instruction: string | null; readonly outcome: Outcome | null };
  selfTest: SelfTest;
  /** Redactions that failed since the browser started. */
  redactionFailures: number;
  /** When an update of the extension was found (epoch ms). */
  updateSince: number;
  /** The state that was last made to hold everywhere, and since when (epoch ms). */
  told: { readonly state: string; readonly policyHash: string; readonly since: number };
}

type Area = 'local' | 'session';

function createArea<T>(area: Area) {
  return {
    async get<K extends keyof T & string>(key: K): Promise<T[K] | null> {
      const found: { [key: string]: unknown } = await browser.storage[area].get(key);
      return (found[key] as T[K] | undefined) ?? null;
    },
    /** Several at once: each question to the browser costs as much as one. */
    async getAll<K extends keyof T & string>(...keys: readonly K[]): Promise<{ readonly [key in K]: T[key] | null }> {
      const found: { [key: string]: unknown } = await browser.storage[area].get([...keys]);
      return Object.fromEntries(keys.map((key) => [key, found[key] ?? null])) as { [key in K]: T[key] | null };
    },
    /** Null removes the key. */
    async set<K extends keyof T & string>(key: K, value: T[K] | null): Promise<void> {
      if (value === null) await browser.storage[area].remove(key);
      else await browser.storage[area].set({ [key]: value });
    },
  };
}

export const localStore = createArea<Local>('local');
export const sessionStore = createArea<Memory>('session');
