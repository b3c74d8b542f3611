// src → dist: two bundles for Node.js, browser modules, the stylesheet, assets and their manifest.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

import { ensureInstalled } from './ensure-installed.mjs';
import { projectRoot } from './runtime.mjs';

const dist = path.join(projectRoot, 'dist');
const assetOutput = path.join(dist, 'assets');
const stampFile = path.join(dist, '.build-stamp');
const programs = { server: 'src/server.ts', omniport: 'src/cli/omniport.ts' };
const clientDirectory = 'src/pages/client';
const stylesheet = 'src/pages/styles.css';
const assetDirectory = 'src/pages/assets';
const shebang = '#!/usr/bin/env node';

const absolute = (file) => path.join(projectRoot, file);

/** Every file and folder below the given ones; a folder's own time tells of deleted files. */
function* walk(entry) {
  const stats = fs.statSync(absolute(entry), { throwIfNoEntry: false });
  if (stats === undefined) return;
  yield { file: entry, stats };
  if (!stats.isDirectory()) return;
  for (const name of fs.readdirSync(absolute(entry)).toSorted()) yield* walk(`${entry}/${name}`);
}

function filesIn(directory) {
  return [...walk(directory)].filter(({ stats }) => stats.isFile()).map(({ file }) => file);
}

export function isBuildFresh() {
  const builtAt = fs.statSync(stampFile, { throwIfNoEntry: false })?.mtimeMs;
  if (builtAt === undefined) return false;
  const inputs = ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'scripts/build.mjs'];
  return inputs.every((input) => [...walk(input)].every(({ stats }) => stats.mtimeMs < builtAt));
}

/**
 * Packages that stay in node_modules: with native parts or files of their own, or loaded only where they are used.
 * The others are bundled without what we do not use of them, which halves the memory and the time of a start.
 */
const external = [
  '@opentelemetry/*',
  'cli-progress',
  'commander',
  'csv-parse',
  'nodemailer',
  'pg',
  'pino',
  'prom-client',
  'sharp',
];

/** A program for Node.js. */
async function buildProgram(esbuild, [name, entryPoint]) {
  const hasShebang = fs.readFileSync(absolute(entryPoint), 'utf8').startsWith('#!');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints: { [name]: entryPoint },
    outdir: 'dist',
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    external,
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    banner: name === 'omniport' && !hasShebang ? { js: shebang } : {},
    logLevel: 'warning',
  });
  return { outputFiles, manifest: {} };
}

/** What browsers load: one file for each client module and the stylesheet, named by content. */
async function buildForBrowsers(esbuild, entryPoints) {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints,
    outdir: 'dist/assets',
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
    logLevel: 'warning',
  });
  const manifest = {};
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint === undefined) continue;
    const logicalName = path.basename(entryPoint).replace(/\.ts$/, '.js');
    manifest[logicalName] = path.basename(output);
  }
  return { outputFiles, manifest };
}

/** Files which are served as they are, under a name which changes with their content. */
async function copyAssets() {
  const outputFiles = [];
  const manifest = {};
  for (const file of filesIn(assetDirectory)) {
    const contents = fs.readFileSync(absolute(file));
    const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
    const { name, ext } = path.parse(file);
    const hashedName = `${name}.${hash}${ext}`;
    outputFiles.push({ path: path.join(assetOutput, hashedName), contents });
    manifest[path.relative(assetDirectory, file).replaceAll(path.sep, '/')] = hashedName;
  }
  return { outputFiles, manifest };
}

/** A file for browsers once more in fewer bytes, which the server sends as they are (src/http/load-assets.ts). */
function compressed({ path: file, contents }) {
  if (path.dirname(file) !== assetOutput || !/\.(?:css|js|svg)$/.test(file)) return [];
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY };
  return [
    { path: `${file}.br`, contents: zlib.brotliCompressSync(contents, { params }) },
    { path: `${file}.gz`, contents: zlib.gzipSync(contents, { level: 9 }) },
  ];
}

/** Each file appears whole, and stale files go last: a running server never sees half a build. */
function writeOutput(outputFiles) {
  fs.mkdirSync(assetOutput, { recursive: true });
  for (const { path: file, contents } of outputFiles) {
    const temporary = `${file}.${process.pid}.tmp`;
    const isCommand = path.basename(file) === 'omniport.js';
    fs.writeFileSync(temporary, contents, { mode: isCommand ? 0o755 : 0o644 });
    fs.renameSync(temporary, file);
  }
  const current = new Set(outputFiles.map((output) => path.relative(projectRoot, output.path)));
  for (const file of filesIn('dist')) {
    if (!current.has(path.normalize(file)) && !file.endsWith('.tmp')) {
      fs.rmSync(absolute(file), { force: true });
    }
  }
}

/** Build everything; resolves to false, with the reasons printed, when the build is not complete. */
export async function build() {
  const startedAt = new Date();
  const esbuild = await import('esbuild');

  const sources = Object.entries(programs);
  const missing = sources.filter(([, entry]) => !fs.existsSync(absolute(entry)));
  const clientModules = filesIn(clientDirectory).filter(
    (file) =>
      path.posix.dirname(file) === clientDirectory &&
      file.endsWith('.ts') &&
      !/\.(test|d)\.ts$/.test(file),
  );
  const browserEntries = [stylesheet, ...clientModules].filter((file) =>
    fs.existsSync(absolute(file)),
  );

  // allSettled, so that one run shows what is wrong in every bundle; esbuild has printed it by then.
  const builds = await Promise.allSettled([
    ...sources
      .filter((source) => !missing.includes(source))
      .map((source) => buildProgram(esbuild, source)),
    buildForBrowsers(esbuild, browserEntries),
    copyAssets(),
  ]);
  const failures = builds.filter(({ status }) => status === 'rejected');
  for (const { reason } of failures) if (!reason.errors) console.error(reason);
  if (failures.length > 0) {
    console.error('Build failed; dist/ is left as it was.');
    return false;
  }

  const results = builds.map(({ value }) => value);
  const manifest = Object.assign({}, ...results.map((result) => result.manifest));
  const outputFiles = results.flatMap((result) => result.outputFiles);
  writeOutput([
    ...outputFiles,
    ...outputFiles.flatMap(compressed),
    {
      path: path.join(assetOutput, 'manifest.json'),
      contents: `${JSON.stringify(manifest, undefined, 2)}\n`,
    },
  ]);

  for (const [name, entry] of missing) {
    console.error(`Not built: dist/${name}.js, because ${entry} does not exist.`);
  }
  if (missing.length > 0) return false;

  // Dated to the start: a file saved while the build ran makes it stale.
  fs.writeFileSync(stampFile, '');
  fs.utimesSync(stampFile, startedAt, startedAt);
  return true;
}

if (process.argv[1] === import.meta.filename) {
  await ensureInstalled();
  const startedAt = performance.now();
  const complete = await build();
  if (complete) console.log(`Built dist/ in ${Math.round(performance.now() - startedAt)} ms.`);
  else process.exitCode = 1;
}
