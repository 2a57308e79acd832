import { Enrolled } from '../../lib/collector-api.ts';
import { NO_ANSWER, readAnswer, type Answer } from './collector-answer.ts';
import { publicKeyOf, signToken, type Device, type DeviceStore } from './device.ts';

/** Browsers end a worker whose request takes 30 s: before that it has to note that the request has failed. */
const REQUEST_TIMEOUT_MS = 25_000;

export interface CollectorClientOptions {
  /** As the policy has them. */
  readonly collector: { readonly url: string; readonly enrolmentToken: string };
  readonly devices: DeviceStore;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Ends everything under way at once. */
  readonly signal: AbortSignal;
}

export type Body = Uint8Array<ArrayBuffer> | object;

/** Asks the collector with a token of the device; path below `/v1`. Never rejects. */
export type Ask = (method: string, path: string, body?: Body) => Promise<Answer>;

/** Talks to the collector as `device`: enrols it where that is needed, and follows the collector's clock. */
export function createCollectorClient(options: CollectorClientOptions, device: Device): Ask {
  const { collector, devices, now } = options;
  const base = collector.url.replace(/\/+$/, '');
  let enrolledAt = device.enrolledAt;
  let clockSkew = 0;

  const enrol = async (): Promise<Answer> => {
    const publicKey = await publicKeyOf(device.keys);
    const answer = await request(options, 'POST', `${base}/v1/devices`, collector.enrolmentToken, { publicKey });
    if (answer.status === 201 && Enrolled.safeParse(answer.body).data?.device === device.id) {
      enrolledAt = base;
      await devices.putDevice({ ...device, enrolledAt });
    }
    return answer;
  };

  return async (method, path, body) => {
    let answer = NO_ANSWER;
    // Once as it is, once after enrolling, once with the clock set: no more than that.
    for (const _ of [1, 2, 3]) {
      if (enrolledAt !== base) {
        answer = await enrol();
        if (enrolledAt !== base) return answer;
      }
      const token = await signToken(device, now() + clockSkew);
      answer = await request(options, method, `${base}/v1${path}`, token, body);
      if (answer.problem === 'unknown-device') enrolledAt = null;
      else if (answer.problem === 'clock-off' && answer.date !== null) clockSkew = answer.date - now();
      else return answer;
    }
    return answer;
  };
}

async function request(
  { fetch, now, signal }: CollectorClientOptions,
  method: string,
  url: string,
  token: string,
  body?: Body,
): Promise<Answer> {
  const isBytes = body instanceof Uint8Array;
  const type = isBytes ? 'application/octet-stream' : 'application/json';
  try {
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': type }) },
      ...(body && { body: isBytes ? body : JSON.stringify(body) }),
      // Data goes to the host in the policy and to no other, without anything that the browser knows of the person.
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
    });
    return await readAnswer(response, now());
  } catch {
    // No connection, a cut one, a redirect, too slow, or paused. The caller knows `signal`; the rest is one thing to it.
    return NO_ANSWER;
  }
}
