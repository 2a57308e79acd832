/**
 * The only platform names `lib` may use. Its tsconfig leaves out the DOM and Node, so that a rule which reaches for
 * `document`, `fetch`, `crypto` or a clock does not compile.
 */
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
  readonly searchParams: Iterable<[string, string]>;
}
