// Makes ready what npm does not bring: node scripts/setup.mjs [worker] [browser] [ffmpeg] [postgres]   (none: all)
//
// Says nothing and takes a moment when all of it is there. Needs no package and runs on Node 20, because it is the
// first thing that runs on a new machine.
import { installDebianPackages, missingDebianPackages } from './setup/debianPackages.mjs';
import { exclusively } from './setup/exclusively.mjs';
import { ensureWorker, workerRuns } from './setup/worker.mjs';

const parts = ['worker', 'browser', 'ffmpeg', 'postgres'];
const wanted = process.argv.length > 2 ? process.argv.slice(2) : parts;

const unknown = wanted.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`setup: there is no part called ${unknown.join(', ')}. The parts are: ${parts.join(', ')}.`);
  process.exit(2);
}

const isComplete = () => missingDebianPackages(wanted).length === 0 && (!wanted.includes('worker') || workerRuns());

if (!isComplete()) {
  try {
    await exclusively(async () => {
      // Looked at again: another run may have done it while this one waited.
      const packages = missingDebianPackages(wanted);
      if (packages.length > 0) await installDebianPackages(packages);
      if (wanted.includes('worker') && !workerRuns()) await ensureWorker();
    });
    if (!isComplete()) throw new Error('something is still missing although every step succeeded.');
    console.log('setup: done');
  } catch (error) {
    console.error(`setup: ${error.message}`);
    process.exit(1);
  }
}
