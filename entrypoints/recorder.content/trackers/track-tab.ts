import type { Tools } from './tools.ts';

/** What a script of the page does to its tab: to the worker it looks as if the person had gone back or closed it. */
export function trackTab({ signal, observer, later }: Tools): void {
  if (window.parent !== window) return;
  navigation.addEventListener(
    'navigate',
    (event) => {
      const { url, sameDocument } = event.destination;
      if (event.isTrusted && !event.userInitiated && event.navigationType === 'traverse')
        observer.act(observer.observe(event), { type: 'goBack', url, sameDocument, scripted: true });
    },
    { signal },
  );
  later.onSettle(() => {
    if (window.closed) observer.act(observer.observe(new Event('close')), { type: 'tabClose', scripted: true });
  });
}
