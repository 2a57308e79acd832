import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof addMetrics>;

/** Counts requests and what was stored, at `/metrics`. No label names a person, a device or a session. */
export function addMetrics(app: FastifyInstance) {
  const registry = new Registry();
  const requests = new Histogram({
    name: 'showhow_collector_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const stored = new Counter({
    name: 'showhow_collector_stored_total',
    help: 'Objects stored for the first time.',
    labelNames: ['kind'],
    registers: [registry],
  });
  const storedBytes = new Counter({
    name: 'showhow_collector_stored_bytes_total',
    help: 'Bytes of chunks stored for the first time.',
    registers: [registry],
  });

  app.addHook('onResponse', (request, reply, done) => {
    const { method, url: route = 'none' } = request.routeOptions;
    const labels = { method: typeof method === 'string' ? method : request.method, route, status: reply.statusCode };
    requests.observe(labels, reply.elapsedTime / 1000);
    request.log.info({ ...labels, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));

  return { stored, storedBytes };
}
