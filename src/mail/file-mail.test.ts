import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { instant } from '../domain/clock.ts';
import { fileMail } from './file-mail.ts';
import type { Mail } from './mail.ts';

const message = {
  to: 'asha@example.edu',
  subject: 'Set a new password — नमस्ते',
  text: 'Open https://auth.example.edu/reset?token=s3cret to set it.\n',
  html: '<p>Open <a href="https://auth.example.edu/reset?token=s3cret">this</a></p>',
};

let home: string;
let logged: unknown[];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'omniport-mail-'));
  logged = [];
});
afterEach(async () => rm(home, { recursive: true }));

function mailInto(directory: string): Mail {
  let calls = 0;
  const log = (fields: unknown, text: string): void => {
    logged.push([text, fields]);
  };
  return fileMail(
    { directory, from: 'Campus <accounts@example.edu>' },
    {
      clock: () => instant(Date.UTC(2026, 10, 24, 7, 31, 11, 450)),
      random: (byteCount) => new Uint8Array(byteCount).fill((calls += 1)),
      log: { info: log, warn: log, error: log },
    },
  );
}

async function permissions(path: string): Promise<string> {
  return (await stat(path)).mode.toString(8).slice(-3);
}

describe('mail to files', () => {
  it('writes a message that can be read, and opened with a mail program', async () => {
    const mail = mailInto(join(home, 'mail'));
    mail.send(message);
    await mail.close(0);
    const [file = ''] = await readdir(join(home, 'mail'));
    expect(file).toBe('2026-11-24T07-31-11.450Z-BBBBBB.eml');
    expect(await readFile(join(home, 'mail', file), 'utf8')).toBe(
      [
        'Date: Tue, 24 Nov 2026 07:31:11 +0000',
        'From: Campus <accounts@example.edu>',
        'To: asha@example.edu',
        'Subject: Set a new password — नमस्ते',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
        '',
        'Open https://auth.example.edu/reset?token=s3cret to set it.',
        '',
      ].join('\n'),
    );
  });

  it('gives every message a file of its own, readable by its owner alone', async () => {
    const mail = mailInto(join(home, 'mail'));
    mail.send(message);
    mail.send(message);
    await mail.close(0);
    const files = await readdir(join(home, 'mail'));
    expect(files).toHaveLength(2);
    expect(await permissions(join(home, 'mail', files[0] ?? ''))).toBe('600');
    expect(await permissions(join(home, 'mail'))).toBe('700');
  });

  it('logs the path and never the text', async () => {
    const mail = mailInto(home);
    mail.send(message);
    await mail.close(0);
    expect(logged).toEqual([
      [
        'a message was written to a file',
        { path: join(home, '2026-11-24T07-31-11.450Z-BBBBBB.eml'), subject: message.subject },
      ],
    ]);
  });

  it('lets no value start a header of its own', async () => {
    const mail = mailInto(home);
    mail.send({ ...message, subject: 'Hello\r\nBcc: eve@example.org' });
    await mail.close(0);
    const [file = ''] = await readdir(home);
    expect(await readFile(join(home, file), 'utf8')).toContain('Subject: Hello Bcc: eve@');
  });

  it('logs a failure and throws nothing', async () => {
    await writeFile(join(home, 'mail'), 'in the way');
    const mail = mailInto(join(home, 'mail'));
    mail.send(message);
    await mail.close(0);
    expect(JSON.stringify(logged)).toContain('a message could not be written');
    expect(JSON.stringify(logged)).not.toContain('s3cret');
  });
});
