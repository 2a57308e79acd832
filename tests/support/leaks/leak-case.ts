/** What a person does on the page of a case. Texts may hold canaries. */
export type Deed =
  | readonly ['click', selector: string]
  | readonly ['type', selector: string, text: string]
  | readonly ['clear', selector: string]
  | readonly ['choose', selector: string, index: number]
  | readonly ['file', selector: string, name: string]
  | readonly ['press', selector: string, ...keys: string[]];

/**
 * One way in which something secret can come into a recording. `$A` to `$J` stand for its canaries, in all texts: `$A.64`
 * and `$A.hex` are encoded, `$A.rev` is written backwards. `$FRAME` is the address of `frame`, `$OTHER` that of a page
 * which is not monitored.
 */
export interface LeakCase {
  /** That of the situation in the list of them that the project was given; 201 and up are our own. */
  readonly number: number;
  readonly title: string;
  readonly html: string;
  readonly head?: string;
  /** The end of the page's own address. */
  readonly path?: string;
  /** The page has to be that of a tab: the matter is its address, its title or its windows. */
  readonly isTab?: boolean;
  /** Script of the page that has run before anything is recorded. */
  readonly before?: string;
  /** Script that runs while the page is recorded. It may `await later()`. */
  readonly after?: string;
  /** Script that runs while the person has paused, and undoes what it did. */
  readonly paused?: string;
  /** Without any, somebody clicks on the page. */
  readonly deeds?: readonly Deed[];
  /** Document of a frame in it. */
  readonly frame?: string;
  /** What must not be found besides the canaries, as it is written. */
  readonly values?: readonly string[];
  /** Canaries, or `values`, that go at level `open` too. */
  readonly floors?: string | 'all';
  /** Canaries, or `values`, that the worker need not be told: pages keep them to themselves, or they pass too fast. */
  readonly unsaid?: string | 'all';
}
