import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { Schema } from '../relational/schema.ts';
import type { Writer } from './writer.ts';

/** Kysely on the writing connection, which it borrows for each query or transaction. */
export function kyselyOn(writer: Writer): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new WriterDialect(writer) });
}

class WriterDialect implements Dialect {
  readonly #writer: Writer;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  createDriver(): Driver {
    return new WriterDriver(this.#writer);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

class WriterDriver implements Driver {
  readonly #writer: Writer;
  /** Kept: Kysely compiles a query to the same text each time. */
  readonly #statements = new Map<string, StatementSync>();
  readonly #loans = new WeakMap<DatabaseConnection, () => void>();

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const giveBack = await this.#writer.borrow();
    const connection = new WriterConnection((sql) => this.#prepare(sql));
    this.#loans.set(connection, giveBack);
    return connection;
  }

  async beginTransaction(
    _connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    if (settings.accessMode === 'read only') this.#writer.database.exec('BEGIN');
    else await this.#writer.begin();
  }

  async commitTransaction(): Promise<void> {
    this.#writer.database.exec('COMMIT');
  }

  async rollbackTransaction(): Promise<void> {
    this.#writer.rollback();
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#loans.get(connection)?.();
  }

  async destroy(): Promise<void> {
    this.#statements.clear();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#writer.database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

class WriterConnection implements DatabaseConnection {
  readonly #prepare: (sql: string) => StatementSync;

  constructor(prepare: (sql: string) => StatementSync) {
    this.#prepare = prepare;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#prepare(sql);
    const values = parameters as readonly SQLInputValue[];
    if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Queries are not streamed.');
  }
}
