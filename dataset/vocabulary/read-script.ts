import { parsers } from 'prettier/plugins/acorn';
import { isForPeople, tidy } from './phrase.ts';
import { readHtml } from './read-html.ts';

/** What a script says, and what it names. */
export interface ScriptContent {
  readonly phrases: string[];
  /** Files that it imports or mentions, as they stand there. */
  readonly links: string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const FILE = /^[\w@./~-]+\.(?:m?js|html?|json)$/;
const MARKUP = /<[a-z][\w-]*(?:\s[^<>]*)?\/?>/i;
/** Stands in a template for what is computed. No page says it. */
const COMPUTED = '\u{F8FF}';
/** Parts of a program in which no text is meant for people. */
const FOR_CODE: Readonly<Record<string, readonly string[]>> = {
  ...{ ImportDeclaration: [], ExportAllDeclaration: [], ThrowStatement: [] },
  BinaryExpression: ['left', 'right'],
  SwitchCase: ['test'],
};

/** The texts of a program that look like words for people. Throws a `SyntaxError` when it is none. */
export async function readScript(text: string): Promise<ScriptContent> {
  const phrases: string[] = [];
  const links: string[] = [];
  const markup: string[] = [];
  const say = (said: string, isCode: boolean): void => {
    if (FILE.test(said)) links.push(said);
    else if (isCode) return;
    else if (MARKUP.test(said)) markup.push(said);
    else if (isForPeople(tidy(said))) phrases.push(tidy(said));
  };
  const visit = (node: Node, isCode: boolean): void => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') return say(node['value'], isCode);
    if (node.type === 'TemplateLiteral') {
      const quasis = node['quasis'] as readonly { readonly value: { readonly cooked?: string | null } }[];
      const whole = quasis.map(({ value }) => value.cooked ?? '').join(COMPUTED);
      if (quasis.length === 1 || MARKUP.test(whole)) say(whole, isCode);
    }
    const parts = FOR_CODE[node.type];
    const isForCode = isCode || parts?.length === 0 || isForConsole(node) || typeof node['directive'] === 'string';
    for (const [field, value] of Object.entries(node)) {
      if (field === 'comments' || field === 'tokens' || field === 'quasis') continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, isForCode || (parts?.includes(field) ?? false));
      }
    }
  };
  visit((await parsers.acorn.parse(text, {} as never)) as Node, false);
  for (const piece of markup) {
    const { phrases: said } = await readHtml(piece, 'template').catch(() => ({ phrases: [] }));
    phrases.push(...said.flatMap((phrase) => phrase.split(COMPUTED).map(tidy)).filter(isForPeople));
  }
  return { phrases, links };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isForConsole({ type, callee }: Node): boolean {
  if (type !== 'CallExpression' || !isNode(callee)) return false;
  const { object } = callee;
  return isNode(object) && object['name'] === 'console';
}
