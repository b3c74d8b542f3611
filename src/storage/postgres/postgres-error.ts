import { DatabaseError } from 'pg';

/** The connection cannot be used, or what was asked on it got no answer in time. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

/** SQLSTATE of an error that the server reported; undefined: it comes from elsewhere. */
function sqlState(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/**
 * SQLSTATE codes and classes of a server that cannot serve now (PostgreSQL manual, appendix A):
 * connection exception, read-only (a replica, or a full disk in some managed databases), insufficient resources
 * (disk, memory, connections), a lock not granted in time, a statement cancelled by its timeout, shutting down or
 * starting, a transaction left waiting, an error of the system.
 */
const UNAVAILABLE = /^(?:08|25006|25P03|53|55P03|57014|57P0|58)/u;

/** Codes after which another connection may do better: the server is going, or was demoted to a replica. */
const CONNECTION_IS_USELESS = /^(?:08|25006|25P03|57P0)/u;

/** A transaction was given up because of another one: serialization failure, deadlock. */
const CONFLICT = /^(?:40001|40P01)$/u;

export function isUnavailable(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  // A conflict that trying again did not resolve is a kind of overload.
  return UNAVAILABLE.test(sqlState(error) ?? '') || isConflict(error);
}

export function isConnectionUseless(error: unknown): boolean {
  return CONNECTION_IS_USELESS.test(sqlState(error) ?? '');
}

/** Nothing was stored, and the same may work when tried again at once. */
export function isConflict(error: unknown): boolean {
  return CONFLICT.test(sqlState(error) ?? '');
}

/** A statement broke the UNIQUE constraint of the given column (`client.name_key`). */
export function isUniqueViolation(error: unknown, column: string): boolean {
  return (
    sqlState(error) === '23505' &&
    error instanceof DatabaseError &&
    // As PostgreSQL itself names a constraint that is written beside its column.
    error.constraint === `${column.replace('.', '_')}_key`
  );
}

/** A lock was not granted in time. */
export function isLockTimeout(error: unknown): boolean {
  return sqlState(error) === '55P03';
}
