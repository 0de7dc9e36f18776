import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { pageOf } from '../contract/common-contract.ts';
import {
  CreateNote,
  NoteAudience,
  NoteConflict,
  NoteDetail,
  NoteStatus,
  NoteSummary,
  SavedNote,
  SaveNote,
} from '../contract/note-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { PageQuery, pageOfList } from '../page-of-list.ts';
import { createNote } from './create-note.ts';
import { listNotes } from './list-notes.ts';
import { detailOf, idOf, NotePath, readNote } from './note-detail.ts';
import type { NotePorts } from './note-ports.ts';
import { saveNote } from './save-note.ts';
import { createAnswerCounts, summariseNote } from './summarise-note.ts';

const Filter = PageQuery.extend({
  query: z.string().max(500).optional(),
  site: z.string().max(200).optional(),
  category: Category.optional(),
  status: NoteStatus.optional(),
  audience: NoteAudience.optional(),
});

/** Finding, reading and writing notes. */
export function createNoteRoutes(ports: NotePorts): Route[] {
  return [listRoute(ports), ...writingRoutes(ports)];
}

function listRoute(ports: NotePorts): Route {
  const answersAt = createAnswerCounts(ports.work);
  return defineRoute({
    method: 'get',
    path: '/notes',
    summary: 'Notes by site and title; with words, those that hold all of them, the best first',
    access: 'open-tab',
    query: Filter,
    response: pageOf(NoteSummary),
    async handle(context) {
      const { query: wish, person, rights, loaded } = context;
      const { query = '', site = null, category = null, status = null, audience = null } = wish;
      const filter = { query, site, category, status, audience };
      const { desk } = loaded;
      const found = listNotes(loaded.notes.all(), filter, {
        desk,
        mayRead: rights.mayRead,
        readsPrivate: rights.has('read-private-parts'),
      });
      const page = pageOfList(found, wish, context.language);
      const answers = await answersAt(context.now);
      const drafts = new Set((await ports.review.draftsOf(person.upn)).map(({ noteId }) => noteId));
      return { ...page, items: page.items.map((note) => summariseNote(note, context, { answers, drafts })) };
    },
  });
}

function writingRoutes(ports: NotePorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/notes/:folder/:name',
      summary: 'One note with its verifications, outcomes and my draft',
      access: 'open-tab',
      params: NotePath,
      response: NoteDetail,
      async handle(context) {
        return detailOf(await readNote(idOf(context.params), context, ports), context, ports);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/notes',
      summary: 'A new note, as a draft',
      access: 'edit-notes',
      body: CreateNote,
      response: SavedNote,
      status: 201,
      handle: (context) => createNote(context.body, context, ports),
    }),
    defineRoute({
      method: 'put',
      path: '/notes/:folder/:name',
      summary: 'Save a note, merged field by field with what others saved meanwhile',
      access: 'edit-notes',
      params: NotePath,
      body: SaveNote,
      response: SavedNote,
      conflict: NoteConflict,
      handle: (context) => saveNote(idOf(context.params), context.body, context, ports),
    }),
  ];
}
