/** Longest instruction that a person may give a task, in characters. */
export const MAX_INSTRUCTION = 300;
