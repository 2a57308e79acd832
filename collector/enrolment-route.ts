import type { FastifyInstance } from 'fastify';
import { Enrolment } from '../lib/collector-api.ts';
import { checkEnrolmentToken } from './authentication.ts';
import type { Devices } from './devices.ts';
import { createRateLimit } from './rate-limit.ts';
import { readRequest, takes } from './read-request.ts';

const MAX_BYTES = 4096;

interface EnrolmentOptions {
  readonly devices: Devices;
  readonly tokens: readonly string[];
  readonly perMinute: number;
  readonly now: () => number;
}

/** `POST /v1/devices`: the only endpoint that an enrolment token opens. */
export function addEnrolmentRoute(app: FastifyInstance, { devices, tokens, perMinute, now }: EnrolmentOptions): void {
  const limit = createRateLimit(perMinute, now);
  app.post('/v1/devices', {
    bodyLimit: MAX_BYTES,
    onRequest: [
      async (request) => checkEnrolmentToken(request.headers.authorization, tokens),
      async () => limit(),
      takes('application/json'),
    ],
    handler: async (request, reply) => {
      const { publicKey } = readRequest(request, 'body', Enrolment);
      return reply.code(201).send({ device: await devices.enrol(publicKey) });
    },
  });
}
