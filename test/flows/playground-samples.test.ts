import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { parser as go } from '@lezer/go';
import { parser as php } from '@lezer/php';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type CodeSample, codeSamples } from '../../src/playground/code-samples.ts';
import { type PlaygroundRun, readRun } from '../../src/playground/run.ts';
import { SAMPLE_SOURCES } from '../../src/playground/sample-sources.ts';
import {
  authorizationRequest,
  clientRequest,
  type ClientStep,
  type WireRequest,
} from '../../src/playground/wire-request.ts';
import { issueCode, obtainTokens } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What the playground shows as code is run as it is shown, or where its language is not here, parsed. */

const SOURCES = path.resolve(import.meta.dirname, '../../examples/playground');
const run = promisify(execFile);

let server: TestServer;
let directory: string;
beforeAll(async () => {
  server = await startTestServer();
  directory = await mkdtemp(path.join(tmpdir(), 'playground-samples-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
  await server.close();
});

function sampleOf(request: WireRequest, language: CodeSample['language']): string {
  return codeSamples(request, server.origin).find((sample) => sample.language === language)!.code;
}

const COMMANDS = {
  curl: ['bash', '-eu'],
  JavaScript: [process.execPath, '--input-type=module', '-'],
  Python: ['python3', '-'],
} as const;
type RunLanguage = keyof typeof COMMANDS;
const RUN_LANGUAGES = Object.keys(COMMANDS) as RunLanguage[];

/** What the code writes. It is handed over as it is shown. */
async function output(language: RunLanguage, code: string, secret = ''): Promise<string> {
  const [command, ...options] = COMMANDS[language];
  const file = path.join(directory, 'sample');
  await writeFile(file, code);
  const shell = ['-c', `"$0" "$@" < ${file}`, command, ...options];
  const env = { ...process.env, CLIENT_SECRET: secret };
  return (await run('bash', shell, { env })).stdout;
}

async function runOf(client: SeededClient): Promise<PlaygroundRun> {
  const options = { parameters: { redirect_uri: client.redirectUri } };
  const tokens = await obtainTokens(server, client, options);
  const known: Readonly<Record<string, string>> = {
    redirect_uri: client.redirectUri,
    code: await issueCode(server, client, options),
    client_secret: client.clientSecret,
    access_token: tokens.access_token,
    refresh_token: tokens.refresh_token,
  };
  return readRun((name) => known[name] ?? '');
}

function requestOf(client: SeededClient, step: ClientStep, known: PlaygroundRun): WireRequest {
  return clientRequest(step, known, { clientId: client.clientId, issuer: server.origin });
}

const PARAMETERS = {
  response_type: 'code',
  redirect_uri: 'https://app.example/callback?a=1&b=ü',
  state: 'one two',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  login_hint: '',
};

describe('the samples', () => {
  it('are those of examples/playground: run scripts/make-snippets.mjs', async () => {
    const names = (await readdir(SOURCES)).filter((name) => name !== 'README.md');
    expect(names.toSorted()).toEqual(Object.keys(SAMPLE_SOURCES).toSorted());
    for (const [name, text] of Object.entries(SAMPLE_SOURCES)) {
      expect(text).toBe(await readFile(path.join(SOURCES, name), 'utf8'));
    }
  });
});

describe.each(RUN_LANGUAGES)('the sample in %s', (language) => {
  it('exchanges, reads, refreshes and revokes', async () => {
    const client = await seedClient(server, { claims: ['person.full_name'] });
    const known = await runOf(client);
    const answerTo = async (step: ClientStep) => {
      const code = sampleOf(requestOf(client, step, known), language);
      expect(code).not.toContain(client.clientSecret);
      return output(language, code, client.clientSecret);
    };
    const exchanged = await answerTo({ name: 'token' });
    expect(exchanged).toContain('200');
    expect(exchanged).toContain('"access_token": "');
    const data = await answerTo({ name: 'user-data' });
    expect(data).toContain('200');
    expect(data).toContain('"fullName":"Aarohi “Aaru” Mehta-Œuvrard"');
    expect(await answerTo({ name: 'refresh' })).toContain('"refresh_token": "');
    expect(await answerTo({ name: 'replay', of: 'code' })).toContain('invalid_grant');
    expect(await answerTo({ name: 'revoke', of: 'access_token' })).toContain('200');
  });

  it('stays what it is, whatever is in a value', async () => {
    const hostile = `'"$(id)\`id\`\\'\u2028\n#{id}%s$'"`;
    const request = authorizationRequest(
      { ...PARAMETERS, state: hostile },
      { clientId: 'id', issuer: server.origin },
    );
    const code = sampleOf(request, language);
    const echoed = language === 'curl' ? code.replace(/^curl /mu, 'printf "%s\\0" ') : code;
    const written = await output(language, echoed);
    const state =
      language === 'curl'
        ? written.split('\0').find((part) => part.startsWith('state='))
        : `state=${new URL(written.trim()).searchParams.get('state')!}`;
    expect(state).toBe(`state=${hostile}`);
  });
});

describe('the sample of the authorise page', () => {
  it.each(['JavaScript', 'Python'] as const)('in %s makes the very address', async (language) => {
    const request = authorizationRequest(PARAMETERS, { clientId: 'id', issuer: server.origin });
    const written = await output(language, sampleOf(request, language));
    expect([...new URL(written.trim()).searchParams]).toEqual(request.parameters);
    expect(new URL(written.trim()).pathname).toBe('/oauth/authorise');
  });

  it('in curl opens it', async () => {
    const client = await seedClient(server);
    const parameters = { ...PARAMETERS, redirect_uri: client.redirectUri };
    const party = { clientId: client.sandbox.client_id, issuer: server.origin };
    const written = await output('curl', sampleOf(authorizationRequest(parameters, party), 'curl'));
    expect(written).toContain('HTTP/1.1 200 OK');
    expect(written).toContain('Who do you want to be?');
  });
});

describe.each([
  { language: 'Go', parser: go, errors: ['package main\nfunc main( {}'] },
  { language: 'PHP', parser: php, errors: ["<?php echo 'a' 'b';"] },
] as const)('the sample in $language', ({ language, parser, errors }) => {
  function faults(code: string): readonly string[] {
    const found: string[] = [];
    parser.parse(code).iterate({
      enter: ({ type, from }) => {
        if (type.isError) found.push(code.slice(from, from + 40));
      },
    });
    return found;
  }

  it.each(errors)('is looked at by a parser that finds mistakes: %s', (code) => {
    expect(faults(code)).not.toEqual([]);
  });

  it('has none, whatever is in a value', async () => {
    const hostile = `'"$(id)\`\\'\u2028\n"`;
    const run_ = readRun(() => hostile);
    const party = { clientId: hostile, issuer: server.origin };
    const steps: readonly ClientStep[] = [
      { name: 'token' },
      { name: 'user-data' },
      { name: 'refresh' },
      { name: 'revoke', of: 'refresh_token' },
    ];
    const requests = [
      authorizationRequest({ ...PARAMETERS, state: hostile }, party),
      ...steps.map((step) => clientRequest(step, run_, party)),
      clientRequest({ name: 'token' }, { ...run_, client_secret: '' }, party),
    ];
    for (const request of requests) {
      const code = sampleOf(request, language);
      expect(faults(code)).toEqual([]);
      expect(code).not.toMatch(/\{\{\w+\}\}/u);
      expect(code).toContain(`${server.origin}/`);
    }
  });
});

describe('the sample in Go', () => {
  it.each(['authorize.go', 'post-form.go', 'read-data.go'] as const)(
    '%s uses all it imports, and imports all it uses',
    (name) => {
      const [, imports = '', rest = ''] = /import \(\n(.*?)\n\)(.*)/su.exec(SAMPLE_SOURCES[name])!;
      const imported = [...imports.matchAll(/"(?:\w+\/)*(\w+)"/gu)].map(([, last]) => last);
      const code = rest.replaceAll(/"[^"]*"/gu, '').replaceAll(/\/\/.*/gu, '');
      const packages = ['fmt', 'http', 'io', 'log', 'os', 'strings', 'url'];
      const used = packages.filter((one) => new RegExp(`\\b${one}\\.[A-Z]`, 'u').test(code));
      expect(new Set(imported)).toEqual(new Set(used));
      expect(imported.length).toBeGreaterThan(0);
    },
  );
});
