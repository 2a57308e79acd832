/** One line of a benchmark's table. */
export interface Measurement {
  readonly what: string;
  /** The number with its unit; median and range where it was measured more than once. */
  readonly measured: string;
  /** What we promise; empty where nothing is, and the number stands beside for comparison. */
  readonly must: string;
  readonly verdict: 'met' | 'missed' | '';
}

/** A measurement that is held against a promise. */
export function promised(what: string, measured: string, must: string, isMet: boolean): Measurement {
  return { what, measured, must, verdict: isMet ? 'met' : 'missed' };
}

/** A measurement for comparison only. */
export function noted(what: string, measured: string): Measurement {
  return { what, measured, must: '', verdict: '' };
}

/** The measurements in columns. */
export function table(measurements: readonly Measurement[]): string {
  const rows = [
    ['what', 'measured', 'must', 'verdict'],
    ...measurements.map(({ what, measured, must, verdict }) => [what, measured, must, verdict]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
