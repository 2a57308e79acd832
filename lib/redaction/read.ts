/** Data of rrweb is not as rrweb describes it. The message names what was expected, never what was there. */
export class MalformedEventError extends Error {
  override readonly name = 'MalformedEventError';
}

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new MalformedEventError('An object was expected.');
  return value as Fields;
}

export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new MalformedEventError('A list was expected.');
  return value;
}

export function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new MalformedEventError('A number was expected.');
  return value;
}

export function stringOf(value: unknown): string {
  if (typeof value !== 'string') throw new MalformedEventError('A string was expected.');
  return value;
}

/** The numbers and booleans among some fields: what cannot hold a text. */
export function scalarsOf(source: Fields, names: readonly string[]): Record<string, number | boolean> {
  const result: Record<string, number | boolean> = {};
  for (const name of names) {
    const value = source[name];
    if (typeof value === 'number' || typeof value === 'boolean') result[name] = value;
  }
  return result;
}
