import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { Understanding } from '#bot/triage/understanding.ts';
import type { MaskedText } from './masked-text.ts';
import type { StaffNote } from './staff-note.ts';

/** On whose account a call is made. */
export type CallFor = {
  /** Whose budget it takes; null: the desk's alone. */
  readonly upn: string | null;
  readonly caseId: string | null;
};

/** What made a text: for the record, and so that people know that a machine did. */
export type MadeBy = {
  readonly model: string;
  /** Name and version of the prompt: `summarise-case@1`. */
  readonly prompt: string;
};

export type MachineText = { readonly text: string; readonly by: MadeBy };

export type NoteDraft = {
  readonly title: string;
  readonly symptoms: readonly string[];
  readonly steps: readonly string[];
  readonly by: MadeBy;
};

/**
 * What Vaktis asks of a language model. Nothing throws: null means that it did not answer in time, answered
 * nonsense, gave its prompt away or was not allowed to be asked. What it says is not believed: see check-*.ts.
 */
export type LanguageModel = {
  /** It failed lately and is not asked for a while: nothing need be begun that it would have to end. */
  rests(): boolean;
  /** `milliseconds`: a person waits. */
  understand(
    asked: { readonly text: MaskedText; readonly deskLanguage: ReplyLanguage; readonly milliseconds: number },
    call: CallFor,
  ): Promise<Understanding | null>;
  /**
   * An answer made of these notes, line by line: one sentence each, with the notes that it rests on by their place
   * from 1. `onLine` hears each line when it is whole; false from it ends the call.
   * @returns null also when the answer was cut off.
   */
  compose(
    asked: { readonly question: MaskedText; readonly notes: readonly StaffNote[]; readonly language: string },
    call: CallFor,
    onLine: (line: string) => boolean,
  ): Promise<MadeBy | null>;
  summarise(
    asked: { readonly dialogue: MaskedText; readonly language: ReplyLanguage },
    call: CallFor,
  ): Promise<MachineText | null>;
  translate(
    asked: { readonly text: MaskedText; readonly to: ReplyLanguage },
    call: CallFor,
  ): Promise<MachineText | null>;
  draftNote(
    asked: {
      readonly dialogue: MaskedText;
      readonly resolution: MaskedText;
      readonly language: ReplyLanguage;
    },
    call: CallFor,
  ): Promise<NoteDraft | null>;
  nameCluster(
    asked: { readonly questions: readonly MaskedText[]; readonly language: ReplyLanguage },
    call: CallFor,
  ): Promise<MachineText | null>;
};
