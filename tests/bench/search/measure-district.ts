import { join } from 'node:path';
import { z } from 'zod';
import { readDeskParts } from '#knowledge/desk-folder/read.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { readLines } from './measure-set.ts';

const Request = z.object({
  id: z.string(),
  from: z.string(),
  at: z.string(),
  text: z.string(),
  expect: z.object({
    decision: z.string(),
    site: z.string().optional(),
    note: z.union([z.string(), z.array(z.string())]).optional(),
  }),
});

/** Of the requests that name a note: how often one of them is first, and among the first three; the right site given. */
export async function measureDistrict(dir: string, options: { misses: boolean }) {
  const desk = await readDeskParts(join(dir, 'desk'));
  const sites = new Map(desk.sites.map(({ value }) => [value.id, value]));
  const technicians = new Set(
    desk.people.filter(({ value }) => value.roles.includes('technician')).map(({ value }) => value.upn),
  );
  const search = createNoteSearch(
    desk.notes.map(({ value }) => value),
    { timezone: 'Europe/Stockholm' },
  );
  let named = 0;
  let first = 0;
  let three = 0;
  for (const request of readLines(join(dir, 'requests.jsonl'), Request)) {
    const right = [request.expect.note ?? []].flat();
    const site = sites.get(request.expect.site ?? '') ?? null;
    const found = search.search({
      text: request.text,
      site,
      audience: technicians.has(request.from) ? 'technician' : 'staff',
      at: new Date(request.at),
      limit: 4,
    });
    const rank = found.findIndex(({ note }) => right.includes(note.id));
    if (right.length > 0) {
      named += 1;
      if (rank === 0) first += 1;
      if (rank >= 0 && rank < 3) three += 1;
    }
    if (options.misses) tell(request, right, rank, found);
  }
  return { named, first: first / named, three: three / named };
}

type Found = ReturnType<ReturnType<typeof createNoteSearch>['search']>;

function tell(request: z.infer<typeof Request>, right: readonly string[], rank: number, found: Found): void {
  const mark = right.length === 0 ? '—' : rank === 0 ? '1' : rank > 0 && rank < 3 ? String(rank + 1) : 'X';
  const seen = found.map((hit) => `${hit.note.id} ${hit.score.toFixed(2)}`).join(', ');
  process.stdout.write(
    `${mark} ${request.id} ${request.expect.decision} ${request.text.slice(0, 80)} → ${right} | ${seen}\n`,
  );
}
