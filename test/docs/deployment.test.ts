import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { type Config, parseConfig } from '../../src/config.ts';
import { SETTINGS } from '../../src/config/settings.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const containerfile = read('deploy/container/Containerfile');
const compose = read('deploy/container/compose.yaml');
const caddyfile = read('deploy/container/Caddyfile');
const unit = read('deploy/systemd/omniport.service');
const unitSettings = read('deploy/systemd/omniport.env.example');
const values = read('deploy/helm/omniport/values.yaml');
const deployment = read('deploy/helm/omniport/templates/deployment.yaml');
const secret = read('deploy/helm/omniport/templates/secret.yaml');

type Environment = Readonly<Record<string, string>>;

/** The lines `NAME: value` and `NAME=value` of a text, without quotes around values. */
function variables(text: string): Environment {
  const lines = text.matchAll(/^ *(?<name>[A-Z][A-Z_]+)[:=] *(?<value>.*)$/gmu);
  return Object.fromEntries(
    [...lines].map(({ groups }) => [
      groups!['name'],
      groups!['value']!.replace(/^(?<quote>['"])(?<inner>.*)\k<quote>$/u, '$<inner>'),
    ]),
  );
}

/** What stands between two texts. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`There is no ${start} … ${end}.`);
  return text.slice(from, to);
}

const ofCompose = variables(between(compose, '  omniport:\n', '  postgres:\n    image'));
const ofImage = variables(
  /^ENV (?<assignments>.*)$/mu.exec(containerfile)!.groups!['assignments']!.replaceAll(' ', '\n'),
);
const ofUnit = variables(unitSettings);
const ofChart = variables(between(values, 'settings:', 'existingSecret:'));
const ofSecret = variables(secret);

function configOf(environment: Environment): Config {
  const outcome = parseConfig(environment, () => '');
  if (outcome.type === 'invalid') throw new Error(JSON.stringify(outcome.problems));
  return outcome.config;
}

/** With what an operator puts into `.env`. */
const filledIn: Environment = Object.fromEntries(
  Object.entries({ ...ofImage, ...ofCompose }).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{(?<variable>[A-Z_]+):\?\}/gu, (_match, variable: string) => {
      const sample = new RegExp(`^#   ${variable}=(?<value>.*)$`, 'mu').exec(compose);
      return sample!.groups!['value']!.replace(/…\s.*$/u, 'c0ffee');
    }),
  ]),
);
const DATABASE_URL = 'postgres://omniport:s3cret@db.example.edu/omniport';
const SMTP_URL = 'smtp://mail.example.edu';

describe('the files in deploy/', () => {
  it.each([
    ['the image', ofImage, 3],
    ['compose', ofCompose, 7],
    ['the systemd unit', ofUnit, 9],
    ['the Helm chart', ofChart, 7],
    ['the secret of the Helm chart', ofSecret, 2],
  ])('%s sets only what is a setting', (_name, set, count) => {
    expect(Object.keys(set).filter((name) => !(name in SETTINGS))).toEqual([]);
    expect(Object.keys(set).length).toBe(count);
  });

  it.each([
    ['compose', filledIn, 'postgres'],
    ['the systemd unit', ofUnit, 'sqlite'],
    ['the Helm chart', { ...ofImage, ...ofChart, DATABASE_URL, SMTP_URL }, 'postgres'],
  ])('%s makes a configuration that starts in production', (_name, environment, engine) => {
    const config = configOf(environment);
    expect(config).toMatchObject({ production: true, trustProxy: true, port: 8000 });
    expect(config.mail.type).toBe('smtp');
    expect(config.database.type).toBe(engine);
    expect(config.institution.issuer).toMatch(/^https:/u);
  });

  it('agree on the port', () => {
    const { port } = configOf({});
    expect(containerfile).toContain(`EXPOSE ${port}\n`);
    expect(caddyfile).toContain(`dynamic a omniport ${port} {`);
    expect(deployment).toContain(`containerPort: ${port}\n`);
    expect(deployment).toMatch(new RegExp(`name: PORT\n +value: '${port}'`, 'u'));
  });

  it('ask for the health that the server tells', () => {
    const routes = read('src/http/app.ts');
    const asked = [containerfile, deployment].flatMap((text) =>
      [...text.matchAll(/\/(?:healthz|readyz)\b/gu)].map(([address]) => address),
    );
    expect(asked.length).toBe(4);
    expect(asked.filter((address) => !routes.includes(`'${address}'`))).toEqual([]);
    expect(deployment).toMatch(/readinessProbe:\n +httpGet: \{ path: \/readyz/u);
    // A database that is away is no reason to start a server again.
    expect(deployment).toMatch(/livenessProbe:\n +httpGet: \{ path: \/healthz/u);
  });

  it('leave out of the image only what the build bundles', () => {
    const removed = /^ && rm -r (?<paths>.*)$/mu
      .exec(containerfile)!
      .groups!['paths']!.split(' ')
      .map((folder) => folder.replace('node_modules/', ''));
    const kept = between(read('scripts/build.mjs'), 'const external = [', '];')
      .matchAll(/'(?<name>[^']+)'/gu)
      .map(({ groups }) => groups!['name']!.replace('/*', ''))
      .toArray();
    expect(removed.length).toBeGreaterThan(3);
    expect(kept.length).toBeGreaterThan(3);
    expect(removed.filter((name) => kept.includes(name))).toEqual([]);
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const declared = Object.keys(dependencies);
    const isDeclared = (name: string): boolean =>
      declared.some((one) => one === name || one.startsWith(`${name}/`));
    expect(removed.filter((name) => !isDeclared(name))).toEqual([]);
  });

  it('let through what people upload, and name one address', () => {
    const routes = read('src/http/routes/people-import.tsx');
    const largest = /const LARGEST_IMPORT = (?<size>[\d_]+);/u.exec(routes)!.groups!['size']!;
    const allowed = /proxy-body-size: (?<size>\d+)m/u.exec(values)!.groups!['size']!;
    const frame = 64 * 1024;
    expect(Number(allowed) * 1024 * 1024).toBeGreaterThan(
      Number(largest.replaceAll('_', '')) + frame,
    );
    const host = /^ {2}host: (?<host>.*)$/mu.exec(values)!.groups!['host']!;
    expect(ofChart['ISSUER']).toBe(`https://${host}`);
  });

  it('run what the build makes, as somebody without rights, on a file system that is not written to', () => {
    const program = 'dist/server.js';
    expect(containerfile).toContain(program);
    expect(unit).toContain(`/opt/omniport/${program}`);
    expect(containerfile).toMatch(/^USER node$/mu);
    expect(compose).toContain('read_only: true');
    expect(deployment).toContain('readOnlyRootFilesystem: true');
    expect(deployment).toContain('runAsNonRoot: true');
    expect(unit).toContain('ProtectSystem=strict');
    expect(configOf(ofUnit).dataDirectory).toBe('/var/lib/omniport');
    expect(unit).toContain('StateDirectory=omniport');
  });
});
