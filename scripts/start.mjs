// Install if needed, build if needed, then be the server: same terminal, signals and exit code.
import { spawn } from 'node:child_process';
import path from 'node:path';

import { build, isBuildFresh } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { exitCodeOf, projectEnvironment, projectNode, projectRoot } from './runtime.mjs';

await ensureInstalled();
if (!isBuildFresh() && !(await build())) process.exit(1);

const server = path.join(projectRoot, 'dist/server.js');
const child = spawn(projectNode, ['--enable-source-maps', server, ...process.argv.slice(2)], {
  cwd: projectRoot,
  env: projectEnvironment(),
  // The channel is for its end: when this script is killed and can pass nothing on, the server stops as well.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  // A process group of its own. Ctrl-C reaches a whole group, and npm passes it on once more;
  // this way the server hears of it from here only, and once.
  detached: process.platform !== 'win32',
});

let forwarded = false;
function forwardOnce(signal) {
  if (forwarded) return;
  forwarded = true;
  child.kill(signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forwardOnce);

child.once('error', (error) => {
  console.error(`Could not start ${projectNode}: ${error.message}`);
  process.exitCode = 1;
});
child.once('exit', (code, signal) => {
  process.exitCode = exitCodeOf(code, signal);
});
