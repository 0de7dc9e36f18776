import { describe, expect, it } from 'vitest';
import type { PeopleRule } from '#bot/desk/desk-settings.ts';
import { type DirectoryPerson, mergePeople } from '#bot/desk/directory-person.ts';
import { createRuleMatcher } from '#knowledge/desk-folder/people/match-people-rules.ts';
import { type PeopleBasis, planPeople } from '#knowledge/desk-folder/people/plan-people.ts';
import { buildDirectoryPerson, buildEntry } from '../support/directory.ts';
import { person, site } from '../support/small-desk.ts';

const sites = [
  site('solen', { name: 'Förskolan Solen', aliases: ['Solan'] }),
  site('skolan', { name: 'Granskolan', aliases: ['Skolan'] }),
  site('skolan-annex', { name: 'Annexet', aliases: ['Skolan'] }),
];
const to = (...siteIds: string[]) => ({ kind: 'sites' as const, siteIds });
const rule = (when: PeopleRule['when'], gives: PeopleRule['gives']): PeopleRule => ({
  when,
  gives,
});

function outcome(rules: readonly PeopleRule[], entry: Parameters<typeof buildEntry>[0]) {
  return createRuleMatcher(rules, sites)(buildEntry(entry)).outcome;
}

describe('the rules that find a person’s site', () => {
  it.each([
    ['the whole text, whatever its case and spaces', 'förskolan  SOLEN ', 'Förskolan Solen', true],
    ['not a part of it', 'Solen', 'Förskolan Solen', false],
    ['a star at the end', 'Förskolan*', 'Förskolan Solen', true],
    ['a star at both ends', '*solen*', 'Förskolan Solen, plan 2', true],
    ['stars in the middle, in order', 'F*s*n', 'Förskolan Solen', true],
    ['parts in another order', '*solen*förskolan*', 'Förskolan Solen', false],
    ['an overlap of head and tail', 'Sol*len', 'Solen', false],
    ['a star alone, where there is something', '*', 'vad som helst', true],
    ['a star alone, where there is nothing', '*', '', false],
    ['a letter written with a combining mark', 'Fo\u0308rskolan Solen', 'Förskolan Solen', true],
    ['signs that a pattern language would know', 'Solen (hus 1)', 'Solen (hus 1)', true],
  ])('takes %s', (_, pattern, office, fits) => {
    const found = outcome([rule({ office: [pattern] }, to('solen'))], { office });
    expect(found.kind).toBe(fits ? 'sites' : 'unmatched');
  });

  it('asks for every field that a rule names, and any one of a field’s patterns', () => {
    const rules = [rule({ department: ['Förskola', 'Skola'], city: ['Ekbacken'] }, to('solen'))];
    expect(outcome(rules, { department: 'Skola', city: 'Ekbacken' })).toMatchObject({ siteIds: ['solen'] });
    expect(outcome(rules, { department: 'Skola', city: 'Annanstans' }).kind).toBe('unmatched');
  });

  it('lets the first rule win and names later ones that disagree', () => {
    const match = createRuleMatcher(
      [
        rule({ office: ['Granskolan'] }, to('skolan')),
        rule({ department: ['Förskola'] }, to('solen')),
        rule({ department: ['Förskola'] }, to('skolan')),
      ],
      sites,
    )(buildEntry({ office: 'Granskolan', department: 'Förskola' }));
    expect(match).toMatchObject({ outcome: { rule: 0, siteIds: ['skolan'] }, others: [1] });
  });

  it('finds a site by name, alias or id, and passes over a name that several have', () => {
    const rules = [rule({}, { kind: 'site-named-by', field: 'office' }), rule({ city: ['*'] }, to('solen'))];
    expect(outcome(rules, { office: 'SOLAN' })).toMatchObject({ rule: 0, siteIds: ['solen'] });
    expect(outcome(rules, { office: 'skolan-annex' })).toMatchObject({ rule: 0, siteIds: ['skolan-annex'] });
    const match = createRuleMatcher(rules, sites)(buildEntry({ office: 'Skolan', city: 'X' }));
    expect(match).toMatchObject({ outcome: { kind: 'sites', rule: 1 } });
    expect(match.ambiguous).toEqual(['skolan', 'skolan-annex']);
  });

  it('is not held up by a pattern of many stars', () => {
    const pattern = `${'*a'.repeat(2_000)}*b`;
    expect(outcome([rule({ office: [pattern] }, to('solen'))], { office: 'a'.repeat(5_000) }).kind).toBe(
      'unmatched',
    );
  });
});

