// Install what is missing, build what is stale, then measure on the project's own Node.js.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import { build, isBuildFresh } from '../scripts/build.mjs';
import { ensureInstalled } from '../scripts/ensure-installed.mjs';
import { projectNode, projectRoot, run } from '../scripts/runtime.mjs';

const bench = path.join(projectRoot, 'bench');
const installed = path.join(bench, 'node_modules/.package-lock.json');
const lock = path.join(bench, 'package-lock.json');

await ensureInstalled();
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  // What we are measured against stays out of the product's own dependencies.
  const options = ['ci', '--prefix', bench, '--no-audit', '--no-fund', '--ignore-scripts'];
  if ((await run('npm', options)) !== 0) {
    console.error('The npm packages to compare with are not installed, and are left out.');
  }
}
if (!isBuildFresh() && !(await build())) process.exit(1);
process.exitCode = await run(projectNode, [path.join(bench, 'bench.ts'), ...process.argv.slice(2)]);
