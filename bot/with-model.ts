import type { ReceivePorts } from '#bot/conversation/receive-message.ts';
import type { ReceiveMessage, TurnResult } from '#bot/conversation/turn-result.ts';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { HandoffStorage } from '#bot/handoff/stores.ts';
import { createComposingNotifier } from '#bot/jobs/compose-and-send.ts';
import type { JobLogger } from '#bot/jobs/ports.ts';
import { type SummarisePorts, summariseCase } from '#bot/jobs/summarise-case.ts';
import type { LanguageModel } from '#bot/model/language-model.ts';
import { isAsked, type ModelModes } from '#bot/model/modes.ts';
import { createReader } from '#bot/model/understand-messages.ts';
import { createWishForWords } from '#bot/model/word-answers.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import type { Meaning } from '#bot/triage/meaning.ts';
import { createTriage, type TriageMessage } from '#bot/triage/triage.ts';

/** A language model and how far it may go. */
export type AppModel = {
  readonly model: LanguageModel;
  readonly modes: ModelModes;
  /** Milliseconds that a turn waits to be understood. */
  readonly patience: number;
  /** Whose case the calls of so many milliseconds were for, so that its cost is known. */
  readonly giveToCase: (of: { caseId: string; upn: string; lately: number }) => Promise<void>;
};

/** Calls about a matter come before its case does. */
const matterTakes = 2 * 60 * 60 * 1000;

/** What a model adds to the app at each place where it may. Null: nothing, and nothing is waited for. */
export function withModel(
  given: AppModel | null,
  ports: {
    readonly storage: HandoffStorage;
    readonly deskSource: DeskSource;
    readonly logger: JobLogger;
    readonly now: () => Date;
  },
) {
  if (given === null || !isAsked(given.modes)) return null;
  const { model, modes, patience, giveToCase } = given;
  const { deskSource, logger, storage } = ports;
  const reader = createReader({ model, modes, patience, log: logger });
  const rules = createTriage({ chooseResponsible });
  const prepare: NonNullable<ReceivePorts['prepare']> = async (text, person, loaded) => {
    const request = { from: person, at: ports.now(), siteId: null, shownNoteIds: [] };
    const category = (words: string) => rules({ ...request, text: words }, loaded, new Map()).category.id;
    return reader.prepare(text, { upn: person.upn, desk: loaded.desk, category });
  };
  const after = async ({ caseEffect, caseId }: TurnResult): Promise<void> => {
    if (caseEffect !== 'opened' || caseId === null) return;
    const item = await storage.stores.cases.get(caseId);
    if (item === null) return;
    await giveToCase({ caseId, upn: item.requesterUpn, lately: matterTakes });
    await storage.stores.jobs.enqueue({ name: 'summarise', data: { caseId } });
  };
  return {
    prepare,
    around: (triage: TriageMessage) => reader.around(triage),
    wish: createWishForWords(modes),
    notifier: (notifier: Notifier) => createComposingNotifier({ notifier, model, deskSource, logger }),
    summarise: (parts: Pick<SummarisePorts, 'deliverer' | 'newId'>) => (caseId: string) =>
      summariseCase({ ...ports, ...parts, model, modes }, caseId),
    /** The same turns; a new case of theirs is summarised when there is time. */
    follow:
      (receive: ReceiveMessage): ReceiveMessage =>
      async (message) => {
        const result = await receive(message);
        await after(result).catch((error: unknown) =>
          logger.warn(
            { error: error instanceof Error ? error.message : 'unknown' },
            'A case is not summarised.',
          ),
        );
        return result;
      },
  };
}

export type ModelInApp = NonNullable<ReturnType<typeof withModel>>;

/** Triage by words, with what models know of them where there are any. */
export function understandingOf(
  triage: TriageMessage,
  meaning: Meaning | null,
  model: ModelInApp | null,
): Pick<ReceivePorts, 'triage' | 'prepare' | 'wish'> {
  if (meaning === null && model === null) return { triage };
  const near: TriageMessage =
    meaning === null
      ? triage
      : (request, loaded, openCases) => triage(request, meaning.around(loaded, request.text), openCases);
  return {
    prepare: async (...message) => {
      await Promise.all([meaning?.prepare(message[0]), model?.prepare(...message)]);
    },
    triage: model === null ? near : model.around(near),
    ...(model === null ? {} : { wish: model.wish }),
  };
}
