import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Schema } from '../relational/schema.ts';
import type { GroupCommit, Turn } from './group-commit.ts';
import { rollBack, type SharedConnection } from './shared-connection.ts';

/** Kysely for reads, on a shared connection that it borrows for each query or transaction. */
export function kyselyReading(connection: SharedConnection): Kysely<Schema> {
  return kyselyWith(() => readingDriver(connection));
}

/**
 * Kysely for writes. Each query or transaction shares a commit with whatever else is written in the same turn of the
 * event loop. Between its statements it waits for promises only, never for the outside: others wait for it.
 */
export function kyselyWriting(database: DatabaseSync, commits: GroupCommit): Kysely<Schema> {
  return kyselyWith(() => writingDriver(database, commits));
}

function kyselyWith(createDriver: () => Driver): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new UnlimitedAdapter(),
      createDriver,
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new LocklessQueryCompiler(),
    },
  });
}

/** Whoever wants a connection waits in our drivers, and not a second time before them. */
class UnlimitedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Leaves out the locks on rows that other engines need: whoever writes here has the whole database. */
class LocklessQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === 'Distinct') super.visitSelectModifier(node);
  }
}

function readingDriver(connection: SharedConnection): Driver {
  const { database } = connection;
  const execute = executing(database);
  // Of the one holder there is.
  let giveBack: (() => void) | undefined;
  return {
    ...NOTHING_TO_OPEN,
    async acquireConnection() {
      giveBack = await connection.borrow();
      return connectionFor(execute);
    },
    async releaseConnection() {
      giveBack?.();
    },
    async beginTransaction() {
      await connection.begin();
    },
    async commitTransaction() {
      database.exec('COMMIT');
    },
    async rollbackTransaction() {
      rollBack(database);
    },
  };
}

/** A connection as one holder has it. */
interface Holder extends DatabaseConnection {
  readonly turn: Turn;
  /** Nothing of what it did is left, so that nothing needs to become durable. */
  isUndone: boolean;
  /** Why SQLite gave up the transaction, if it did. */
  lost: Error | undefined;
}

function holderOf(connection: DatabaseConnection): Holder {
  return connection as Holder;
}

function writingDriver(database: DatabaseSync, commits: GroupCommit): Driver {
  const execute = executing(database);
  return {
    ...NOTHING_TO_OPEN,
    async acquireConnection() {
      const turn = await commits.takeTurn();
      const holder: Holder = {
        turn,
        isUndone: false,
        lost: undefined,
        ...connectionFor((query) => {
          try {
            return execute(query);
          } catch (error) {
            // Disk full, I/O error: all who share the transaction lose what they wrote.
            if (!database.isTransaction) holder.lost = error as Error;
            throw error;
          }
        }),
      };
      return holder;
    },
    async releaseConnection(connection) {
      const { turn, isUndone, lost } = holderOf(connection);
      const durable = turn.end(lost);
      if (!isUndone) await durable;
    },
    async beginTransaction() {
      database.exec('SAVEPOINT relational_write');
    },
    async commitTransaction() {
      database.exec('RELEASE relational_write');
    },
    async rollbackTransaction(connection) {
      holderOf(connection).isUndone = true;
      if (!database.isTransaction) return;
      database.exec('ROLLBACK TO relational_write');
      database.exec('RELEASE relational_write');
    },
  };
}

/** A database is open already, and closed by who opened it. */
const NOTHING_TO_OPEN = {
  init: async () => undefined,
  destroy: async () => undefined,
} as const;

interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}
type Execute = <Row>(query: Query) => QueryResult<Row>;

function connectionFor(execute: Execute): DatabaseConnection {
  return {
    executeQuery: async (query) => execute(query),
    streamQuery() {
      throw new Error('Queries are not streamed.');
    },
  };
}

/** As many texts as all stores together have, and some that depend on a number of values. */
const MOST_STATEMENTS = 300;

/** Runs queries on statements that are prepared once: preparing takes longer than most of them. */
function executing(database: DatabaseSync): Execute {
  interface Prepared {
    readonly statement: StatementSync;
    readonly answersRows: boolean;
  }
  const known = new Map<string, Prepared>();

  function prepared(sql: string): Prepared {
    const found = known.get(sql);
    if (found !== undefined) return found;
    const statement = database.prepare(sql);
    const made = { statement, answersRows: statement.columns().length > 0 };
    if (known.size >= MOST_STATEMENTS) known.clear();
    known.set(sql, made);
    return made;
  }

  return <Row>({ sql, parameters }: Query): QueryResult<Row> => {
    const { statement, answersRows } = prepared(sql);
    const values = parameters as readonly SQLInputValue[];
    if (answersRows) return { rows: statement.all(...values) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
  };
}
