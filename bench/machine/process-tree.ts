import { readdirSync, readFileSync } from 'node:fs';

/** What a family of processes has used so far. */
export interface Usage {
  /** Seconds of processor time, of the living members. */
  readonly cpuSeconds: number;
  /** Bytes in memory, pages that members share counted once. */
  readonly residentBytes: number;
}

/** Clock ticks a second, as Linux reports them to every program. */
const TICKS = 100;
const KIB = 1024;

/** A process and its descendants, the ancestor first. */
export function processTree(ancestor: number): readonly number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/u.test(name) ? statOf(Number(name))?.parent : undefined;
    if (parent !== undefined) {
      childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)]);
    }
  }
  const family = [ancestor];
  for (const member of family) family.push(...(childrenOf.get(member) ?? []));
  return family;
}

/** @param ancestors the first process of each tree that belongs to the family */
export function usageOf(ancestors: readonly number[]): Usage {
  let cpuSeconds = 0;
  let privateBytes = 0;
  let sharedBytes = 0;
  for (const pid of ancestors.flatMap(processTree)) {
    cpuSeconds += (statOf(pid)?.ticks ?? 0) / TICKS;
    const memory = memoryOf(pid);
    privateBytes += memory.private;
    sharedBytes = Math.max(sharedBytes, memory.shared);
  }
  return { cpuSeconds, residentBytes: privateBytes + sharedBytes };
}

/** proc(5), /proc/<pid>/stat */
function statOf(pid: number): { readonly parent: number; readonly ticks: number } | undefined {
  const text = read(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  // The second field is the name in parentheses, which may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

/** proc(5), /proc/<pid>/smaps_rollup */
function memoryOf(pid: number): { readonly private: number; readonly shared: number } {
  const text = read(`/proc/${pid}/smaps_rollup`) ?? '';
  const sum = (kind: string): number =>
    [...text.matchAll(new RegExp(`^${kind}_(?:Clean|Dirty): +(\\d+) kB$`, 'gmu'))].reduce(
      (total, [, kib]) => total + Number(kib) * KIB,
      0,
    );
  return { private: sum('Private'), shared: sum('Shared') };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
