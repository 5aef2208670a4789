import { type Join, JoinFailed, measureJoin } from './measureJoin.ts';
import { openSetting, type Setting } from './openSetting.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { isWithinLimit, renderTable, type Series } from './report/table.ts';
import { renderWaterfall } from './report/waterfall.ts';
import { median } from './statistics.ts';
import { timesOf } from './summarise.ts';

/** The exit code of a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

let setting = null as Setting | null;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupted = true;
    // The join that is being measured fails with it, and the rest ends in order.
    void setting?.browser.close();
  });
}

try {
  process.exitCode = await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!interrupted) report(error);
  process.exitCode = interrupted ? INTERRUPTED : 1;
} finally {
  // After Ctrl-C the server was told to end twice, by the terminal and by us: it does, but not in order.
  await setting?.close().catch((error: unknown) => interrupted || console.error(error));
}

function report(error: unknown): void {
  if (error instanceof JoinFailed) console.error(`${error.message}\n${renderWaterfall(error.join)}`);
  else console.error(error instanceof Error ? `${error.message}\n${USAGE}` : error);
}

/** @returns The exit code. */
async function bench({ runs, rtts, from: froms, show }: Options): Promise<number> {
  setting = await openSetting();
  if (interrupted) return INTERRUPTED;
  // Not counted: server and browser start with cold code.
  await measureJoin(setting, 'page', 0);
  const kinds = froms.flatMap((from) => rtts.map((rtt) => ({ from, rtt, joins: [] as Join[] })));
  for (let run = 1; run <= runs; run += 1) {
    // In turn, so that a busy minute of the machine does not fall on one of them alone.
    for (const { from, rtt, joins } of kinds) {
      const join = await measureJoin(setting, from, rtt);
      joins.push(join);
      const { seen, seenByOthers } = timesOf(join);
      console.log(
        `run ${run}, from a ${from}, RTT ${rtt}: the joiner sees after ${seen.toFixed(0)}, others after ${seenByOthers.toFixed(0)} ms`,
      );
    }
  }
  for (const { from, rtt, joins } of kinds) {
    const waterfall = renderWaterfall(show === 'median' ? medianJoin(joins) : worstJoin(joins));
    console.log(`\nThe ${show} join from a ${from} at RTT ${rtt}, in ms after the click:\n${waterfall}`);
  }
  const all = kinds.map(({ joins, ...kind }): Series => ({ ...kind, times: joins.map(timesOf) }));
  console.log(
    `\nFrom the click to the first remote frame on the page, medians of ${runs} joins in ms:\n${renderTable(all)}`,
  );
  return all.every(isWithinLimit) ? 0 : 1;
}

/** The one whose joiner saw after the most ordinary time. */
function medianJoin(joins: readonly Join[]): Join {
  const middle = median(joins.map((join) => timesOf(join).seen));
  const distance = (join: Join) => Math.abs(timesOf(join).seen - middle);
  return joins.toSorted((a, b) => distance(a) - distance(b))[0] as Join;
}

/** The one in which somebody waited longest. */
function worstJoin(joins: readonly Join[]): Join {
  const waited = (join: Join) => Math.max(timesOf(join).seen, timesOf(join).seenByOthers);
  return joins.toSorted((a, b) => waited(b) - waited(a))[0] as Join;
}
