import type { NoteDetail, NoteRevision, NoteStatus } from '#bot/web/api/contract/note-contract.ts';
import type { Client } from '../../api/client.ts';

/** The routes of one note. All @throws ApiFailure. */
export function noteApi(client: Client, id: string) {
  const path = `/notes/${id}`;
  return {
    read: (signal?: AbortSignal) => client.get<NoteDetail>(path, { signal }),
    move: (to: NoteStatus, basedOn: number) =>
      client.send<NoteDetail>('POST', `${path}/status`, { to, basedOn }),
    verify: () => client.send<NoteDetail>('POST', `${path}/verification`, {}),
    history: (cursor: string | null, signal?: AbortSignal) =>
      client.get<HistoryPage>(`${path}/history`, { query: { cursor }, signal }),
  };
}

export type HistoryPage = { items: NoteRevision[]; next: string | null; total: number };
