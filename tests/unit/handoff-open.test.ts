import { describe, expect, test } from 'vitest';
import { caseTitle } from '#bot/handoff/case-title.ts';
import { readWords } from '#bot/handoff/words-of-report.ts';
import { buildNote } from '../support/build-note.ts';
import { cardsTo, caseNow, createWorld, eventKinds, open } from '../support/handoff-world.ts';
import { smallDesk, technician, upns } from '../support/small-desk.ts';

const { anna, bo, dispatcher, eva } = upns;
const critical = { impact: 'high', urgency: 'high', level: 'critical', hazard: false } as const;

describe('the packet', () => {
  test('holds who, where, what, and the site facts, but of secret facts only the names', async () => {
    const world = createWorld();
    const { case: opened } = await open(world);
    expect(opened.packet).toMatchObject({
      requester: { name: 'Eva', title: 'Barnskötare', phone: '08-000 00 99' },
      site: { name: 'Solen', visitNotes: 'vila 12–13.30', facts: { network: 'fiber', switch: 'SW-441' } },
      symptom: 'projektorn är svart',
      device: 'projektorn',
    });
    expect(opened.packet.site?.secretFacts).toEqual(['alarm_code', 'key_location']);
    const stored = JSON.stringify([
      ...world.memory.cases.values(),
      ...world.memory.events,
      ...world.memory.deliveries.values(),
    ]);
    expect(stored).not.toContain('907612');
    expect(stored).not.toContain('elskåpet');
  });

  test('names technician-only notes beside the case, and staff notes only when they were shown', async () => {
    const notes = [
      buildNote({ id: 'solen/tak', audience: 'technician' }),
      buildNote({ id: 'solen/projektor', audience: 'staff' }),
    ];
    const { case: opened } = await open(createWorld({ notes }));
    expect(opened.packet.technicianNotes).toEqual(['solen/tak']);
    expect(opened.packet.notesShown).toEqual([]);
  });

  test('says what was masked', async () => {
    const report = { words: ['x'], attempts: [], dialogue: [], attachments: [], masked: ['password'] };
    const { case: opened } = await open(createWorld(), {}, { report });
    expect(opened.packet.withheld).toEqual(['password']);
  });
});

describe('what the words say', () => {
  test.each([
    ['Skrivaren i personalrummet blinkar sedan i morse', 'Skrivaren i personalrummet', 'sedan i morse', null],
    ['ingen kan logga in på datorerna, hela avdelningen står still', 'datorerna', null, 'hela avdelningen'],
    ['bara jag har problem, sen igår', null, 'sen igår', 'bara jag har'],
    ['The printer is broken since yesterday, nobody can print', 'printer is', 'since yesterday', 'nobody'],
    ['nätet är nere efter strömavbrottet', null, 'efter strömavbrottet', null],
    ['det funkar inte', null, null, null],
    ['Alla paddor är döda sedan kl 9', 'paddor', 'sedan kl 9', 'Alla paddor'],
    ['jag är i dag ledig', null, null, null],
  ])('%s', (words, device, since, affected) => {
    const found = readWords(words);
    expect(found.since).toBe(since);
    expect(found.affected).toBe(affected);
    expect(device === null ? found.device : found.device?.startsWith(device.split(' ')[0] ?? '')).toBe(
      device === null ? null : true,
    );
  });
});

test.each([
  ['Hej! Projektorn är svart. Vi har prövat allt.', 'Projektorn är svart'],
  ['internet funkar inte', 'internet funkar inte'],
  ['', 'av'],
])('the title of "%s" is its first sentence', (words, title) => {
  expect(caseTitle(words, 'av')).toBe(title);
});

test('a long title is cut between words', () => {
  const title = caseTitle('det här är en väldigt lång mening '.repeat(10), 'av');
  expect([...title].length).toBeLessThanOrEqual(80);
  expect(title.endsWith('…')).toBe(true);
});

