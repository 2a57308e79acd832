import type { Viewer } from '../viewer.ts';

/** The list of steps, the buttons and the keys. Begins with the first step that shows a page. Sent to the page as source. */
export function controlsPart(viewer: Viewer): object {
  const { moments } = viewer.data;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-moment]')];
  const views = [...document.querySelectorAll<HTMLElement>('[data-view]')];
  const slider = find('#slider') as HTMLInputElement | null;
  const playButton = find('#play');
  /** How long a step is looked at before the film goes on, in ms. */
  const look = 1_100;
  let at = -1;
  let stop: (() => void) | undefined;

  function select(moment: number, isByHand = true) {
    const wanted = Math.max(0, Math.min(moments.length - 1, moment));
    const chosen = moments[wanted];
    if (!chosen) return;
    if (isByHand) halt();
    at = wanted;
    viewer.unmark();
    if (viewer.show(chosen)) viewer.mark(chosen);
    for (const button of buttons) {
      if (Number(button.dataset['moment']) === at) {
        button.setAttribute('aria-current', 'step');
        button.scrollIntoView({ block: 'nearest' });
      } else button.removeAttribute('aria-current');
    }
    for (const view of views) view.hidden = Number(view.dataset['view']) !== at;
    if (slider) {
      slider.value = String(at);
      slider.setAttribute('aria-valuetext', buttons[at]?.querySelector('.what')?.textContent ?? '');
    }
  }

  function halt() {
    stop?.();
    stop = undefined;
    playButton?.setAttribute('aria-pressed', 'false');
  }

  /** Looks at the step, then plays on to the next, and so on to the end. */
  function goOn() {
    const next = moments[at + 1];
    if (!next) return halt();
    const timer = setTimeout(() => {
      viewer.unmark();
      stop = viewer.run(next, () => {
        select(at + 1, false);
        goOn();
      });
    }, look);
    stop = () => clearTimeout(timer);
  }

  function playOrPause() {
    if (stop) return select(at);
    if (at === moments.length - 1) select(0);
    playButton?.setAttribute('aria-pressed', 'true');
    goOn();
  }

  for (const button of buttons) button.addEventListener('click', () => select(Number(button.dataset['moment'])));
  slider?.addEventListener('input', () => select(Number(slider.value)));
  playButton?.addEventListener('click', playOrPause);
  find('#before')?.addEventListener('click', () => select(at - 1));
  find('#after')?.addEventListener('click', () => select(at + 1));

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => select(at + 1),
    ArrowRight: () => select(at + 1),
    ArrowUp: () => select(at - 1),
    ArrowLeft: () => select(at - 1),
    Home: () => select(0),
    End: () => select(moments.length - 1),
    ' ': playOrPause,
  };
  document.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const element = event.target instanceof Element ? event.target : null;
    // Space on a button or a summary is theirs; the arrows of the slider do the same as ours.
    if (!isPlain || (event.key === ' ' && element?.closest('button, summary'))) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    if (element?.closest('[data-moment]')) buttons[at]?.focus();
  });

  select(
    Math.max(
      0,
      moments.findIndex(({ place }) => place !== null),
    ),
  );
  return {};
}
