// `npm run simulate` on the project's own Node.js.
import path from 'node:path';

import { ensureInstalled } from '../../scripts/ensure-installed.mjs';
import { projectNode, run } from '../../scripts/runtime.mjs';

await ensureInstalled();
const program = path.join(import.meta.dirname, 'simulate.ts');
process.exitCode = await run(projectNode, [program, ...process.argv.slice(2)]);
