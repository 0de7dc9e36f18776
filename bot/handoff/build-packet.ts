import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import { reasonInWords } from '#bot/i18n/reason-in-words.ts';
import type { Reason, Triage } from '#bot/triage/triage-result.ts';
import type { AttachmentName, Attempt, ContextPacket, DialogueLine, ReportedBy } from './case.ts';
import type { HandoffContext } from './context.ts';
import { readWords } from './words-of-report.ts';

/** What the talk has gathered about one matter when it is handed off. Secrets are masked already. */
export type ReportData = {
  /** The person's own words, turn by turn. */
  readonly words: readonly string[];
  readonly attempts: readonly Attempt[];
  readonly dialogue: readonly DialogueLine[];
  readonly attachments: readonly AttachmentName[];
  /** Kinds of secret that were masked: `password`, `personal-identity-number`. */
  readonly masked: readonly string[];
  /** The colleague who reported it in the person's name; absent: the person did. */
  readonly reportedBy?: ReportedBy;
};

/** Technician-only notes worth showing beside a case; more would bury the case itself. */
const mostTechnicianNotes = 3;

/** Everything that whoever takes over needs. Values of secret facts are never in it, only their names. */
export function buildPacket(
  ctx: HandoffContext,
  input: { requester: Person; triage: Triage; report: ReportData; siteId: string | null },
): ContextPacket {
  const { requester, triage, report } = input;
  const { desk } = ctx.loaded;
  const symptom = report.words.join('\n').trim() || triage.text;
  const site = input.siteId === null ? null : (desk.sites.get(input.siteId) ?? null);
  const said = readWords(symptom);
  const pointed = wordsPointedAt(triage, symptom);
  return {
    requester: {
      upn: requester.upn,
      name: requester.name,
      title: requester.title,
      phone: requester.phone,
    },
    site: site && packSite(desk, site),
    device: said.device ?? assetOf(triage) ?? pointed.device,
    symptom,
    since: said.since ?? pointed.since,
    affected: said.affected ?? pointed.affected,
    attempts: report.attempts,
    notesShown: [...new Set(report.attempts.map((attempt) => attempt.noteId))],
    technicianNotes: findTechnicianNotes(ctx, symptom, site),
    dialogue: report.dialogue,
    attachments: report.attachments,
    classificationReason: reasonsInWords(desk, [...triage.reasons, ...(triage.responsible?.reasons ?? [])]),
    language: triage.language,
    withheld: [...new Set(report.masked)],
    ...(report.reportedBy ? { reportedBy: report.reportedBy } : {}),
  };
}

/** Where a model found in the person's own words what the rules did not; what does not stand there is no finding. */
function wordsPointedAt(
  { reading }: Triage,
  symptom: string,
): Pick<ContextPacket, 'device' | 'since' | 'affected'> {
  const own = symptom.toLowerCase();
  const stands = (words: string | null | undefined) =>
    words && own.includes(words.trim().toLowerCase()) ? words.trim() : null;
  const { device, since, affected } = reading?.understanding ?? {};
  return { device: stands(device), since: stands(since), affected: stands(affected) };
}

function packSite(desk: Desk, site: Site): NonNullable<ContextPacket['site']> {
  const { secretFacts } = desk.settings;
  const facts = Object.entries(site.facts).filter(
    ([name, value]) => value !== '' && !secretFacts.includes(name),
  );
  return {
    id: site.id,
    name: site.name,
    address: site.address,
    phone: site.phone,
    visitHours: site.visitHours,
    visitNotes: site.visitNotes,
    facts: Object.fromEntries(facts),
    secretFacts: secretFacts.filter((name) => (site.facts[name] ?? '') !== ''),
  };
}

/** The thing that the best note is about, when the note is at home there and the person named nothing. */
function assetOf(triage: Triage): string | null {
  const best = triage.notes[0];
  return best && best.score >= 0.5 ? best.note.asset : null;
}

function findTechnicianNotes(ctx: HandoffContext, text: string, site: Site | null): string[] {
  return ctx.loaded.notes
    .search({
      text,
      site: site && { id: site.id, kind: site.kind },
      audience: 'technician',
      at: ctx.at,
      limit: 10,
    })
    .filter(({ note }) => note.audience === 'technician')
    .map(({ note }) => note.id)
    .slice(0, mostTechnicianNotes);
}

/** Reasons in the desk's language, each once. */
function reasonsInWords(desk: Desk, reasons: readonly Reason[]): string {
  const sentences = reasons.map((reason) => reasonInWords(reason, desk.settings.language));
  return [...new Set(sentences)].join(' · ');
}
