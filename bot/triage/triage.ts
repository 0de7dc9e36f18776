import { type PriorityLevel, priorityLevels } from '#bot/desk/priority.ts';
import { assess } from './assess.ts';
import type { LoadedDesk } from './desk-source.ts';
import { detectLanguage } from './language/detect-language.ts';
import { maskSecrets } from './mask-secrets.ts';
import type { ChooseResponsible } from './responsible.ts';
import { splitProblems } from './split-problems.ts';
import type { ReplyLanguage, Triage, TriageRequest } from './triage-result.ts';

export type TriagePorts = { readonly chooseResponsible: ChooseResponsible };

export type TriageMessage = (
  request: TriageRequest,
  loaded: LoadedDesk,
  openCases: ReadonlyMap<string, number>,
) => Triage;

/**
 * Triage by rules alone. Pure: the same message, desk and moment give the same result. `openCases` is the
 * number of open cases by technician upn.
 */
export function createTriage(ports: TriagePorts): TriageMessage {
  return (request, loaded, openCases) => {
    const { text, masked } = maskSecrets(request.text);
    const language = detectLanguage(text, loaded.desk.settings.language).language;
    const replyLanguage = toReplyLanguage(language, loaded.desk.settings.language);
    const parts = isFirstTurn(request) ? splitProblems(text) : [text];
    const shared = { request, whole: text, language, loaded, openCases, ...ports };
    const problems = parts
      .map((part) => assess({ ...shared, text: part }))
      .map((found): Triage => ({ ...found, masked, language, replyLanguage, more: [] }))
      .sort((a, b) => rank(a.priority.level) - rank(b.priority.level));
    const [first, ...more] = problems;
    if (first === undefined) throw new Error('a message has at least one part');
    return { ...first, more };
  };
}

function rank(level: PriorityLevel): number {
  return priorityLevels.indexOf(level);
}

/** The message's own language where Vaktis speaks it, else the desk's. */
function toReplyLanguage(language: string | null, deskLanguage: ReplyLanguage): ReplyLanguage {
  return language === 'sv' || language === 'en' ? language : deskLanguage;
}

/** What is said later in a talk is about the matter at hand. */
function isFirstTurn({ known, shownNoteIds }: TriageRequest): boolean {
  return shownNoteIds.length === 0 && (known?.questionsAsked ?? 0) === 0 && known?.category === undefined;
}
