// Where things are, and how to run a tool of this project on the Node.js this project brings.
// Everything in scripts/ runs on any Node.js from 20, before anything is installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '..');

/** The Node.js installed by the npm package `node`, whichever Node.js runs this script. */
export const projectNode = path.join(
  projectRoot,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The caller's environment, with the project's Node.js and tools first on the PATH, then those given. */
export function projectEnvironment(moreDirectories = []) {
  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const directories = [
    path.dirname(projectNode),
    path.join(projectRoot, 'node_modules/.bin'),
    ...moreDirectories,
    process.env[pathKey] ?? '',
  ];
  return { ...process.env, [pathKey]: directories.join(path.delimiter) };
}

/** The JavaScript file behind an installed package's command. */
export function toolPath(packageName, command = packageName) {
  const directory = path.join(projectRoot, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  return path.join(directory, typeof bin === 'string' ? bin : bin[command]);
}

/** What a shell would report: the exit code, or 128 plus the number of the fatal signal. */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

/** Run a command in the project with this terminal; resolves to its exit code. */
export async function run(command, commandArguments, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      cwd: projectRoot,
      env: projectEnvironment(),
      stdio: 'inherit',
      ...options,
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(exitCodeOf(code, signal)));
  });
}
