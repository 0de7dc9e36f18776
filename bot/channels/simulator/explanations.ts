import type { TurnResult } from '#bot/conversation/turn-result.ts';
import type { Desk } from '#bot/desk/desk.ts';
import { messages } from '#bot/i18n/messages.ts';
import { reasonInWords } from '#bot/i18n/reason-in-words.ts';
import { whyWords } from '#bot/i18n/simulator-why.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { Responsible } from '#bot/triage/responsible.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { Explanation } from './chat.ts';

/** What is kept of one turn. Only with the simulator, only in memory, never in production. */
type Kept = { readonly result: Pick<TurnResult, 'handled' | 'triage' | 'caseEffect'>; readonly desk: Desk };

export type Explanations = {
  /** Keeps why; a redelivery leaves the first as it was. */
  keep(activityId: string, result: TurnResult, desk: Desk): void;
  /** In words; null when it is not known (any more). */
  explain(activityId: string, language: ReplyLanguage): Explanation | null;
};

const mostKept = 500;

/** The last turns' reasons, for the panel that shows why the bot did as it did. */
export function createExplanations(): Explanations {
  const kept = new Map<string, Kept>();
  return {
    keep(activityId, { handled, triage, caseEffect }, desk) {
      if (kept.has(activityId)) return;
      kept.set(activityId, { result: { handled, triage, caseEffect }, desk });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    explain(activityId, language) {
      const one = kept.get(activityId);
      return one ? explainTurn(one, language) : null;
    },
  };
}

function explainTurn({ result, desk }: Kept, language: ReplyLanguage): Explanation {
  const words = whyWords(language);
  const effect = words.caseEffect[result.caseEffect];
  const facts = effect === '' ? [] : [{ label: words.label.case, value: effect }];
  if (result.triage) {
    const triaged = explainTriage(result.triage, desk, language);
    return { ...triaged, facts: [...triaged.facts, ...facts] };
  }
  const decision = result.handled ? words.decision.none : words.decision.redelivered;
  return { decision, facts, reasons: [], responsible: null, notes: [], more: [] };
}

function explainTriage(triage: Triage, desk: Desk, language: ReplyLanguage): Explanation {
  const { decision, reasons, responsible, more } = triage;
  return {
    decision: whyWords(language).decision[decision],
    facts: factsOf(triage, desk, language).filter(({ value }) => value !== ''),
    reasons: reasons.map((reason) => reasonInWords(reason, language)),
    responsible: responsible && explainResponsible(responsible, desk, language),
    notes: triage.notes.map(({ note, score }) => ({
      title: note.title,
      where: note.sites.map((id) => desk.sites.get(id)?.name ?? id).join(', ') || whyWords(language).shared,
      score,
    })),
    more: more.map((further) => explainTriage(further, desk, language)),
  };
}

function factsOf(triage: Triage, desk: Desk, language: ReplyLanguage): Explanation['facts'] {
  const words = whyWords(language);
  const { type, category, priority } = messages(language).words;
  const { level, impact, urgency, hazard } = triage.priority;
  const site = triage.site.id === null ? null : (desk.sites.get(triage.site.id)?.name ?? triage.site.id);
  const rank = words.priority(priority[level], words.grade[impact], words.grade[urgency]);
  const sure = ` · ${words.percent(triage.category.confidence)}`;
  const { id } = triage.category;
  return [
    {
      label: words.label.site,
      value: [site, words.siteSource[triage.site.source]].filter(Boolean).join(' · '),
    },
    { label: words.label.category, value: id === null ? words.unknown : `${category[id]}${sure}` },
    { label: words.label.priority, value: hazard ? `${rank} · ${words.hazard}` : rank },
    { label: words.label.type, value: type[triage.type] },
    {
      label: words.label.language,
      value: triage.language === null ? words.unknown : words.language(triage.language),
    },
    { label: words.label.masked, value: triage.masked.map((kind) => words.masked[kind]).join(', ') },
    { label: words.label.referral, value: triage.referral?.to ?? '' },
  ];
}

function explainResponsible(
  { kind, id, reasons }: Responsible,
  desk: Desk,
  language: ReplyLanguage,
): NonNullable<Explanation['responsible']> {
  const name =
    kind === 'contractor'
      ? desk.settings.contractors.find((contractor) => contractor.id === id)?.name
      : desk.people.get(id)?.name;
  return { name: name ?? id, reasons: reasons.map((reason) => reasonInWords(reason, language)) };
}
