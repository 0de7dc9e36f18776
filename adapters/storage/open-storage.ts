import type { WaitingStore } from '#bot/conversation/crowd/waiting-store.ts';
import type { Storage } from '#bot/conversation/stores.ts';
import type { FollowMarks } from '#bot/handoff/contractor-connector.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import type { DeskRepository } from '#knowledge/desk-folder/desk-repository.ts';
import type { SuggestionDesk } from '#knowledge/note-suggestion.ts';
import type { DeskEditing } from '#knowledge/review/desk-editing.ts';
import type { ImageStore } from '#knowledge/review/image-store.ts';
import type { NoteReviewStore } from '#knowledge/review/note-review-store.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';
import { connect, type DatabaseTarget } from './connect.ts';
import type { Database } from './database.ts';
import { createDeskEditing } from './desk-editing.ts';
import { createDeskRepository } from './desk-repository.ts';
import { type CreateNoteSearch, createDeskSource } from './desk-source.ts';
import { createFollowMarks } from './follow-marks.ts';
import { createImageStore } from './image-store.ts';
import { createInsightStore } from './insights/insight-store.ts';
import { openJobs, type Retries } from './job-queue.ts';
import { createJobRunner, type JobRunner } from './job-runner.ts';
import { findNewer, migrate } from './migrate.ts';
import { createNoteReviewStore } from './note-review-store.ts';
import { watchOutage } from './outage.ts';
import { createPulse, type Freed, type Rhythm } from './pulse.ts';
import { createStorage } from './storage.ts';
import type { StorageLog } from './storage-log.ts';
import { createSuggestionDesk } from './suggestion-store.ts';
import { createTaughtDeskSource } from './taught-desk-source.ts';
import { createWaitingStore } from './waiting-store.ts';
import { createWorkStore } from './work-store.ts';

export type OpenStorage = {
  readonly storage: Storage;
  readonly desk: DeskRepository;
  /** The desk as editors change it, with its history. */
  readonly editing: DeskEditing;
  /** What is kept beside notes for those who look after them. */
  readonly review: NoteReviewStore;
  /** Pictures in notes. */
  readonly images: ImageStore;
  /** What editors' work is found in. */
  readonly work: WorkStore;
  /** What is counted, and its figures. */
  readonly insights: InsightStore;
  /** What people asked, to be taken as symptoms. */
  readonly suggestions: SuggestionDesk;
  readonly jobs: JobRunner;
  /** How far contractors' news has been heard. */
  readonly followMarks: FollowMarks;
  /** Messages that wait for a time with less to do. */
  readonly waiting: WaitingStore;
  /** For health checks and measures; stores are the way to data. */
  readonly database: Database;
  deskSource(createNoteSearch: CreateNoteSearch): DeskSource;
  /** Stops the jobs, then closes the database. */
  close(): Promise<void>;
};

/**
 * Connects, brings the schema up to date and makes everything that rests on it. A data folder must be held
 * (openDataFolder) first.
 * @throws OutsideSystemFailed when the database cannot be used; InvalidInput when a newer Vaktis made it.
 */
export async function openStorage(
  target: DatabaseTarget,
  log: StorageLog,
  retries?: Retries,
  rhythm?: Rhythm,
): Promise<OpenStorage> {
  const database = await connect(target);
  try {
    return await assemble(database, log, retries, rhythm);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble(
  database: Database,
  log: StorageLog,
  retries: Retries | undefined,
  rhythm: Rhythm | undefined,
): Promise<OpenStorage> {
  await migrate(database);
  await tellOfNewer(database, log);
  const outage = watchOutage(database, log);
  const tell = (error: Error) => {
    if (!outage.isAway()) log.warn({ error: error.message }, 'The job queue reported an error.');
  };
  const queue = await openJobs(outage, tell, retries);
  const tellOfDead = ({ deliveries, lines }: Freed) =>
    log.warn(
      { freed: deliveries.length, contractors: lines },
      'Another process died; what it was sending is taken over.',
    );
  const pulse = createPulse(outage, tellOfDead, rhythm);
  const jobs = createJobRunner(database, outage, log, pulse);
  return {
    storage: createStorage(database, queue, (name) => jobs.wake(name), pulse.hold),
    desk: createDeskRepository(database),
    editing: createDeskEditing(database),
    review: createNoteReviewStore(database),
    images: createImageStore(database),
    work: createWorkStore(database),
    insights: createInsightStore(database),
    suggestions: createSuggestionDesk(database),
    jobs,
    followMarks: createFollowMarks(database),
    waiting: createWaitingStore(database),
    database,
    deskSource: (createNoteSearch) =>
      createTaughtDeskSource(createDeskSource(database, createNoteSearch), database),
    async close() {
      await jobs.stop();
      await queue.stop();
      await database.close();
    },
  };
}

/** During an upgrade old and new run side by side for a while. */
async function tellOfNewer(database: Database, log: StorageLog): Promise<void> {
  const newer = await findNewer(database);
  if (newer.length > 0) log.warn({ newer }, 'A newer version of Vaktis has migrated the database.');
}
