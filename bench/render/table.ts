/** One thing that was measured. */
export interface Line {
  readonly name: string;
  readonly ours: number;
  /** What it is compared with. */
  readonly theirs?: number;
  /** The most that it may be; without one it is only told. */
  readonly limit?: number;
  readonly unit: string;
  readonly wanted?: string;
}

const show = (value: number, unit: string) => {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 1 ? 1 : 4;
  return `${Number.isInteger(size) ? size : size.toFixed(digits)}${unit && ` ${unit}`}`;
};

/** The lines as a table, with whether each is kept. */
export function renderLines(lines: readonly Line[]): string {
  const rows = [
    ['', 'ours', 'compared with', 'ratio', 'wanted', ''],
    ...lines.map(({ name, ours, theirs, limit, unit, wanted = '' }) => [
      name,
      show(ours, unit),
      theirs === undefined ? '' : show(theirs, unit),
      theirs === undefined || ours <= 0 ? '' : `1/${(theirs / ours).toFixed(theirs / ours < 10 ? 1 : 0)}`,
      wanted,
      limit === undefined ? '' : ours <= limit ? 'kept' : 'MISSED',
    ]),
  ];
  const widths = (rows[0] as string[]).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] as string).length)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
