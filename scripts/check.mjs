// Everything that can be wrong without running the product. All checks run, even when one fails.
// Arguments select some of them: npm run check -- types lint
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { ensureInstalled } from './ensure-installed.mjs';
import { projectEnvironment, projectNode, projectRoot, toolPath } from './runtime.mjs';

// One TypeScript program for each set of globals: Node.js, browsers, and tests that drive a browser.
const typeScriptProjects = ['.', 'src/pages/client', 'test/browser'];

const checks = [
  { name: 'format', tool: ['prettier'], options: ['--check', '--log-level=warn', '.'] },
  { name: 'lint', tool: ['oxlint'], options: ['--deny-warnings'] },
  ...typeScriptProjects
    .filter((project) => project === '.' || hasTypeScript(project))
    .map((project) => ({
      name: project === '.' ? 'types' : `types ${project}`,
      tool: ['typescript', 'tsc'],
      options: ['--project', project, '--pretty'],
    })),
  {
    name: 'layers',
    tool: ['dependency-cruiser', 'depcruise'],
    options: ['--config', '.dependency-cruiser.cjs', 'src'],
  },
  { name: 'unused', tool: ['knip'], options: ['--no-progress'] },
];

/** tsc refuses a project without a source file, and a folder may be empty still. */
function hasTypeScript(directory) {
  const folder = path.join(projectRoot, directory);
  return existsSync(folder) && readdirSync(folder).some((name) => /\.tsx?$/.test(name));
}

/** Run one check to its end; its output is kept, so that parallel checks do not mix theirs. */
async function runCheck({ name, tool, options }) {
  const startedAt = performance.now();
  const child = spawn(projectNode, [toolPath(...tool), ...options], {
    cwd: projectRoot,
    env: {
      ...projectEnvironment(),
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const passed = await new Promise((resolve) => {
    child.once('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });

  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!passed) process.stdout.write(Buffer.concat(output));
  return { name, passed };
}

await ensureInstalled();
const wanted = process.argv.slice(2);
const selected = checks.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.split(' ')[0] === word),
);
const failed = (await Promise.all(selected.map(runCheck))).filter(({ passed }) => !passed);
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
}
