import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenOnLoopback } from '../../scripts/loopback.ts';

/** Stands between a device and its collector, and keeps every byte that the device sends. */
export interface WireTap {
  readonly url: string;
  /** Everything so far: request lines, headers, bodies. */
  readonly sent: () => Buffer;
  readonly close: () => Promise<void>;
}

export async function tapWire(target: string): Promise<WireTap> {
  const sent: Buffer[] = [];
  const server = createServer(async (incoming, reply) => {
    const { method, headers, rawHeaders, url = '' } = incoming;
    const body = await buffer(incoming);
    sent.push(Buffer.from([method, url, ...rawHeaders, ''].join('\n')), body);
    request(target + url, { method, headers }, (response) => {
      reply.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(reply);
    })
      .on('error', () => reply.destroy())
      .end(body);
  });
  const { port, stop } = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${port}`, sent: () => Buffer.concat(sent), close: stop };
}
