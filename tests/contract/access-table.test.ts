import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessCells, accessRows, deeds, reachOfParty } from '#bot/desk/access.ts';
import { parties } from '#bot/desk/access-row.ts';
import { rightsOf } from '#knowledge/review/rights.ts';
import { createLeakDesk, teamsPerson, who } from '../leaks/leak-desk.ts';
import { everybodyInTeams, type LeakWorld, startLeakWorld } from '../leaks/leak-world.ts';
import { createMarkers, findMarkers } from '../leaks/markers.ts';
import { createRandom } from '../leaks/questions.ts';
import { typedDraft } from '../leaks/typed-draft.ts';
import {
  createProbes,
  type Insider,
  type Probes,
  personOf,
  readAlong,
  report,
} from '../support/access-probes.ts';

const markers = createMarkers(createRandom(7));
const insiders = parties.filter((party): party is Insider => party !== 'contractor' && party !== 'bystander');
/** Tried below, by what they are. */
const triedApart = ['notes verify', 'note-insights read', 'insights read'];

let world: LeakWorld;
let probes: Probes;
beforeAll(async () => {
  world = await startLeakWorld(markers, { isOpen: false, crowd: 400 });
  for (const person of everybodyInTeams) await world.post(person, 'installation-add');
  await report(world, teamsPerson('finn'), `Skärmen i sal 4 på Skolan är trasig ${markers.report.text}`);
  await report(world, teamsPerson('eva'), 'Skrivaren på Solen är trasig');
  const body = { basedOn: 1, content: { ...typedDraft, title: markers.typed.text } };
  await world.call('admin', 'put', '/notes/solen/granskas/draft', body);
  const { cases } = world.opened.storage.stores;
  const idOf = async (upn: string) => (await cases.casesOf(upn, new Date(0)))[0]?.id ?? '';
  probes = createProbes(world, markers, { finns: await idOf(who.finn), evas: await idOf(who.eva) });
});
afterAll(() => world?.close());

describe('the table of who may see what', () => {
  it('has a reason for every answer', () => {
    const mute = accessCells().filter(({ reason }) => reason.trim().length < 8);
    expect(mute).toEqual([]);
    expect(accessCells().length).toBe(deeds.length * parties.length);
  });

  it('has a test for every row', () => {
    expect(Object.keys(accessRows).filter((deed) => !(deed in probes) && !triedApart.includes(deed))).toEqual(
      [],
    );
  });

  const cells = deeds
    .filter((deed) => !triedApart.includes(deed))
    .flatMap((deed) => insiders.map((party) => ({ deed, party, reach: reachOfParty(party, deed) })));
  it.each(cells)('$deed, $party: $reach', async ({ deed, party, reach }) => {
    const { own, foreign } = probes[deed] ?? {};
    expect(own ?? foreign).toBeDefined();
    if (foreign) expect({ foreign: await foreign(party) }).toEqual({ foreign: reach === 'yes' });
    if (own) expect({ own: await own(party) }).toEqual({ own: reach !== 'no' });
  });

  it('lets a technician have what their own case needs, and nobody else', async () => {
    const { finns } = await caseIds();
    const value = (verb: string, data: object) => ({
      action: { type: 'Action.Execute', verb, data: { verb, caseId: finns, ...data } },
      trigger: 'manual',
    });
    const press = async (verb: string, data: object = {}) => {
      world.takeSent();
      const { body } = await world.post(teamsPerson('bo'), 'execute-press', { value: value(verb, data) });
      return JSON.stringify([body, world.takeSent()]);
    };
    expect(findMarkers(await press('show-case'), [markers.report, markers.phone])).toHaveLength(2);
    const shown = await press('show-secret', { value: 'key_location' });
    expect(findMarkers(shown, [markers.otherKey])).toHaveLength(1);
  });

  it('shows their own absence to a technician', async () => {
    const path = '/desk/rota?from=2026-11-23T00:00:00Z&to=2026-11-30T00:00:00Z';
    const answer = await world.call('cia', 'get', path);
    expect(findMarkers(JSON.stringify(answer.body), [markers.sick])).toHaveLength(1);
  });

  it('says in a channel what everybody may read, and nothing else', async () => {
    expect(reachOfParty('bystander', 'staff-notes ask')).toBe('yes');
    const projector = 'Projektorn i lekhallen på Solen är svart';
    expect(await readAlong(world, teamsPerson('ella'), projector)).toContain('HDMI 2');
    const said = await readAlong(world, teamsPerson('anna'), 'Nätverksskåpet i källaren på Solen');
    expect(findMarkers(said, Object.values(markers))).toEqual([]);
    const duty = await readAlong(world, teamsPerson('dispatcher'), 'Vem har jour nu?');
    expect(duty).not.toMatch(/08-000|tel:|cia Test/);
  });

  it('gives a contractor the case that it has, and nothing that stays in the house', async () => {
    const note = `kontot är låst ${markers.second.text}. Nätverksskåpet i källaren på Solen`;
    await report(world, teamsPerson('ella'), `Mitt konto är låst, ${note}`);
    const found = findMarkers(await world.takeTickets(), Object.values(markers)).map(({ text }) => text);
    expect(found.sort()).toEqual([markers.second.text, markers.switch.text].sort());
    expect(reachOfParty('contractor', 'others-cases read')).toBe('own-case');
    expect(reachOfParty('contractor', 'site-facts read')).toBe('own-case');
    expect(reachOfParty('contractor', 'withheld-facts read')).toBe('no');
  });
});

describe('what the rights make of the table', () => {
  const { desk, notes } = createLeakDesk(markers, { isOpen: false, crowd: 0 });
  const far = notes.find(({ id }) => id === 'skolan/tavlan');
  const near = notes.find(({ id }) => id === 'solen/projektorn');
  it.each(insiders.filter((party) => party !== 'unlisted'))('%s', (party) => {
    const one = personOf[party];
    const person = desk.people.get(one === 'unlisted' ? '' : who[one]);
    if (!person || !near || !far) throw new Error('the desk is not as it was');
    const rights = rightsOf(person, desk);
    const verifies = reachOfParty(party, 'notes verify');
    expect(rights.mayVerify(far)).toBe(verifies === 'yes');
    expect(rights.mayVerify(near)).toBe(verifies === 'yes' || verifies === 'own-site');
    expect(rights.mayVerify({ ...far, owner: person.upn })).toBe(verifies !== 'no');
    expect(rights.has('see-insights')).toBe(reachOfParty(party, 'note-insights read') !== 'no');
    expect(rights.has('see-all-insights')).toBe(reachOfParty(party, 'insights read') === 'yes');
  });
});

async function caseIds() {
  const { cases } = world.opened.storage.stores;
  return { finns: (await cases.casesOf(who.finn, new Date(0)))[0]?.id ?? '' };
}
