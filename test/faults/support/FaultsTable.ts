import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Measured } from './measure.ts';

interface Row {
  readonly fault: string;
  passed: boolean;
  readonly measured: Measured[];
}

/** Prints how long each fault took, and how long nobody was seen or heard: the least, the median and the most. */
export default class FaultsTable implements Reporter {
  readonly #rows = new Map<string, Row>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const row = this.#rows.get(test.title) ?? { fault: test.title, passed: true, measured: [] };
    this.#rows.set(test.title, row);
    if (result.status !== 'passed') {
      row.passed = false;
      console.log(result.error?.message);
    }
    for (const { type, description } of result.annotations) {
      if (type !== 'measured' || !description) continue;
      const measured: Measured = JSON.parse(description);
      row.measured.push(measured);
      const { recoveryMs, audioGapMs, videoGapMs } = measured;
      console.log(`     recovery ${recoveryMs} ms, no sound for ${audioGapMs} ms, no picture for ${videoGapMs} ms`);
    }
  }

  onEnd(_result: FullResult): void {
    const lines = [
      ['fault', 'survived', 'recovery, s', 'no sound, s', 'no picture, s'],
      ...[...this.#rows.values()].map(({ fault, passed, measured }) => [
        fault,
        passed ? `${measured.length} times` : `${measured.length} times, then not`,
        spread(measured.map(({ recoveryMs }) => recoveryMs)),
        spread(measured.map(({ audioGapMs }) => audioGapMs)),
        spread(measured.map(({ videoGapMs }) => videoGapMs)),
      ]),
    ];
    const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
    console.log(`\nEach column: least / median / most.\n`);
    for (const line of lines)
      console.log(
        line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      );
  }

  printsToStdio(): boolean {
    return true;
  }
}

function spread(times: readonly number[]): string {
  if (times.length === 0) return '–';
  const sorted = times.toSorted((a, b) => a - b);
  const seconds = (index: number) => ((sorted[index] ?? 0) / 1000).toFixed(1);
  return `${seconds(0)} / ${seconds(Math.floor((sorted.length - 1) / 2))} / ${seconds(sorted.length - 1)}`;
}
