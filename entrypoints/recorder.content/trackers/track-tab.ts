import type { Tools } from './tools.ts';

/**
 * What a script of the page does to its tab: to the worker it looks as if the person had gone back or closed it. Of frames
 * that go back the worker hears nothing, whoever it was.
 */
export function trackTab({ signal, observer, later }: Tools): void {
  const inFrame = window.parent !== window;
  navigation.addEventListener(
    'navigate',
    (event) => {
      const { url, sameDocument, index } = event.destination;
      const scripted = !event.userInitiated;
      if (event.isTrusted && event.navigationType === 'traverse' && (inFrame || scripted))
        observer.act(observer.observe(event), {
          ...{ type: 'goBack', url, sameDocument, forward: index > (navigation.currentEntry?.index ?? 0) },
          ...(inFrame && { inFrame }),
          ...(scripted && { scripted }),
        });
    },
    { signal },
  );
  later.onSettle(() => {
    if (!inFrame && window.closed)
      observer.act(observer.observe(new Event('close')), { type: 'tabClose', scripted: true });
  });
}
