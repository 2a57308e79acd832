import { launchBare } from '../../../bench/launch-bare.ts';
import { pageModule } from '../page-module.ts';
import { type CanaryKind, type Needle, needlesOf } from './canaries.ts';
import type { PageWay } from './control-page.ts';
import type { LeakCase } from './leak-case.ts';
import { type Life, startLeakSite } from './leak-site.ts';
import { openCases } from './play.ts';
import { createSearch } from './search.ts';

/** Where something was seen: in a page, or in what the browser tells of it. */
export type Way = PageWay | 'requests' | 'tabs';

/** The ways in which each needle was found; none for one that is missing. */
export type Seen = ReadonlyMap<Needle, ReadonlySet<Way>>;

/**
 * Plays the cases with redaction off: to rrweb with nothing masked, and to a script that takes down whatever the pages hold,
 * call and pass by. The same search has to find every canary: else a case would not put it where it says, or the search
 * would not know it there, and finding nothing with redaction on would mean nothing.
 */
export async function findUnredacted(
  cases: readonly LeakCase[],
  kinds: readonly CanaryKind[],
  life: Life,
): Promise<Seen> {
  const needles = needlesOf(cases, kinds);
  const search = createSearch(needles);
  const found = new Map<Needle, Set<Way>>(needles.map((needle) => [needle, new Set()]));
  const hear = (way: Way, text: string) => {
    for (const needle of search.inText(JSON.stringify(text))) found.get(needle)?.add(way);
  };
  const site = await startLeakSite(cases);
  const context = await launchBare();
  try {
    context.on('request', (request) =>
      hear('requests', [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n')),
    );
    await context.exposeFunction('hear', hear);
    await context.addInitScript({ content: await pageModule('tests/support/leaks/control-page.ts', 'control') });
    const opened = await openCases(context, site, { cases, kinds, life });
    if (life === 'inserted') await opened.insert();
    await opened.act();
    await opened.actInPause();
    const frames = context.pages().flatMap((page) => page.frames());
    await Promise.all(frames.map((frame) => frame.evaluate(() => window.account?.())));
    const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
    const { targetInfos } = await session.send('Target.getTargets');
    for (const { url, title } of targetInfos) hear('tabs', `${url}\n${title}`);
    await opened.close();
    return found;
  } finally {
    await context.close();
    await site.stop();
  }
}
