import { execFile } from 'node:child_process';
import { chown, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import type { RunningServer } from '../platform/programs.ts';

const run = promisify(execFile);

/** Enough for a campus and some load. */
const SIZE = '48m';

/** A file system so small that a test can fill it. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all that is left. */
  fill(): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Mounts one in memory.
 * @param folder where it is mounted; made, should it be missing
 * @param owner a folder of whoever is to own it
 * @returns undefined where this user may not mount anything
 */
export async function smallDisk(folder: string, owner: string): Promise<SmallDisk | undefined> {
  await mkdir(folder, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'omniport-test', folder]);
  } catch {
    return undefined;
  }
  const { uid, gid } = await stat(owner);
  await chown(folder, uid, gid);
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    async fill() {
      const file = await open(ballast, 'a');
      try {
        for (;;) await file.appendFile(Buffer.alloc(4096));
      } catch {
        // It is full.
      } finally {
        await file.close();
      }
    },
    free: async () => rm(ballast),
    async remove() {
      // Lazily: should a test fail, somebody still uses it.
      await run('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * From now on no file that the server writes grows beyond so many bytes: with 0 it writes nothing at all. What it
 * writes nevertheless fails with an error, as on a disk that is full, broken or read-only.
 */
export async function limitWrites({ process }: RunningServer, bytes: number): Promise<void> {
  await run('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
}

export async function endLimit({ process }: RunningServer): Promise<void> {
  await run('prlimit', ['--pid', String(process.pid), '--fsize=unlimited:']);
}

/** The size of the largest file in a folder, in bytes. */
export async function largestFile(folder: string): Promise<number> {
  const files = (await readdir(folder)).map(async (name) => stat(path.join(folder, name)));
  return Math.max(...(await Promise.all(files)).map(({ size }) => size));
}
