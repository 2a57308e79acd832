import type { BatchContent } from '../../lib/redaction/redact-batch.ts';
import { type Redacted, stillRedacted } from '../../lib/redaction/redacted.ts';
import { styleSheetsIn } from '../../lib/redaction/style-sheets.ts';
import type { AssetRow } from './rows.ts';
import { assetName, seal } from './seal.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

/** The names under which a session keeps the style sheets of redacted content, by their text. */
export async function nameSheets(
  { key }: Session,
  content: Redacted<BatchContent>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const text of styleSheetsIn(content)) names.set(text, await assetName(key, text));
  return names;
}

/** Seals the style sheets that the session does not hold yet. */
export async function sealSheets(
  store: Store,
  session: Session,
  content: Redacted<unknown>,
  sheets: ReadonlyMap<string, string>,
): Promise<AssetRow[]> {
  const rows: AssetRow[] = [];
  for (const [text, asset] of sheets) {
    if (await store.hasAsset(session.id, asset)) continue;
    const sealed = await seal(session.key, stillRedacted(content, { kind: 'asset', asset, text } as const));
    rows.push({ session: session.id, asset, sealed });
  }
  return rows;
}
