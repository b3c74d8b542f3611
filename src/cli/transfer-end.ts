import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Config } from '../config.ts';
import { databaseName } from '../platform/open-data.ts';
import { copyDatabase } from '../storage/transfer/copy-database.ts';
import { type TransferConnection, TransferError } from '../storage/transfer/transfer-connection.ts';
import { RefusalError } from './machine.ts';
import { transferProgress } from './transfer-progress.ts';

/** A database as one end of a copy. */
export type TransferEnd =
  | { readonly type: 'sqlite'; readonly path: string }
  | { readonly type: 'postgres'; readonly url: string };

type Use<Result> = (connection: TransferConnection) => Promise<Result>;

/** @throws RefusalError unless it is `sqlite:PATH` or `postgres://…` */
export function parseTransferEnd(text: string): TransferEnd {
  if (/^postgres(?:ql)?:\/\//u.test(text) && URL.canParse(text)) {
    return { type: 'postgres', url: text };
  }
  const path = /^sqlite:(?<path>.+)$/u.exec(text)?.groups?.['path'];
  if (path !== undefined) return { type: 'sqlite', path: resolve(path) };
  throw new RefusalError(
    'A database is named like sqlite:/var/lib/omniport/omniport.sqlite or postgres://user:password@host/database.',
  );
}

/** The database of the environment. */
export function configuredEnd({ database }: Pick<Config, 'database'>): TransferEnd {
  return database;
}

/**
 * Copies and verifies everything, and shows how far it is.
 * @returns how many rows there are
 */
export async function copyBetween(
  source: TransferEnd,
  target: TransferEnd,
  options: { readonly startOver?: boolean } = {},
): Promise<number> {
  const progress = transferProgress();
  try {
    return await opened(source, withSource, async (from) =>
      opened(target, withTarget, async (to) =>
        copyDatabase({
          from,
          to,
          ...options,
          onProgress: ({ step, table, ...numbers }) =>
            progress.show({ what: `${step} ${table}`, ...numbers }),
        }),
      ),
    );
  } finally {
    progress.end();
  }
}

/**
 * Does what copies, backs up or restores.
 * @throws RefusalError with what is wrong, for the operator
 */
export async function refusingToTransfer<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TransferError) throw new RefusalError(error.message, { cause: error });
    throw error;
  }
}

/** @throws RefusalError when the database cannot be opened; what goes wrong with it later is passed on as it is */
async function opened<Result>(
  end: TransferEnd,
  open: (end: TransferEnd, use: Use<Result>) => Promise<Result>,
  use: Use<Result>,
): Promise<Result> {
  const state = { isOpen: false };
  try {
    return await open(end, async (connection) => {
      state.isOpen = true;
      return use(connection);
    });
  } catch (error) {
    if (state.isOpen || error instanceof TransferError) throw error;
    const reason = (error as Error).message;
    throw new RefusalError(
      `The database ${databaseName({ database: end })} cannot be opened: ${reason}`,
      { cause: error },
    );
  }
}

/** Loads only the engines that are used. */
async function withSource<Result>(end: TransferEnd, use: Use<Result>): Promise<Result> {
  if (end.type === 'sqlite') {
    if (!existsSync(end.path)) throw new TransferError(`There is no database at ${end.path}.`);
    const { withSqliteSource } = await import('../storage/sqlite/sqlite-transfer.ts');
    return withSqliteSource(end.path, use);
  }
  const { withPostgresSource } = await import('../storage/postgres/postgres-transfer.ts');
  return withPostgresSource(end.url, use);
}

async function withTarget<Result>(end: TransferEnd, use: Use<Result>): Promise<Result> {
  if (end.type === 'sqlite') {
    const { withSqliteTarget } = await import('../storage/sqlite/sqlite-transfer.ts');
    return withSqliteTarget(end.path, use);
  }
  const { withPostgresTarget } = await import('../storage/postgres/postgres-transfer.ts');
  return withPostgresTarget(end.url, use);
}
