/** A style attribute with changes as rrweb tells them: by property, a value, a value with a priority, or false for none. */
export function withStyleChanges(style: string, changes: object): string {
  const properties = new Map(declarationsOf(style));
  for (const [property, change] of Object.entries(changes)) {
    const value: unknown = Array.isArray(change) ? change.join(' !') : change;
    if (typeof value === 'string' && value !== '') properties.set(property, value);
    else properties.delete(property);
  }
  return [...properties].map(([property, value]) => `${property}: ${value};`).join(' ');
}

/** Declarations end at a semicolon that is in no bracket and no quotation. */
const DECLARATION = /\s*([\w-]+)\s*:((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])*)(?:;|$)/g;

function declarationsOf(style: string): [property: string, value: string][] {
  return [...style.matchAll(DECLARATION)].map(([, property = '', value = '']) => [property, value.trim()]);
}
