import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { parseConfig } from '../../src/config.ts';
import { settingDocumentation, SETTINGS } from '../../src/config/settings.ts';
import { configurationPage } from './configuration-page.ts';

const page = path.resolve(import.meta.dirname, '../../docs/configuration.md');

describe('docs/configuration.md', () => {
  it('is what the settings say (after a change: npx vitest run test/docs -u)', async () => {
    await expect(await configurationPage(page)).toMatchFileSnapshot(page);
  });

  it('describes no two settings alike', () => {
    const all = Object.values(SETTINGS).map((schema) => settingDocumentation.get(schema));
    expect(new Set(all.map((documentation) => documentation?.description)).size).toBe(all.length);
  });

  it.each(Object.keys(SETTINGS))('%s is documented', async (name) => {
    const documentation = settingDocumentation.get(SETTINGS[name as keyof typeof SETTINGS]);
    const row = (await configurationPage(page))
      .split('\n')
      .find((line) => line.startsWith(`| \`${name}\` `));
    expect(row).toContain(documentation?.description);
  });

  it('shows an example of CLAIMS_FILE that is accepted', async () => {
    const example = /```json\n(?<json>.*?)```/su.exec(await configurationPage(page));
    const outcome = parseConfig(
      { CLAIMS_FILE: 'claims.json' },
      () => example?.groups?.['json'] ?? '',
    );
    if (outcome.type === 'invalid') throw new Error(outcome.problems[0].message);
    expect(outcome.config.catalogue.byCode.get('library.dues')).toMatchObject({ whenUnset: 0 });
  });

  // The defaults are written in words for the reader; here they meet the code.
  it.each([
    ['PORT', 8000],
    ['DATABASE_CONNECTIONS', 10],
    ['TIME_ZONE', 'Asia/Kolkata'],
    ['COUNTRY_CODE', '91'],
    ['DEFAULT_LANGUAGE', 'en'],
    ['AUTHORIZATION_CODE_SECONDS', 60],
    ['ACCESS_TOKEN_SECONDS', 36_000],
    ['REFRESH_RETRY_SECONDS', 10],
    ['SESSION_SECONDS', 1_209_600],
    ['PASSWORD_RESET_SECONDS', 3600],
  ] as const)('tells the default of %s', (name, value) => {
    expect(SETTINGS[name].parse(undefined)).toBe(value);
    expect(settingDocumentation.get(SETTINGS[name])?.unset).toContain(`\`${value}\``);
  });
});
