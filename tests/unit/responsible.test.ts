import { describe, expect, test } from 'vitest';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { ResponsibilityQuestion, Responsible } from '#bot/triage/responsible.ts';
import { row, type SmallDesk, smallDesk, technician, upns } from '../support/small-desk.ts';

const { anna, bo, cia } = upns;
const day = '2026-11-23T09:15:00+01:00';
const night = '2026-11-23T23:15:00+01:00';
const christmas = '2026-12-25T10:00:00+01:00';

type Question = Partial<Omit<ResponsibilityQuestion, 'at' | 'openCases'>> & {
  at?: string;
  open?: Record<string, number>;
};

function ask(changes: Question = {}, desk: SmallDesk = {}): Responsible | null {
  const { at, open, ...rest } = changes;
  return chooseResponsible(smallDesk(desk), {
    category: 'network',
    siteId: 'solen',
    level: 'low',
    noteHandledBy: null,
    ...rest,
    at: new Date(at ?? day),
    openCases: new Map(Object.entries(open ?? {})),
  });
}

const absent = (from: string, to: string) => ({ absences: [{ from, to, reason: null }] });
const today = absent('2026-11-23', '2026-11-23');
const off = { duty: 'off' };

describe('the party', () => {
  test.each<[string, Question, string]>([
    ['a category row', { category: 'account' }, 'servicedesk'],
    ['a category row that is local', { category: 'network' }, anna],
    ['a row for a kind of site', { category: 'network', siteId: 'kontoret' }, 'telebolaget'],
    ['a row for one site', { category: 'printer', siteId: 'skolan' }, 'telebolaget'],
    ['the first row that matches wins', { category: 'printer', siteId: 'solen' }, anna],
    ['the catch-all', { category: 'server' }, 'servicedesk'],
    ['the catch-all when the category is not known', { category: null }, 'servicedesk'],
    ['a site row does not hold without a site', { category: 'printer', siteId: null }, anna],
    ['a note that says local', { category: 'account', noteHandledBy: 'local' }, anna],
    ['a note that names a contractor', { noteHandledBy: 'contractor:telebolaget' }, 'telebolaget'],
    [
      'a note that says contractor: the row’s',
      { category: 'account', noteHandledBy: 'contractor' },
      'servicedesk',
    ],
    ['a note that says contractor: the catch-all', { noteHandledBy: 'contractor' }, 'servicedesk'],
    ['a note that names a technician', { noteHandledBy: bo }, bo],
    ['a note that names somebody unknown falls through', { noteHandledBy: 'nobody@desk.example' }, anna],
    ['a note that names an unknown contractor falls through', { noteHandledBy: 'contractor:borta' }, anna],
    ['an unknown site is like none', { siteId: 'borta' }, anna],
  ])('%s', (_, question, expected) => {
    expect(ask(question)?.id).toBe(expected);
  });

  test('a row for an area holds for its sites', () => {
    const responsibility = [
      row({ category: 'av', area: 'sodra', handledBy: 'contractor', contractor: 'servicedesk' }),
    ];
    expect(ask({ category: 'av', siteId: 'skolan' }, { settings: { responsibility } })?.id).toBe(
      'servicedesk',
    );
    expect(ask({ category: 'av', siteId: 'solen' }, { settings: { responsibility } })?.id).toBe(anna);
  });

  test('the reason names the row', () => {
    expect(ask()?.reasons[0]).toEqual({
      key: 'responsible.matrix',
      values: { conditions: 'network', handledBy: 'local', row: '6' },
    });
    expect(ask({ category: 'server' })?.reasons[0]).toEqual({
      key: 'responsible.matrix-rest',
      values: { conditions: '', handledBy: 'servicedesk', row: '11' },
    });
    expect(ask({ noteHandledBy: bo })?.reasons[0]?.key).toBe('responsible.note');
  });

  test.each([
    [day, 'contractor-open', day],
    [night, 'contractor-closed', '2026-11-24T07:00:00+01:00'],
    [christmas, 'contractor-closed', '2026-12-28T07:00:00+01:00'],
  ])('a contractor is judged by their own hours at %s', (at, availability, ready) => {
    const chosen = ask({ category: 'account', at });
    expect(chosen).toMatchObject({ kind: 'contractor', availability, readyAt: new Date(ready) });
  });
});

describe('the order of technicians', () => {
  test.each<[string, Question, SmallDesk, string]>([
    ['those of the site before those of the area', { category: 'av', siteId: 'skolan' }, {}, cia],
    ['those of the area before all others', { category: 'network', siteId: 'skolan' }, {}, bo],
    ['the skill first of all', { category: 'phone', siteId: 'skolan' }, {}, anna],
    ['fewest open among the equally near', { siteId: null, open: { [anna]: 2 } }, {}, bo],
    ['nearness before load', { open: { [anna]: 5 } }, {}, anna],
    ['by upn when all else is equal', { siteId: null }, {}, anna],
    ['those tried before are left out', { except: [anna] }, {}, bo],
    ['a technician named by a note who was tried is left out', { noteHandledBy: bo, except: [bo] }, {}, anna],
  ])('%s', (_, question, desk, expected) => {
    expect(ask(question, desk)?.id).toBe(expected);
  });
});

