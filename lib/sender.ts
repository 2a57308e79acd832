import type { MessageName, Reply, Request } from './messages.ts';

/** The other end of the door: types only, so that a page does not carry zod. Rejects when the worker does not answer. */
export function createSender(transport: (message: unknown) => Promise<unknown>) {
  return async <N extends MessageName>(name: N, request: Request<N>): Promise<Reply<N>> => {
    const reply = await transport({ name, request });
    // JSON has no undefined: Chromium turns it into null on the way.
    if (reply === undefined || reply === null) throw new Error(`No reply to “${name}”.`);
    return reply as Reply<N>;
  };
}

export type Send = ReturnType<typeof createSender>;
