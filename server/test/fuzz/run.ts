// npm run test:fuzz: see test/fuzz/cli.ts for what it takes.
import { run } from '../../../test/fuzz/cli.ts';
import { serverTargets } from './serverTargets.ts';

await run(await serverTargets());
process.exit();
