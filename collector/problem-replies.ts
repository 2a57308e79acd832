import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { problem, ProblemError } from './problem.ts';

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Makes every error of `app` a problem document: ours, Fastify's own, unknown paths and crashes. */
export function replyWithProblems(app: FastifyInstance): void {
  app.setNotFoundHandler(() => {
    throw new ProblemError(problem('not-found', 'There is nothing at this path. The endpoints are below /v1.'));
  });
  app.setErrorHandler((error, request, reply) => {
    const refused = asProblem(error);
    if (refused.problem.status >= 500) request.log.error(error);
    return sendProblem(reply, refused);
  });
}

/** For errors that Fastify meets before it has found a route, such as a path that does not decode. */
export function replyToFrameworkError(error: unknown, _request: unknown, reply: FastifyReply): void {
  void sendProblem(reply, asProblem(error));
}

/** For what is not HTTP at all: there is no reply object yet, only the socket. */
export function replyToBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify(problem('malformed', 'This is not a readable HTTP request.'));
  socket.end(
    `HTTP/1.1 400 ${STATUS_CODES[400]}\r\ncontent-type: ${PROBLEM_JSON}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function sendProblem(reply: FastifyReply, refused: ProblemError): FastifyReply {
  return reply
    .code(refused.problem.status)
    .headers(refused.headers)
    .type(PROBLEM_JSON)
    .send(JSON.stringify(refused.problem));
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ProblemError(problem('storage-full', 'No room is left to store this. Free some, then send it again.'));
  }
  switch (statusCode) {
    case 413:
      return new ProblemError(problem('too-large', 'The body is larger than this endpoint takes.'));
    case 415:
      return new ProblemError(
        problem('wrong-media-type', 'Send application/json, or chunks as application/octet-stream.'),
      );
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new ProblemError(
      problem('malformed', error instanceof Error ? error.message : 'The request cannot be read.'),
    );
  }
  return new ProblemError(problem('internal', 'The collector has failed; its log says why. Send it again later.'));
}
