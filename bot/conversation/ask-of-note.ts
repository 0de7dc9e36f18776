import {
  type Asking,
  askedWords,
  asksAboutTheSame,
  asksHow,
  asksWho,
  asksWhy,
  findAsking,
  lacksShortly,
  onlyPoints,
  pointsAtAdvice,
  saysLittle,
  saysWhere,
  stepNamedIn,
} from '#bot/answers/asked-words.ts';
import { viewNote } from '#bot/answers/note-view.ts';
import { type Quoted, quoteNote } from '#bot/answers/quote-note.ts';
import { reachOf } from '#bot/desk/access.ts';
import { dialogueWords } from '#bot/i18n/dialogue.ts';
import type { Quote } from '#bot/reply/note-quote-reply.ts';
import { settledReasons } from '#bot/triage/decide.ts';
import { malfunctionWords } from '#bot/triage/lexicon/filler-words.ts';
import { matches } from '#bot/triage/text/patterns.ts';
import { isSameThing } from '#bot/triage/text/same-thing.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { Note } from '#knowledge/note.ts';
import { stripPrivate } from '#knowledge/note-body.ts';
import { isCurrentOutage } from '#knowledge/note-life.ts';
import type { Report } from './conversation-state.ts';
import { replaceReport } from './reports.ts';
import { showSteps } from './show-steps.ts';
import type { Stores } from './stores.ts';
import {
  isAnotherMatter,
  type Outcome,
  outcomeOf,
  saidByVaktis,
  saidNow,
  type Turn,
  tellsFault,
  triageReport,
} from './turn.ts';

/** From here on the note speaks of what was asked. */
const mostly = 0.5;
/**
 * A question about the advice that was just shown ("var sitter den?", "vilken knapp?", "hur gör jag det?") is answered
 * from the note, in its own words, or it is said that the note does not tell. Null: it is something else, as what
 * tells of a fault or that the advice did not help always is.
 */
export async function askOfNote(
  turn: Turn,
  stores: Stores,
  own: Triage,
  report: Report,
): Promise<Outcome | null> {
  const asking = findAsking(turn.text);
  if (asking === null) return null;
  const note = shownNote(turn, report);
  if (note === null || !mayAsk(turn, own, report)) return null;
  const step = stepNamedIn(turn.text);
  if (step !== null) return showStep(turn, report, step);
  const asked = whatIsAsked(turn, report, note);
  const quoted = quoteNote(asked, turn.text, viewNote(note, turn.loaded.desk, turn.at));
  const matter: Matter = { turn, own, report, note, asking, asked };
  if (isAnsweredBy(matter, quoted)) {
    const told = saysAnew(matter, quoted.quotes);
    if (told.length > 0) return quote(matter, told);
    return report.attempts.length === 0 ? null : leaveToPerson(matter, stores);
  }
  // What is not IT's is told once more, with whom to ring.
  if (report.attempts.length === 0 || !asksOfAdvice(matter)) return null;
  const isHow = asked.length === 0 ? !asksWho(turn.text) : asksHow(turn.text) && asksAboutTheSame(turn.text);
  const first = isHow && report.stepShown === 0 ? showStep(turn, report, 1) : null;
  return first ?? leaveToPerson(matter, stores);
}

/** What was not quoted yet; the same once more when it answers another question. */
function saysAnew({ report, asked }: Telling, quotes: readonly Quote[]): readonly Quote[] {
  const { quoted = [], asked: before = [] } = report.followUps ?? {};
  const fresh = quotes.filter(({ passage }) => !quoted.includes(passage));
  const isOther =
    asked.length === 0 || asked.some((word) => !before.some((known) => isSameThing(word, known)));
  return fresh.length > 0 || !isOther ? fresh : quotes;
}

/** What an answer about a note rests on. */
type Telling = {
  readonly turn: Turn;
  readonly report: Report;
  readonly note: Note;
  readonly asked: readonly string[];
};

