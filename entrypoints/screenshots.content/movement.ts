/** What an animation may change without moving anything. */
const HARMLESS =
  /^(?:computedOffset|offset|easing|composite|opacity|fill|stroke|stroke.+|caretColor|accentColor|color|backgroundColor|backgroundPosition.*|boxShadow|outline.*|border.*Color|border.*Radius|textDecorationColor)$/;

/** What an element without text shows that would have to be covered. */
const COVERED = 'img, canvas, video, iframe, frame, fencedframe, input, textarea, select, svg, [style*="url("]';

/** True while something moves by itself that may have to be covered. */
export function isMoving(roots: readonly DocumentOrShadowRoot[]): boolean {
  return document.fonts.status === 'loading' || roots.some((root) => root.getAnimations().some(moves));
}

function moves(animation: Animation): boolean {
  const { effect } = animation;
  if (animation.playState !== 'running' || !(effect instanceof KeyframeEffect))
    return animation.playState === 'running';
  const { target, pseudoElement } = effect;
  // While one view fades into another, the old one is still on the screen.
  if (pseudoElement?.startsWith('::view-transition')) return true;
  const properties = effect.getKeyframes().flatMap((frame) => Object.keys(frame));
  if (properties.every((property) => HARMLESS.test(property))) return false;
  const isEmpty = target?.textContent.trim() === '' && !target.matches(COVERED) && !target.querySelector(COVERED);
  return !isEmpty || target.shadowRoot !== null;
}
