import type { SiteBranch } from '#bot/web/api/contract/common-contract.ts';
import { mayEdit, type Person, sites } from './desk-data.ts';
import type { HeldNote } from './note-data.ts';
import { folderOf, toSummary } from './note-shapes.ts';
import { ok, page, type Route } from './route.ts';

/** The tree of sites and the list of notes. */
export function noteListRoutes(notes: ReadonlyMap<string, HeldNote>): Route[] {
  return [
    {
      method: 'GET',
      path: '/sites',
      answer: ({ person }) => ok({ items: toTree([...notes.values()], person) }),
    },
    {
      method: 'GET',
      path: '/notes',
      answer: ({ query, person }) => {
        const found = [...notes.values()].filter((note) => fits(note, query));
        const { body, ...answer } = page(found, query);
        const { items, ...rest } = body as { items: HeldNote[] };
        return { ...answer, body: { ...rest, items: items.map((note) => toSummary(note, person)) } };
      },
    },
  ];
}

function fits({ id, content, status }: HeldNote, query: URLSearchParams): boolean {
  const words = (query.get('query') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${content.title} ${content.symptoms.join(' ')} ${content.asset ?? ''}`.toLowerCase();
  const is = (name: string, value: string) => (query.get(name) ?? value) === value;
  return (
    words.every((word) => text.includes(word)) &&
    is('site', folderOf(id)) &&
    is('category', content.category) &&
    is('status', status) &&
    is('audience', content.audience)
  );
}

function toTree(notes: readonly HeldNote[], reader: Person): SiteBranch[] {
  const shared = { id: '_shared', name: 'Alla platser', kind: null, area: null } as const;
  return [shared, ...sites].map(({ id, name, kind, area }) => {
    const here = notes.filter((note) => folderOf(note.id) === id);
    return {
      id,
      name,
      kind,
      area,
      parentId: null,
      notes: here.length,
      stale: here.filter(({ stale }) => stale).length,
      mayEdit: mayEdit(reader, id),
    };
  });
}
