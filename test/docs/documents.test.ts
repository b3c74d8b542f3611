import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { SETTINGS } from '../../src/config/settings.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** All documents of the repository, from its root. */
const documents = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.md') && !/(?:^|\/)(?:node_modules|dist|data|\.tmp)\//u.test(file),
);

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What one kind of thing a document mentions, and where. */
function mentions(pattern: RegExp): readonly (readonly [what: string, where: string])[] {
  return documents.flatMap((file) =>
    [...read(file).matchAll(pattern)].map((match) => [match[1] ?? '', file] as const),
  );
}

describe('the documents', () => {
  it('include those a newcomer looks for', () => {
    for (const file of ['README.md', 'ARCHITECTURE.md', 'CONTEXT.md', 'docs/operations.md']) {
      expect(documents).toContain(file);
    }
  });

  it('link to files that exist', () => {
    const broken = mentions(/\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)/gu).filter(
      ([target, where]) => !existsSync(path.resolve(root, path.dirname(where), target)),
    );
    expect(broken).toEqual([]);
  });

  it('name npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = mentions(/npm (?:run ([a-z:]+)|(?:start|test))/gu).filter(
      ([name]) => name !== '' && !(name in scripts),
    );
    expect(unknown).toEqual([]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  it('name commands of omniport that exist', () => {
    const source = read('src/cli/omniport.ts');
    const commands = mentions(/npm run omniport -- ((?:[a-z]+(?:-[a-z]+)*\b ?){1,2})/gu);
    expect(commands.length).toBeGreaterThan(5);
    const unknown = commands.filter(([words]) =>
      words
        .trim()
        .split(' ')
        .some((word) => !source.includes(`'${word}'`)),
    );
    expect(unknown).toEqual([]);
  });

  it('name settings that exist', () => {
    const names = mentions(/`([A-Z]+(?:_[A-Z]+)+|PORT|HOST|DEMO|ISSUER)(?:=[^`]*)?`/gu).filter(
      ([, where]) => /^(?:README|SECURITY|docs\/(?:operations|configuration))/u.test(where),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter(([name]) => !(name in SETTINGS))).toEqual([]);
  });
});
