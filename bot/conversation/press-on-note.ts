import { answerReminder } from '#bot/handoff/note-reminders.ts';
import { handoffContext } from './hand-off-report.ts';
import type { Press } from './incoming-message.ts';
import type { Stores } from './stores.ts';
import { alreadyHandled, type Outcome, outcomeOf, type Turn } from './turn.ts';

/** An answer to "is this note still true?". What was pressed is said; the card goes on holding the other notes. */
export async function pressOnNote(turn: Turn, stores: Stores, press: Press): Promise<Outcome> {
  const { verb, text } = press;
  const noteId = press.noteId ?? press.value;
  if ((verb !== 'note-still-true' && verb !== 'note-needs-change') || noteId === null) {
    return alreadyHandled(turn);
  }
  const answer = { verb, noteId, text, actor: turn.person };
  const reply = await answerReminder(stores, handoffContext(turn), answer);
  if (reply === null) return alreadyHandled(turn);
  return outcomeOf(turn, { replies: [reply], decision: null, caseEffect: 'unchanged' });
}
