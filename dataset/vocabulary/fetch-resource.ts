import { DatasetError } from '../dataset-error.ts';

/** Most bytes of one file, and longest wait for it in ms. */
const MAX_BYTES = 20_000_000;
const TIMEOUT_MS = 20_000;

export interface Resource {
  /** Where it really came from. */
  readonly url: URL;
  readonly kind: 'page' | 'script' | 'messages';
  readonly text: string;
}

/**
 * Fetches a page, a script or a file of messages as somebody who is not signed in. Undefined: it is of another kind.
 * Throws a `DatasetError` that says why it cannot be had.
 */
export async function fetchResource(url: URL): Promise<Resource | undefined> {
  const ask = () => fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), credentials: 'omit' });
  // While a large script was read, the server may have hung up: the next request learns of it.
  const again = (cause: unknown) => (reasonOf(cause) === 'UND_ERR_SOCKET' ? ask() : Promise.reject(cause));
  const response = await ask()
    .catch(again)
    .catch((cause: unknown) => {
      throw new DatasetError(`Cannot reach ${url.href}: ${reasonOf(cause)}.`, { cause });
    });
  try {
    const from = new URL(response.url);
    if (from.origin !== url.origin)
      throw new DatasetError(`${url.href} leads to ${from.origin}. Name a page that can be seen without signing in.`);
    if (!response.ok) throw new DatasetError(`${url.href} answers with ${response.status}.`);
    const kind = kindOf(response.headers.get('content-type') ?? '');
    return kind && { url: from, kind, text: await readText(response) };
  } finally {
    await response.body?.cancel().catch(() => undefined);
  }
}

function kindOf(type: string): Resource['kind'] | undefined {
  if (/^text\/html|^application\/xhtml/i.test(type)) return 'page';
  if (/(?:java|ecma)script/i.test(type)) return 'script';
  return /^application\/(?:[\w.+-]+\+)?json/i.test(type) ? 'messages' : undefined;
}

async function readText({ body, url }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new DatasetError(`${url} is larger than ${MAX_BYTES / 1e6} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What lies behind a failed fetch: `ECONNREFUSED`, and the like. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const inner = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return inner ?? error.message;
}
