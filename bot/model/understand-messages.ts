import type { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import type { TriageMessage } from '#bot/triage/triage.ts';
import type { Triage, TriageRequest } from '#bot/triage/triage-result.ts';
import type { Understanding } from '#bot/triage/understanding.ts';
import { weighReading } from '#bot/triage/weigh-reading.ts';
import type { LanguageModel } from './language-model.ts';
import { MaskedText } from './masked-text.ts';
import { hasExceptions, isAsked, type ModelModes, modeFor } from './modes.ts';

export type UnderstandPorts = {
  readonly model: LanguageModel;
  readonly modes: ModelModes;
  /** Milliseconds that a turn waits; then the rules go on alone. */
  readonly patience: number;
  readonly log: { info(data: object, sentence: string): void };
};

/** Whose message it is. `category`: what the rules take it for, asked only where a category is none of the model's. */
export type Who = {
  readonly upn: string;
  readonly desk: Desk;
  readonly category?: (text: string) => Category | null;
};

export type Reader = {
  /** Asks the model about a message before it is triaged, outside any transaction. Never throws. */
  prepare(text: string, who: Who): Promise<void>;
  /** The rules' triage, with what the model made of the message beside it. */
  around(triage: TriageMessage): TriageMessage;
};

/** Messages whose reading is remembered: a talk's earlier ones among them. */
const mostRemembered = 300;
const longestText = 8_000;
/** "ja", "tack": nothing to understand. */
const shortestText = 8;

export function createReader({ model, modes, patience, log }: UnderstandPorts): Reader {
  const remembered = new Map<string, Understanding>();
  const remember = (text: string, understanding: Understanding) => {
    remembered.delete(text);
    remembered.set(text, understanding);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  };
  return {
    async prepare(given, { upn, desk, category }) {
      const text = maskSecrets(given.slice(0, longestText)).text.trim();
      if (text.length < shortestText || remembered.has(text) || !isAsked(modes)) return;
      if (category && hasExceptions(modes) && modeFor(modes, category(text)) === 'off') return;
      const asked = {
        text: MaskedText.of(text, desk),
        deskLanguage: desk.settings.language,
        milliseconds: patience,
      };
      const understanding = await model.understand(asked, { upn, caseId: null });
      if (understanding !== null) remember(text, understanding);
    },
    around: (triage) => (request, loaded, openCases) => {
      const byRules = triage(request, loaded, openCases);
      const understanding = readingOf(request.text, remembered);
      if (understanding === null || modeFor(modes, byRules.category.id) === 'off') return byRules;
      const weighed = weighReading(byRules, understanding);
      const differs = weighed.reading?.differs ?? [];
      if (differs.length > 0)
        log.info({ differs }, 'A model reads a message otherwise than the rules, which decide.');
      const mayAnswer = modeFor(modes, byRules.category.id) === 'on';
      const again = (text: string) => triage({ ...request, text }, loaded, openCases);
      return mayAnswer ? findInDeskLanguage(weighed, request, loaded, again) : weighed;
    },
  };
}

/** The latest message that the text ends with: a matter is told in several, each in a line. */
function readingOf(text: string, remembered: ReadonlyMap<string, Understanding>): Understanding | null {
  const whole = remembered.get(text.trim());
  if (whole !== undefined) return whole;
  const lines = text.trim().split('\n');
  for (let from = 1; from < lines.length; from += 1) {
    const known = remembered.get(lines.slice(from).join('\n').trim());
    if (known !== undefined) return known;
  }
  return null;
}

/**
 * In a language that the rules cannot read they find no note, and ask or hand over. Then they look for a note for
 * staff with the model's rendering in the desk's language. Only the advice comes of it: whose it is, where, and how
 * urgent stay as the rules have them of the person's own words.
 */
function findInDeskLanguage(
  byRules: Triage,
  request: TriageRequest,
  { desk }: LoadedDesk,
  triage: (text: string) => Triage,
): Triage {
  const { inDeskLanguage: rendered = null, wantsPerson = false } = byRules.reading?.understanding ?? {};
  if (rendered === null || wantsPerson || !isBeyondRules(byRules)) return byRules;
  const found = triage(MaskedText.of(rendered, desk).text);
  const best = found.notes[0]?.note;
  const isForStaff =
    best !== undefined && best.audience === 'staff' && !request.shownNoteIds.includes(best.id);
  if (found.decision !== 'answer' || found.intent !== 'report' || found.priority.hazard || !isForStaff)
    return byRules;
  const reasons = [...byRules.reasons, { key: 'model.rendered', values: {} }];
  return { ...byRules, decision: 'answer', question: null, notes: found.notes, reasons };
}

/** Neither Swedish nor English; or letters of which the rules know no language at all. */
function isBeyondRules({ language, text, intent, decision, question, reasons }: Triage): boolean {
  const isRead =
    language === null ? !/(?!\p{Script=Latin})\p{L}{3}/u.test(text) : ['sv', 'en'].includes(language);
  if (isRead || intent !== 'report') return false;
  const isVague = decision === 'ask' && question?.about !== 'site';
  return isVague || (decision === 'hand-off' && reasons.some(({ key }) => key === 'decide.no-note'));
}
