import { beforeEach, describe, expect, test } from 'vitest';
import { parsePromise } from '#bot/handoff/parse-promise.ts';
import { buildNote } from '../support/build-note.ts';
import {
  cardsTo,
  caseNow,
  createWorld,
  eventKinds,
  noticesTo,
  open,
  press,
  refusal,
  repliesTo,
  type World,
} from '../support/handoff-world.ts';
import { smallDesk, upns } from '../support/small-desk.ts';

const { anna, bo, cia, dispatcher, eva } = upns;
let world: World;
let id: string;
let offerId: string;

beforeEach(async () => {
  const notes = [buildNote({ id: 'solen/tak', audience: 'technician', title: 'Taket' })];
  world = createWorld({ notes });
  const opened = await open(world);
  id = opened.case.id;
  offerId = (await world.stores.cases.currentOffer(id))?.id ?? '';
});

/** The message is shown on the person's screen, as if it was sent. */
async function showCards(upn: string): Promise<void> {
  for (const { id: deliveryId, status } of cardsTo(world, upn)) {
    if (status === 'pending') {
      await world.stores.deliveries.markSent(deliveryId, {
        activityId: `a-${deliveryId}`,
        at: world.clock.at,
      });
    }
  }
}

describe('accepting', () => {
  test('gives the case to the technician, and the requester hears the name', async () => {
    const result = await press(world, 'accept', anna, id, { offerId });
    expect(result.done).toBe(true);
    expect(result.answer).toMatchObject({
      kind: 'case-card',
      view: { viewer: { relation: 'assigned' }, nextStep: 'go', assignee: { name: 'Anna' } },
    });
    expect(caseNow(world, id)).toMatchObject({
      state: 'in-progress',
      assignee: { kind: 'technician', id: anna },
      offeredTo: null,
    });
    expect(noticesTo(world, eva)).toEqual([{ event: 'accepted', at: '2026-11-23T08:50:00.000Z' }]);
  });

  test('twice has no effect the second time and says so', async () => {
    await press(world, 'accept', anna, id, { offerId });
    const before = structuredClone(world.memory);
    expect(refusal(await press(world, 'accept', anna, id, { offerId }))?.outcome).toBe('already-done');
    expect(world.memory).toEqual(before);
  });

  test('by somebody who was never asked changes nothing', async () => {
    const before = structuredClone(world.memory);
    expect(refusal(await press(world, 'accept', cia, id, { offerId }))).toEqual({
      outcome: 'not-yours',
      by: 'Anna',
    });
    expect(refusal(await press(world, 'accept', eva, id, { offerId }))).toEqual({
      outcome: 'not-yours',
      by: 'Anna',
    });
    expect(world.memory).toEqual(before);
  });

  test('too late names who has it now', async () => {
    await press(world, 'decline', anna, id, { offerId, text: 'är på utbildning' });
    expect(refusal(await press(world, 'accept', anna, id, { offerId }))).toEqual({
      outcome: 'withdrawn',
      by: 'Bo',
    });
    await press(world, 'accept', bo, id);
    expect(refusal(await press(world, 'accept', anna, id, { offerId }))).toEqual({
      outcome: 'taken',
      by: 'Bo',
    });
  });

  test('with the id of an older offer changes nothing', async () => {
    expect(refusal(await press(world, 'accept', anna, id, { offerId: 'old' }))?.outcome).toBe('withdrawn');
  });

  test('a case that does not exist is gone', async () => {
    expect(refusal(await press(world, 'accept', anna, 'nothing'))?.outcome).toBe('gone');
  });

  test('a dispatcher may take it over, and the offer is withdrawn', async () => {
    await press(world, 'accept', dispatcher, id);
    expect(caseNow(world, id).assignee).toEqual({ kind: 'dispatcher', id: dispatcher });
    expect((await world.stores.cases.getOffer(offerId))?.status).toBe('withdrawn');
  });

  test('of two at the same moment only one gets it', async () => {
    const results = await Promise.all([
      press(world, 'accept', anna, id, { offerId }),
      press(world, 'accept', dispatcher, id, { offerId }),
    ]);
    expect(results.filter(({ done }) => done)).toHaveLength(1);
    expect(eventKinds(world, id).filter((kind) => kind === 'accepted')).toHaveLength(1);
  });

  test('every card on screen is replaced in place', async () => {
    await press(world, 'decline', anna, id, { offerId, text: 'hinner inte' });
    await showCards(anna);
    await showCards(bo);
    const shown = cardsTo(world, anna)[0]?.id;
    await press(world, 'accept', bo, id);
    expect(cardsTo(world, anna).at(-1)).toMatchObject({ replaces: shown, status: 'pending' });
    expect(cardsTo(world, bo).at(-1)?.replaces).toBe(cardsTo(world, bo)[0]?.id);
  });
});

