import type { FastifyInstance } from 'fastify';

/** Answers under way while `app` closes end their connections, which would otherwise stay open until they are idle for long. */
export function endConnectionsOnClose(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}
