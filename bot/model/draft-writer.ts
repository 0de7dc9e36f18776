import type { Desk } from '#bot/desk/desk.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { createTextCheck } from './check/check-text.ts';
import type { LanguageModel, MachineText, NoteDraft } from './language-model.ts';
import { MaskedText } from './masked-text.ts';

/** A solved case, as a draft of a note is made of it. */
export type SolvedCase = {
  readonly caseId: string;
  /** What was said, oldest first. */
  readonly dialogue: readonly { readonly name: string; readonly text: string }[];
  /** What whoever solved it wrote. */
  readonly resolution: string;
  readonly language: ReplyLanguage;
};

/** Writes drafts for editors. Null: no model, it did not answer, or what it wrote does not stand in the case. */
export type DraftWriter = {
  draftNote(solved: SolvedCase, desk: Desk): Promise<NoteDraft | null>;
  /** A short title for questions that are about the same thing. */
  nameCluster(questions: readonly string[], language: ReplyLanguage, desk: Desk): Promise<MachineText | null>;
};

export function createDraftWriter(model: LanguageModel): DraftWriter {
  return {
    async draftNote({ caseId, dialogue, resolution, language }, desk) {
      const said = MaskedText.of(dialogue.map(({ text }) => text).join('\n'), desk);
      const solvedBy = MaskedText.of(resolution, desk);
      const draft = await model.draftNote(
        { dialogue: said, resolution: solvedBy, language },
        { upn: null, caseId },
      );
      if (draft === null) return null;
      const check = createTextCheck(`${said.text}\n${solvedBy.text}`, language);
      const steps = draft.steps.filter((step) => check(step));
      const symptoms = draft.symptoms.filter((symptom) => check(symptom));
      const stands = check(draft.title) && steps.length > 0 && steps.length >= draft.steps.length / 2;
      return stands ? { ...draft, symptoms, steps } : null;
    },
    async nameCluster(questions, language, desk) {
      const asked = questions.slice(0, 20).map((question) => MaskedText.of(question, desk));
      const title = await model.nameCluster({ questions: asked, language }, { upn: null, caseId: null });
      if (title === null) return null;
      const check = createTextCheck(asked.map(({ text }) => text).join('\n'), language);
      return check(title.text) ? title : null;
    },
  };
}
