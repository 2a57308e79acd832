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
    // With the worker that rrweb would encode pictures in, and what it would encode them by.
    from: 'var chars = "',
    to: 'class StylesheetManager {',
    instead: 'class CanvasManager { reset() {} freeze() {} unfreeze() {} lock() {} unlock() {} }\n',
  },
  {
    // The isolated world is as the browser made it: no other prototypes need to be fetched out of an iframe.
    from: 'function getUntaintedPrototype(',
    to: '\nconst untaintedAccessorCache',
    instead: 'function getUntaintedPrototype(key) { return globalThis[key].prototype; }',
  },
  {
    from: 'const untaintedAccessorCache',
    to: '\nfunction ownerDocument(',
    instead:
      'const getters = {};\n' +
      'const getterOf = (key, name) => (getters[name] ??= Object.getOwnPropertyDescriptor(globalThis[key].prototype, name).get);\n' +
      'function getUntaintedAccessor(key, node, name) { return getterOf(key, name).call(node); }\n' +
      'function getUntaintedMethod(key, node, name) { return globalThis[key].prototype[name].bind(node); }',
  },
  {
    // Every browser of today knows how far a window has scrolled.
    from: 'function getWindowScroll(',
    to: '\nfunction ',
    instead:
      'function getWindowScroll(win) {\n' +
      '  const element = win.document.scrollingElement;\n' +
      '  return element ? { left: element.scrollLeft, top: element.scrollTop } : { left: win.scrollX, top: win.scrollY };\n' +
      '}',
  },
  { from: 'const DEPARTED_MIRROR_ACCESS_WARNING', to: 'function throttle(', instead: '' },
  { from: 'function hookSetter(', to: '\nfunction ', instead: 'function hookSetter() { return () => {}; }' },
  { from: 'function mergeHooks(', to: '\nfunction ', instead: 'function mergeHooks() {}' },
  { from: 'function needMaskingText(', to: '\nfunction ', instead: 'function needMaskingText() { return false; }' },
  {
    // A page may mark with a class what recorders should leave out; there is no selector or pattern beside it.
    from: 'function _isBlockedElement(',
    to: '\nfunction ',
    instead: 'function _isBlockedElement(element, name) { return element.classList.contains(name); }',
  },
  {
    from: 'function isBlocked(',
    to: '\nfunction ',
    instead: 'function isBlocked(node, name) { return !!node && !!closestElementOfNode(node)?.closest("." + name); }',
  },
  {
    // Which of several texts of a style element a rule came from: all are said of the first, as rrweb does when in doubt.
    from: 'function splitCssText(',
    to: '\nfunction ',
    instead: 'function splitCssText(cssText) { return [cssText]; }',
  },
  {
    // Of what stands in heads, all that changes how a page looks is kept.
    from: 'function slimDOMExcluded(',
    to: '\nfunction ',
    instead:
      'function slimDOMExcluded({ type, tagName, attributes }) {\n' +
      '  return type === NodeType.Comment || tagName === "script" ||\n' +
      '    tagName === "meta" && !/^(viewport|color-scheme)$/i.test(attributes.name) ||\n' +
      '    tagName === "link" && (attributes.as === "script" || /^(modulepreload|prefetch|shortcut icon)$/.test(attributes.rel));\n' +
      '}',
  },
  // There are no plugins.
  { from: 'for (const plugin of o.plugins)', to: 'return callbackWrapper(', instead: '' },
  { from: 'const eventProcessor = ', to: 'wrappedEmit = (r,', instead: 'const eventProcessor = (e) => e;' },
  { from: 'for (const plugin of plugins ||', to: 'const processedNodeManager =', instead: '' },
  { from: 'plugins: ((_a2 = ', to: '        },\n        hooks', instead: 'plugins: []\n' },
  // Values that scripts set are not heard in the isolated world, nor what the observers below would tell.
  { from: 'const propertyDescriptor = currentWindow.', to: 'return callbackWrapper(', instead: '' },
  { from: 'mousemoveCb: (positions', to: 'scrollCb: wrapped', instead: '' },
  { from: 'mediaInteractionCb: (p)', to: 'blockClass,', instead: '' },
  { from: 'record.addCustomEvent = ', to: 'record.takeFullSnapshot = ', instead: '' },
  { from: 'class BaseRRNode {', to: '\nfunction on(', instead: 'class BaseRRNode {}' },
  // What a page does in its own world is not heard in ours; actions are recorded by trackers.
  ...[
    'StyleSheet',
    'AdoptedStyleSheet',
    'StyleDeclaration',
    'MouseInteraction',
    'Move',
    'MediaInteraction',
    'Font',
    'Selection',
    'CustomElement',
  ].map((name) => ({
    from: `function init${name}Observer(`,
    to: '\nfunction ',
    instead: `function init${name}Observer() { return () => {}; }\n`,
  })),
];

