import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { listenOnLoopback } from '../../scripts/loopback.ts';

/** What the proxy does to a request in place of passing it on. */
export type Fault =
  /** Answers with this status, without asking the collector. `retryAfter` as the header says it. */
  | { readonly fault: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Passes half of the request's body on, then cuts both connections. */
  | { readonly fault: 'cut-request' }
  /** Lets the collector do its work, then cuts the connection instead of giving its answer. */
  | { readonly fault: 'cut-reply' }
  /** Waits before it passes the request on, ms. */
  | { readonly fault: 'delay'; readonly ms: number }
  /** Flips a bit of the body on its way to the collector. */
  | { readonly fault: 'corrupt' };

/** One request as it came to the proxy. */
export interface SeenRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
}

export interface FaultyProxy {
  readonly url: string;
  /** Every request so far, oldest first. */
  readonly seen: readonly SeenRequest[];
  /**
   * From now on, requests that `where` is true for meet `fault`, the first `times` of them (default: all). Null: all pass.
   */
  fail(
    fault: Fault | null,
    options?: { readonly times?: number; readonly where?: (seen: SeenRequest) => boolean },
  ): void;
  close(): Promise<void>;
}

/** Stands between a device and its collector, and fails as networks and servers do. */
export async function createFaultyProxy(target: string): Promise<FaultyProxy> {
  let current: { fault: Fault; left: number; where: (seen: SeenRequest) => boolean } | null = null;
  const seen: SeenRequest[] = [];

  const faultFor = (asked: SeenRequest): Fault | null => {
    if (!current || current.left <= 0 || !current.where(asked)) return null;
    current.left -= 1;
    return current.fault;
  };
  const server = createServer((incoming, reply) => {
    const asked = { at: Date.now(), method: incoming.method ?? '', path: incoming.url ?? '' };
    seen.push(asked);
    handle(target, incoming, reply, faultFor(asked)).catch(() => reply.destroy());
  });
  const { port, stop } = await listenOnLoopback(server);

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    fail: (fault, { times = Number.POSITIVE_INFINITY, where = () => true } = {}) => {
      current = fault && { fault, left: times, where };
    },
    close: stop,
  };
}

async function handle(
  target: string,
  incoming: IncomingMessage,
  reply: ServerResponse,
  fault: Fault | null,
): Promise<void> {
  const body = await buffer(incoming);
  switch (fault?.fault) {
    case 'status': {
      const retryAfter = fault.retryAfter;
      reply.writeHead(fault.status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
      return;
    }
    case 'cut-request':
      await passOn(target, incoming, body, body.byteLength / 2).catch(() => undefined);
      reply.destroy();
      return;
    case 'cut-reply':
      await passOn(target, incoming, body);
      reply.destroy();
      return;
    case 'delay':
      await delay(fault.ms);
      break;
    case 'corrupt':
      body[body.byteLength >> 1] = (body[body.byteLength >> 1] ?? 0) ^ 1;
      break;
  }
  const answer = await passOn(target, incoming, body);
  reply.writeHead(answer.status, answer.headers).end(answer.body);
}

/** Sends the first `bytes` of `body` to the target; cuts the connection there if they are not all. */
async function passOn(target: string, incoming: IncomingMessage, body: Buffer, bytes = body.byteLength) {
  const { method, headers, url = '' } = incoming;
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
    const outgoing = request(target + url, { method, headers, agent: false }, (response) => {
      buffer(response).then(
        (received) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: received }),
        reject,
      );
    });
    outgoing.on('error', reject);
    if (bytes === body.byteLength) outgoing.end(body);
    else outgoing.write(body.subarray(0, bytes), () => outgoing.destroy(new Error('Cut, as asked.')));
  });
}
