import type { FastifyInstance } from 'fastify';
import type { Acknowledgement } from '../lib/collector-api.ts';
import { Manifest, MAX_MANIFEST_BYTES } from '../lib/manifest.ts';
import { refusal } from './problem.ts';
import { EpisodePath, readRequest, takes } from './read-request.ts';
import type { Authorised } from './session-routes.ts';

const PATH = '/v1/sessions/:session/episodes/:episode';

/** Taking manifests, asking for them, and deleting episodes. */
export function addEpisodeRoutes(app: FastifyInstance, { sessions, metrics, authorise, deviceOf }: Authorised): void {
  app.put(PATH, {
    bodyLimit: MAX_MANIFEST_BYTES,
    onRequest: [authorise, takes('application/json')],
    handler: async (request, reply) => {
      const path = readRequest(request, 'params', EpisodePath);
      const manifest = readRequest(request, 'body', Manifest);
      if (manifest.session !== path.session || manifest.episode !== path.episode) {
        throw refusal('malformed', 'body.session and body.episode must be those of the path.');
      }
      await sessions.claim(path.session, deviceOf(request));
      const result = await sessions.putManifest(manifest);
      if (result === 'created') metrics.stored.inc({ kind: 'episode' });
      const acknowledgement: Acknowledgement = { episode: manifest.episode, chunks: manifest.chunks.length };
      return reply.code(result === 'created' ? 201 : 200).send(acknowledgement);
    },
  });

  app.get(PATH, {
    onRequest: authorise,
    handler: async (request) => {
      const path = readRequest(request, 'params', EpisodePath);
      const manifest = await sessions.getManifest(path.session, path.episode);
      if (!manifest) throw refusal('not-found', 'The manifest of this episode has not arrived.');
      return manifest;
    },
  });

  app.delete(PATH, {
    onRequest: authorise,
    handler: async (request, reply) => {
      const path = readRequest(request, 'params', EpisodePath);
      await sessions.claim(path.session, deviceOf(request));
      await sessions.deleteEpisode(path.session, path.episode);
      return reply.code(204).send();
    },
  });
}
