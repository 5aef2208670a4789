// npm run test:fuzz: see cli.ts for what it takes.
import { run } from './cli.ts';
import { clientTargets } from './clientTargets.ts';

await run(await clientTargets());
