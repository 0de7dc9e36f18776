import type { Retries } from '#adapters/storage/job-queue.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import type { StorageLog } from '#adapters/storage/storage-log.ts';

/** One place where data lives. */
export type Place = {
  /** What is there is opened again by each call; two at once where the engine allows it. */
  open(log?: StorageLog, retries?: Retries): Promise<OpenStorage>;
  remove(): Promise<void>;
};

export type Engine = {
  readonly name: string;
  /** False: what is closed is gone. */
  readonly keepsData: boolean;
  /** Whether several processes may be connected at once. */
  readonly shared: boolean;
  newPlace(): Promise<Place>;
};

/** A storage that all tests of a suite use, each with its own ids. */
export type Opened = () => OpenStorage;
