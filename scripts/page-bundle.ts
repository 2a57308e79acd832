/** What a Vite plugin is, as far as these are one. */
interface Plugin {
  readonly name: string;
  transform?(code: string, id: string): string | null;
  generateBundle?(options: unknown, bundle: Record<string, { type: string; code?: string }>): void;
}

/** What of rrweb is never used here, from one line of its code to another, and what stands in its place. */
const UNUSED = [
  {
    // Frames have recorders of their own; that a window is asked for tells ours which frames there are.
    from: 'class IframeManager {',
    to: 'class ShadowDomManager {',
    instead:
      'class IframeManager { addIframe(iframe) { iframe.contentWindow; } addLoadListener() {} attachIframe() {} }\n',
  },
  {
    from: 'class CanvasManager {',
    to: 'class StylesheetManager {',
    instead: 'class CanvasManager { reset() {} freeze() {} unfreeze() {} lock() {} unlock() {} }\n',
  },
];

/** Takes the recording of canvases and of child frames out of rrweb: an eighth of its code. */
export const slimRrweb = (): Plugin => ({
  name: 'showhow:slim-rrweb',
  transform(code, id) {
    if (!id.includes('@rrweb/record/dist/record.js')) return null;
    return UNUSED.reduce((slim, { from, to, instead }) => {
      const [start, end] = [slim.indexOf(from), slim.indexOf(to)];
      if (start < 0 || end < start) throw new Error(`${id} has no “${from}” before “${to}”: adapt page-bundle.ts.`);
      return slim.slice(0, start) + instead + slim.slice(end);
    }, code);
  },
});

/** Writes everything beyond ASCII as escapes: browsers refuse content scripts with certain characters, whatever the encoding. */
export const asciiOnly = (): Plugin => ({
  name: 'showhow:ascii-only',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.code === undefined) continue;
      chunk.code = chunk.code.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
});
