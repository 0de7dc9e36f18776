import { sourceLine } from '#bot/channels/text/say-answer.ts';
import type { NoteView, TechnicianCaseView } from '#bot/reply/reply.ts';
import { toggle } from './actions.ts';
import { noteBody } from './answer-card.ts';
import type { CardElement, ToggleAction } from './card.ts';
import type { CardContext } from './card-context.ts';
import { markdownBlock, paragraph, subheading, subtle } from './elements.ts';
import { escapeMarkdown } from './markdown.ts';

const mostNotes = 4;
const mostLines = 30;

/** What the notes and the talk say, folded away: there for whoever wants it, in nobody's way. */
export function caseBackground(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const notes = view.notes.length > 0;
  const dialogue = view.dialogue.length > 0;
  const actions: ToggleAction[] = [
    ...(notes ? [toggle(context.say.buttons.showNotes, 'notes')] : []),
    ...(dialogue ? [toggle(context.say.buttons.showDialogue, 'dialogue')] : []),
  ];
  if (actions.length === 0) return [];
  return [
    ...(notes ? [paragraph(context.say.technician.notes(view.notes.length), { spacing: 'medium' })] : []),
    { type: 'ActionSet', actions },
    ...(notes ? [hidden('notes', notesBody(view, context))] : []),
    ...(dialogue ? [hidden('dialogue', dialogueBody(view, context))] : []),
  ];
}

function hidden(id: string, items: readonly CardElement[]): CardElement {
  return { type: 'Container', id, isVisible: false, style: 'emphasis', items };
}

function notesBody(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const shown = context.few(view.notes, mostNotes);
  return [
    ...shown.flatMap((note) => noteForTechnician(note, view, context)),
    ...(shown.length < view.notes.length ? [subtle(context.say.talk.shortened)] : []),
  ];
}

function noteForTechnician(note: NoteView, view: TechnicianCaseView, context: CardContext): CardElement[] {
  const mark = note.technicianOnly ? ` (${context.say.technician.technicianOnly})` : '';
  return [
    subheading(`${context.short(note.title, 150)}${mark}`),
    ...noteBody(note, context),
    subtle(context.short(sourceLine(note, view.site?.name ?? null, context), 250)),
  ];
}

/** The newest lines, with how many they are when some were left out. */
function dialogueBody(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const count = context.few(view.dialogue, mostLines).length;
  const lines = view.dialogue.slice(-count);
  const cut = count < view.dialogue.length;
  return [
    subheading(cut ? context.say.technician.dialogueCut(count) : context.say.technician.dialogue),
    ...lines.map(({ at, name, text }) =>
      markdownBlock(
        `**${escapeMarkdown(context.short(name, 80))}** ${escapeMarkdown(context.time(at))}\n\n${escapeMarkdown(context.short(text, 600))}`,
        { spacing: 'small' },
      ),
    ),
  ];
}
