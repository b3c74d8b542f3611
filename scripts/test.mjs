// The whole proof: checks, build, tests. Arguments go to vitest: npm test -- src/protocol
// A later step runs even when an earlier one failed, so that one run tells everything.
import path from 'node:path';

import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensurePython } from './ensure-python.mjs';
import { projectEnvironment, projectNode, projectRoot, run, toolPath } from './runtime.mjs';

await ensureInstalled();

const checked = await run(projectNode, [path.join(projectRoot, 'scripts/check.mjs')]);
const built = await build();
const python = await ensurePython();
const tested = await run(projectNode, [toolPath('vitest'), 'run', ...process.argv.slice(2)], {
  env: projectEnvironment(python ? [python] : []),
});

if (checked !== 0) console.error('`npm run check` failed: see the beginning.');
if (!built) console.error('`npm run build` failed: see before the tests.');
if (python === undefined) console.error('The Python example was not tested: see before the tests.');
process.exitCode =
  [tested, built ? 0 : 1, checked, python === undefined ? 1 : 0].find(
    (exitCode) => exitCode !== 0,
  ) ?? 0;
