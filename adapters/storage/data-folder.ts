import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { isHeld } from './control-client.ts';
import { type CommandHandler, type ControlServer, openControlServer } from './control-server.ts';
import { type LockHolder, takeLock } from './lock-file.ts';

/** Another process of this machine holds the data folder; `runThroughServer` gives it a command. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  readonly pid: number;
  readonly port: number;
  /** Never shown or logged. */
  readonly key: string;

  constructor(path: string, holder: LockHolder) {
    super(
      `The data folder ${path} is in use by process ${holder.pid}, which started at ${holder.startedAt}. ` +
        'Stop that one first, or give this one another folder with VAKTIS_DATA.',
    );
    this.pid = holder.pid;
    this.port = holder.port;
    this.key = holder.key;
    // The key stays reachable for code, and out of anything that prints the error.
    Object.defineProperty(this, 'key', { enumerable: false });
  }
}

/** The embedded database's folder, held by this process alone. */
export type DataFolder = {
  /** Absolute. */
  readonly path: string;
  readonly port: number;
  /** Takes the commands that other processes send to whoever holds the folder. */
  onCommand(handler: CommandHandler): void;
  /** After the database is closed. */
  release(): Promise<void>;
};

/**
 * Takes the folder, making it when it is missing. A lock whose process is gone (kill -9, a restart of the
 * machine, a process id used again) is taken over at once.
 * @throws DataFolderInUse; OutsideSystemFailed when the folder cannot be written.
 */
export async function openDataFolder(dir: string, now: () => Date = () => new Date()): Promise<DataFolder> {
  const path = resolve(dir);
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw unusable(path, error);
  });
  const key = randomBytes(32).toString('hex');
  const control = await openControlServer(key);
  try {
    return await take(path, control, {
      pid: process.pid,
      port: control.port,
      key,
      startedAt: now().toISOString(),
    });
  } catch (error) {
    await control.close();
    throw error instanceof DataFolderInUse ? error : unusable(path, error);
  }
}

async function take(path: string, control: ControlServer, holder: LockHolder): Promise<DataFolder> {
  const lock = await takeLock(path, holder, isHeld);
  if ('heldBy' in lock) throw new DataFolderInUse(path, lock.heldBy);
  return {
    path,
    port: control.port,
    onCommand: control.onCommand,
    async release() {
      await lock.release();
      await control.close();
    },
  };
}

function unusable(path: string, error: unknown): OutsideSystemFailed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'it is read-only',
    ENOTDIR: 'a part of that path is a file',
    EEXIST: 'it is a file, not a folder',
    ENOSPC: 'the disk is full',
  };
  return new OutsideSystemFailed(
    `The data folder ${path} cannot be used: ${reasons[code] ?? code}. VAKTIS_DATA names the folder.`,
    { retryable: false, cause: error },
  );
}
