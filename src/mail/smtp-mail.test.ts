import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Mail, MailLog } from './mail.ts';
import { smtpMail } from './smtp-mail.ts';

const message = {
  to: 'asha@example.edu',
  subject: 'Set a new password — नमस्ते',
  text: 'Open https://auth.example.edu/reset?token=s3cret to set it.\n',
  html: '<p>Open <a href="https://auth.example.edu/reset?token=s3cret">this</a></p>',
};

interface Delivered {
  readonly from: string;
  readonly to: readonly string[];
  readonly content: string;
}

const open: { mails: Mail[]; servers: SMTPServer[] } = { mails: [], servers: [] };

afterEach(async () => {
  await Promise.all(open.mails.splice(0).map(async (mail) => mail.close(0)));
  await Promise.all(
    open.servers.splice(0).map(
      async (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
        }),
    ),
  );
});

/** A real mail server; `answer` decides what becomes of the nth message. */
async function mailServer(
  answer: (attempt: number) => number | 'never' = () => 250,
  options: SMTPServerOptions & { readonly port?: number } = {},
): Promise<{ port: number; delivered: Delivered[]; attempts: () => number }> {
  const delivered: Delivered[] = [];
  let attempts = 0;
  const { port: wantedPort = 0, ...serverOptions } = options;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    closeTimeout: 10,
    ...serverOptions,
    onData(stream, session, callback) {
      let content = '';
      stream.on('data', (chunk: Buffer) => (content += chunk.toString('utf8')));
      stream.on('end', () => {
        attempts += 1;
        const code = answer(attempts);
        if (code === 'never') return;
        if (code === 250) {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          delivered.push({ from, to: rcptTo.map(({ address }) => address), content });
          callback();
        } else {
          callback(Object.assign(new Error(`refused: ${content}`), { responseCode: code }));
        }
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(wantedPort, '127.0.0.1', () => resolve());
  });
  open.servers.push(server);
  return {
    port: (server.server.address() as AddressInfo).port,
    delivered,
    attempts: () => attempts,
  };
}

interface LogLine {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly text: string;
}

function recordingLog(): { log: MailLog; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at =
    (level: string) =>
    (fields: LogLine['fields'], text: string): void => {
      lines.push({ level, fields, text });
    };
  return { log: { info: at('info'), warn: at('warn'), error: at('error') }, lines };
}

function mailTo(
  url: string,
  retryAfterSeconds: readonly number[] = [0.01, 0.01],
): { mail: Mail; lines: LogLine[] } {
  const { log, lines } = recordingLog();
  const mail = smtpMail({ url, from: 'Campus <accounts@example.edu>' }, { log, retryAfterSeconds });
  open.mails.push(mail);
  return { mail, lines };
}

/** A port where nobody listens (just now). */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

const patient = { timeout: 10_000 };

describe('a message over SMTP', () => {
  it('arrives with its sender, subject, text and HTML, marked as automatic (RFC 3834 §5)', async () => {
    const { port, delivered } = await mailServer();
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`);
    mail.send(message);
    await vi.waitFor(() => expect(lines).toHaveLength(1), patient);
    expect(delivered).toHaveLength(1);
    expect(delivered[0]).toMatchObject({ from: 'accounts@example.edu', to: ['asha@example.edu'] });
    const [header = '', ...parts] = delivered[0]?.content.split('\r\n\r\n') ?? [];
    expect(header).toContain('From: Campus <accounts@example.edu>');
    expect(header).toContain('To: asha@example.edu');
    expect(header).toContain('Subject: =?UTF-8?');
    expect(header).toContain('Auto-Submitted: auto-generated');
    // As text, and for programs that show it as HTML (RFC 2046 §5.1.4: the last one is the best).
    expect(header).toContain('Content-Type: multipart/alternative');
    expect(parts[1]).toMatch(/^Open https:\/\/auth\.example\.edu\/reset\?token/u);
    expect(parts[3]).toMatch(/^<p>Open <a href/u);
  });

  it('signs in with the user and password of the address', async () => {
    const signIns: string[] = [];
    const { port, delivered } = await mailServer(undefined, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, callback) {
        signIns.push(`${username} ${password}`);
        callback(null, { user: username });
      },
    });
    const { mail } = mailTo(`smtp://campus:p%40ss@127.0.0.1:${port}`);
    mail.send(message);
    await vi.waitFor(() => expect(delivered).toHaveLength(1), patient);
    expect(signIns).toEqual(['campus p@ss']);
  });

  it('goes to one address, whatever the address holds', async () => {
    const { port, delivered } = await mailServer();
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`, []);
    mail.send({ ...message, to: 'asha@example.edu, eve@example.org' });
    mail.send({ ...message, to: 'asha@example.edu\r\nBcc: eve@example.org' });
    await vi.waitFor(() => expect(lines).toHaveLength(2), patient);
    expect(delivered.flatMap(({ to }) => to)).not.toContain('eve@example.org');
  });

  it('is tried again when the server asks to come back later', async () => {
    const { port, delivered, attempts } = await mailServer((attempt) => (attempt < 3 ? 451 : 250));
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`);
    mail.send(message);
    await vi.waitFor(() => expect(delivered).toHaveLength(1), patient);
    expect(attempts()).toBe(3);
    await vi.waitFor(() => expect(lines.at(-1)).toMatchObject({ fields: { attempt: 3 } }), patient);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn', 'info']);
  });

  it('is tried again when nobody listens', async () => {
    const port = await freePort();
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`, Array<number>(200).fill(0.05));
    mail.send(message);
    await vi.waitFor(() => expect(lines).not.toHaveLength(0), patient);
    expect(lines[0]).toMatchObject({ level: 'warn', fields: { code: 'ESOCKET', attempt: 1 } });
    const { delivered } = await mailServer(undefined, { port });
    await vi.waitFor(() => expect(delivered).toHaveLength(1), patient);
  });

  it('is given up at once when the server refuses it for good', async () => {
    const { port, attempts } = await mailServer(() => 550);
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`);
    mail.send(message);
    await vi.waitFor(() => expect(lines).toHaveLength(1), patient);
    expect(lines[0]).toMatchObject({
      level: 'error',
      text: 'a message could not be delivered and is given up',
      fields: { to: 'asha@example.edu', responseCode: 550 },
    });
    expect(attempts()).toBe(1);
  });

  it('is given up after the last retry', async () => {
    const { port, attempts } = await mailServer(() => 451);
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`);
    mail.send(message);
    await vi.waitFor(() => expect(lines.at(-1)?.level).toBe('error'), patient);
    expect(attempts()).toBe(3);
  });

  it('never shows its text in the log, even when the server quotes it', async () => {
    const { port } = await mailServer((attempt) => (attempt === 1 ? 451 : 550));
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`);
    mail.send(message);
    await vi.waitFor(() => expect(lines).toHaveLength(2), patient);
    expect(JSON.stringify(lines)).not.toContain('s3cret');
  });
});

