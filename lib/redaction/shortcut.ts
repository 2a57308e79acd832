const MODIFIER = 'ctrl|control|alt|shift|meta|cmd|command|option|opt|win|super|[⌘⌃⌥⇧]';
const KEY =
  'enter|return|esc(?:ape)?|tab|space|backspace|del(?:ete)?|ins(?:ert)?|home|end|page ?(?:up|down)|up|down|left|right|' +
  String.raw`f\d{1,2}|[^\s\p{L}\p{N}]|[\p{L}\p{N}]`;
const BETWEEN = String.raw`\s?[+-]?\s?`;
const SHORTCUT = new RegExp(String.raw`^[[(]?(?:(?:${MODIFIER})${BETWEEN})+(?:${KEY})(?: (?:${KEY}))?[\])]?$`, 'iu');
/** One in brackets at the end of a text: `Bold [ctrl-B]`. */
const AT_END = /\s[[(][^()[\]]{2,32}[\])]$/;
/** The longest that there are. */
const MAX_LENGTH = 32;

/** True for keys to be pressed, as menus and help write them: `Ctrl+Shift+P`, `⌘K`, `alt-s c`, `[ctrl-M]`. */
export function isShortcut(text: string): boolean {
  return text.length <= MAX_LENGTH && SHORTCUT.test(text.trim());
}

/** A text without the shortcut that it tells in brackets at its end. */
export function withoutShortcut(text: string): string {
  if (!/[\])]$/.test(text)) return text;
  const end = AT_END.exec(text);
  return end && isShortcut(end[0]) ? text.slice(0, end.index) : text;
}
