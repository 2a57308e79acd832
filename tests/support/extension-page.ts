import type { Browser, CDPSession } from '@playwright/test';

/**
 * A page of the extension without a tab. It takes no place in front of the pages that are recorded, and costs the machine
 * a hundredth of what it costs to open a tab.
 */
export interface ExtensionPage {
  /** Runs a function in the page, with an argument that JSON can tell, and returns what it does as far as JSON can. */
  readonly evaluate: <Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** Stops every service worker, in the middle of whatever it does. */
  readonly stopWorkers: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** It closes by itself when the extension goes, or comes anew. */
  readonly isClosed: () => boolean;
}

/** What the browser says to a command, or by itself. */
interface Told {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly versions?: readonly { readonly runningStatus: string }[] };
  readonly error?: { readonly message: string };
  readonly result?: Answer;
}

interface Answer {
  readonly errorText?: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** Opens a page at an address of the extension. Playwright shows no pages without a tab: they are spoken to by hand. */
export async function openExtensionPage(browser: Browser, url: string): Promise<ExtensionPage> {
  const session = await browser.newBrowserCDPSession();
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', hidden: true });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const { call, stopped, isOver } = conversation(session, sessionId);
  const { errorText } = await call('Page.navigate', { url });
  if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
  return {
    evaluate: async <Result, Argument>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ): Promise<Result> => {
      const expression = `(${String(run)})(${JSON.stringify(argument) ?? ''})`;
      const options = { awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await call('Runtime.evaluate', { expression, ...options });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result?.value as Result;
    },
    stopWorkers: async () => {
      const done = stopped();
      await call('ServiceWorker.enable', {});
      await call('ServiceWorker.stopAllWorkers', {});
      await done;
      await call('ServiceWorker.disable', {});
    },
    close: () => session.detach(),
    isClosed: isOver,
  };
}

interface Conversation {
  readonly call: (method: string, params: object) => Promise<Answer>;
  /** Waits until a service worker has stopped. */
  readonly stopped: () => Promise<void>;
  readonly isOver: () => boolean;
}

function conversation(session: CDPSession, sessionId: string): Conversation {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  const listeners: (() => void)[] = [];
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, error, result, method, params } = JSON.parse(message) as Told;
    const waits = waiting.get(id ?? -1);
    waiting.delete(id ?? -1);
    if (error) waits?.reject(new Error(error.message));
    else waits?.resolve(result ?? {});
    if (
      method === 'ServiceWorker.workerVersionUpdated' &&
      params?.versions?.some(({ runningStatus }) => runningStatus === 'stopped')
    )
      for (const listener of listeners.splice(0)) listener();
  });
  let isOver = false;
  session.on('Target.detachedFromTarget', () => {
    isOver = true;
    for (const { reject } of waiting.values()) reject(new Error('The page of the extension has closed.'));
    waiting.clear();
  });
  let last = 0;
  return {
    call: (method, params) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        waiting.set(id, { resolve, reject });
        session
          .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
          .catch(reject);
      }),
    stopped: () => new Promise((resolve) => listeners.push(resolve)),
    isOver: () => isOver,
  };
}
