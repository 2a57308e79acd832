import { z } from 'zod';
import { Count, Sha256, Uuid } from './units.ts';

/** What the uploader and the collector say to each other, besides chunks and `Manifest`. Everything is below `/v1`. */

/** `aud` of the tokens that devices sign. */
export const TOKEN_AUDIENCE = 'showhow-collector';

/** How long a token may live, in seconds: long enough for a pass of uploads, short enough that a stolen one is stale. */
export const TOKEN_SECONDS = 300;

/** Most digests in one question for missing chunks. */
export const MAX_DIGESTS = 1000;

/** `POST /v1/devices`, authorised by an enrolment token: a device makes its public key known. Repeating it is harmless. */
export const Enrolment = z.strictObject({
  publicKey: z
    .strictObject({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.base64url().length(43),
      y: z.base64url().length(43),
    })
    .describe('The P-256 public key as a JWK, with nothing private in it and nothing else.'),
});
export type Enrolment = z.infer<typeof Enrolment>;

export const Enrolled = z.strictObject({
  device: z.string().describe('RFC 7638 thumbprint of the key, base64url: the id of the device.'),
});

/** `POST /v1/sessions/:session/missing` */
export const MissingRequest = z.strictObject({ digests: z.array(Sha256).min(1).max(MAX_DIGESTS) });
export const MissingReply = z.strictObject({
  missing: z.array(Sha256).describe('Those that the collector does not have.'),
});

/**
 * `PUT /v1/sessions/:session/episodes/:episode`, 201 or 200: all of the episode is durable. Only this lets a device forget
 * it: a status alone may come from a portal that stands in between.
 */
export const Acknowledgement = z.strictObject({ episode: Uuid, chunks: Count });
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** Every problem that the collector reports: the last part of its `type`, with its status and title. */
export const problems = {
  malformed: { status: 400, title: 'The request cannot be understood' },
  unauthorised: { status: 401, title: 'The token is missing or not valid' },
  'enrolment-refused': { status: 401, title: 'The enrolment token is not valid' },
  'unknown-device': { status: 401, title: 'The device is not enrolled' },
  'clock-off': { status: 401, title: 'The clock of the device is off' },
  'other-device': { status: 403, title: 'The session belongs to another device' },
  'not-found': { status: 404, title: 'Nothing is here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'missing-chunks': { status: 409, title: 'Chunks of the episode are missing' },
  'different-manifest': { status: 409, title: 'The episode is here with a different manifest' },
  deleted: { status: 410, title: 'The episode was deleted' },
  'too-large': { status: 413, title: 'The request is too large' },
  'wrong-media-type': { status: 415, title: 'The media type is not supported' },
  'wrong-digest': { status: 422, title: 'The bytes do not have the digest they are named by' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'The collector has failed' },
  unavailable: { status: 503, title: 'The collector cannot store anything' },
  'storage-full': { status: 507, title: 'The storage of the collector is full' },
} as const;
export type ProblemName = keyof typeof problems;

/** The `type` of a problem document. */
export function problemType(name: ProblemName): string {
  return `/problems/${name}`;
}
