/** The least that a recorder can do: follow every mutation and hear every event, and do nothing with them. */
const nothing = (): void => {};

new MutationObserver(nothing).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeOldValue: true,
  characterData: true,
  characterDataOldValue: true,
});
for (const type of [
  'pointerdown',
  'click',
  'dblclick',
  'contextmenu',
  'keydown',
  'input',
  'change',
  'scroll',
  'submit',
]) {
  addEventListener(type, nothing, { capture: true, passive: true });
}
