import { problems, problemType, type ProblemName } from '../lib/collector-api.ts';
import type { Problem } from '../lib/manifest.ts';

/** An answer that is not success. Thrown anywhere below a route, sent as a problem document (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.detail);
    this.problem = problem;
    this.headers = headers;
  }
}

/** @param detail What is wrong, where, and what to do. Never repeats content that was sent. */
export function problem(name: ProblemName, detail: string, more: Pick<Problem, 'missing'> = {}): Problem {
  return { type: problemType(name), ...problems[name], detail, ...more };
}

/** To be thrown. */
export function refusal(name: ProblemName, detail: string, headers?: Readonly<Record<string, string>>): ProblemError {
  return new ProblemError(problem(name, detail), headers);
}
