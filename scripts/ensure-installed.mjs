// Install the dependencies when package-lock.json is not what was installed last; else do nothing.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { projectNode, projectRoot, run } from './runtime.mjs';

const stampFile = path.join(projectRoot, 'node_modules/.install-stamp');

function wantedStamp() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) {
    hash.update(readFileSync(path.join(projectRoot, file)));
  }
  return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`;
}

function isInstalled() {
  return (
    existsSync(projectNode) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === wantedStamp()
  );
}

function fail(reason) {
  console.error(`
Could not install the dependencies: ${reason}

  - Is the npm registry reachable?  npm ping
  - Behind a proxy or a mirror?     npm config set registry <address>
  - Once it works, try again:       npm ci --include=dev
`);
  process.exit(1);
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  const modules = path.join(projectRoot, 'node_modules');
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail('node_modules is a link, and installing would empty what it leads to. Remove the link.');
  }
  console.error('Installing dependencies (only when package-lock.json has changed) …');

  // --include=dev: Node.js itself is a development dependency, wanted in production too.
  // --loglevel=error: on an older Node.js npm would warn about every package's "engines".
  const npmArguments = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  let exitCode;
  try {
    exitCode = await run('npm', npmArguments, {
      // Not the project's own environment: the Node.js in it is about to be replaced.
      env: { ...process.env, npm_config_ignore_scripts: 'false' },
      // stdout belongs to the command which needed the installation.
      stdio: ['inherit', process.stderr, 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch (error) {
    fail(error.code === 'ENOENT' ? 'npm was not found.' : error.message);
  }
  if (exitCode !== 0) fail(`npm ci ended with exit code ${exitCode}; its output is above.`);
  if (!existsSync(projectNode)) {
    fail(`npm did not place Node.js at ${path.relative(projectRoot, projectNode)}.`);
  }
  writeFileSync(stampFile, wantedStamp());
}

if (process.argv[1] === import.meta.filename) await ensureInstalled();
