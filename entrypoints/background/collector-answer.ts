import { problems, problemType, type ProblemName } from '../../lib/collector-api.ts';
import { Problem } from '../../lib/manifest.ts';
import type { UploadProblem } from '../../lib/messages.ts';
import { readRetryAfter } from '../../lib/retry.ts';

/** What came back from the collector, or from something that stands in its place. */
export interface Answer {
  /** HTTP status; 0 when nothing came back. */
  readonly status: number;
  /** The body, if it was JSON. */
  readonly body: unknown;
  /** Which of the collector's problems it is. Null: none of them. */
  readonly problem: ProblemName | null;
  /** How long to leave the collector alone, ms; null when it did not say. */
  readonly retryAfter: number | null;
  /** The collector's time, epoch ms; null when it did not say. */
  readonly date: number | null;
}

export const NO_ANSWER: Answer = { status: 0, body: undefined, problem: null, retryAfter: null, date: null };

/** @param now Epoch ms, for a `Retry-After` that names a date. */
export async function readAnswer(response: Response, now: number): Promise<Answer> {
  const body = readJson(await response.text());
  const document = response.ok ? undefined : Problem.safeParse(body).data;
  const names = Object.keys(problems) as ProblemName[];
  const date = Date.parse(response.headers.get('date') ?? '');
  return {
    status: response.status,
    body,
    problem: names.find((name) => problemType(name) === document?.type) ?? null,
    retryAfter: readRetryAfter(response.headers.get('retry-after'), now),
    date: Number.isNaN(date) ? null : date,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page. Its status says enough.
    return undefined;
  }
}

/**
 * What an answer that is not success means for an episode.
 * `later` with `leaveAlone`: the collector as a whole is in trouble, other episodes need not be tried now.
 * `refused`: the collector will not take this episode as it is; others may fare better.
 */
export type Setback =
  | {
      readonly result: 'later';
      readonly reason: UploadProblem;
      readonly leaveAlone: boolean;
      readonly retryAfter: number | null;
    }
  | { readonly result: 'refused' }
  | { readonly result: 'gone' };

const REFUSALS: readonly (ProblemName | null)[] = ['malformed', 'other-device', 'different-manifest', 'too-large'];

/** Everything unknown is `later`: whatever it was, the data stays. */
export function setbackOf({ status, problem, retryAfter }: Answer): Setback {
  const later = (reason: UploadProblem, leaveAlone = true) =>
    ({ result: 'later', reason, leaveAlone, retryAfter }) as const;
  if (problem === 'deleted') return { result: 'gone' };
  if (REFUSALS.includes(problem)) return { result: 'refused' };
  if (problem === 'wrong-digest' || problem === 'missing-chunks') return later('server_error', false);
  if (status === 0) return later('unreachable');
  if (status === 429 || status === 503) return later('busy');
  if (status === 401 || status === 403) return later('not_enrolled');
  return later('server_error');
}