/** A question, and what it is held against. */
type Matter = Telling & { readonly own: Triage; readonly asking: Asking };

/** "När är det lagat?" of advice that tells of no known fault: nobody works on it yet, and a person can be asked. */
export async function nobodyIsOnIt(turn: Turn, stores: Stores, report: Report): Promise<Outcome | null> {
  const note = shownNote(turn, report);
  if (note === null || isCurrentOutage(note, turn.at, turn.loaded.desk.settings.timezone)) return null;
  return leaveToPerson({ turn, report, note, asked: [] }, stores);
}

/** The latest note that was shown, if this person may still read it. */
function shownNote(turn: Turn, report: Report): Note | null {
  const noteId = report.shownNoteIds.at(-1) ?? report.followUps?.referredTo ?? '';
  const note = turn.loaded.notes.get(noteId);
  if (note === null || note.status !== 'published') return null;
  const mayRead = note.audience === 'staff' || reachOf(turn.person.roles, 'technician-notes ask') === 'yes';
  return mayRead ? note : null;
}

/** What tells of danger, of another try or that it did not help is never a question about the note. */
function mayAsk(turn: Turn, own: Triage, report: Report): boolean {
  const { intents } = turn;
  const tellsMore = (['not-solved', 'solved', 'again', 'correction', 'cancel'] as const).some((intent) =>
    intents.has(intent),
  );
  if (tellsMore || own.wantsPerson || own.alreadyTried || own.priority.hazard || own.more.length > 0)
    return false;
  if (own.reasons.some(({ key }) => settledReasons.has(key))) return false;
  return report.awaiting === null && turn.message.attachments.length === 0;
}

/** What was named; of a bare "var är den?" what was asked about last, else what the note is about. */
function whatIsAsked(turn: Turn, report: Report, note: Note): readonly string[] {
  const every = askedWords(turn.text);
  const things = every.filter((word) => !matches(` ${word} `, malfunctionWords));
  const named = things.length > 0 ? things : every;
  if (named.length > 0 || !saysWhere.asked(turn.text) || !asksAboutTheSame(turn.text)) return named;
  const before = report.followUps?.asked ?? [];
  return before.length > 0 ? before : askedWords(stripPrivate(note.title));
}

/** The note holds what was asked: all of it, where the words may just as well be about something else. */
function isAnsweredBy(matter: Matter, { held, words, quotes }: Quoted): boolean {
  const { turn, report, asking, asked } = matter;
  if (
    isImplied(matter) &&
    saysWhere.asked(turn.text) &&
    !quotes.some(({ passage }) => saysWhere.told(passage))
  )
    return false;
  if (held === 0) return false;
  const isSure = asking !== 'missing' && !isElsewhere(matter) && !(asking === 'question' && tellsFault(turn));
  if (!isSure) return held === 1 && !saidBefore(asked, report);
  // "Hur länge ligger utskriften kvar?": that the note is about print-outs answers nothing.
  return held === 1 || (held >= mostly && (isImplied(matter) || !isThemeAlone(words, matter)));
}

/** Nothing was named: what is asked for was said before. */
function isImplied({ turn }: Telling): boolean {
  return askedWords(turn.text).length === 0;
}

function isThemeAlone(words: readonly string[], { report, note }: Matter): boolean {
  const theme = askedWords([...report.words, stripPrivate(note.title)].join(' '));
  return words.every((word) => theme.some((known) => isSameThing(word, known)));
}

/** A question with nothing else in it, and no other advice that fits it better. */
function asksOfAdvice(matter: Matter): boolean {
  const { turn, own, report, asking } = matter;
  if (asking === 'missing' || turn.intents.has('status')) return false;
  if (isElsewhere(matter)) return false;
  const isAboutTheSame = asksAboutTheSame(turn.text) && !asksWhy(turn.text);
  if (asking === 'question' && tellsFault(turn) && !isAboutTheSame) return false;
  if (isBound(matter)) return true;
  const [best] = own.notes;
  const fitsBetter =
    best !== undefined && !report.shownNoteIds.includes(best.note.id) && (best.probability ?? 0) >= mostly;
  return own.decision !== 'not-it' && !fitsBetter;
}

