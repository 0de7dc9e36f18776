import { describe, expect, it } from 'vitest';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { reasonInWords } from '#bot/i18n/reason-in-words.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { ResponsibilityQuestion } from '#bot/triage/responsible.ts';
import { person, row, site, smallDesk, technician } from '../support/small-desk.ts';

/**
 * Two of the school (sam, sara), two of the area norra (nils, nora), one of sodra (sven), one who can only printers
 * (pia). All work 07.30–16 on weekdays. `ekan` lies in norra, `skolan` too.
 */
const base = {
  sam: { sites: ['skolan'], deputy: 'nils@x' },
  sara: { sites: ['skolan'], deputy: 'nora@x' },
  nils: { areas: ['norra'], deputy: 'nora@x' },
  nora: { areas: ['norra'], deputy: 'nils@x' },
  sven: { areas: ['sodra'] },
  pia: { areas: ['norra'], skills: ['printer'] },
} as const satisfies Readonly<Record<string, Partial<Technician>>>;
type Name = keyof typeof base;
type Changes = Partial<Record<Name, Partial<Technician>>>;

type Row = {
  readonly at?: string;
  readonly level?: ResponsibilityQuestion['level'];
  readonly siteId?: string | null;
  readonly category?: ResponsibilityQuestion['category'];
  readonly open?: Partial<Record<Name, number>>;
  readonly fixedBy?: readonly Name[];
  readonly except?: readonly Name[];
  readonly note?: string;
  readonly visits?: boolean;
  readonly site?: Partial<Site>;
  readonly who?: Changes;
};

const monday = '2026-11-23T09:15:00+01:00';
const upn = (name: Name) => `${name}@x`;
const away = (from = '2026-11-23', to = from) => ({ absences: [{ from, to, reason: null }] });
const off = { duty: 'off' };
const afternoons = { duty: 'Mo-Fr 12:00-16:00' };
const mornings = { duty: 'Mo-Fr 07:00-12:00' };

function choose(given: Row) {
  const names = Object.keys(base).filter((name): name is Name => name in base);
  const desk = smallDesk({
    settings: { responsibility: [row({})], contractors: [] },
    sites: [
      site('ekan', { visitHours: 'Mo-Fr 07:00-17:00', ...given.site }),
      site('skolan', { kind: 'school', visitHours: 'Mo-Fr 07:30-16:00', ...given.site }),
      site('udden', { area: 'sodra', ...given.site }),
      site('holmen', { area: 'ingen', ...given.site }),
    ],
    technicians: names.map((name) => technician(upn(name), { ...base[name], ...given.who?.[name] })),
    people: names.map((name) => person(upn(name))),
  });
  return chooseResponsible(desk, {
    category: given.category === undefined ? 'network' : given.category,
    siteId: given.siteId === undefined ? 'ekan' : given.siteId,
    level: given.level ?? 'moderate',
    at: new Date(given.at ?? monday),
    noteHandledBy: given.note ?? null,
    openCases: new Map(Object.entries(given.open ?? {}).map(([name, count]) => [`${name}@x`, count])),
    ...(given.except ? { except: given.except.map(upn) } : {}),
    ...(given.fixedBy ? { fixedBy: given.fixedBy.map(upn) } : {}),
    ...(given.visits ? { minding: 'visits' } : {}),
  });
}

/** Who gets it, how, and the key of the last reason. */
type Wanted = readonly [Name, string?, string?];

