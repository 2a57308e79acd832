import type { RrwebEvent } from '../../lib/capture.ts';
import type { RedactionLevel } from '../../lib/policy.ts';
import type { Ledger } from '../../lib/record.ts';

/** One page before and after redaction. */
export interface Preview {
  /** Its address, as it is. */
  readonly url: string;
  readonly before: PreviewSide;
  /** Null: the policy would not have it recorded. */
  readonly after:
    (PreviewSide & { readonly url: string; readonly level: RedactionLevel; readonly rule: string }) | null;
  readonly ledger: Ledger;
}

/** What a player is given to show one page with its frames. */
export interface PreviewSide {
  readonly events: readonly RrwebEvent[];
  /** Ids of the elements whose frames are shown. */
  readonly owners: readonly number[];
}
