/** crx3 comes without types; this much of it is used. https://github.com/ahwayakchih/crx3 */
declare module 'crx3' {
  interface Options {
    readonly keyPath: string;
    readonly crxPath: string;
    /** Epoch ms that every packed file is dated with. */
    readonly forceDateTime: number;
  }
  /** Packs the folder of the manifest named. */
  export default function crx3(paths: readonly string[], options: Options): Promise<unknown>;
}
