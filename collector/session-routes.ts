import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addChunkRoutes } from './chunk-routes.ts';
import { addEpisodeRoutes } from './episode-routes.ts';
import type { Metrics } from './metrics.ts';
import { readRequest, SessionPath } from './read-request.ts';
import type { Sessions } from './sessions.ts';

export interface SessionRoutesOptions {
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  /** Resolves to the device that asks. */
  readonly authenticate: (request: FastifyRequest) => Promise<string>;
}

/** What routes below a session need besides. */
export interface Authorised extends SessionRoutesOptions {
  /** A hook: settles who asks, and whether the session is theirs, before a body is read. */
  readonly authorise: (request: FastifyRequest) => Promise<void>;
  /** The device, behind that hook. */
  readonly deviceOf: (request: FastifyRequest) => string;
}

/** Everything below `/v1/sessions/:session`. */
export function addSessionRoutes(app: FastifyInstance, options: SessionRoutesOptions): void {
  const devices = new WeakMap<FastifyRequest, string>();
  const authorised: Authorised = {
    ...options,
    authorise: async (request) => {
      const device = await options.authenticate(request);
      await options.sessions.checkOwner(readRequest(request, 'params', SessionPath).session, device);
      devices.set(request, device);
    },
    deviceOf: (request) => {
      const device = devices.get(request);
      if (device === undefined) throw new Error('The route does not ask who is there.');
      return device;
    },
  };
  addChunkRoutes(app, authorised);
  addEpisodeRoutes(app, authorised);
}