describe('who is on duty', () => {
  test.each<[string, Question, SmallDesk, string, string]>([
    ['the first choice', {}, {}, anna, 'on-duty'],
    ['the deputy of an absent first choice', {}, { anna: today }, bo, 'on-duty'],
    ['the deputy of a first choice off duty', {}, { anna: off }, bo, 'on-duty'],
    [
      'the deputy before one who is nearer',
      { category: 'av' },
      { anna: { ...today, deputy: cia } },
      cia,
      'on-duty',
    ],
    ['the next when the deputy lacks the skill', {}, { anna: { ...today, deputy: cia } }, bo, 'on-duty'],
    ['the next when the deputy is away', { category: 'av' }, { anna: today, bo: today }, cia, 'on-duty'],
    ['the next when there is no deputy', {}, { anna: { ...today, deputy: null } }, bo, 'on-duty'],
    ['the deputy of one whom a note names', { noteHandledBy: bo }, { bo: today }, anna, 'on-duty'],
    [
      'one who works an extra shift',
      { at: night },
      { bo: { shifts: [{ from: '2026-11-23T20:00', to: '2026-11-24T02:00' }] } },
      bo,
      'on-duty',
    ],
    ['the deputy of one with full hands', { open: { [anna]: 3 } }, { anna: { maxOpen: 3 } }, bo, 'on-duty'],
    [
      'the first choice just below the limit',
      { open: { [anna]: 2 } },
      { anna: { maxOpen: 3 } },
      anna,
      'on-duty',
    ],
    [
      'the full first choice for a critical case',
      { open: { [anna]: 3 }, level: 'critical' },
      { anna: { maxOpen: 3 } },
      anna,
      'on-duty',
    ],
    [
      'the first choice when all hands are full',
      { open: { [anna]: 3, [bo]: 3, [cia]: 3 } },
      { anna: { maxOpen: 3 }, bo: { maxOpen: 1 }, cia: { maxOpen: 1 } },
      anna,
      'on-duty',
    ],
    [
      'one on call for a critical case',
      { level: 'critical', at: night },
      { bo: { onCall: 'Mo-Fr 16:00-24:00' } },
      bo,
      'on-call',
    ],
    [
      'the first choice on call before others',
      { level: 'critical', at: night },
      { anna: { onCall: '24/7' }, bo: { onCall: '24/7' } },
      anna,
      'on-call',
    ],
    [
      'nobody on call for what can wait',
      { level: 'high', at: night },
      { bo: { onCall: '24/7' } },
      anna,
      'waits',
    ],
    [
      'the first choice all the same for a critical case',
      { level: 'critical', at: night },
      {},
      anna,
      'escalates-at-once',
    ],
    [
      'the absent first choice all the same for a critical case',
      { level: 'critical', at: night },
      { anna: today },
      anna,
      'escalates-at-once',
    ],
    [
      'an absent technician is not on call',
      { level: 'critical', at: night },
      { bo: { onCall: '24/7', ...today } },
      anna,
      'escalates-at-once',
    ],
    ['the first choice, later, for what can wait', { at: night }, {}, anna, 'waits'],
    ['the deputy, later, when the first choice is absent', { at: night }, { anna: today }, bo, 'waits'],
    [
      'the deputy, later, when leave begins before the next duty',
      { at: night },
      { anna: absent('2026-11-24', '2026-12-11') },
      bo,
      'waits',
    ],
    [
      'the next, later, when both are away',
      { at: night, category: 'av' },
      { anna: today, bo: today },
      cia,
      'waits',
    ],
  ])('%s', (_, question, desk, id, availability) => {
    expect(ask(question, desk)).toMatchObject({ kind: 'technician', id, availability });
  });

  test.each<[string, Question, SmallDesk, string]>([
    ['now for one on duty', {}, {}, day],
    ['the next morning', { at: night }, {}, '2026-11-24T07:30:00+01:00'],
    ['after Christmas', { at: christmas }, {}, '2026-12-28T07:30:00+01:00'],
    [
      'the deputy’s next duty',
      { at: night },
      { anna: today, bo: { duty: 'Mo-Fr 09:00-15:00' } },
      '2026-11-24T09:00:00+01:00',
    ],
  ])('they can begin: %s', (_, question, desk, expected) => {
    expect(ask(question, desk)?.readyAt).toEqual(new Date(expected));
  });

  test('whose place it is taken in is told, and why', () => {
    const chosen = ask({}, { anna: today });
    expect(chosen?.insteadOf).toBe(anna);
    expect(chosen?.reasons.at(-1)).toEqual({
      key: 'responsible.deputy',
      values: { technician: 'Bo', insteadOf: 'Anna', why: 'absent' },
    });
    expect(ask()?.insteadOf).toBeNull();
  });
});

describe('when nobody local can', () => {
  test('the contractor who takes the rest gets it', () => {
    expect(ask({}, { technicians: [] })).toMatchObject({ kind: 'contractor', id: 'servicedesk' });
    const unskilled = [technician(anna, { skills: ['printer'] })];
    expect(ask({}, { technicians: unskilled })?.id).toBe('servicedesk');
  });

  test('without a contractor any technician is better than none', () => {
    const technicians = [technician(anna, { skills: ['printer'] })];
    const settings = { contractors: [], responsibility: [] };
    expect(ask({}, { technicians, settings })?.id).toBe(anna);
  });

  test('a desk with nobody says so', () => {
    expect(ask({}, { technicians: [], settings: { contractors: [], responsibility: [] } })).toBeNull();
  });

  test('a contractor row without a contractor falls back to somebody local', () => {
    const settings = {
      contractors: [],
      responsibility: [row({ handledBy: 'contractor', contractor: 'borta' })],
    };
    expect(ask({}, { settings })?.id).toBe(anna);
  });

  test('technicians without any duty keep the case waiting without a time', () => {
    const desk = { anna: off, bo: off, cia: off };
    expect(ask({}, desk)).toMatchObject({ id: anna, availability: 'waits', readyAt: null });
  });
});
