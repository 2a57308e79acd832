type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';

/** Modifier keys that are held down, by their Playwright names. */
export function modifiersOf(event: MouseEvent | KeyboardEvent): Modifier[] {
  const held: [Modifier, boolean][] = [
    ['Alt', event.altKey],
    ['Control', event.ctrlKey],
    ['Meta', event.metaKey],
    ['Shift', event.shiftKey],
  ];
  return held.filter(([, isHeld]) => isHeld).map(([modifier]) => modifier);
}
