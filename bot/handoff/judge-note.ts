import { suggestSymptom } from '#bot/answers/suggest-symptom.ts';
import { localDate } from '#bot/desk/local-time.ts';
import type { Note } from '#knowledge/note.ts';
import type { Case } from './case.ts';
import { record } from './change-case.ts';
import { startWork, type Work } from './context.ts';
import type { NoteOutcome } from './knowledge-store.ts';
import { learnFromCase, wordingOfCase } from './learn-from-case.ts';
import {
  findStanding,
  given,
  type PressResult,
  refuse,
  showDone,
  type TechnicianAction,
  type TechnicianPress,
} from './press.ts';

/** Confirms a note of the case as right today: its last verified date moves, with who and how. */
export const confirmNote: TechnicianAction = (stores, ctx, press) =>
  judge(startWork(stores, ctx), press, async (work, item, note) => {
    if (!(await keepVerdict(work, { item, note, press }, 'confirmed')))
      return refuse(work, press, item, 'already-done');
    const { at, loaded } = work.ctx;
    // Somebody who is on site has looked; anybody else has pressed.
    const way = item.onSiteAt === null ? 'press' : 'visit';
    const date = localDate(at, loaded.desk.settings.timezone);
    const byUpn = press.actor.upn;
    await work.stores.knowledge.confirmNote({ noteId: note.id, date, byUpn, way });
    await learnFromCase(work, item);
    return showDone(work, press, item);
  });

/** Says what is wrong in a note; kept for its owner and the editors. The note itself does not change. */
export const correctNote: TechnicianAction = (stores, ctx, press) =>
  judge(startWork(stores, ctx), press, async (work, item, note) => {
    const text = given(press.text);
    if (text === null) return refuse(work, press, item, 'missing-input');
    const isNews = await keepVerdict(work, { item, note, press }, 'corrected', text);
    return isNews ? showDone(work, press, item) : refuse(work, press, item, 'already-done');
  });

/** The thing that a note is about is no more: kept for its owner and the editors. The note itself does not change. */
export const noteGone: TechnicianAction = (stores, ctx, press) =>
  judge(startWork(stores, ctx), press, async (work, item, note) => {
    const isNews = await keepVerdict(work, { item, note, press }, 'gone');
    return isNews ? showDone(work, press, item) : refuse(work, press, item, 'already-done');
  });

/** Adds what was asked to a note's symptoms, so that the next who asks so finds it. The card shows the words. */
export const addSymptom: TechnicianAction = (stores, ctx, press) =>
  judge(startWork(stores, ctx), press, async (work, item, note) => {
    const { at, loaded } = work.ctx;
    const byUpn = press.actor.upn;
    const wording = wordingOfCase(item, loaded.desk);
    const symptom = wording === null ? null : suggestSymptom(note, { wording, byUpn, at });
    const isAdded = symptom !== null && (await work.stores.knowledge.addSymptom(symptom));
    if (!isAdded) return refuse(work, press, item, wording === null ? 'gone' : 'already-done');
    await record(work, item.id, 'symptom-added', byUpn, { noteId: note.id });
    return showDone(work, press, item);
  });

const kinds = { confirmed: 'note-confirmed', corrected: 'note-corrected', gone: 'note-gone' } as const;

type Judged = (work: Work, item: Case, note: Note) => Promise<PressResult>;

/** Only a note that is shown with the case, by somebody whose case it is, was, or who dispatches. */
async function judge(work: Work, press: TechnicianPress, then: Judged): Promise<PressResult> {
  const standing = await findStanding(work, press);
  if (standing === null) return refuse(work, press, null, 'gone');
  const { item, relation } = standing;
  if (relation === 'none') return refuse(work, press, item, 'not-yours');
  const { notesShown, technicianNotes } = item.packet;
  const id = given(press.noteId) ?? given(press.value);
  const note =
    id !== null && [...notesShown, ...technicianNotes].includes(id) ? work.ctx.loaded.notes.get(id) : null;
  return note === null ? refuse(work, press, item, 'gone') : then(work, item, note);
}

/** Keeps what somebody says of a note in a case. @returns false: they had said just that already. */
async function keepVerdict(
  work: Work,
  { item, note, press }: { item: Case; note: Note; press: TechnicianPress },
  outcome: keyof typeof kinds,
  text: string | null = null,
): Promise<boolean> {
  const { knowledge } = work.stores;
  const said = { outcome, byUpn: press.actor.upn, caseId: item.id, text };
  const isSame = (known: NoteOutcome) =>
    known.outcome === outcome &&
    known.byUpn === said.byUpn &&
    known.caseId === said.caseId &&
    known.text === text;
  if ((await knowledge.outcomes(note.id)).some(isSame)) return false;
  await knowledge.addOutcome({ ...said, noteId: note.id, at: work.ctx.at });
  await record(work, item.id, kinds[outcome], said.byUpn, { noteId: note.id });
  return true;
}
