import { beforeAll, describe, expect, test } from 'vitest';
import type { SimulatedPerson } from '#bot/channels/simulator/chat.ts';
import { createPeopleOfDesk, toSimulatedPeople } from '#bot/channels/simulator/people-of-desk.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { loadDesk, mondayMorning } from '../support/talk.ts';

const at = new Date(mondayMorning);
let loaded: LoadedDesk;
let people: readonly SimulatedPerson[];
beforeAll(async () => {
  loaded = await loadDesk();
  people = toSimulatedPeople(loaded, at);
});

describe('who is good to begin with', () => {
  test('staff at home on one site whose own note answers the first example', () => {
    const hanna = people.find(({ name }) => name === 'Hanna Nilsson');
    const withTwoSites = people.find(({ name }) => name === 'Annelie Berg');

    expect([hanna?.suggested, withTwoSites?.suggested]).toEqual([true, false]);
  });

  test('and the technician who would get it', () => {
    const technicians = people.filter(({ handlesCases, dispatches }) => handlesCases && !dispatches);

    expect(technicians.filter(({ suggested }) => suggested).map(({ name }) => name)).toEqual(['Karin Lind']);
  });

  test('the dispatcher is told from the technicians', () => {
    expect(people.filter(({ dispatches }) => dispatches).map(({ name }) => name)).toEqual(['Mona Grahn']);
  });

  test('the list is made anew only when the desk is another', async () => {
    let current = loaded;
    const list = createPeopleOfDesk(
      async () => current,
      () => at,
    );
    const [first, second] = [await list(), await list()];
    current = { ...loaded };

    expect(second).toBe(first);
    expect(await list()).not.toBe(first);
  });
});
