/** Something a person has to know of and can do something about. The message says what is wrong, where, and what to do. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
}

/** The message for a person, with what lies behind it. */
export function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
