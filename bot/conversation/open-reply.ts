import { viewNote } from '#bot/answers/note-view.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import { viewParty } from '#bot/handoff/case-views.ts';
import type { PartyView, Reply, WhenView } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { notesToChooseFrom } from '#bot/triage/judge-notes.ts';
import type { Responsible } from '#bot/triage/responsible.ts';
import type { Question, Triage } from '#bot/triage/triage-result.ts';
import { stripPrivate } from '#knowledge/note-body.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';

export type OpenReplyContext = {
  readonly loaded: LoadedDesk;
  readonly person: Person;
  readonly at: Date;
  readonly reportId: string;
  /** True when other advice was given for the same matter before. */
  readonly another: boolean;
};

/**
 * The reply to a first message, from its triage alone; nothing is stored. A hand-off is a preview: its case is
 * null, since none is made here.
 */
export function openReply(triage: Triage, context: OpenReplyContext): Reply {
  const { desk } = context.loaded;
  if (triage.intent === 'greeting') return { kind: 'greeting', name: firstName(context.person) };
  if (triage.intent === 'thanks') return { kind: 'thanks' };
  if (triage.intent === 'help') return { kind: 'help' };
  if (triage.decision === 'ask') return askReply(triage, context);
  if (triage.intent === 'who-is-technician' && !triage.priority.hazard) return whoIsTechnician(triage, desk);
  if (triage.decision === 'not-it') return notItReply(triage, context);
  if (triage.decision === 'answer') return answerReply(triage, context) ?? handOffPreview(triage, desk);
  return handOffPreview(triage, desk);
}

export function answerReply(triage: Triage, context: OpenReplyContext): Reply | null {
  const best = triage.notes[0];
  if (best === undefined) return null;
  const { desk } = context.loaded;
  const others = notesToChooseFrom(triage.notes).map(({ note }) => ({
    id: note.id,
    title: stripPrivate(note.title),
  }));
  return {
    kind: 'answer',
    reportId: context.reportId,
    note: viewNote(best.note, desk, context.at),
    siteName: nameOfSite(triage.site.id, desk),
    hazard: triage.priority.hazard,
    another: context.another,
    ...(others.length > 0 ? { others } : {}),
  };
}

function askReply(triage: Triage, context: OpenReplyContext): Reply {
  const question: Question = triage.question ?? { about: 'problem', options: [] };
  const { desk } = context.loaded;
  return {
    kind: 'ask',
    reportId: context.reportId,
    about: question.about,
    options: question.options.map(({ value, kind }) => ({
      value,
      label: kind === 'site' ? (desk.sites.get(value)?.name ?? value) : value,
    })),
    hazard: triage.priority.hazard,
  };
}

function notItReply(triage: Triage, context: OpenReplyContext): Reply {
  const about = triage.notes.find(isAboutIt);
  return {
    kind: 'not-it',
    reportId: context.reportId,
    referral: triage.referral && { to: triage.referral.to, phone: triage.referral.phone },
    note: about ? viewNote(about.note, context.loaded.desk, context.at) : null,
    hazard: triage.priority.hazard,
  };
}

/** Whose telephone number is right is no matter to guess at. */
const surelyAbout = 0.5;

function isAboutIt({ note, probability }: FoundNote): boolean {
  return note.category === 'not-it' && (probability ?? 0) >= surelyAbout;
}

function whoIsTechnician(triage: Triage, desk: Desk): Reply {
  return {
    kind: 'who-is-technician',
    siteName: nameOfSite(triage.site.id, desk),
    technician: viewResponsible(triage, desk),
    when: whenOf(triage.responsible),
  };
}

function handOffPreview(triage: Triage, desk: Desk): Reply {
  return {
    kind: 'handed-off',
    case: null,
    to: viewResponsible(triage, desk),
    when: whenOf(triage.responsible),
    noNote: hasNoNote(triage),
    hazard: triage.priority.hazard,
  };
}

/** Whose it would be, with the number that the reader may ring. */
function viewResponsible({ responsible }: Triage, desk: Desk): PartyView | null {
  return responsible && viewParty({ kind: responsible.kind, id: responsible.id }, desk);
}

function whenOf(responsible: Responsible | null): WhenView {
  if (responsible === null || responsible.availability === 'escalates-at-once') return { kind: 'escalating' };
  if (responsible.availability === 'waits' || responsible.availability === 'contractor-closed') {
    return { kind: 'waits', at: responsible.readyAt?.toISOString() ?? null };
  }
  return { kind: 'now' };
}

/** The rules looked for a note and found none that fits. */
export function hasNoNote(triage: Triage): boolean {
  return triage.reasons.some(({ key }) => key === 'decide.no-note');
}

export function nameOfSite(siteId: string | null, desk: Desk): string | null {
  return siteId === null ? null : (desk.sites.get(siteId)?.name ?? null);
}

function firstName(person: Person): string {
  return person.name.split(/\s+/)[0] ?? person.name;
}
