import { createHash, timingSafeEqual } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { TOKEN_AUDIENCE, TOKEN_SECONDS } from '../lib/collector-api.ts';
import type { Devices } from './devices.ts';
import { ProblemError, refusal } from './problem.ts';

/** How far the clocks of a device and the collector may be apart, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * Resolves to the id of the device that signed the token in an `authorization` header.
 * @param now Epoch ms.
 */
export async function authenticateDevice(header: string | undefined, devices: Devices, now: number): Promise<string> {
  const token = bearer(header);
  try {
    const { payload, protectedHeader } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = kid === undefined ? undefined : await devices.publicKey(kid);
        if (!key) throw refusal('unknown-device', 'This device is not enrolled here. Enrol it, then try again.');
        return key;
      },
      {
        algorithms: ['ES256'],
        audience: TOKEN_AUDIENCE,
        requiredClaims: ['iss', 'sub', 'iat', 'exp', 'jti'],
        maxTokenAge: TOKEN_SECONDS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(now),
      },
    );
    const device = protectedHeader.kid;
    if (device === undefined || payload.iss !== device || payload.sub !== device) {
      throw refusal('unauthorised', 'iss and sub of the token must be the id of the device, as its kid is.', CHALLENGE);
    }
    return device;
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Refuses anything but one of the enrolment tokens, without telling by its time how much of one was right. */
export function checkEnrolmentToken(header: string | undefined, tokens: readonly string[]): void {
  const given = digest(bearer(header));
  const matches = tokens.filter((token) => timingSafeEqual(digest(token), given));
  if (matches.length === 0) {
    throw refusal(
      'enrolment-refused',
      'This enrolment token is not one of the collector’s. Renew the policy.',
      CHALLENGE,
    );
  }
}

const CHALLENGE = { 'www-authenticate': 'Bearer' };

function bearer(header: string | undefined): string {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw refusal('unauthorised', 'Send `authorization: Bearer <token>`.', CHALLENGE);
  return token;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function asRefusal(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  const isEarly = error instanceof errors.JWTClaimValidationFailed && error.claim === 'iat';
  if (isEarly || error instanceof errors.JWTExpired) {
    const detail = 'The token is not valid at this time. Compare the clock of the device with the date of this answer.';
    return refusal('clock-off', detail, CHALLENGE);
  }
  if (error instanceof errors.JOSEError)
    return refusal('unauthorised', `The token is not valid: ${error.message}.`, CHALLENGE);
  return error;
}
