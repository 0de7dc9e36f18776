import { z } from 'zod';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import { KeptDraft, SaveDraft } from '../contract/note-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { maskDraft } from './mask-draft.ts';
import { idOf, NotePath, openDraft, type Reader } from './note-detail.ts';
import type { NotePorts } from './note-ports.ts';

/** What is typed and not saved: one draft for each person and note. */
export function createDraftRoutes(ports: NotePorts): Route[] {
  const { review } = ports;
  return [
    defineRoute({
      method: 'put',
      path: '/notes/:folder/:name/draft',
      summary: 'Keep what I typed and have not saved; also of a note that does not exist yet',
      access: 'edit-notes',
      params: NotePath,
      body: SaveDraft,
      response: z.object({ at: z.iso.datetime() }),
      async handle(context) {
        const noteId = idOf(context.params);
        await refuseForeign(noteId, context.params.folder, context, ports);
        const { content, basedOn } = context.body;
        const at = context.now;
        await review.saveDraft({ noteId, upn: context.person.upn, basedOn, content: maskDraft(content), at });
        return { at: at.toISOString() };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/notes/:folder/:name/draft',
      summary: 'What I typed and have not saved',
      access: 'edit-notes',
      params: NotePath,
      response: SaveDraft.extend({ at: z.iso.datetime() }),
      async handle({ params, person }) {
        const kept = await review.draft(idOf(params), person.upn);
        const draft = kept && openDraft(kept);
        if (draft === null) throw new NotFound('no draft');
        return draft;
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/notes/:folder/:name/draft',
      summary: 'Throw away what I typed',
      access: 'edit-notes',
      params: NotePath,
      async handle({ params, person }): Promise<undefined> {
        await review.removeDraft(idOf(params), person.upn);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/drafts',
      summary: 'All that I typed and have not saved, the newest first',
      access: 'edit-notes',
      response: z.object({ items: z.array(KeptDraft) }),
      async handle({ person, loaded }) {
        const kept = await review.draftsOf(person.upn);
        const items = kept.flatMap((draft) => {
          const opened = openDraft(draft);
          const isNew = loaded.notes.get(draft.noteId) === null;
          return opened === null
            ? []
            : [{ id: draft.noteId, title: opened.content.title, at: opened.at, isNew }];
        });
        return { items };
      },
    }),
  ];
}

/** Of a note that one may edit, or of a new one in a folder that one may write in. */
async function refuseForeign(
  id: string,
  folder: string,
  { rights }: Reader,
  ports: NotePorts,
): Promise<void> {
  const stored = await ports.editing.read('note', id);
  if (stored !== null && !rights.mayRead(stored.value)) throw new NotFound(`no note ${id}`);
  const isMine = stored === null ? rights.mayEditFolder(folder) : rights.mayEdit(stored.value);
  if (!isMine) throw new NotAllowed(`may not edit ${id}`);
}
