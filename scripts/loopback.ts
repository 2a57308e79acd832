import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Makes `server` listen on a port of 127.0.0.1: a free one, unless one is named. Stopping it cuts what is open. */
export async function listenOnLoopback(server: Server, port = 0): Promise<{ port: number; stop: () => Promise<void> }> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
