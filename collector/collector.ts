import fastify, { LogController, type FastifyInstance } from 'fastify';
import { authenticateDevice } from './authentication.ts';
import { endConnectionsOnClose } from './closing.ts';
import { createDevices } from './devices.ts';
import { addEnrolmentRoute } from './enrolment-route.ts';
import { addHealth } from './health.ts';
import { addMetrics } from './metrics.ts';
import { refuseOtherMethods } from './other-methods.ts';
import { replyToBrokenRequest, replyToFrameworkError, replyWithProblems } from './problem-replies.ts';
import { addSessionRoutes } from './session-routes.ts';
import { createSessions } from './sessions.ts';
import type { Sink } from './sink.ts';

/** How long a request may take to arrive in full, in ms: 32 MB at 2 Mbit/s. */
const REQUEST_TIMEOUT_MS = 130_000;

/** Enrolments a minute, from everybody together: 10,000 devices that start at nine are through in a quarter of an hour. */
const ENROLMENTS_PER_MINUTE = 600;

export interface CollectorOptions {
  readonly sink: Sink;
  readonly enrolmentTokens: readonly string[];
  readonly enrolmentsPerMinute?: number;
  /** Writes one line of JSON per request to stdout: ids, counts and times, never content. */
  readonly log?: boolean;
  /** Epoch ms. */
  readonly now?: () => number;
}

/** The receiving end: takes sealed episodes from enrolled devices. It cannot open them. */
export function createCollector({ sink, now = Date.now, ...options }: CollectorOptions): FastifyInstance {
  const app = fastify({
    logger: options.log ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: replyToFrameworkError,
    clientErrorHandler: replyToBrokenRequest,
  });
  const devices = createDevices(sink);

  endConnectionsOnClose(app);
  replyWithProblems(app);
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  refuseOtherMethods(app, () => {
    addHealth(app, sink);
    addEnrolmentRoute(app, {
      devices,
      tokens: options.enrolmentTokens,
      perMinute: options.enrolmentsPerMinute ?? ENROLMENTS_PER_MINUTE,
      now,
    });
    addSessionRoutes(app, {
      sessions: createSessions(sink),
      metrics: addMetrics(app),
      authenticate: (request) => authenticateDevice(request.headers.authorization, devices, now()),
    });
  });
  return app;
}
