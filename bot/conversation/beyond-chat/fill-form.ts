import { viewNote } from '#bot/answers/note-view.ts';
import type { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import type { ReportFault, ReportForm } from '#bot/reply/beyond-chat.ts';
import type { AskOption, ReplyLanguage } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { nameOfSite } from '../open-reply.ts';

/** What a card of 25 kB holds besides its text; who is elsewhere writes where in the text. */
const mostSites = 150;

export type FormContent = {
  readonly ticket: string;
  readonly author: Person;
  readonly presser: Person;
  readonly text: string;
  readonly siteId: string | null;
  readonly category: Category | null;
  readonly leftOut: ReportForm['leftOut'];
  readonly faults: readonly ReportFault[];
};

/** The form with what is known and what was typed. The suggestion is for staff's eyes, whoever looks at it. */
export function fillForm(
  content: FormContent,
  { loaded, triage, at, language }: { loaded: LoadedDesk; triage: Triage; at: Date; language: ReplyLanguage },
): ReportForm {
  const { author, presser, ticket, text, siteId, category, leftOut, faults } = content;
  const { desk } = loaded;
  const best =
    triage.decision === 'answer' ? triage.notes.find(({ note }) => note.audience === 'staff') : null;
  return {
    kind: 'report-form',
    language,
    ticket,
    author: { name: author.name, isYou: author.upn === presser.upn },
    text,
    siteId,
    sites: sitesFor([siteId, ...triage.site.candidates, ...author.homeSiteIds, ...presser.homeSiteIds], desk),
    category,
    suggestion: best
      ? { note: viewNote(best.note, desk, at), siteName: nameOfSite(triage.site.id, desk) }
      : null,
    referral: triage.referral && { to: triage.referral.to, phone: triage.referral.phone },
    hazard: triage.priority.hazard,
    leftOut,
    faults,
  };
}

/** The likely ones, then all others by name. */
function sitesFor(likely: readonly (string | null)[], desk: Desk): AskOption[] {
  const byName = [...desk.sites.values()].sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  const ids = [...likely.filter((id) => id !== null), ...byName.map(({ id }) => id)];
  return [...new Set(ids)].slice(0, mostSites).flatMap((value) => {
    const site = desk.sites.get(value);
    return site ? [{ value, label: site.name }] : [];
  });
}
