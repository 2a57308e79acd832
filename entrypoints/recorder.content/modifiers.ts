/** Modifier keys that are held down, by their Playwright names. */
export const modifiersOf = (event: MouseEvent | KeyboardEvent) =>
  (['Alt', 'Control', 'Meta', 'Shift'] as const).filter((key) => event.getModifierState(key));
