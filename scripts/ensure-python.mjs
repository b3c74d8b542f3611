// The Python example is tested like every other: find, or get, a python3 that has `requests`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { projectRoot, run } from './runtime.mjs';

/** Made only when the system has no `requests` and gives none. */
const ownPython = path.join(projectRoot, '.tmp/python/bin/python3');
const systemPython = '/usr/bin/python3';

const hasRequests = (python) =>
  spawnSync(python, ['-c', 'import requests'], { stdio: 'ignore' }).status === 0;

/** Run a command, its output on stderr; resolves to whether it succeeded. */
async function succeeds(command, ...commandArguments) {
  const options = {
    // Of Debian's questions, none can be answered here.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', process.stderr, 'inherit'],
  };
  try {
    return (await run(command, commandArguments, options)) === 0;
  } catch {
    return false;
  }
}

async function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return;
  console.error('Installing python3-requests for the test of the Python example …');
  // An update can fail for one of many sources; the packages may come from another.
  await succeeds('apt-get', 'update', '-qq');
  await succeeds('apt-get', 'install', '-y', '-qq', 'python3', 'python3-requests');
}

async function installInVirtualEnvironment() {
  const directory = path.dirname(path.dirname(ownPython));
  console.error('Installing requests into .tmp/python for the test of the Python example …');
  if (!(await succeeds('python3', '-m', 'venv', '--clear', directory))) return;
  await succeeds(ownPython, '-m', 'pip', 'install', '--quiet', 'requests');
}

function findPython() {
  if (hasRequests('python3')) return '';
  const python = [ownPython, systemPython].find(hasRequests);
  return python && path.dirname(python);
}

/**
 * Resolves to the directory whose `python3` has `requests`; to '' when the one on the PATH has;
 * to undefined, with advice printed, when there is none and none could be got.
 */
export async function ensurePython() {
  for (const install of [undefined, installWithApt, installInVirtualEnvironment]) {
    await install?.();
    const directory = findPython();
    if (directory !== undefined) return directory;
  }
  console.error(`
The Python example cannot be tested: it needs python3 with the package requests.

  - Debian, Ubuntu:  sudo apt-get install python3 python3-requests
  - elsewhere:       python3 -m pip install requests
`);
  return undefined;
}
