import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback } from '../scripts/loopback.ts';
import { AGENTS, CATEGORIES, startingTickets, type Ticket } from './tickets.ts';

const folder = fileURLToPath(new URL('ticket-desk', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface TicketDesk {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Serves the ticket desk, a small in-house web app, to this machine. It remembers nothing beyond its own life. */
export async function startTicketDesk(port = 0): Promise<TicketDesk> {
  const tickets = startingTickets();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://desk');
    const work = pathname.startsWith('/api/')
      ? answer(tickets, request, pathname, response)
      : sendFile(pathname, response);
    work.catch((error: unknown) => send(response, 400, { error: String(error) }));
  });
  const listening = await listenOnLoopback(server, port);
  return { origin: `http://127.0.0.1:${listening.port}`, stop: listening.stop };
}

async function answer(
  tickets: Ticket[],
  request: IncomingMessage,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  const [, , resource, id, part] = pathname.split('/');
  if (resource === 'choices') return send(response, 200, { agents: AGENTS, categories: CATEGORIES });
  if (resource !== 'tickets') return send(response, 404, { error: 'No such thing.' });
  const ticket = tickets.find((candidate) => String(candidate.id) === id);
  if (id !== undefined && !ticket) return send(response, 404, { error: 'No such ticket.' });
  const body = request.method === 'GET' ? undefined : ((await json(request)) as object);
  if (!ticket) {
    if (body === undefined) return send(response, 200, tickets);
    const created = { ...body, id: 4711 + tickets.length, status: 'Open', assignee: 'Nobody yet' } as Ticket;
    tickets.push(created);
    return send(response, 201, created);
  }
  if (part === 'messages' && body) ticket.messages.push(body as Ticket['messages'][number]);
  else Object.assign(ticket, body);
  return send(response, 200, ticket);
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** Files of the app; every other path is one of its views, and gets the app itself. */
async function sendFile(pathname: string, response: ServerResponse): Promise<void> {
  const name = /^\/[\w-]+\.\w+$/.test(pathname) ? pathname.slice(1) : 'index.html';
  const content = await readFile(join(folder, name)).catch(() => undefined);
  if (content === undefined) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(content);
}
