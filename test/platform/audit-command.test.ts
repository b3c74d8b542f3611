import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AuditEvent } from '../../src/domain/audit-event.ts';
import { type Finished, runProgram } from './programs.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'omniport-audit-'));
  const people = path.join(home, 'people.csv');
  await writeFile(people, 'username,person.full_name\n23115001,Asha\n');
  await omniport('people', 'import', people);
  await omniport('people', 'add-role', '23115001', 'Maintainer', '--from', '2026-01-01');
  await omniport('people', 'password-link', '23115001');
});
afterEach(async () => rm(home, { recursive: true }));

async function omniport(...commandLine: readonly string[]): Promise<Finished> {
  return runProgram('omniport', commandLine, {
    settings: { DATA_DIR: path.join(home, 'data') },
    input: '',
  });
}

function tamper(sql: string): void {
  const database = new DatabaseSync(path.join(home, 'data', 'omniport.sqlite'));
  database.exec(sql);
  database.close();
}

describe('omniport audit', () => {
  it('verifies the log, and a line of an earlier verification still holds', async () => {
    const first = await omniport('audit', 'verify');
    expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(/^3:[0-9a-f]{64}\n$/u)]);
    await omniport('people', 'password-link', '23115001');
    const later = await omniport('audit', 'verify', '--kept', first.stdout.trim());
    expect(later.code).toBe(0);
    expect(later.stdout).toMatch(/^4:/u);
  });

  it('says which entry was changed', async () => {
    tamper(`UPDATE audit_event SET subject_label = 'Somebody else' WHERE seq = 2`);
    const { code, stdout, stderr } = await omniport('audit', 'verify');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('entry 2 was changed');
  });

  it('notices a log that was written anew as a whole', async () => {
    const { stdout } = await omniport('audit', 'verify');
    tamper('DELETE FROM audit_event; DELETE FROM audit_head');
    for (let count = 0; count < 3; count += 1) {
      await omniport('people', 'password-link', '23115001');
    }
    expect((await omniport('audit', 'verify')).code).toBe(0);
    const kept = await omniport('audit', 'verify', '--kept', stdout.trim());
    expect(kept.code).toBe(1);
    expect(kept.stderr).toContain('the log was written anew');
  });

  it('exports what the command line did, and nothing secret', async () => {
    const { stdout } = await omniport('audit', 'export');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditEvent);
    expect(events.map(({ action }) => action)).toEqual([
      'account.password-link-issued',
      'account.role-given',
      'people.imported',
    ]);
    expect(events.every(({ actor }) => actor === null)).toBe(true);
    expect(stdout).not.toContain('token=');
    const csv = await omniport('audit', 'export', '--format', 'csv', '--action', 'people');
    expect(csv.stdout.split('\r\n')).toHaveLength(3);
  });

  it.each([
    [['audit', 'export', '--format', 'xml'], 'There is no format xml'],
    [['audit', 'export', '--from', 'soon'], '--from: this is no date: write it like 2026-07-01'],
    [['audit', 'export', '--by', 'nobody'], '--by: nobody has this username'],
    [['audit', 'verify', '--kept', 'x'], 'x is no line of an earlier verification'],
  ])('refuses %j', async (words, message) => {
    const { code, stderr } = await omniport(...words);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