/** Conditions in rrweb that never hold: in today's browsers, with the options that are set here, without a parent recorder. */
const NEVER = [
  'tagName === "canvas" && recordCanvas',
  // No frame lets rrweb look into it.
  'serializedNode.tagName === "iframe"',
  'tagName === "img" && inlineImages',
  '_slimDOMOptions === true || _slimDOMOptions === "all"',
  'maskAllInputs === true',
  '!inEmittingFrame',
  // It would leave out what is typed, but not what the field holds: no protection.
  'target.classList.contains(ignoreClass) || ignoreSelector && target.matches(ignoreSelector)',
  'checkoutEveryNth && incrementalSnapshotCount >= checkoutEveryNth',
  'checkoutEveryNms && e.timestamp - lastFullSnapshotEvent.timestamp > checkoutEveryNms',
  'Array.from([1], (x) => x * 2)[0] !== 2',
  '!win.NodeList.prototype.forEach',
  '!win.DOMTokenList.prototype.forEach',
];

/** What is written longer in rrweb than it needs to be, and how it is written here. */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  // Numbers have names; nobody asks for the name of a number.
  [/(\w+)\[\1\["(\w+)"\] = (\d+)\] = "\2";/g, '$1["$2"] = $3;'],
  // Nor is there a number for events that are left out here.
  [
    /\w+\["(?:MouseMove|MouseInteraction|TouchMove|MediaInteraction|StyleSheetRule|Font|Log|Drag|StyleDeclaration|Selection|CustomElement|Custom|Plugin|Asset)"\] = \d+;/g,
    '',
  ],
  // A property without a value needs not be declared.
  [/__publicField\(this, "\w+"\);/g, ''],
  [/__publicField\(this, "(\w+)", ([^;\n]*)\);/g, 'this.$1 = $2;'],
  // The console is the page's.
  [/console\.(warn|debug|error)\([^()\n]*\);/g, ';'],
  [/new Error\("[^"]*"\)/g, 'new Error("rrweb")'],
  // All of these are set.
  [/slimDOMOptions\.headWhitespace && /g, ''],
];

/** Options of rrweb that are handed from one function to the next for what is never done here. */
const UNUSED_OPTIONS =
  /^ +"?(?:dataURLOptions|inlineImages|recordCanvas|collectFonts|iframeLoadTimeout|ignoreClass|ignoreSelector)"?(?: = [\w{}"-]+|: [\w.]+)?,?\n/gm;

/** Takes out of rrweb what is never used here: a quarter of its code. */
export const slimRrweb = (): Plugin => ({
  name: 'showhow:slim-rrweb',
  transform(code, id) {
    if (!id.includes('@rrweb/record/dist/record.js')) return null;
    const shorter = SHORTER.reduce((slim, [long, short]) => slim.replace(long, short), code);
    const plain = NEVER.reduce((slim, condition) => {
      if (!slim.includes(condition)) throw new Error(`${id} does not ask for “${condition}”: adapt page-bundle.ts.`);
      return slim.replaceAll(condition, condition.endsWith('&&') ? 'false &&' : 'false');
    }, shorter);
    const slim = UNUSED.reduce((slim, { from, to, instead }) => {
      const start = slim.indexOf(from);
      const end = slim.indexOf(to, start + from.length);
      if (start < 0 || end < start) throw new Error(`${id} has no “${from}” before “${to}”: adapt page-bundle.ts.`);
      return slim.slice(0, start) + instead + slim.slice(end);
    }, plain);
    return slim.replace(UNUSED_OPTIONS, '');
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
