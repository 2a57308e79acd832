import { z } from 'zod';
import { Gap } from './gap.ts';
import { Count, Moment, Sha256, Uuid } from './units.ts';

/** Version of the wire format: manifest, chunk framing, sealing and the records inside. */
export const WIRE_FORMAT = 'showhow/1';

/** Most bytes of one chunk; a single record larger than that travels alone, up to `MAX_CHUNK_BYTES`. */
export const CHUNK_TARGET_BYTES = 512_000;

/** Largest chunk a collector takes. */
export const MAX_CHUNK_BYTES = 32_000_000;

/** Largest manifest a collector takes. */
export const MAX_MANIFEST_BYTES = 1_000_000;

/** By which rule an episode ended. */
export const Cut = z
  .strictObject({
    rule: z
      .enum(['idle', 'submit', 'switch', 'site', 'length', 'mark', 'policy', 'browser_stopped'])
      .describe(
        '`idle`: nobody did anything for a while. `submit`: a form was submitted, and then nobody did anything. `switch`: after a pause the person went to an address or a bookmark. `site`: work went on at another site. `length`: it grew too long. `mark`: the person said so. `policy`: policy or notice changed, or recording was switched off. `browser_stopped`: the browser ended.',
      ),
    confidence: z.number().min(0).max(1).describe('How likely the cut lies between two tasks.'),
  })
  .describe('Where and why the episode ends.');
export type Cut = z.infer<typeof Cut>;

/**
 * The only part of an episode that is not sealed: what the collector needs to keep it, and what the builder needs to open
 * it. Sent last; an episode exists at the collector once its manifest does.
 */
export const Manifest = z
  .strictObject({
    format: z.literal(WIRE_FORMAT).describe('Version of the wire format.'),
    session: Uuid.describe('Stretch of recording in one browser session. Sessions share one key, and their chunks.'),
    episode: Uuid.describe('Names the episode.'),
    wrappedKey: z
      .base64()
      .max(8192)
      .describe('The session’s AES-256-GCM key as an age file to the organisation’s public keys, base64.'),
    createdAt: Moment.describe('When the episode began.'),
    closedAt: Moment.describe('When it was closed.'),
    cut: Cut,
    gaps: z.array(Gap).describe('Gaps that became known only after the session key was gone.'),
    chunks: z
      .array(
        z.strictObject({
          digest: Sha256.describe('SHA-256 of the chunk’s bytes: its name.'),
          bytes: Count.describe('Length of the chunk.'),
          records: Count.describe('Sealed records in it.'),
        }),
      )
      .min(1)
      .describe(
        'The chunks of the episode, in order. Chunks of style sheets may be shared with other episodes of the session.',
      ),
    recorderVersion: z.string().max(64).describe('Version of the extension.'),
    policyHash: Sha256.describe('SHA-256 of the policy in canonical JSON.'),
  })
  .describe('The cover of a sealed episode.');
export type Manifest = z.infer<typeof Manifest>;

/** RFC 9457 problem document, the body of every error of the collector. */
export const Problem = z.object({
  type: z.string().describe('Stable name of the problem, a URI reference such as `/problems/missing-chunks`.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What is wrong, where, and what to do.'),
  missing: z
    .array(Sha256)
    .optional()
    .describe('Digests of chunks that the manifest names and the collector does not have.'),
});
export type Problem = z.infer<typeof Problem>;
