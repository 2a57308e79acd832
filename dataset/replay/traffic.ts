import type { Page, Request } from 'playwright';

/** What pages have asked for and not got yet. */
export interface Traffic {
  attend(page: Page): void;
  /** Waits until everything has come that is asked for now, at most so long. */
  quiet(timeoutMs: number): Promise<void>;
  leave(): void;
}

/** Requests that a page may need before the next step; the rest is decoration or goes on for ever. */
const AWAITED = new Set(['document', 'xhr', 'fetch', 'script']);

/** A request that has been open for so long is one that the server holds open, in ms. */
const HELD_OPEN = 3_000;

export function createTraffic(): Traffic {
  const open = new Map<Request, number>();
  const attended = new Set<Page>();
  let wake: (() => void) | undefined;

  const begin = (request: Request) => void (AWAITED.has(request.resourceType()) && open.set(request, Date.now()));
  const end = (request: Request) => {
    open.delete(request);
    wake?.();
  };
  return {
    attend(page) {
      attended.add(page);
      page.on('request', begin);
      page.on('requestfinished', end);
      page.on('requestfailed', end);
    },
    async quiet(timeoutMs) {
      const until = Date.now() + timeoutMs;
      const asked = [...open.keys()];
      const isAwaited = (request: Request) => Date.now() - (open.get(request) ?? 0) < HELD_OPEN;
      while (asked.some(isAwaited) && Date.now() < until) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, until - Date.now());
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
    },
    leave() {
      for (const page of attended) {
        page.off('request', begin);
        page.off('requestfinished', end);
        page.off('requestfailed', end);
      }
    },
  };
}
