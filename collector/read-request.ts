import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Sha256, Uuid } from '../lib/units.ts';
import { refusal } from './problem.ts';

export const SessionPath = z.object({ session: Uuid });
export const ChunkPath = SessionPath.extend({ digest: Sha256 });
export const EpisodePath = SessionPath.extend({ episode: Uuid });

/** Parses a part of a request, or refuses it and says where it is wrong, never what was there. */
export function readRequest<S extends z.ZodType>(
  request: FastifyRequest,
  part: 'params' | 'body',
  schema: S,
): z.output<S> {
  const parsed = schema.safeParse(request[part]);
  if (parsed.success) return parsed.data;
  const where = part === 'params' ? 'path' : 'body';
  const wrong = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${[where, ...path].join('.')}: ${message}`);
  throw refusal('malformed', wrong.join('; '));
}

/** A hook that refuses bodies of another media type before they are read. */
export function takes(mediaType: string) {
  return async (request: FastifyRequest): Promise<void> => {
    const given = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (given !== mediaType) throw refusal('wrong-media-type', `Send the body as ${mediaType}.`);
  };
}
