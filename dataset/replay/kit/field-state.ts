/** What a field holds and where the caret is. */
export interface FieldState {
  readonly value: string;
  readonly isFocused: boolean;
  readonly kind: 'input' | 'textarea' | 'rich' | 'select' | 'none';
  readonly type: string;
  /** Selection as offsets in the value; null where the browser does not tell, and in rich text. */
  readonly selection: readonly [start: number, end: number] | null;
}