const named: PeopleRule[] = [
  rule({ department: ['Vikarie*'] }, { kind: 'leave-out' }),
  rule({}, { kind: 'site-named-by', field: 'office' }),
];

function plan(overrides: Partial<PeopleBasis>) {
  return planPeople({
    entries: [],
    stored: [],
    listed: [],
    sites,
    rules: named,
    partial: false,
    forgetAfterDays: null,
    now: new Date('2026-11-23T08:00:00Z'),
    ...overrides,
  });
}

describe('what a sync of people would do', () => {
  it('keeps who got a site, and nobody who is none of the desk’s business', () => {
    const { add, unmatched, counts, rules } = plan({
      entries: [
        buildEntry({ upn: 'eva@desk.example', office: 'Solan' }),
        buildEntry({ upn: 'kamrer@desk.example', office: 'Stadshuset' }),
        buildEntry({ upn: 'vik@desk.example', office: 'Solan', department: 'Vikariepoolen' }),
        buildEntry({ upn: 'gast@annan.example', office: 'Solan', guest: true }),
        buildEntry({ upn: 'slutat@desk.example', office: 'Solan', enabled: false }),
      ],
    });
    expect(add.map(({ upn }) => upn)).toEqual(['eva@desk.example']);
    expect(add[0]).not.toHaveProperty('city');
    expect(unmatched.map(({ upn }) => upn)).toEqual(['kamrer@desk.example']);
    expect(counts).toMatchObject({ entries: 5, guests: 1, closed: 1, leftOut: 1 });
    expect(rules[1]).toEqual({ matched: 1, examples: ['eva@desk.example'] });
  });

  it('keeps whom the desk lists even without a site, so that the object id is known', () => {
    const { add } = plan({
      entries: [buildEntry({ upn: 'karin@desk.example', office: 'Stadshuset' })],
      listed: [person('karin@desk.example', { aadObjectId: null })],
    });
    expect(add).toMatchObject([{ id: 'karin@desk.example', siteIds: [] }]);
  });

  it('knows somebody again by the object id when the upn has changed', () => {
    const before = buildDirectoryPerson({ id: 'eva.ek@desk.example', upn: 'eva.ek@desk.example' });
    const { add, update, leave } = plan({
      stored: [before],
      entries: [buildEntry({ upn: 'eva.berg@desk.example', objectId: before.objectId, office: 'Solan' })],
    });
    expect([add, leave]).toEqual([[], []]);
    expect(update[0]?.after).toMatchObject({ id: 'eva.ek@desk.example', upn: 'eva.berg@desk.example' });
  });

  it('keeps two people apart who have had the same upn', () => {
    const gone = buildDirectoryPerson({ inactiveSince: new Date('2026-01-01T00:00:00Z') });
    const { add, conflicts } = plan({
      stored: [gone],
      entries: [
        buildEntry({ upn: gone.upn, objectId: '99999999-0000-4000-8000-000000000000', office: 'Solan' }),
      ],
    });
    expect(add).toMatchObject([{ id: 'eva+99999999@desk.example', upn: gone.upn }]);
    expect(conflicts).toContainEqual({ kind: 'upn-reused', upn: gone.upn, id: 'eva+99999999@desk.example' });
  });

  it('marks who left, takes their department away, and says how many vanish', () => {
    const stored = [1, 2, 3, 4].map((n) =>
      buildDirectoryPerson({ id: `p${n}@desk.example`, upn: `p${n}@desk.example`, objectId: `${n}` }),
    );
    const entries = stored
      .slice(1)
      .map((one) => buildEntry({ upn: one.upn, objectId: one.objectId, office: 'Solan' }));
    const found = plan({ stored, entries });
    expect(found.leave).toMatchObject([
      { id: 'p1@desk.example', office: null, inactiveSince: expect.any(Date) },
    ]);
    expect(found.vanishing).toBe(0.25);
    expect(plan({ stored, entries, partial: true }).leave).toEqual([]);
  });

  it('counts who lost their site as vanishing too', () => {
    const stored = [buildDirectoryPerson()];
    const found = plan({ stored, entries: [buildEntry({ office: 'Omdöpt hus' })] });
    expect(found.losing).toHaveLength(1);
    expect(found.vanishing).toBe(1);
  });

  it('does not take a technician off the rota, but says first that they have left', () => {
    const karin = buildDirectoryPerson({ id: 'karin@desk.example', upn: 'karin@desk.example' });
    const { conflicts } = plan({
      stored: [karin],
      listed: [
        person('eva@desk.example'),
        person('karin@desk.example', { aadObjectId: null, roles: ['technician'] }),
      ],
    });
    expect(conflicts[0]).toEqual({ kind: 'listed-left', upn: 'karin@desk.example', isTechnician: true });
  });

  it('says that a listed technician’s account is closed, at the very first sync too', () => {
    const { conflicts, add } = plan({
      entries: [buildEntry({ upn: 'karin@desk.example', enabled: false })],
      listed: [person('karin@desk.example', { aadObjectId: null, roles: ['technician'] })],
    });
    expect(add).toEqual([]);
    expect(conflicts).toEqual([{ kind: 'listed-left', upn: 'karin@desk.example', isTechnician: true }]);
  });

  it('changes nothing when the same is read again, and brings back who returns', () => {
    const { add } = plan({ entries: [buildEntry({ office: 'Solan' })] });
    const again = plan({ entries: [buildEntry({ office: 'Solan' })], stored: add });
    expect([again.add, again.update, again.leave]).toEqual([[], [], []]);
    expect(again.counts.unchanged).toBe(1);
    const away = add.map((one) => ({ ...one, inactiveSince: new Date('2026-06-01T00:00:00Z') }));
    const back = plan({
      entries: [buildEntry({ office: 'Solan' })],
      stored: away,
      listed: [person(away[0]?.id ?? '')],
    });
    expect(back.update[0]?.after.inactiveSince).toBeNull();
    expect(back.conflicts).toEqual([]);
  });

  it('forgets only who left long ago, and only when it is asked for', () => {
    const stored = [buildDirectoryPerson({ inactiveSince: new Date('2026-01-01T00:00:00Z') })];
    expect(plan({ stored }).forget).toEqual([]);
    expect(plan({ stored, forgetAfterDays: 365 }).forget).toEqual([]);
    expect(plan({ stored, forgetAfterDays: 90 }).forget).toHaveLength(1);
  });

  it('takes the first of two entries that are one person', () => {
    const entries = [buildEntry({ office: 'Solan' }), buildEntry({ office: 'Granskolan', objectId: 'x' })];
    const { add, conflicts } = plan({ entries });
    expect(add).toMatchObject([{ siteIds: ['solen'] }]);
    expect(conflicts).toContainEqual({ kind: 'twice', upn: 'eva@desk.example' });
  });
});