describe('opening a case', () => {
  test('asks the technician on duty at once, with a card and a clock', async () => {
    const world = createWorld();
    const opened = await open(world);
    expect(opened.to).toMatchObject({ kind: 'technician', id: anna, name: 'Anna', phone: '08-000 00 10' });
    expect(opened.when).toEqual({ kind: 'now' });
    expect(opened.case).toMatchObject({ state: 'new', offeredTo: { id: anna }, assignee: null });
    const offer = await world.stores.cases.currentOffer(opened.case.id);
    expect(offer).toMatchObject({ status: 'offered', to: { id: anna } });
    // Low: four hours of service, from 9.15.
    expect(offer?.acknowledgeBy).toEqual(new Date('2026-11-23T13:15:00+01:00'));
    expect(cardsTo(world, anna)).toMatchObject([{ offerId: offer?.id, status: 'pending' }]);
    const job = world.memory.jobs.find(({ job: { name } }) => name === 'escalate');
    expect(job).toMatchObject({ job: { data: { offerId: offer?.id } }, startAfter: offer?.acknowledgeBy });
    expect(opened.deliveryIds).toEqual(cardsTo(world, anna).map(({ id }) => id));
    expect(eventKinds(world, opened.case.id)).toEqual(['opened', 'offered']);
  });

  test('waits for the next duty at night, with no card before it, and says when that is', async () => {
    const world = createWorld({ at: '2026-11-23T22:00:00+01:00' });
    const opened = await open(world);
    expect(opened.to?.id).toBe(anna);
    expect(opened.when).toEqual({ kind: 'waits', at: '2026-11-24T06:30:00.000Z' });
    expect(cardsTo(world, anna)).toEqual([]);
    expect(world.memory.jobs.filter(({ job }) => job.name === 'offer')).toEqual([
      {
        job: { name: 'offer', data: { caseId: opened.case.id, upn: anna } },
        startAfter: new Date('2026-11-24T06:30:00.000Z'),
      },
    ]);
  });

  test('a critical case at night goes to the first choice and to the dispatcher, on a running clock', async () => {
    const world = createWorld({ at: '2026-11-23T22:00:00+01:00' });
    const opened = await open(world, { priority: critical });
    expect(opened.when).toEqual({ kind: 'escalating' });
    expect(opened.to).toMatchObject({ id: anna, phone: '08-000 00 10' });
    expect(cardsTo(world, anna)).toHaveLength(1);
    expect(cardsTo(world, dispatcher)).toHaveLength(1);
    const offer = await world.stores.cases.currentOffer(opened.case.id);
    expect(offer?.acknowledgeBy).toEqual(new Date('2026-11-23T22:05:00+01:00'));
  });

  test('a hazard does not wait for the morning', async () => {
    const world = createWorld({ at: '2026-11-23T22:00:00+01:00' });
    const opened = await open(world, {
      priority: { ...critical, impact: 'low', level: 'high', hazard: true },
    });
    expect(opened.when).toEqual({ kind: 'escalating' });
    expect(cardsTo(world, anna)).toHaveLength(1);
    const offer = await world.stores.cases.currentOffer(opened.case.id);
    expect(offer?.acknowledgeBy).toEqual(new Date('2026-11-23T22:15:00+01:00'));
  });

  test('a hazard wakes whoever is on call, not whoever sleeps', async () => {
    const technicians = [technician(anna), technician(bo, { onCall: 'Mo-Su 16:00-07:00' })];
    const world = createWorld({ at: '2026-11-23T22:00:00+01:00', desk: smallDesk({ technicians }) });
    const opened = await open(world, {
      priority: { ...critical, impact: 'low', level: 'high', hazard: true },
    });
    expect([opened.to?.id, opened.when]).toEqual([bo, { kind: 'now' }]);
    expect([cardsTo(world, anna).length, cardsTo(world, bo).length]).toEqual([0, 1]);
  });

  test('a contractor’s case becomes a job, and says when they open', async () => {
    const world = createWorld({ at: '2026-11-23T22:00:00+01:00' });
    const opened = await open(world, { category: { id: 'account', confidence: 1 } });
    expect(opened.to).toMatchObject({ kind: 'contractor', name: 'Servicedesken' });
    expect(opened.when).toEqual({ kind: 'waits', at: '2026-11-24T06:00:00.000Z' });
    expect(world.memory.jobs.map(({ job }) => job.name)).toEqual(['send-to-contractor', 'watch']);
  });

  test('a desk without technicians and contractors asks the dispatcher', async () => {
    const settings = { contractors: [], responsibility: [] };
    const world = createWorld({ desk: smallDesk({ technicians: [], settings }) });
    const opened = await open(world);
    expect(opened.to).toMatchObject({ kind: 'dispatcher', id: dispatcher });
    expect(cardsTo(world, dispatcher)).toHaveLength(1);
  });

  test('a desk with nobody at all still keeps the case, and says that nobody has it', async () => {
    const settings = { contractors: [], responsibility: [] };
    const people = [...smallDesk().people.values()].filter(({ upn }) => upn === eva);
    const world = createWorld({ desk: smallDesk({ technicians: [], settings, people }) });
    const opened = await open(world);
    expect(opened.to).toBeNull();
    expect(opened.when).toEqual({ kind: 'escalating' });
    expect(caseNow(world, opened.case.id).state).toBe('new');
  });

  test('the deputy is asked when the first choice is away', async () => {
    const absences = [{ from: '2026-11-23', to: '2026-11-23', reason: 'vab' }];
    const world = createWorld({ desk: smallDesk({ anna: { absences } }) });
    expect((await open(world)).to?.id).toBe(bo);
  });

  test('nothing is stored when the transaction fails', async () => {
    const world = createWorld();
    const failing = world.storage.transaction(async (stores) => {
      const { triageOf } = await import('../support/handoff-world.ts');
      const { openCase } = await import('#bot/handoff/open-case.ts');
      await openCase(stores, world.ctx(), {
        requester: world.person(eva),
        triage: triageOf(world.desk, world.clock.at),
        report: { words: ['x'], attempts: [], dialogue: [], attachments: [], masked: [] },
        conversation: (await import('../support/handoff-world.ts')).address(eva),
      });
      throw new Error('crash');
    });
    await expect(failing).rejects.toThrow('crash');
    expect([world.memory.cases.size, world.memory.jobs.length, world.memory.deliveries.size]).toEqual([
      0, 0, 0,
    ]);
  });
});
