import type { BrowserRecord, OpeningRecord, PathRecord } from '../record.ts';

declare const redacted: unique symbol;

/**
 * A value that has been through the redactor: the only kind that the store accepts. Made in `lib/redaction` alone, where
 * a test looks for the cast.
 */
export type Redacted<T> = T & { readonly [redacted]: true };

/** Another shape of content that was redacted already: a record built around it, its compressed or sealed bytes. */
export function stillRedacted<T>(_source: Redacted<unknown>, derived: T): Redacted<T> {
  return derived as Redacted<T>;
}

/** A record that holds nothing from any page, so that there is nothing to redact. */
export function withoutPageContent(
  record: OpeningRecord | PathRecord | (BrowserRecord & { readonly actions: never[] }),
): Redacted<OpeningRecord | PathRecord | BrowserRecord> {
  return record as Redacted<OpeningRecord | PathRecord | BrowserRecord>;
}
