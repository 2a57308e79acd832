/** How keys begin that do nothing by themselves: modifiers, and those unidentified or taken by an input method. */
export const SILENT_KEYS = /^(Alt|Control|Meta|Shift|Fn|Dead|Process|Unid)|Lock$/;
/** Keys that go up and down, in lines and in numbers. */
export const LINE_KEYS = /^(Arrow|Page)(Up|Down)$/;
/** Keys that take something away. */
export const DELETE_KEYS = /^(Backspace|Delete)$/;
