// The command line of the product from a checkout: npm run omniport -- <command>.
import path from 'node:path';

import { build, isBuildFresh } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { projectNode, projectRoot, run } from './runtime.mjs';

await ensureInstalled();
if (!isBuildFresh() && !(await build())) process.exit(1);

// Ctrl-C reaches the command itself, which shares this terminal; here it must only not end first.
process.on('SIGINT', () => undefined);
process.exitCode = await run(projectNode, [
  '--enable-source-maps',
  path.join(projectRoot, 'dist/omniport.js'),
  ...process.argv.slice(2),
]);
