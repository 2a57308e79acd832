import type { FastifyInstance } from 'fastify';
import { refusal } from './problem.ts';
import type { Sink } from './sink.ts';

/** `/health/live`: the process answers. `/health/ready`: it can store, too. */
export function addHealth(app: FastifyInstance, sink: Sink): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (request) => {
    try {
      await sink.check();
    } catch (error) {
      request.log.error(error);
      throw refusal('unavailable', 'The sink cannot be written to.');
    }
    return { status: 'ready' };
  });
}
