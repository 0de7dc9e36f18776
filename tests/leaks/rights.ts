import { fromCrowd, teamsPerson, type Who, who } from './leak-desk.ts';
import type { LeakWorld } from './leak-world.ts';
import { findMarkers, type Marker, type Markers, type Name } from './markers.ts';
import type { Planted } from './plant.ts';

/** Somebody with the right gets each thing, in the very world in which nobody else does. */
export async function checkRights(world: LeakWorld, m: Markers, { caseOf }: Planted): Promise<string[]> {
  const blind: string[] = [];
  const sees = async (what: string, marker: Marker, get: () => Promise<unknown>) => {
    const answer = await get();
    const text = JSON.stringify([answer, world.takeSent()]);
    if (findMarkers(text, [marker]).length === 0) blind.push(`${what}: whoever may see it does not`);
  };
  const [anna, bo, dispatcher, finn] = (['anna', 'bo', 'dispatcher', 'finn'] as const).map(teamsPerson);
  if (!anna || !bo || !dispatcher || !finn) return ['nobody is there'];
  const press = (person: typeof anna, verb: string, data: object) =>
    world.post(person, 'execute-press', {
      value: { action: { type: 'Action.Execute', verb, data: { verb, ...data } }, trigger: 'manual' },
    });
  const about = { caseId: caseOf.get('report')?.id ?? '' };
  world.takeSent();
  await sees('technician note in the chat', m.body, () =>
    world.post(anna, 'personal-message', { text: 'nätverksskåpet i källaren på Solen' }),
  );
  await sees('technician note in the tab', m.title, () => world.call('bo', 'get', '/notes/solen/skapet'));
  await sees('draft in the tab', m.draftBody, () => world.call('ella', 'get', '/notes/solen/utkast'));
  await sees('typed text in the tab', m.typed, () =>
    world.call('admin', 'get', '/notes/solen/projektorn/draft'),
  );
  await sees('private part in the tab', m.private, () =>
    world.call('ella', 'get', '/notes/solen/projektorn'),
  );
  await sees('case by its technician’s press', m.report, () => press(bo, 'show-case', about));
  await sees('case by the search of its requester', m.report, () =>
    world.post(finn, 'extension-query', {
      value: {
        commandId: 'my-cases',
        parameters: [{ name: 'query', value: 'skärmen' }],
        queryOptions: { skip: 0, count: 25 },
      },
    }),
  );
  await sees('secret fact by the dispatcher’s press', m.otherKey, () =>
    press(dispatcher, 'show-secret', { ...about, value: 'key_location' }),
  );
  await sees('absence reason in the rota', m.sick, () =>
    world.call('dispatcher', 'get', '/desk/rota?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z'),
  );
  await sees('telephone in the desk', m.phone, () =>
    world.call('admin', 'get', '/desk/people/finn@desk.example'),
  );
  await sees('site fact in the desk', m.switch, () => world.call('admin', 'get', '/desk/sites/solen'));
  await sees('withheld fact in the desk', m.line, () => world.call('admin', 'get', '/desk/sites/solen'));
  return blind;
}

/** Those who asked for a case that is none of theirs, and through which words it is known. */
const strangers = [
  ['anna', 'report'],
  ['cia', 'third'],
  ['eva', 'report'],
  ['finn', 'third'],
  ['hilda', 'report'],
] as const;

/**
 * That the questions would have found it: the same people ask for the same cases by the same numbers once they are
 * whose they are, and each sees by the search what was kept from them before; in the chat somebody who never asked
 * (`newcomer`: the `n`th of the staff), as a talk of many questions is about many things.
 */
export async function checkOwners(
  world: LeakWorld,
  m: Markers,
  { caseOf }: Planted,
  newcomer: number,
): Promise<string[]> {
  const { cases } = world.opened.storage.stores;
  const give = async (name: Name, requesterUpn: string): Promise<string> => {
    const item = await cases.get(caseOf.get(name)?.id ?? '');
    if (item === null) throw new Error(`the case of ${name} is gone`);
    await cases.save({ ...item, requesterUpn });
    return item.number;
  };
  const blind: string[] = [];
  const look = async (name: Name, what: string, ask: () => Promise<unknown>) => {
    world.takeSent();
    const text = JSON.stringify([await ask(), world.takeSent()]);
    if (findMarkers(text, [m[name]]).length === 0)
      blind.push(`${name} to ${what}: not seen where it is theirs`);
  };
  for (const [one, name] of strangers) {
    const number = await give(name, who[one]);
    await look(name, `${one} by the search`, () => searchCases(world, one, number));
    await give(name, `staff${newcomer}@desk.example`);
    await look(name, 'a newcomer by the chat', () =>
      world.post(fromCrowd('staff', newcomer), 'personal-message', { text: `status ${number}` }),
    );
  }
  return blind;
}

function searchCases(world: LeakWorld, one: Who, query: string) {
  const parameters = [{ name: 'query', value: query }];
  return world.post(teamsPerson(one), 'extension-query', {
    value: { commandId: 'my-cases', parameters, queryOptions: { skip: 0, count: 25 } },
  });
}
