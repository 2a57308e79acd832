import { hideChildDocuments } from './child-frames.ts';
import { seeShadowRoots } from './shadow-roots.ts';
import { isSecretField, markSecret } from './secret-fields.ts';

/** Attribute that rrweb writes into the page to remember a field that was a password. */
const RRWEB_PASSWORD_MARK = 'data-rr-is-password';

/**
 * Keeps rrweb from leaving traces in the page. All of it changes the isolated world's own prototypes; none is visible
 * to the page. Call it once, before the first `record()`.
 */
export function quietRrweb(): void {
  hideChildDocuments();
  seeShadowRoots();
  keepPasswordMarks();
  // The isolated world has none, and rrweb asks it about every element: a thrown error each time.
  Object.defineProperty(globalThis, 'customElements', { value: { get: () => undefined }, configurable: true });
  // rrweb takes an element of the page that is named "Zone" for Angular's, and then probes for clean prototypes.
  Object.defineProperty(globalThis, 'Zone', { value: undefined, configurable: true });
}

/** rrweb waits for the document to be parsed before it looks; for the time of `work` it always is. */
export function asIfParsed<T>(work: () => T): T {
  Object.defineProperty(document, 'readyState', { configurable: true, value: 'interactive' });
  try {
    return work();
  } finally {
    Reflect.deleteProperty(document, 'readyState');
  }
}

/** The mark goes into our own memory instead of the page. */
function keepPasswordMarks(): void {
  const { setAttribute, hasAttribute } = Element.prototype;
  Object.assign(HTMLInputElement.prototype, {
    setAttribute(this: HTMLInputElement, name: string, value: string) {
      if (name === RRWEB_PASSWORD_MARK) markSecret(this);
      else setAttribute.call(this, name, value);
    },
    hasAttribute(this: HTMLInputElement, name: string) {
      return name === RRWEB_PASSWORD_MARK ? isSecretField(this) : hasAttribute.call(this, name);
    },
  });
}
