/* oxlint-disable no-template-curly-in-string -- the code that is linted here has template strings in it */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'omniport-lint-'));
  const config = {
    plugins: [],
    categories: { correctness: 'off' },
    jsPlugins: [path.join(root, 'scripts/lint/omniport.mjs')],
    rules: { 'omniport/no-literal-text': 'error' },
  };
  await writeFile(path.join(directory, '.oxlintrc.json'), JSON.stringify(config));
});
afterAll(async () => rm(directory, { recursive: true }));

/** Lints each expression in a file of its own, all in one run, and answers how often each is reported. */
async function reports(expressions: readonly string[]): Promise<readonly number[]> {
  const names = expressions.map((_, index) => `case-${index}.tsx`);
  await Promise.all(
    expressions.map(async (expression, index) =>
      writeFile(path.join(directory, names[index]!), `export const shown = ${expression};\n`),
    ),
  );
  const linter = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const output = await new Promise<string>((resolve) => {
    const parameters = [linter, '--config=.oxlintrc.json', '--format=json', ...names];
    // It fails when it finds something; what it found is the answer.
    execFile(process.execPath, parameters, { cwd: directory }, (_error, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(output) as {
    readonly diagnostics: readonly { readonly filename: string; readonly message: string }[];
  };
  for (const { message } of diagnostics) expect(message).toContain('src/pages/messages');
  return names.map((name) => diagnostics.filter(({ filename }) => filename === name).length);
}

describe('omniport/no-literal-text', () => {
  it('reports what people would read', async () => {
    const texts = [
      '<p>Hello</p>',
      '<p>नमस्ते</p>',
      '<>Hello <b>{name}</b></>',
      "<p>{'Hello'}</p>",
      '<p>{`Hello ${name}`}</p>',
      "<p>{isNew ? 'never' : text.ago}</p>",
      "<p>{isNew && 'new'}</p>",
      "<p>{'by ' + name}</p>",
      "<p>{name ?? 'nobody'}</p>",
      '<nav aria-label="Main" />',
      '<img alt="Your picture" />',
      "<Card title={'Apps'} />",
      '<Button context={`of ${name}`} />',
      "<Field hint={isNew ? 'Short' : undefined} />",
      "({ title: 'Not found' })",
      "({ 'label': `Page ${page}` })",
    ];
    expect(await reports(texts)).toEqual(texts.map(() => 1));
  });

  it('leaves alone what is the same in every language, and what is not read', async () => {
    const others = [
      '<p>{text.hello}</p>',
      '<p>{text.hello(<b>{name}</b>)}</p>',
      "<p>{name} · {'–'} 17 {' '}</p>",
      '<code>redirect_uri</code>',
      "<pre>{'curl https://…'}</pre>",
      '<a href="/account" class="back-link" id="top">{text.back}</a>',
      "<Badge tone={isNew ? 'accent' : 'neutral'}>{text.badge}</Badge>",
      "<p>{kind === 'new' ? text.first : text.second}</p>",
      '<img alt="" />',
      '<time title={exact}>{relative}</time>',
      "({ type: 'success', text: notices[code], path: '/feed' })",
      '({ title: text.title, [title]: 1 })',
    ];
    expect(await reports(others)).toEqual(others.map(() => 0));
  });
});
