import type { Moment, Viewer } from '../viewer.ts';

/** The player, at the size of the window that was recorded, made to fit into the room there is. Sent to the page as source. */
export function stagePart(viewer: Viewer): Pick<Viewer, 'show' | 'run' | 'player'> {
  const room = document.querySelector<HTMLElement>('.room');
  const screen = document.querySelector<HTMLElement>('.screen');
  if (!room || !screen) throw new Error('The page has no stage.');
  const still =
    '*, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; caret-color: transparent !important; }';
  const hatched = 'repeating-linear-gradient(45deg, #8884 0 8px, transparent 8px 16px)';
  const rules = [
    still,
    '::highlight(withheld) { background-color: #fde68a; color: #713f12; }',
    '[data-showhow="withheld"] { background-color: #fef3c7 !important; color: #713f12 !important; }',
    // An open popover is in the recording by its attribute alone.
    '[rr-popover] { display: block !important; z-index: 2147483647; }',
    // Where no script runs, a canvas is an empty box of no size.
    ':where(canvas) { display: inline-block; overflow: hidden; width: attr(width px, 300px); aspect-ratio: attr(width type(<number>), 300) / attr(height type(<number>), 150); }',
    `canvas, video, [data-showhow="unseen"] { background-image: ${hatched} !important; outline: 1px dashed #888a !important; }`,
  ];
  const current: { scene: number; player: InstanceType<Window['rrwebReplay']['Replayer']> | undefined } = {
    scene: -1,
    player: undefined,
  };

  function open(scene: number) {
    if (scene === current.scene && current.player) return current.player;
    current.player?.destroy();
    const events = viewer.data.scenes[scene]?.events ?? [];
    const options = {
      root: screen,
      useVirtualDom: false,
      mouseTail: false,
      showWarning: false,
      insertStyleRules: rules,
    };
    current.scene = scene;
    current.player = new window.rrwebReplay.Replayer(events, options);
    screen?.querySelector('iframe')?.setAttribute('title', 'The page as it was');
    return current.player;
  }

  function fit() {
    const page = screen?.querySelector('iframe');
    const [width, height] = [Number(page?.width), Number(page?.height)];
    if (!room || !screen || !(width > 0) || !(height > 0)) return;
    const scale = Math.min(room.clientWidth / width, room.clientHeight / height, 1.5);
    Object.assign(screen.style, {
      width: `${width}px`,
      height: `${height}px`,
      left: `${(room.clientWidth - width * scale) / 2}px`,
      transform: `scale(${scale})`,
    });
  }
  new ResizeObserver(fit).observe(room);

  const startOf = (scene: number) => viewer.data.scenes[scene]?.events[0]?.timestamp ?? 0;

  function show({ place }: Moment): boolean {
    document.body.classList.toggle('blank', place === null);
    if (!place) return false;
    open(place.scene).pause(place.time - startOf(place.scene));
    fit();
    return true;
  }

  function run(moment: Moment, done: () => void): () => void {
    const { place } = moment;
    const player = current.player;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!place || !player || place.scene !== current.scene || isCalm) {
      done();
      return () => undefined;
    }
    // The player’s clock stands still after the last event.
    const end = place.time - startOf(place.scene) - 0.02;
    let frame = 0;
    const watch = () => {
      if (player.getCurrentTime() < end) frame = requestAnimationFrame(watch);
      else done();
    };
    player.play(player.getCurrentTime());
    frame = requestAnimationFrame(watch);
    return () => {
      cancelAnimationFrame(frame);
      player.pause();
    };
  }

  return { show, run, player: () => current.player };
}
