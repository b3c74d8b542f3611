import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { type AuditEvent, auditEventText } from '../../domain/audit-event.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  browser = await server.browser('maintainer');
  const { maintainer, student } = server.people;
  for (let number = 1; number <= 60; number += 1) {
    await server.storage.appendAuditEvent({
      at: server.clock.read(),
      actor: number % 2 === 0 ? maintainer.id : null,
      action: 'client.approved',
      subject: { type: 'client', id: String(number), label: `=App ${number}` },
      details: { revision: number },
    });
  }
  await server.storage.deactivateAccount({
    accountId: student.id,
    actor: maintainer.id,
    at: server.clock.read(),
    today: '2026-11-24',
  });
});
afterAll(async () => server.close());

const audit = async (query = ''): Promise<Page> => browser.visit(`/audit${query}`);

async function exported(format: 'CSV' | 'JSON lines', query = ''): Promise<string> {
  const page = await audit(query);
  const form = page.form({ button: `Download ${format}` }).press(`Download ${format}`);
  return (await browser.submit(page, form)).body;
}

describe('the audit log', () => {
  it('shows the newest entries first, and leads on to older ones', async () => {
    const page = await audit();
    expect(page.text).toContain('Deactivated the account');
    expect(page.text).toContain('=App 60');
    expect(page.text).not.toContain('=App 10 ');
    const older = await audit('?before=12');
    expect(older.text).toContain('=App 11');
    expect(older.text).not.toContain('=App 12');
    expect(page.body).toContain('href="/audit?before=12"');
  });

  it('is filtered by who, what, about what and when', async () => {
    expect((await audit('?action=account')).text).not.toContain('=App');
    expect((await audit('?about=client:7')).text).toContain('=App 7');
    expect((await audit('?about=client:7')).text).not.toContain('=App 6');
    expect((await audit('?by=20112033&action=client')).text).not.toContain('=App 59');
    expect((await audit('?from=2026-11-25')).text).toContain('Nothing that was done fits');
    expect((await audit('?to=2026-11-24&action=account')).text).toContain('Deactivated');
  });

  it('says what is wrong with a filter', async () => {
    const page = await audit('?by=nobody&from=yesterday');
    expect(page.status).toBe(422);
    expect(page.text).toContain('Nobody has this username.');
    expect(page.text).toContain('This is no date');
  });

  it('is not there for anybody else', async () => {
    const developer = await server.browser('developer');
    expect((await developer.visit('/audit')).status).toBe(404);
    const nobody = await (await server.browser()).visit('/audit');
    expect(nobody.url.pathname).toBe('/auth/login');
    expect(nobody.text).not.toContain('=App');
  });
});

describe('an export', () => {
  it('is what the filter shows, and is recorded', async () => {
    const csv = await exported('CSV', '?about=client:7');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(",client,7,'=App 7,");
    expect((await audit()).text).toContain('Exported the audit log');
  });

  it('holds what it takes to check the chain elsewhere', async () => {
    const lines = (await exported('JSON lines')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(60);
    for (const line of lines) {
      const { hash, ...event } = JSON.parse(line) as AuditEvent;
      expect(createHash('sha256').update(auditEventText(event)).digest('hex')).toBe(hash);
    }
  });
});

describe('verifying', () => {
  const verify = async (): Promise<Page> => {
    const page = await audit();
    return browser.submit(page, page.form({ button: 'Verify now' }).press());
  };

  it('says that nothing was changed, and the hash to keep elsewhere', async () => {
    const page = await verify();
    const [last] = await server.storage.listAuditEvents(
      { actor: null, action: null, subject: null, from: null, until: null },
      { before: null, limit: 1 },
    );
    expect(page.text).toContain(`Nothing was changed. Entries: ${last!.seq}`);
    expect(page.body).toContain(last!.hash);
  });

  it('names the first entry that somebody changed, and leaves a line in the log', async () => {
    await server.database.execute(
      `UPDATE audit_event SET subject_label = 'Another app' WHERE seq = 5`,
    );
    const page = await verify();
    expect(page.text).toContain('Entry 5 was changed after it was written.');
    expect(server.logs.join('\n')).toContain('the audit log was tampered with');
    await server.database.execute(`UPDATE audit_event SET subject_label = '=App 5' WHERE seq = 5`);
    expect((await verify()).text).toContain('Nothing was changed');
  });
});