/** "Vilken nyckel?", "vem kan låsa upp den?": whatever the words name, they are about what was just said. */
function isBound({ turn: { text }, asked }: Matter): boolean {
  return (
    pointsAtAdvice(text) ||
    lacksShortly(text) ||
    saysLittle(asked) ||
    (asksAboutTheSame(text) && wordsIn(text) <= mostBound)
  );
}

const mostBound = 7;

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

function isElsewhere(matter: Matter): boolean {
  const { turn, own, report, asked } = matter;
  const named = own.category.id !== null && own.category.id !== 'not-it' && own.decision !== 'not-it';
  const isClose =
    onlyPoints(turn.text) || lacksShortly(turn.text) || asksAboutTheSame(turn.text) || saysLittle(asked);
  if (isBound(matter) && (!named || isClose)) return false;
  const settled = triageReport(turn, { ...report, shownNoteIds: [] });
  return isAnotherMatter(turn, own, { category: settled.category.id, siteId: settled.site.id });
}

/** What is wrong was told in these very words: said again, they tell it again. */
function saidBefore(asked: readonly string[], report: Report): boolean {
  const said = new Set(askedWords(report.words.join(' ')));
  return asked.every((word) => said.has(word));
}

function showStep(turn: Turn, report: Report, index: number): Outcome | null {
  const asked = { ...report, dialogue: [...report.dialogue, saidNow(turn)] };
  const press = { verb: 'step', noteId: null, value: String(index) } as const;
  const shown = showSteps(turn, press, asked);
  return shown?.replies[0]?.kind === 'guided-step' ? shown : null;
}

function quote(matter: Telling, quotes: readonly Quote[]): Outcome {
  const { quoted = [], unanswered = 0 } = matter.report.followUps ?? {};
  const all = [...quoted, ...quotes.map(({ passage }) => passage)];
  const followUps = { ...matter.report.followUps, asked: matter.asked, quoted: all, unanswered };
  return say(matter, { ...followUps, offered: false }, quotes);
}

/** The note does not tell: said honestly, kept for its editors, and a person is offered. */
async function leaveToPerson(matter: Telling, stores: Stores): Promise<Outcome> {
  const { turn, report, note, asked } = matter;
  const { quoted = [], unanswered = 0 } = report.followUps ?? {};
  await stores.knowledge.keepQuestion({
    at: turn.at,
    text: `${stripPrivate(note.title)}: ${turn.text}`,
    siteId: report.siteId,
    category: note.category,
    language: null,
    caseId: null,
  });
  return say(matter, { ...report.followUps, asked, quoted, unanswered: unanswered + 1, offered: true }, []);
}

function say(
  { turn, report, note }: Telling,
  followUps: NonNullable<Report['followUps']>,
  quotes: readonly Quote[],
): Outcome {
  const { quotedNote, noteSilent } = dialogueWords(turn.loaded.desk.settings.language);
  const { title } = viewNote(note, turn.loaded.desk, turn.at);
  const line =
    quotes.length > 0 ? quotedNote(title, quotes.map(({ passage }) => passage).join(' ')) : noteSilent(title);
  return outcomeOf(turn, {
    state: replaceReport(turn.state, {
      ...report,
      followUps,
      dialogue: [...report.dialogue, saidNow(turn), saidByVaktis(turn, line)],
    }),
    replies: [
      {
        kind: 'note-quote',
        reportId: report.id,
        noteId: note.id,
        noteTitle: title,
        quotes,
        ...(quotes.length === 0 && report.followUps?.offered === true ? { again: true } : {}),
        ...(note.audience === 'technician' ? { technicianOnly: true } : {}),
      },
    ],
  });
}
