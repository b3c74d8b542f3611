// The whole proof: checks, build, tests. Arguments go to vitest: npm test -- src/protocol
// A later step runs even when an earlier one failed, so that one run tells everything.
import path from 'node:path';

import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { projectNode, projectRoot, run, toolPath } from './runtime.mjs';

await ensureInstalled();

const checked = await run(projectNode, [path.join(projectRoot, 'scripts/check.mjs')]);
const built = await build();
const tested = await run(projectNode, [toolPath('vitest'), 'run', ...process.argv.slice(2)]);

if (checked !== 0) console.error('`npm run check` failed: see the beginning.');
if (!built) console.error('`npm run build` failed: see before the tests.');
process.exitCode = [tested, built ? 0 : 1, checked].find((exitCode) => exitCode !== 0) ?? 0;
