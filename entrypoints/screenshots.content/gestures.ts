const MODIFIERS = ['Alt', 'AltGraph', 'CapsLock', 'Control', 'Fn', 'Meta', 'NumLock', 'Shift'];

let lastField: EventTarget | undefined;

/** True for the first event of what will be an action. Typing goes on from one key to the next: it is one action. */
export function beginsAction(event: PointerEvent | KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(event instanceof KeyboardEvent)) {
    lastField = undefined;
    return true;
  }
  if (event.repeat || MODIFIERS.includes(event.key)) return false;
  const isTyping = event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete';
  const goesOn = isTyping && target === lastField;
  lastField = isTyping ? target : undefined;
  return !goesOn;
}
