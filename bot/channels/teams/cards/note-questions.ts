import type { NoteView, TechnicianCaseView } from '#bot/reply/reply.ts';
import { fold, press } from './actions.ts';
import type { CardElement } from './card.ts';
import type { CardContext } from './card-context.ts';
import { paragraph } from './elements.ts';
import { textInput } from './inputs.ts';

const mostQuestions = 2;

/** Whoever was just there knows best whether the notes are right: asked once the case is resolved. */
export function noteQuestions(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const resolved = view.state === 'resolved' || view.state === 'closed';
  if (!resolved || view.viewer.relation !== 'assigned') return [];
  return view.notes.slice(0, mostQuestions).flatMap((note, index) => question(note, index, view, context));
}

/** One press, asked once, of whoever solved it. */
export function remoteQuestion(view: TechnicianCaseView, { say }: CardContext): CardElement[] {
  if (view.askRemote !== true) return [];
  const data = { verb: 'could-be-remote', caseId: view.id };
  return [
    paragraph(say.dispatch.remote, { spacing: 'medium', separator: true }),
    {
      type: 'ActionSet',
      actions: [
        press(say.buttons.remoteYes, { ...data, value: 'yes' }),
        press(say.buttons.remoteNo, { ...data, value: 'no' }),
      ],
    },
  ];
}

function question(
  note: NoteView,
  index: number,
  view: TechnicianCaseView,
  context: CardContext,
): CardElement[] {
  const { buttons, technician } = context.say;
  const ids = { caseId: view.id, noteId: note.id };
  const { wording = null } = view;
  const input = textInput(`text_note_${index}`, technician.correctLabel, technician.correctError);
  return [
    paragraph(technician.noteQuestion(context.short(note.title, 150)), {
      spacing: 'medium',
      separator: true,
    }),
    ...(wording === null ? [] : [paragraph(technician.symptomHint(context.short(wording, 150)))]),
    {
      type: 'ActionSet',
      actions: [
        press(buttons.confirmNote, { verb: 'confirm-note', ...ids }),
        press(buttons.noteGone, { verb: 'note-gone', ...ids }),
        fold(
          buttons.correctNote,
          [input],
          [press(buttons.send, { verb: 'correct-note', ...ids }, { withInputs: true })],
        ),
        ...(wording === null ? [] : [press(buttons.addSymptom, { verb: 'add-symptom', ...ids })]),
      ],
    },
  ];
}
