import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { EVERY_AUDIT_EVENT } from '../../domain/audit-event.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  browser = await server.browser('maintainer');
});
afterAll(async () => server.close());

const CSV = [
  'username,person.full_name,roles',
  '22110001,Ishaan Verma,Student',
  '22110002,Anaya Das,Student',
  '21117001,Samaira Khan,King',
].join('\n');

async function upload(name: string, content: string): Promise<Page> {
  const page = await browser.visit('/people/import');
  const form = page.form({ button: 'Check the file' }).fill('File', new File([content], name));
  const answer = await browser.submit(page, form.press('Check the file'));
  await server.dependencies.peopleImports.idle();
  return answer;
}

async function press(button: string): Promise<Page> {
  const page = await browser.visit('/people/import');
  const answer = await browser.submit(page, page.form({ button }).press(button));
  await server.dependencies.peopleImports.idle();
  return answer;
}

describe('an import in the browser', () => {
  it('shows what a file would do, and stores nothing', async () => {
    expect((await upload('people.csv', CSV)).url.pathname).toBe('/people/import');
    const page = await browser.visit('/people/import');
    expect(page.text).toContain('What an import would do');
    expect(page.described('Created')).toBe('2');
    expect(page.described('Left out')).toBe('1');
    expect(page.text).toContain('King');
    expect(await server.storage.findAccountByUsername('22110001')).toBeUndefined();
  });

  it('tells a client module how far it is', async () => {
    const { body, headers } = await browser.send('GET /people/import/status');
    expect(JSON.parse(body)).toEqual({
      phase: 'checked',
      bytes: Buffer.byteLength(CSV),
      people: '3 people',
    });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('has a report to download', async () => {
    const { body, headers } = await browser.send('GET /people/import/report.csv');
    expect(headers['content-disposition']).toBe('attachment; filename="import-report.csv"');
    expect(body).toMatch(/^line,column,problem\r\n4,roles,"?""King"" is no role: write one of /u);
  });

  it('names problems in the language of whoever reads', async () => {
    const hindi = { headers: { 'accept-language': 'hi' } };
    const problem = '"King" कोई भूमिका नहीं है।';
    expect((await browser.visit('/people/import', hindi)).text).toContain(problem);
    const { body } = await browser.send('GET /people/import/report.csv', hindi);
    expect(body.replaceAll('""', '"')).toContain(problem);
  });

  it('is done for good once confirmed, and recorded', async () => {
    const running = await press('Import for good');
    expect(running.url.pathname).toBe('/people/import');
    const page = await browser.visit('/people/import');
    expect(page.described('Created')).toBe('2');
    expect(page.form({ button: 'Check the file' })).toBeDefined();
    expect(await server.storage.findAccountByUsername('22110001')).toBeDefined();
    const [event] = await server.storage.listAuditEvents(EVERY_AUDIT_EVENT, {
      before: null,
      limit: 1,
    });
    expect(event).toMatchObject({
      action: 'people.imported',
      actor: { name: 'Kabir Singh Rathore' },
      subject: { label: 'people.csv' },
      details: { format: 'csv', created: 2, updated: 0, unchanged: 0, leftOut: 1 },
    });
    expect(server.logs.join('\n')).not.toMatch(/Ishaan|22110001/u);
  });

  it('has nothing to confirm when nothing would change', async () => {
    await upload('people.jsonl', '{"username": "22110001", "person.full_name": "Ishaan Verma"}\n');
    const page = await browser.visit('/people/import');
    expect(page.text).toContain('Nothing would change.');
    expect(page.text).not.toContain('Import for good');
    await press('Import another file');
    expect((await browser.visit('/people/import')).text).toContain('Choose a file');
  });

  it('says why a file cannot be read', async () => {
    await upload('people.csv', 'username,shoe_size\n1,44\n');
    const page = await browser.visit('/people/import');
    expect(page.text).toContain('The file cannot be read');
    expect(page.text).toContain('shoe_size');
    await press('Import another file');
  });

  it.each([
    ['people.xlsx', 'x', 'whose name ends in .csv or .jsonl'],
    ['people.csv', '', 'The file is empty.'],
  ])('refuses %s with what to do', async (name, content, problem) => {
    const page = await upload(name, content);
    expect(page.status).toBe(422);
    expect(page.text).toContain(problem);
  });

  it('asks for a file', async () => {
    const page = await press('Check the file');
    expect(page.status).toBe(422);
    expect(page.text).toContain('Choose a file.');
  });
});