describe('declining', () => {
  test('needs a reason', async () => {
    expect(refusal(await press(world, 'decline', anna, id, { offerId, text: ' ' }))?.outcome).toBe(
      'missing-input',
    );
    expect((await world.stores.cases.currentOffer(id))?.id).toBe(offerId);
  });

  test('asks the deputy, and the requester hears who', async () => {
    const result = await press(world, 'decline', anna, id, { offerId, text: 'är på utbildning' });
    expect(result.answer).toMatchObject({ kind: 'case-card', view: { viewer: { relation: 'former' } } });
    expect(caseNow(world, id).offeredTo?.id).toBe(bo);
    expect(noticesTo(world, eva)).toEqual([{ event: 'reassigned', reason: 'declined' }]);
    expect(repliesTo(world, eva)[0]).toMatchObject({ case: { offeredTo: { name: 'Bo' } } });
    expect(cardsTo(world, bo)).toHaveLength(1);
  });

  test('twice has no effect the second time', async () => {
    await press(world, 'decline', anna, id, { offerId, text: 'nej' });
    expect(refusal(await press(world, 'decline', anna, id, { offerId, text: 'nej' }))?.outcome).toBe(
      'already-done',
    );
    expect(eventKinds(world, id).filter((kind) => kind === 'declined')).toHaveLength(1);
  });

  test('by all technicians ends with the contractor, in the order of the desk', async () => {
    await press(world, 'decline', anna, id, { text: 'nej' });
    await press(world, 'decline', bo, id, { text: 'nej' });
    await press(world, 'decline', cia, id, { text: 'nej' });
    expect(caseNow(world, id).offeredTo).toEqual({ kind: 'contractor', id: 'servicedesk' });
  });
});