const table: readonly (readonly [string, Row, Wanted])[] = [
  // The exchange format's own order.
  [
    'the technician of the site before those of the area',
    { siteId: 'skolan' },
    ['sam', 'on-duty', 'of-site'],
  ],
  ['the technician of the area before all others', {}, ['nils', 'on-duty', 'of-area']],
  ['ties go by upn', { open: { nils: 2, nora: 2 } }, ['nils']],
  ['then fewest open', { open: { nils: 1 } }, ['nora']],
  ['fewest open never beats nearness', { open: { nils: 7, nora: 7 } }, ['nils']],
  ['somebody of another area where nobody is near', { siteId: 'holmen' }, ['nils', 'on-duty', 'of-desk']],
  ['the other area’s own', { siteId: 'udden' }, ['sven', 'on-duty', 'of-area']],
  [
    'no site at all: fewest open of all',
    { siteId: null, open: { nils: 1, nora: 1, sam: 1, sara: 1 } },
    ['sven'],
  ],
  ['an unknown site is like none', { siteId: 'borta' }, ['nils']],
  [
    'only those with the skill',
    { siteId: 'skolan', category: 'printer', who: { sam: { skills: ['av'] }, sara: { skills: ['av'] } } },
    ['nils'],
  ],
  ['a skill that is listed counts', { category: 'printer', open: { nils: 1, nora: 1 } }, ['pia']],
  ['a skill that is not listed does not', { category: 'av', open: { nils: 1, nora: 2 } }, ['nils']],
  [
    'nobody skilled: anybody at all',
    {
      category: 'av',
      who: {
        sam: { skills: ['printer'] },
        sara: { skills: ['printer'] },
        nils: { skills: ['printer'] },
        nora: { skills: ['printer'] },
        sven: { skills: ['printer'] },
      },
    },
    ['nils'],
  ],
  ['an unknown category asks no skill', { category: null, open: { nils: 1, nora: 1 } }, ['pia']],
  ['those tried before are left out', { except: ['nils'] }, ['nora']],
  [
    'all of the area tried: the next nearest',
    { except: ['nils', 'nora', 'pia'] },
    ['sam', 'on-duty', 'of-desk'],
  ],
  ['a note that names a technician', { note: 'sven@x' }, ['sven']],
  ['a note that names one who was tried', { note: 'sven@x', except: ['sven'] }, ['nils']],
  [
    'a note that names one who is away: the deputy',
    { note: 'nora@x', who: { nora: away() } },
    ['nils', 'on-duty', 'deputy'],
  ],
  // Duty, absence, deputies, limits.
  ['absent: the deputy takes over', { who: { nils: away() } }, ['nora', 'on-duty', 'deputy']],
  [
    'absent for the morning only',
    { who: { nils: away('2026-11-23T08:00', '2026-11-23T10:00') } },
    ['nora', 'on-duty', 'deputy'],
  ],
  [
    'back from an absence of instants',
    { at: '2026-11-23T10:00:00+01:00', who: { nils: away('2026-11-23T08:00', '2026-11-23T10:00') } },
    ['nils'],
  ],
  ['off duty: the deputy', { who: { nils: off } }, ['nora', 'on-duty', 'deputy']],
  [
    'the deputy is away too: the next in the order',
    { who: { nils: away(), nora: away() } },
    ['sam', 'on-duty', 'next'],
  ],
  [
    'the deputy lacks the skill: the next',
    { who: { nils: away(), nora: { skills: ['av'] } } },
    ['sam', 'on-duty', 'next'],
  ],
  ['the deputy was tried: the next', { who: { nils: away() }, except: ['nora'] }, ['sam', 'on-duty', 'next']],
  [
    'a deputy of another area all the same',
    { siteId: 'skolan', who: { sam: away() } },
    ['nils', 'on-duty', 'deputy'],
  ],
  [
    'a shift counts as duty',
    {
      at: '2026-11-28T10:00:00+01:00',
      who: { nora: { shifts: [{ from: '2026-11-28T08:00', to: '2026-11-28T12:00' }] } },
    },
    ['nora', 'on-duty', 'deputy'],
  ],
  [
    'an absence beats a shift',
    {
      at: '2026-11-28T10:00:00+01:00',
      who: {
        nora: { shifts: [{ from: '2026-11-28T08:00', to: '2026-11-28T12:00' }], ...away('2026-11-28') },
      },
    },
    ['nils', 'waits'],
  ],
  [
    'at the limit: not ready',
    { open: { nils: 3, nora: 4 }, who: { nils: { maxOpen: 3 } } },
    ['nora', 'on-duty', 'deputy'],
  ],
  ['below the limit: ready', { open: { nils: 2, nora: 4 }, who: { nils: { maxOpen: 3 } } }, ['nils']],
  [
    'a critical case knows no limit',
    { level: 'critical', open: { nils: 3, nora: 4 }, who: { nils: { maxOpen: 3 } } },
    ['nils'],
  ],
  [
    'everybody full: the first choice all the same',
    {
      open: { nils: 3, nora: 3, sam: 3, sara: 3, sven: 3 },
      who: {
        nils: { maxOpen: 1 },
        nora: { maxOpen: 1 },
        sam: { maxOpen: 1 },
        sara: { maxOpen: 1 },
        sven: { maxOpen: 1 },
      },
    },
    ['nils', 'on-duty', 'all-full'],
  ],
  ['at night it waits for the first choice', { at: '2026-11-23T23:00:00+01:00' }, ['nils', 'waits', 'waits']],
  [
    'at night for the deputy of one who is away tomorrow',
    { at: '2026-11-23T23:00:00+01:00', who: { nils: away('2026-11-24') } },
    ['nora', 'waits', 'waits'],
  ],
  ['on a public holiday it waits', { at: '2026-12-25T10:00:00+01:00' }, ['nils', 'waits', 'waits']],
  [
    'critical at night: on call',
    { at: '2026-11-23T23:00:00+01:00', level: 'critical', who: { sven: { onCall: 'Mo-Su 00:00-24:00' } } },
    ['sven', 'on-call', 'on-call'],
  ],
  [
    'critical at night, on call but away',
    {
      at: '2026-11-23T23:00:00+01:00',
      level: 'critical',
      who: { sven: { onCall: 'Mo-Su 00:00-24:00', ...away() } },
    },
    ['nils', 'escalates-at-once', 'escalates-at-once'],
  ],
  [
    'critical at night, nobody on call',
    { at: '2026-11-23T23:00:00+01:00', level: 'critical' },
    ['nils', 'escalates-at-once', 'escalates-at-once'],
  ],
  ['high at night waits', { at: '2026-11-23T23:00:00+01:00', level: 'high' }, ['nils', 'waits']],
  [
    'in the hour that spring skips',
    { at: '2026-03-29T01:30:00Z', who: { nora: { duty: 'Su 00:00-06:00' } } },
    ['nora', 'on-duty', 'deputy'],
  ],
  [
    'in the hour that autumn repeats, the first time',
    { at: '2026-10-25T00:30:00Z', who: { nora: { duty: 'Su 02:00-03:00' } } },
    ['nora', 'on-duty', 'deputy'],
  ],
  [
    'in the hour that autumn repeats, the second time',
    { at: '2026-10-25T01:30:00Z', who: { nora: { duty: 'Su 02:00-03:00' } } },
    ['nora', 'on-duty', 'deputy'],
  ],
  // Who solved it last time.
  ['who fixed it last time, of those as near', { fixedBy: ['nora'] }, ['nora', 'on-duty', 'fixed-last']],
  ['before load', { fixedBy: ['nora'], open: { nora: 5 } }, ['nora', 'on-duty', 'fixed-last']],
  ['the latest of two', { fixedBy: ['nora', 'nils'] }, ['nora', 'on-duty', 'fixed-last']],
  ['not before nearness', { fixedBy: ['sven'] }, ['nils', 'on-duty', 'of-area']],
  ['not without the skill', { fixedBy: ['pia'] }, ['nils', 'on-duty', 'of-area']],
  [
    'not when away: then the deputy of that one',
    { fixedBy: ['nora'], who: { nora: away() } },
    ['nils', 'on-duty', 'deputy'],
  ],
  [
    'not when full',
    { fixedBy: ['nora'], open: { nora: 2 }, who: { nora: { maxOpen: 2 } } },
    ['nils', 'on-duty', 'deputy'],
  ],
  ['not when tried', { fixedBy: ['nora'], except: ['nora'] }, ['nils']],
  ['of the site’s own two', { siteId: 'skolan', fixedBy: ['sara'] }, ['sara', 'on-duty', 'fixed-last']],
  ['nobody knows it: the format’s order', { fixedBy: [] }, ['nils', 'on-duty', 'of-area']],
  ['the same as the first anyway', { fixedBy: ['nils'] }, ['nils', 'on-duty', 'fixed-last']],
  ['a note’s name stands before whoever knows it', { note: 'nils@x', fixedBy: ['nora'] }, ['nils']],
  // Visit hours and closed days.
  [
    'who can be there while it is open today',
    { visits: true, who: { nils: mornings }, site: { visitHours: 'Mo-Fr 13:00-17:00' } },
    ['nora', 'on-duty', 'visit-hours'],
  ],
  [
    'before load',
    { visits: true, open: { nora: 4 }, who: { nils: mornings }, site: { visitHours: 'Mo-Fr 13:00-17:00' } },
    ['nora', 'on-duty', 'visit-hours'],
  ],
  [
    'but not before who knows it',
    { visits: true, fixedBy: ['nils'], who: { nils: mornings }, site: { visitHours: 'Mo-Fr 13:00-17:00' } },
    ['nils', 'on-duty', 'fixed-last'],
  ],
  [
    'not asked in a triage',
    { who: { nils: mornings }, site: { visitHours: 'Mo-Fr 13:00-17:00' } },
    ['nils', 'on-duty', 'of-area'],
  ],
  [
    'closed all day: nobody can, so load decides',
    { visits: true, open: { nils: 1 }, site: { closedDays: ['2026-11-23'] } },
    ['nora', 'on-duty', 'of-area'],
  ],
  [
    'closed in a range of days',
    { visits: true, open: { nils: 1 }, site: { closedDays: ['2026-11-20/2026-11-27'] } },
    ['nora'],
  ],
  ['no visit hours: always open', { visits: true, open: { nils: 1 }, site: { visitHours: null } }, ['nora']],
  [
    'not without a site',
    { visits: true, siteId: null, open: { nils: 1, nora: 1, sam: 1, sara: 1 } },
    ['sven'],
  ],
  [
    'somebody who begins later today can still be there',
    { visits: true, who: { nils: afternoons, nora: off }, open: { sam: 1, sara: 1 } },
    ['sven', 'on-duty', 'next'],
  ],
  // Urgency.
  [
    'critical: least to do before who knows it',
    { level: 'critical', fixedBy: ['nora'], open: { nora: 1 } },
    ['nils', 'on-duty', 'of-area'],
  ],
  [
    'high: least to do before who knows it',
    { level: 'high', fixedBy: ['nora'], open: { nora: 1 } },
    ['nils'],
  ],
  [
    'high, equally busy: who knows it',
    { level: 'high', fixedBy: ['nora'] },
    ['nora', 'on-duty', 'fixed-last'],
  ],
  [
    'critical: no site is too closed',
    { level: 'critical', visits: true, who: { nils: mornings }, site: { visitHours: 'Mo-Fr 13:00-17:00' } },
    ['nils'],
  ],
  [
    'low: who knows it',
    { level: 'low', fixedBy: ['nora'], open: { nora: 3 } },
    ['nora', 'on-duty', 'fixed-last'],
  ],
];

describe('choosing a technician', () => {
  it.each(table)('%s', (_, given, [who, availability, reason]) => {
    const chosen = choose(given);
    expect(chosen?.id).toBe(upn(who));
    if (availability) expect(chosen?.availability).toBe(availability);
    if (reason) expect(chosen?.reasons.at(-1)?.key).toBe(`responsible.${reason}`);
  });

  it('is told in at least sixty cases, each with its reason in words', () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
    for (const [name, given] of table)
      for (const reason of choose(given)?.reasons ?? []) {
        expect(reasonInWords(reason, 'sv'), name).not.toMatch(/undefined|responsible\./);
        expect(reasonInWords(reason, 'en'), name).not.toMatch(/undefined|responsible\./);
      }
  });
});