describe('closing', () => {
  it('waits for what is being delivered', async () => {
    const { port, delivered } = await mailServer();
    const { mail } = mailTo(`smtp://127.0.0.1:${port}`);
    mail.send(message);
    mail.send(message);
    await mail.close(10_000);
    expect(delivered).toHaveLength(2);
  });

  it('tries what waits for a retry once more', async () => {
    const { port, delivered } = await mailServer((attempt) => (attempt === 1 ? 451 : 250));
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`, [3600]);
    mail.send(message);
    await vi.waitFor(() => expect(lines).toHaveLength(1), patient);
    await mail.close(10_000);
    expect(delivered).toHaveLength(1);
  });

  it('ends after its patience, and says how many messages were lost', async () => {
    const { port, attempts } = await mailServer(() => 'never');
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`);
    mail.send(message);
    await vi.waitFor(() => expect(attempts()).toBe(1), patient);
    await mail.close(10);
    expect(lines).toContainEqual({
      level: 'error',
      fields: { count: 1 },
      text: 'messages were lost: the mail server took too long',
    });
  });

  it('accepts nothing afterwards', async () => {
    const { port, delivered } = await mailServer();
    const { mail, lines } = mailTo(`smtp://127.0.0.1:${port}`);
    await mail.close(10_000);
    mail.send(message);
    expect(lines.at(-1)?.text).toBe('a message was not accepted for delivery');
    expect(delivered).toHaveLength(0);
  });
});