describe('the way of a case', () => {
  beforeEach(async () => {
    await press(world, 'accept', anna, id, { offerId });
  });

  test('promised, on site and resolved: the requester hears each, and the card knows the next step', async () => {
    const promised = await press(world, 'promise', anna, id, { value: 'om 20 min' });
    expect(promised.answer).toMatchObject({
      view: { nextStep: 'go', promisedAt: '2026-11-23T08:35:00.000Z' },
    });
    const there = await press(world, 'on-site', anna, id);
    expect(there.answer).toMatchObject({ view: { nextStep: 'resolve' } });
    const done = await press(world, 'resolve', anna, id, { text: 'Bytte lampa' });
    expect(done.answer).toMatchObject({
      view: { nextStep: 'wait-for-confirmation', resolution: 'Bytte lampa' },
    });
    expect(noticesTo(world, eva)).toEqual([
      { event: 'accepted', at: '2026-11-23T08:50:00.000Z' },
      { event: 'promised', at: '2026-11-23T08:35:00.000Z' },
      { event: 'on-site' },
      { event: 'resolved', resolution: 'Bytte lampa' },
    ]);
    expect(world.memory.jobs.at(-1)).toMatchObject({
      job: { name: 'close' },
      startAfter: new Date('2026-11-26T09:15:00+01:00'),
    });
  });

  test.each([
    ['promise', { value: 'om 20 min' }],
    ['on-site', {}],
    ['resolve', { text: 'klart' }],
    ['hold', { value: 'awaiting-part' }],
    ['ask-requester', { text: 'Vilket rum?' }],
    ['tell-requester', { text: 'Jag är sen' }],
    ['pass-on', { value: bo }],
    ['confirm-note', { noteId: 'solen/tak' }],
    ['correct-note', { noteId: 'solen/tak', text: 'Fel våning' }],
  ] as const)('%s pressed twice has no effect the second time and says so', async (verb, changes) => {
    expect((await press(world, verb, anna, id, changes)).done).toBe(true);
    const before = structuredClone(world.memory);
    expect(refusal(await press(world, verb, anna, id, changes))?.outcome).toMatch(/already-done|withdrawn/);
    expect(world.memory).toEqual(before);
  });

  test.each([
    'promise',
    'resolve',
    'hold',
    'ask-requester',
    'tell-requester',
    'pass-on',
    'show-secret',
  ] as const)('%s without what it needs asks for it and changes nothing', async (verb) => {
    const before = structuredClone(world.memory);
    expect(refusal(await press(world, verb, anna, id))?.outcome).toBe('missing-input');
    expect(world.memory).toEqual(before);
  });

  test.each([
    'promise',
    'on-site',
    'resolve',
    'hold',
    'resume',
    'ask-requester',
    'pass-on',
    'show-secret',
    'show-case',
    'confirm-note',
  ] as const)('%s by somebody else changes nothing and names who has it', async (verb) => {
    const before = structuredClone(world.memory);
    const everything = { value: bo, text: 'x', noteId: 'solen/tak' };
    expect(refusal(await press(world, verb, cia, id, everything))).toEqual({
      outcome: 'not-yours',
      by: 'Anna',
    });
    expect(refusal(await press(world, verb, eva, id, everything))).toEqual({
      outcome: 'not-yours',
      by: 'Anna',
    });
    expect(world.memory).toEqual(before);
  });

  test('a question puts it on hold until the requester answers', async () => {
    const asked = await press(world, 'ask-requester', anna, id, { text: 'Vilket rum?' });
    expect(asked.answer).toMatchObject({ view: { nextStep: 'wait-for-requester', state: 'on-hold' } });
    expect(noticesTo(world, eva).at(-1)).toEqual({ event: 'asked', text: 'Vilket rum?' });
  });

  test('a hold says what is waited for, and resuming goes on', async () => {
    await press(world, 'hold', anna, id, { value: 'awaiting-part' });
    expect(noticesTo(world, eva).at(-1)).toEqual({ event: 'on-hold', reason: 'awaiting-part' });
    await press(world, 'resume', anna, id);
    expect(caseNow(world, id)).toMatchObject({ state: 'in-progress', holdReason: null });
  });

  test('passing on asks the colleague, and the requester hears who', async () => {
    await press(world, 'pass-on', anna, id, { value: bo, text: 'du är närmare' });
    expect(caseNow(world, id)).toMatchObject({ state: 'new', assignee: null, offeredTo: { id: bo } });
    expect(noticesTo(world, eva).at(-1)).toEqual({ event: 'reassigned', reason: 'passed-on' });
    await press(world, 'accept', bo, id);
    expect(caseNow(world, id).assignee?.id).toBe(bo);
  });

  test('passing on to a colleague off duty waits for their duty', async () => {
    const desk = smallDesk({ bo: { duty: 'Mo-Fr 09:00-16:00' } });
    world = createWorld({ desk, at: '2026-11-23T08:00:00+01:00' });
    const opened = await open(world);
    await press(world, 'pass-on', anna, opened.case.id, { value: bo });
    expect(cardsTo(world, bo)).toEqual([]);
    const waiting = world.memory.jobs.find(({ job: { name } }) => name === 'offer');
    expect(waiting).toMatchObject({ startAfter: new Date('2026-11-23T09:00:00+01:00') });
  });

  test('it cannot be passed on to oneself or to somebody who is no technician', async () => {
    for (const value of [anna, eva, 'nobody']) {
      expect(refusal(await press(world, 'pass-on', anna, id, { value }))?.outcome).toBe('missing-input');
    }
  });

  test('after it is over nothing can be done to it', async () => {
    await press(world, 'resolve', anna, id, { text: 'klart' });
    for (const verb of ['promise', 'on-site', 'hold', 'pass-on', 'ask-requester'] as const) {
      const changes = { value: 'awaiting-part', text: 'x' };
      expect(refusal(await press(world, verb, anna, id, changes))?.outcome).toBe('gone');
    }
  });

  test('a secret fact is shown on request and logged, without its value, and is on no card', async () => {
    const result = await press(world, 'show-secret', anna, id, { value: 'alarm_code' });
    expect(result.answer).toEqual({
      kind: 'secret-fact',
      caseNumber: 'VK-1001',
      siteName: 'Solen',
      name: 'alarm_code',
      value: '907612',
    });
    expect(world.memory.events.at(-1)).toMatchObject({
      kind: 'secret-fact-shown',
      actor: anna,
      data: { name: 'alarm_code' },
    });
    const card = await press(world, 'show-case', anna, id);
    expect(
      JSON.stringify([card.answer, [...world.memory.deliveries.values()], world.memory.events]),
    ).not.toContain('907612');
  });

  test('a fact that is not secret is not shown that way', async () => {
    expect(refusal(await press(world, 'show-secret', anna, id, { value: 'switch' }))?.outcome).toBe(
      'missing-input',
    );
    expect(refusal(await press(world, 'show-secret', anna, id, { value: '__proto__' }))?.outcome).toBe(
      'missing-input',
    );
  });

  test('a note is confirmed with the way: a visit on site, else a press', async () => {
    await press(world, 'on-site', anna, id);
    await press(world, 'confirm-note', anna, id, { noteId: 'solen/tak' });
    expect(world.memory.confirmations).toEqual([
      { noteId: 'solen/tak', date: '2026-11-23', byUpn: anna, way: 'visit' },
    ]);
  });

  test('a note that has nothing to do with the case cannot be confirmed', async () => {
    expect(refusal(await press(world, 'confirm-note', anna, id, { noteId: 'annat/ting' }))?.outcome).toBe(
      'gone',
    );
  });

  test('a correction is kept for the editors and moves no date', async () => {
    await press(world, 'correct-note', anna, id, { noteId: 'solen/tak', text: 'Fel våning' });
    expect(world.memory.outcomes).toMatchObject([{ outcome: 'corrected', text: 'Fel våning', byUpn: anna }]);
    expect(world.memory.confirmations).toEqual([]);
  });
});

