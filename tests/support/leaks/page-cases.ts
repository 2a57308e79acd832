import type { LeakCase } from './leak-case.ts';

/** What pages say and keep elsewhere, and what happens around them. */
export const PAGE_CASES: readonly LeakCase[] = [
  {
    ...{ number: 136, title: 'requests', html: '<p>x</p>' },
    after: `fetch('/api/u/$A?tok=$B', { method: 'POST', headers: { authorization: 'Bearer $C' }, body: '{"p":"$D"}' })`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 137, title: 'sockets and beacons', html: '<p>x</p>' },
    after: `navigator.sendBeacon('/beacon/$A', '$B'); new EventSource('/events/$C').close();
      try { new WebSocket(location.origin.replace('http', 'ws') + '/$D') } catch {}`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 140, title: 'storage', html: '<p>x</p>' },
    after: `localStorage.t = '$A'; sessionStorage.t = '$B'; document.cookie = 'sid=$C'; window.name = '$D';
      indexedDB.open('$E'); await caches.open('$F')`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 178, title: 'what the page logs', html: '<p>x</p>' },
    after: `console.warn('$A'); console.error(new Error('$B')); setTimeout(() => { throw new Error('$C') })`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 179, title: 'errors with data in them', html: '<p>x</p>' },
    after: `try { JSON.parse('$A') } catch (error) { console.log(error.message) }`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 160, title: 'page that calls the recorder', html: '<p>x</p>' },
    after: `document.dispatchEvent(new CustomEvent('showhow', { detail: '$A' })); postMessage({ name: 'capture', request: '$B' }, '*')`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 173, title: 'page whose elements throw', html: '<p id="i">$A</p>' },
    before: `Object.defineProperty(i, 'textContent', { get() { throw new Error('$B') } });
      Object.defineProperty(i, 'attributes', { get() { throw new Error('$C') } })`,
    unsaid: 'BC',
  },
  {
    ...{ number: 175, title: 'what was there during a pause', html: '<p id="i">x</p><input id="j">' },
    paused: `i.textContent = '$A'; j.value = '$B'; document.title = '$C'; await later();
      i.textContent = 'x'; j.value = ''; document.title = ''`,
    ...{ floors: 'all', unsaid: 'all' },
  },
  {
    ...{ number: 220, title: 'dialogs', isTab: true, html: '<button id="b">Delete</button>' },
    before: `b.onclick = () => { alert('Hello $A'); confirm('Delete $B?'); prompt('Name of $C?', '$D') }`,
    deeds: [['click', '#b']],
  },
  {
    ...{ number: 221, title: 'window that a page opens', isTab: true, html: '<button id="b">Open</button>' },
    before: `b.onclick = () => { const w = open('about:blank', '$A', 'popup'); w.document.title = '$B';
      w.document.body.innerHTML = '<p>$C</p><input type="password" value="$D">'; setTimeout(() => w.close(), 300) }`,
    deeds: [['click', '#b']],
    ...{ floors: 'D', unsaid: 'all' },
  },
  {
    ...{ number: 142, title: 'address and title of a tab', isTab: true, path: 'inbox/$A?t=$B' },
    ...{ head: '<title>Inbox – $C</title>', html: '<p>x</p>' },
  },
  {
    ...{ number: 143, title: 'download', html: '<a id="a" download="$A.xlsx" href="data:text/csv,$B">Export</a>' },
    deeds: [['click', '#a']],
  },
  {
    ...{
      number: 222,
      title: 'notification',
      html: '<p>x</p>',
      after: `try { new Notification('Message from $A') } catch {}`,
    },
    ...{ floors: 'all', unsaid: 'all' },
  },
];
