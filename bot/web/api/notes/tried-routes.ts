import { z } from 'zod';
import { viewNote } from '#bot/answers/note-view.ts';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { renderText } from '#bot/channels/text/render-text.ts';
import { NotFound } from '#bot/errors.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { NoteFault } from '../contract/note-contract.ts';
import { NotePreview, TriedDraft } from '../contract/try-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { checkNote } from './check-note.ts';
import type { Reader } from './note-detail.ts';
import { triedNote } from './tried-note.ts';

/** A note as it is typed, looked at before it is saved. */
export function createTriedRoutes(): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/notes/check',
      summary: 'What must or should be changed before a note is saved',
      access: 'edit-notes',
      body: TriedDraft,
      response: z.object({ faults: z.array(NoteFault) }),
      async handle({ body, loaded, language }) {
        return { faults: checkNote(body, loaded.desk, language) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/notes/preview',
      summary: 'The very card that staff will see',
      access: 'open-tab',
      body: TriedDraft,
      response: NotePreview,
      async handle(context) {
        return preview(context.body, context);
      },
    }),
  ];
}

/** In the desk's own language, as an answer to somebody at the note's own site. */
function preview(draft: z.infer<typeof TriedDraft>, reader: Reader): NotePreview {
  const { loaded, now, rights } = reader;
  const note = triedNote(draft, loaded.notes);
  const known = loaded.notes.get(note.id);
  if (!rights.mayRead(note) || (known && !rights.mayRead(known))) throw new NotFound(`no note ${note.id}`);
  const { desk } = loaded;
  const [siteId] = note.sites;
  const content = {
    kind: 'answer',
    reportId: 'preview',
    note: viewNote(note, desk, now),
    siteName: siteId === undefined ? null : (desk.sites.get(siteId)?.name ?? null),
    hazard: false,
    another: false,
  } as const;
  const envelope: Envelope = { language: desk.settings.language, introduce: false, content };
  const options = { timezone: desk.settings.timezone, now };
  const text = renderText(envelope, options);
  if (note.audience === 'technician') return { text, card: null };
  const { card } = renderReply(envelope, options);
  return { text, card: card && { ...card } };
}
