import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Clock } from '../domain/clock.ts';
import { randomAlphanumeric, type Random } from '../domain/random.ts';
import type { Mail, MailLog, RenderedMail } from './mail.ts';

/**
 * Writes each message to a file of its own, which a text editor and a mail program open, and logs its path.
 * Readable by the owner alone, since a message may hold a secret link.
 */
export function fileMail(
  { directory, from }: { readonly directory: string; readonly from: string },
  { clock, random, log }: { readonly clock: Clock; readonly random: Random; readonly log: MailLog },
): Mail {
  const underWay = new Set<Promise<void>>();

  async function write(message: RenderedMail): Promise<void> {
    const at = new Date(clock());
    const time = at.toISOString().replaceAll(':', '-');
    const path = join(directory, `${time}-${randomAlphanumeric(random, 6)}.eml`);
    try {
      await writeNew(path, format({ ...message, from, at }));
      log.info({ path, subject: message.subject }, 'a message was written to a file');
    } catch (error) {
      log.error({ path, error: (error as Error).message }, 'a message could not be written');
    }
  }

  return {
    send(message) {
      const writing = write(message).finally(() => underWay.delete(writing));
      underWay.add(writing);
    },
    async close() {
      await Promise.all(underWay);
    },
  };
}

/** Makes the folder when it turns out to be missing, rather than asking for it with each message. */
async function writeNew(path: string, text: string): Promise<void> {
  const options = { mode: 0o600, flag: 'wx' } as const;
  try {
    await writeFile(path, text, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, text, options);
  }
}

/** The text alone, to read in any editor: RFC 5322, with UTF-8 in the header (RFC 6532), so that what stands in the file is what was written. */
function format(message: RenderedMail & { readonly from: string; readonly at: Date }): string {
  const header = {
    Date: message.at.toUTCString().replace('GMT', '+0000'),
    From: message.from,
    To: message.to,
    Subject: message.subject,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
  };
  const lines = Object.entries(header).map(
    ([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/gu, ' ')}`,
  );
  return `${lines.join('\n')}\n\n${message.text.trimEnd()}\n`;
}
