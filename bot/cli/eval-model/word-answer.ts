import type { LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import { judgeRequest, type Verdict } from '#bot/insights/evaluation/judge-request.ts';
import type { WordedAnswer } from '#bot/insights/evaluation/model-measures.ts';
import { composeAnswer } from '#bot/model/compose-answer.ts';
import type { LanguageModel } from '#bot/model/language-model.ts';
import type { Reader } from '#bot/model/understand-messages.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { detectLanguage } from '#bot/triage/language/detect-language.ts';
import { createTriage, type TriageMessage } from '#bot/triage/triage.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { triageLine } from '../triage-request.ts';

export type Wording = { readonly verdict: Verdict; readonly answer: WordedAnswer | null };

/** One labelled request, understood and, where a note answers it, worded by the model. */
export async function wordAnswer(
  request: LabelledRequest,
  { model, reader, loaded }: { model: LanguageModel; reader: Reader; loaded: LoadedDesk },
): Promise<Wording> {
  const upn = request.from.toLowerCase();
  await reader.prepare(request.text, { upn, desk: loaded.desk });
  const made: Triage[] = [];
  const around = reader.around(createTriage({ chooseResponsible }));
  const triage: TriageMessage = (...given) => {
    const found = around(...given);
    made.push(found);
    return found;
  };
  const verdict = judgeRequest(
    request,
    triageLine(request, { loaded, triage, openCases: new Map(), now: () => new Date() }),
  );
  const [found] = made;
  const isAnswer = found?.decision === 'answer' && found.intent === 'report' && found.notes.length > 0;
  return { verdict, answer: isAnswer ? await word(request, found, { model, loaded }) : null };
}

async function word(
  request: LabelledRequest,
  found: Triage,
  { model, loaded }: { model: LanguageModel; loaded: LoadedDesk },
): Promise<WordedAnswer> {
  const { desk } = loaded;
  const language = found.language ?? desk.settings.language;
  const started = performance.now();
  let first: number | null = null;
  const notes = found.notes.map(({ note }) => note);
  const call = { upn: request.from, caseId: null };
  const onSentences = () => {
    first ??= performance.now() - started;
  };
  const { answer, dropped } = await composeAnswer(
    model,
    { text: found.text, notes, language },
    { desk, call, onSentences },
  );
  const text = answer?.sentences.map((sentence) => sentence.text).join('\n') ?? '';
  const heard = detectLanguage(text, language).language;
  return {
    id: request.id,
    worded: answer !== null,
    kept: answer?.sentences.length ?? 0,
    dropped,
    inTheirLanguage: answer === null ? null : heard === language,
    leaked: (request.expect.must_not_contain ?? []).some((secret) => text.includes(secret)),
    first,
    took: performance.now() - started,
  };
}
