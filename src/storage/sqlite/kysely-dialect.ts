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
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Schema } from '../relational/schema.ts';
import { rollBack, type SharedConnection } from './shared-connection.ts';

/**
 * Kysely on a shared connection, which it borrows for each query or transaction. Between its statements it
 * waits for promises only, never for the outside: a transaction is over before the event loop turns.
 */
export function kyselyOn(connection: SharedConnection): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driverOn(connection),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new LocklessQueryCompiler(),
    },
  });
}

/** Leaves out the locks on rows that other engines need: whoever writes here has the whole database. */
class LocklessQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === 'Distinct') super.visitSelectModifier(node);
  }
}

function driverOn(connection: SharedConnection): Driver {
  const { database } = connection;
  const queries = queriesOn(database);
  // Of the one holder there is.
  let giveBack: (() => void) | undefined;
  return {
    async init() {
      // It is open already.
    },
    async acquireConnection() {
      giveBack = await connection.borrow();
      return queries;
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
    async destroy() {
      // Closed by who opened it.
    },
  };
}

function queriesOn(database: DatabaseSync): DatabaseConnection {
  return {
    async executeQuery<Row>({
      sql,
      parameters,
    }: {
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }): Promise<QueryResult<Row>> {
      const statement = database.prepare(sql);
      const values = parameters as readonly SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
      return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
    },
    streamQuery() {
      throw new Error('Queries are not streamed.');
    },
  };
}