describe('when somebody says that they come', () => {
  const now = new Date('2026-11-23T09:15:00+01:00');
  test.each([
    ['om 20 min', '2026-11-23T09:35:00+01:00'],
    ['20m', '2026-11-23T09:35:00+01:00'],
    ['PT20M', '2026-11-23T09:35:00+01:00'],
    ['om 2 timmar', '2026-11-23T11:15:00+01:00'],
    ['in 1 hour', '2026-11-23T10:15:00+01:00'],
    ['14:30', '2026-11-23T14:30:00+01:00'],
    ['08:00', '2026-11-24T08:00:00+01:00'],
    ['kl 14.30', '2026-11-23T14:30:00+01:00'],
    ['i morgon kl 8', '2026-11-24T08:00:00+01:00'],
    ['2026-11-24 08:00', '2026-11-24T08:00:00+01:00'],
    ['2026-11-23T10:00:00Z', '2026-11-23T11:00:00+01:00'],
  ])('%s is read', (said, expected) => {
    expect(parsePromise(said, now, 'Europe/Stockholm')).toEqual(new Date(expected));
  });

  test.each(['', 'snart', '09:00', '25:00', '2026-11-22T10:00:00Z', 'om 20'])(
    '%s is not a time ahead',
    (said) => {
      expect(parsePromise(said, now, 'Europe/Stockholm')).toBeNull();
    },
  );
});