describe('everybody whom the desk knows', () => {
  const ids = new Set(['solen', 'skolan']);
  const known: DirectoryPerson = buildDirectoryPerson({ siteIds: ['skolan', 'borta'], language: 'en' });

  it('fills in what the desk leaves empty, and nothing else', () => {
    const [filled] = mergePeople(
      [person(known.id, { aadObjectId: null, homeSiteIds: [], name: 'Eva E' })],
      [known],
      ids,
    );
    expect(filled).toMatchObject({ name: 'Eva E', aadObjectId: known.objectId, homeSiteIds: ['skolan'] });
    const [kept] = mergePeople(
      [person(known.id, { aadObjectId: known.objectId, homeSiteIds: ['solen'] })],
      [known],
      ids,
    );
    expect(kept?.homeSiteIds).toEqual(['solen']);
  });

  it('adds who is not listed, as staff, without sites that have gone', () => {
    expect(mergePeople([], [known], ids)).toMatchObject([
      { upn: known.id, roles: ['staff'], homeSiteIds: ['skolan'] },
    ]);
  });

  it('leaves out who has left, but not whom the desk lists', () => {
    const gone = { ...known, inactiveSince: new Date('2026-11-01T00:00:00Z') };
    expect(mergePeople([], [gone], ids)).toEqual([]);
    expect(mergePeople([person(known.id)], [gone], ids)).toHaveLength(1);
  });

  it('does not give a listed person another’s object id', () => {
    const [kept] = mergePeople([person(known.id, { aadObjectId: 'aad-another' })], [known], ids);
    expect(kept?.aadObjectId).toBe('aad-another');
  });

  it('gives nobody the roles of the one who had the upn before, also when that one is forgotten', () => {
    const listed = person('eva@desk.example', { aadObjectId: null, roles: ['admin'] });
    const next = buildDirectoryPerson({
      id: 'eva+99999999@desk.example',
      objectId: '99999999-0000-4000-8000-000000000000',
    });
    const everybody = mergePeople([listed], [next], ids);
    expect(everybody.find(({ upn }) => upn === 'eva@desk.example')?.aadObjectId).toBeNull();
    expect(everybody.find(({ aadObjectId }) => aadObjectId === next.objectId)?.roles).toEqual(['staff']);
  });
});
