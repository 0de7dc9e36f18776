import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { reminderLine } from '#bot/channels/text/say-reminder.ts';
import type { RemindedNote } from '#bot/reply/note-reminder.ts';
import { fold, press } from './actions.ts';
import type { CardElement } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { heading, markdownBlock, paragraph, subtle } from './elements.ts';
import { choiceInput, textInput } from './inputs.ts';
import { link } from './markdown.ts';

/** With the one that says what is wrong, six buttons. */
const mostNotes = 5;

/** "Still true" is one press for each note. Null: what came of a press is said in a line. */
export function noteReminderCard(reply: ReplyOf<'note-reminder'>, context: CardContext): CardParts | null {
  const open = context.few(
    reply.notes.filter(({ state }) => state === 'open'),
    mostNotes,
  );
  if (open.length === 0) return null;
  const { reminders } = context.say;
  return {
    body: [
      heading(reminders.title(open.length)),
      paragraph(reminders.intro, { isSubtle: true }),
      ...open.flatMap((note) => drawReminded(note, context)),
    ],
    actions: [
      ...open.map(({ id, title }) =>
        press(open.length === 1 ? reminders.stillTrue : reminders.stillTrueOf(title), {
          verb: 'note-still-true',
          noteId: id,
        }),
      ),
      needsChange(open, context),
    ],
  };
}

function drawReminded(note: RemindedNote, context: CardContext): CardElement[] {
  const url = context.noteUrl(note.id);
  const title = context.short(note.title, 150);
  return [
    paragraph(title, { weight: 'bolder', spacing: 'medium' }),
    subtle(context.short(reminderLine(note, context), 300)),
    ...(url === null ? [] : [markdownBlock(link(context.say.reminders.open, url), { spacing: 'small' })]),
  ];
}

function needsChange(open: readonly RemindedNote[], context: CardContext) {
  const { reminders } = context.say;
  const [only] = open;
  const choices = open.map(({ id, title }) => ({ title: context.short(title, 80), value: id }));
  const which = choiceInput('value', reminders.whichNote, reminders.whichError, choices);
  const data = { verb: 'note-needs-change', ...(open.length === 1 && only ? { noteId: only.id } : {}) };
  return fold(
    reminders.needsChange,
    [...(open.length === 1 ? [] : [which]), textInput('text', reminders.what, reminders.whatError)],
    [press(reminders.send, data, { withInputs: true })],
  );
}
