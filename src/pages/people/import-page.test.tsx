import type { JSX } from 'hono/jsx/jsx-runtime';
import { describe, expect, it } from 'vitest';

import { instant } from '../../domain/clock.ts';
import { importFault } from '../../domain/import-problem.ts';
import { ASSET_NAMES, type PageFrame } from '../page-frame.ts';
import { ImportPage, type ImportView } from './import-page.tsx';

const frame: PageFrame = {
  institution: 'Test Institute',
  brand: { theme: null, logo: null, contact: null },
  assets: Object.fromEntries(
    ASSET_NAMES.map((name) => [name, `/assets/${name}`]),
  ) as PageFrame['assets'],
  person: { name: 'Kabir', isMaintainer: true },
  csrfToken: 'token',
  path: '/people/import',
  reopenAt: '/people/import',
  language: 'en',
  notice: null,
  now: instant(60_000),
  timeZone: 'UTC',
};

const run: ImportView = {
  number: 7,
  fileName: 'people.csv',
  size: 4000,
  startedAt: instant(0),
  startedByName: 'Kabir',
  phase: 'checking',
  progress: { bytes: 1000, people: 12_000 },
  result: null,
  isWorthwhile: false,
};

async function html(view: ImportView): Promise<string> {
  const page: JSX.Element = (
    <ImportPage frame={frame} run={view} problem={null} largestFile={32_000_000} />
  );
  return (await page).toString();
}

describe('an import that runs', () => {
  it.each(['checking', 'importing'] as const)(
    'shows how far it is while %s, with a script and without',
    async (phase) => {
      const page = await html({ ...run, phase });
      expect(page).toContain('max="4000" value="1000"');
      expect(page).toContain('12,000 people');
      expect(page).toContain('import-progress.js');
      expect(page).toContain(`data-import-phase="${phase}"`);
      expect(page).toContain('href="/people/import"');
      expect(page).not.toContain('type="file"');
    },
  );
});

describe('an import that is over', () => {
  it('that failed says what to do, and takes another file', async () => {
    const page = await html({ ...run, phase: 'failed' });
    expect(page).toContain('importing the same file again does no harm');
    expect(page).toContain('type="file"');
    expect(page).not.toContain('import-progress.js');
  });

  it('that was interrupted says what to do, and takes the file again', async () => {
    const page = await html({ ...run, phase: 'interrupted' });
    expect(page).toContain('Choose the same file again');
    expect(page).toContain('type="file"');
    expect(page).not.toContain('import-progress.js');
  });

  it('shows the first problems of many, and where the others are', async () => {
    const problems = Array.from({ length: 60 }, (_, index) => ({
      line: index + 2,
      column: null,
      fault: importFault('no-date', `<b>wrong</b> ${index}`),
    }));
    const page = await html({
      ...run,
      phase: 'checked',
      isWorthwhile: true,
      result: {
        type: 'imported',
        created: 1,
        updated: 0,
        unchanged: 0,
        leftOut: 60,
        problems,
        problemCount: 60,
      },
    });
    expect(page).toContain('The first 20 of 60.');
    expect(page).toContain('&lt;b&gt;wrong&lt;/b&gt; 19');
    expect(page).not.toContain('wrong&lt;/b&gt; 20');
    expect(page).toContain('/people/import/report.csv');
    expect(page).toContain('name="import" value="7"');
  });
});
