import type { FastifyInstance, HTTPMethods } from 'fastify';
import { refusal } from './problem.ts';

const METHODS: readonly HTTPMethods[] = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];

/**
 * Makes the paths that routes are added for by `addRoutes` answer 405 to every other method, where Fastify would say that
 * there is nothing.
 */
export function refuseOtherMethods(app: FastifyInstance, addRoutes: () => void): void {
  const allowed = new Map<string, Set<string>>();
  let isAdding = true;
  app.addHook('onRoute', ({ url, method }) => {
    if (!isAdding) return;
    const methods = allowed.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    allowed.set(url, methods);
  });
  addRoutes();
  isAdding = false;
  for (const [url, methods] of allowed) {
    const allow = [...methods].sort().join(', ');
    app.route({
      url,
      method: METHODS.filter((method) => !methods.has(method)),
      onRequest: () => {
        throw refusal('method-not-allowed', `This path answers ${allow}.`, { allow });
      },
      handler: () => undefined,
    });
  }
}
