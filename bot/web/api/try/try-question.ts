import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { renderText } from '#bot/channels/text/render-text.ts';
import { openReply } from '#bot/conversation/open-reply.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import { messages } from '#bot/i18n/messages.ts';
import { reasonInWords } from '#bot/i18n/reason-in-words.ts';
import type { Reply, ReplyLanguage } from '#bot/reply/reply.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Responsible } from '#bot/triage/responsible.ts';
import type { TriageMessage } from '#bot/triage/triage.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { Note } from '#knowledge/note.ts';
import { type DraftedSearch, overlayDraft } from '#knowledge/review/overlay-draft.ts';
import type { NoteQuery } from '#knowledge/search/note-search.ts';
import type { TryResult } from '../contract/try-contract.ts';
import { explainInWords } from './explain-in-words.ts';

export type Tried = {
  readonly text: string;
  readonly person: Person;
  readonly siteId: string | null;
  readonly at: Date;
  /** Null: the notes as they are. */
  readonly draft: Note | null;
};

export type TryingDesk = {
  readonly loaded: LoadedDesk;
  readonly triage: TriageMessage;
  /** Open cases by technician upn. */
  readonly openCases: ReadonlyMap<string, number>;
  /** The reader's, for the words about the answer; the answer itself is in the question's. */
  readonly language: ReplyLanguage;
};

/** What Vaktis would say to that person, there and then, and why. Stores and counts nothing. */
export function tryQuestion(tried: Tried, { loaded, triage, openCases, language }: TryingDesk): TryResult {
  const { desk } = loaded;
  const notes = remember(overlayDraft(loaded.notes, tried.draft, { timezone: desk.settings.timezone }));
  const overlaid: LoadedDesk = { ...loaded, notes: notes.search };
  const request = {
    text: tried.text,
    from: tried.person,
    at: tried.at,
    siteId: tried.siteId,
    shownNoteIds: [],
  };
  const result = triage(request, overlaid, openCases);
  const { category, priority } = messages(language).words;
  const showsNothing =
    result.decision === 'answer' && result.intent === 'report' && result.notes.length === 0;
  return {
    decision: showsNothing ? 'hand-off' : result.decision,
    reasons: result.reasons.map((reason) => reasonInWords(reason, language)),
    siteName: result.site.id === null ? null : (desk.sites.get(result.site.id)?.name ?? null),
    category: result.category.id && category[result.category.id],
    priority: priority[result.priority.level],
    responsible: result.responsible && responsibleInWords(result.responsible, desk, language),
    notes: notesOf(result, notes.explain, tried.draft, language),
    replies: repliesTo(result, overlaid, tried),
  };
}

type Remembering = {
  readonly search: DraftedSearch;
  /** Of the last question that found this note. */
  readonly explain: (noteId: string) => ReturnType<DraftedSearch['explain']>['notes'][number] | null;
};

/** Triage asks the search in its own words: those are what must be explained. */
function remember(search: DraftedSearch): Remembering {
  const asked = new Map<string, NoteQuery>();
  return {
    search: {
      ...search,
      search(query) {
        const found = search.search(query);
        for (const { note } of found) asked.set(note.id, query);
        return found;
      },
    },
    explain(noteId) {
      const query = asked.get(noteId);
      return query === undefined
        ? null
        : (search.explain(query).notes.find(({ id }) => id === noteId) ?? null);
    },
  };
}

function notesOf(
  { notes }: Triage,
  explain: Remembering['explain'],
  draft: Note | null,
  language: ReplyLanguage,
): TryResult['notes'] {
  return notes.map((found) => ({
    id: found.note.id,
    title: found.note.title,
    score: found.score,
    isDraft: found.note.id === draft?.id,
    why: explainInWords(found, explain(found.note.id), language),
  }));
}

function responsibleInWords(
  { kind, id, reasons }: Responsible,
  desk: Desk,
  language: ReplyLanguage,
): NonNullable<TryResult['responsible']> {
  const name =
    kind === 'contractor'
      ? desk.settings.contractors.find((contractor) => contractor.id === id)?.name
      : desk.people.get(id)?.name;
  return {
    name: name ?? id,
    reason: reasons.map((reason) => reasonInWords(reason, language)).join('; '),
  };
}

/** As a first message is answered: what was hidden, several matters one by one. */
function repliesTo(result: Triage, loaded: LoadedDesk, { person, at }: Tried): TryResult['replies'] {
  const matters = [result, ...result.more];
  const replies: Reply[] = [
    ...(result.masked.length > 0 ? [{ kind: 'masked' as const, what: result.masked }] : []),
    ...(matters.length > 1
      ? [{ kind: 'several-problems' as const, titles: matters.map(({ text }) => text) }]
      : []),
    ...matters.map((triage) => openReply(triage, { loaded, person, at, reportId: 'try', another: false })),
  ];
  const options = { timezone: loaded.desk.settings.timezone, now: at };
  return replies.map((content) => {
    const envelope = { language: result.replyLanguage, introduce: false, content };
    const { card } = renderReply(envelope, options);
    return { text: renderText(envelope, options), card: card && { ...card } };
  });
}
