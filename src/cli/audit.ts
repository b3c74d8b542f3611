import { once } from 'node:events';

import { AUDIT_FORMATS, auditExport, type AuditFormat } from '../audit/audit-export.ts';
import { type AuditFilterProblem, parseAuditFilter } from '../audit/audit-filter.ts';
import { readConfig, RefusalError, withStorage } from './machine.ts';

/**
 * `omniport audit verify`
 * @param kept a hash that was noted earlier, with its number: `1234:9f86…`
 * @returns the exit code: 1 when the log is not as it was written
 */
export async function verifyAuditCommand(options: { readonly kept?: string }): Promise<number> {
  const kept = options.kept === undefined ? undefined : parseKept(options.kept);
  return withStorage(readConfig(), { create: false }, async (storage) => {
    const verified = await storage.verifyAuditChain();
    if (verified.type === 'broken') {
      console.error(`The audit log was changed: entry ${verified.seq} ${SAYS[verified.problem]}.`);
      return 1;
    }
    if (kept !== undefined) {
      const [event] = await storage.listAuditEvents(
        { actor: null, action: null, subject: null, from: null, until: null },
        { before: kept.seq + 1, limit: 1 },
      );
      if (event?.seq !== kept.seq || event.hash !== kept.hash) {
        console.error(`Entry ${kept.seq} is not the one that was noted: the log was written anew.`);
        return 1;
      }
    }
    console.error(`Nothing was changed. Entries: ${verified.head.seq}. To note elsewhere:`);
    console.log(`${verified.head.seq}:${verified.head.hash}`);
    return 0;
  });
}

const SAYS = {
  altered: 'was changed after it was written',
  missing: 'was removed',
  added: 'was not written by this program',
} as const;

function parseKept(text: string): { readonly seq: number; readonly hash: string } {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text) ?? [];
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash };
  throw new RefusalError(
    `${text} is no line of an earlier verification: a number, a colon and a hash.`,
  );
}

/** `omniport audit export`: to standard output, newest first. */
export async function exportAuditCommand(options: {
  readonly format: string;
  readonly by?: string;
  readonly action?: string;
  readonly about?: string;
  readonly from?: string;
  readonly to?: string;
}): Promise<void> {
  const format = formatOf(options.format);
  const config = readConfig();
  await withStorage(config, { create: false }, async (storage) => {
    const { by = '', action = '', about = '', from = '', to = '' } = options;
    const parsed = await parseAuditFilter(
      { by, action, about, from, to },
      { storage, timeZone: config.institution.timeZone },
    );
    if (parsed.type === 'invalid') {
      const problems = Object.entries(parsed.problems).map(
        ([name, problem]) => `--${name}: ${FILTER_PROBLEMS[problem]}`,
      );
      throw new RefusalError(problems.join('\n'));
    }
    for await (const part of auditExport(parsed.filter, format, { storage })) {
      if (!process.stdout.write(part)) await once(process.stdout, 'drain');
    }
  });
}

const FILTER_PROBLEMS: Readonly<Record<AuditFilterProblem, string>> = {
  'no-such-person': 'nobody has this username',
  'no-such-action': 'there is no such action; /audit has them all, such as client.approved',
  'no-subject': 'write a kind and a number, such as account:17',
  'no-date': 'this is no date: write it like 2026-07-01',
};

function formatOf(text: string): AuditFormat {
  const format = AUDIT_FORMATS.find((known) => known === text);
  if (format !== undefined) return format;
  throw new RefusalError(`There is no format ${text}: it is one of ${AUDIT_FORMATS.join(', ')}.`);
}
