import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { MAX_DIGESTS, MissingRequest } from '../lib/collector-api.ts';
import { MAX_CHUNK_BYTES } from '../lib/manifest.ts';
import { refusal } from './problem.ts';
import { ChunkPath, readRequest, SessionPath, takes } from './read-request.ts';
import type { Authorised } from './session-routes.ts';

/** Room for a digest in JSON, bytes. */
const DIGEST_BYTES = 100;

/** Which chunks are missing, and taking them. */
export function addChunkRoutes(app: FastifyInstance, { sessions, metrics, authorise, deviceOf }: Authorised): void {
  app.post('/v1/sessions/:session/missing', {
    bodyLimit: MAX_DIGESTS * DIGEST_BYTES,
    onRequest: [authorise, takes('application/json')],
    handler: async (request) => {
      const { session } = readRequest(request, 'params', SessionPath);
      const { digests } = readRequest(request, 'body', MissingRequest);
      return { missing: await sessions.missing(session, digests) };
    },
  });

  app.put('/v1/sessions/:session/chunks/:digest', {
    bodyLimit: MAX_CHUNK_BYTES,
    onRequest: [authorise, takes('application/octet-stream')],
    handler: async (request, reply) => {
      const { session, digest } = readRequest(request, 'params', ChunkPath);
      const bytes = request.body;
      if (!Buffer.isBuffer(bytes) || bytes.byteLength === 0) throw refusal('malformed', 'The chunk is empty.');
      if (createHash('sha256').update(bytes).digest('hex') !== digest) {
        throw refusal('wrong-digest', 'The bytes that arrived do not have the SHA-256 in the path. Send them again.');
      }
      await sessions.claim(session, deviceOf(request));
      const result = await sessions.putChunk(session, digest, bytes);
      if (result === 'created') {
        metrics.stored.inc({ kind: 'chunk' });
        metrics.storedBytes.inc(bytes.byteLength);
      }
      return reply.code(result === 'created' ? 201 : 200).send();
    },
  });
}
