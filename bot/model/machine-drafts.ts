import type { Desk } from '#bot/desk/desk.ts';
import { createLanes } from '#bot/lanes.ts';
import type { DraftWriter, SolvedCase } from './draft-writer.ts';
import type { NoteDraft } from './language-model.ts';

export type MachineDraftKind = 'case-draft' | 'cluster-title';

/** What a model wrote for editors, kept: it is paid for once. A title is a draft with nothing else in it. */
export type MachineDraftStore = {
  get(kind: MachineDraftKind, itemIds: readonly string[]): Promise<ReadonlyMap<string, NoteDraft>>;
  /** The first that was kept stays: somebody may have read it. */
  keep(kind: MachineDraftKind, itemId: string, draft: NoteDraft, at: Date): Promise<void>;
};

export type NamelessCluster = { readonly id: string; readonly questions: readonly string[] };

/**
 * What is written already, by id. What is not is begun in the background, one after the other, and is there when
 * somebody looks again: nobody waits for a model, and only what is looked at is paid for.
 */
export type MachineDrafts = {
  ofCases(cases: readonly SolvedCase[], desk: Desk): Promise<ReadonlyMap<string, NoteDraft>>;
  ofClusters(clusters: readonly NamelessCluster[], desk: Desk): Promise<ReadonlyMap<string, NoteDraft>>;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
};

/** What came to nothing is not tried again for so many milliseconds. */
const restsFor = 60 * 60_000;

export function createMachineDrafts(ports: {
  readonly writer: DraftWriter;
  readonly store: MachineDraftStore;
  readonly now: () => Date;
  readonly log: { warn(facts: object, message: string): void };
}): MachineDrafts {
  const { writer, store, now, log } = ports;
  const lanes = createLanes();
  const triedAt = new Map<string, number>();
  let writing: Promise<unknown> = Promise.resolve();

  const begin = (kind: MachineDraftKind, id: string, write: () => Promise<NoteDraft | null>) => {
    const key = `${kind} ${id}`;
    if (now().getTime() - (triedAt.get(key) ?? 0) < restsFor) return;
    triedAt.set(key, now().getTime());
    const one = lanes.run('drafts', async () => {
      const draft = await write();
      if (draft !== null) await store.keep(kind, id, draft, now());
    });
    writing = Promise.all([writing, one.catch((error: unknown) => warn(error))]);
  };
  const warn = (error: unknown) =>
    log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'A draft was not written.');

  return {
    async ofCases(cases, desk) {
      const ids = cases.map(({ caseId }) => caseId);
      const ready = await store.get('case-draft', ids);
      for (const solved of cases) {
        if (!ready.has(solved.caseId))
          begin('case-draft', solved.caseId, () => writer.draftNote(solved, desk));
      }
      return ready;
    },
    async ofClusters(clusters, desk) {
      const { language } = desk.settings;
      const ids = clusters.map(({ id }) => id);
      const ready = await store.get('cluster-title', ids);
      for (const { id, questions } of clusters) {
        const name = async () => {
          const title = await writer.nameCluster(questions, language, desk);
          return title === null ? null : { title: title.text, symptoms: [], steps: [], by: title.by };
        };
        if (!ready.has(id)) begin('cluster-title', id, name);
      }
      return ready;
    },
    async idle() {
      await writing;
    },
  };
}
