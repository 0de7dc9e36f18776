import { z } from 'zod';
import { pageOf } from '../contract/common-contract.ts';
import { MoveNote, NoteDetail, NoteRevision, RestoreNote, SavedNote } from '../contract/note-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { moveNote, verifyNote } from './move-note.ts';
import { idOf, NotePath } from './note-detail.ts';
import { HistoryQuery, historyOf, restoreNote } from './note-history.ts';
import type { NotePorts } from './note-ports.ts';

/** A note's way through its life, and back. */
export function createNoteLifeRoutes(ports: NotePorts): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/notes/:folder/:name/status',
      summary: 'Take a note to another place in its life',
      access: 'edit-notes',
      params: NotePath,
      body: MoveNote,
      response: NoteDetail,
      handle: (context) => moveNote(idOf(context.params), context.body, context, ports),
    }),
    defineRoute({
      method: 'post',
      path: '/notes/:folder/:name/verification',
      summary: 'Confirm that a note is right today',
      access: 'open-tab',
      params: NotePath,
      body: z.object({}),
      response: NoteDetail,
      handle: (context) => verifyNote(idOf(context.params), context, ports),
    }),
    defineRoute({
      method: 'get',
      path: '/notes/:folder/:name/history',
      summary: 'What was changed, by whom and how, the newest first',
      access: 'open-tab',
      params: NotePath,
      query: HistoryQuery,
      response: pageOf(NoteRevision),
      handle: (context) => historyOf(idOf(context.params), context.query, context, ports),
    }),
    defineRoute({
      method: 'post',
      path: '/notes/:folder/:name/restore',
      summary: 'Bring a note’s text back as it was after a change',
      access: 'edit-notes',
      params: NotePath,
      body: RestoreNote,
      response: SavedNote,
      handle: (context) => restoreNote(idOf(context.params), context.body, context, ports),
    }),
  ];
}
