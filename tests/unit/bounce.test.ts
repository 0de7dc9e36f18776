import { beforeEach, describe, expect, test } from 'vitest';
import { bounceReasons, guessBounceReason, soundsReturned } from '#bot/handoff/bounce-reason.ts';
import { viewForTechnician } from '#bot/handoff/case-views.ts';
import { nextContractorStep } from '#bot/handoff/contractor-handover.ts';
import type { TechnicianPress } from '#bot/handoff/press.ts';
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
import { upns } from '../support/small-desk.ts';
import { createContractor, openWithContractor, takenByContractor } from '../support/with-contractor.ts';

const { anna, bo, cia, dispatcher, eva, finn } = upns;

let world: World;
let caseId: string;
let contractor: ReturnType<typeof createContractor>;

beforeEach(async () => {
  world = createWorld();
  contractor = createContractor(world);
  caseId = await openWithContractor(world);
});

const later = (minutes: number) =>
  world.moveTo(new Date(world.clock.at.getTime() + minutes * 60_000).toISOString());
const report = (by: string, changes: Partial<TechnicianPress> = {}) =>
  press(world, 'not-theirs', by, caseId, { value: 'not-in-agreement', ...changes });
const bounces = () => world.memory.events.filter(({ kind }) => kind === 'bounced');
const view = (upn: string) => viewForTechnician(caseNow(world, caseId), { upn, offer: null }, world.ctx());

describe('"the contractor says: not theirs"', () => {
  test('gives the case to our technician with their words, and counts the reason', async () => {
    const done = await report(dispatcher, { text: 'Ingår inte i vårt avtal.' });
    expect(done.done).toBe(true);
    const item = caseNow(world, caseId);
    expect(item).toMatchObject({ state: 'new', assignee: null, offeredTo: { kind: 'technician', id: anna } });
    expect(cardsTo(world, anna)).toHaveLength(1);
    expect(item.packet.dialogue.at(-1)).toMatchObject({
      who: 'contractor',
      name: 'Servicedesken',
      text: 'Ingår inte i vårt avtal.',
    });
    expect(bounces()).toMatchObject([
      {
        actor: dispatcher,
        data: { contractor: 'servicedesk', reason: 'not-in-agreement', words: 'Ingår inte i vårt avtal.' },
      },
    ]);
    expect(item.contractorStays).toMatchObject([
      { ended: 'returned', to: world.clock.at, bounce: { reason: 'not-in-agreement', byUpn: dispatcher } },
    ]);
  });

  test('the requester is told who has it now, once', async () => {
    await report(dispatcher);
    expect(noticesTo(world, eva).filter(({ event }) => event === 'reassigned')).toEqual([
      { event: 'reassigned', reason: 'returned' },
    ]);
    const told = repliesTo(world, eva).at(-1);
    expect(told).toMatchObject({ kind: 'case-notice', case: { offeredTo: { name: 'Anna' } } });
  });

  test.each(bounceReasons)('takes %s as a reason', async (value) => {
    expect((await report(dispatcher, { value })).done).toBe(true);
    expect(bounces()).toMatchObject([{ data: { reason: value, words: null } }]);
  });

  test.each([null, '', 'because', 'constructor'])('does nothing with %j as a reason', async (value) => {
    expect(refusal(await report(dispatcher, { value }))).toMatchObject({ outcome: 'missing-input' });
    expect(bounces()).toEqual([]);
  });

  test('pressed twice it is one bounce', async () => {
    await report(dispatcher);
    const before = world.memory.deliveries.size;
    expect(refusal(await report(dispatcher))).toMatchObject({ outcome: 'already-done' });
    expect(bounces()).toHaveLength(1);
    expect(world.memory.deliveries.size).toBe(before);
  });

  test('after their system said so it is one bounce', async () => {
    await contractor.becomes(caseId, 'returned');
    expect(refusal(await report(dispatcher))).toMatchObject({ outcome: 'already-done' });
    expect(bounces()).toHaveLength(1);
  });

  test.each([eva, finn, bo, cia, anna])(
    'is nothing that %s can say of a case never shown to them',
    async (upn) => {
      expect(refusal(await report(upn))).toMatchObject({ outcome: 'not-yours' });
      expect(bounces()).toEqual([]);
    },
  );

  test('a technician who was asked before can say it', async () => {
    await report(dispatcher);
    // Back with the contractor: the technician rings them and hears the same again.
    const item = caseNow(world, caseId);
    const offer = await world.stores.cases.currentOffer(caseId);
    const withdrawn = { id: offer?.id ?? '', status: 'withdrawn', at: world.clock.at, reason: null } as const;
    await world.stores.cases.answerOffer(withdrawn);
    world.memory.cases.set(caseId, {
      ...item,
      state: 'in-progress',
      offeredTo: null,
      assignee: { kind: 'contractor', id: 'servicedesk' },
      contractorStays: [
        ...(item.contractorStays ?? []),
        { contractorId: 'servicedesk', from: world.clock.at, heardAt: null, to: null, ended: null },
      ],
    });
    expect(view(anna)).toMatchObject({ viewer: { relation: 'former' }, mayReturn: true });
    later(5);
    expect((await report(anna, { value: 'wrong-queue' })).done).toBe(true);
    expect(bounces().map(({ actor }) => actor)).toEqual([dispatcher, anna]);
  });

  test('says nothing of a case that a technician has', async () => {
    const own = (await open(world)).case.id;
    await press(world, 'accept', anna, own);
    expect(refusal(await press(world, 'not-theirs', anna, own, { value: 'other' }))).toMatchObject({
      outcome: 'withdrawn',
    });
    expect(eventKinds(world, own)).not.toContain('bounced');
  });

  test('says nothing of a case that is over', async () => {
    await contractor.becomes(caseId, 'resolved');
    expect(refusal(await report(dispatcher))).toMatchObject({ outcome: 'gone' });
  });

  test('long words are cut', async () => {
    await report(dispatcher, { text: 'x'.repeat(4_000) });
    expect(String(bounces()[0]?.data.words)).toHaveLength(2_000);
  });

  test('is on the dispatcher’s card while they have it, and whose it was on the technician’s after it', async () => {
    expect(view(dispatcher).mayReturn).toBe(true);
    await report(dispatcher, { text: 'Inte vårt.' });
    expect(view(dispatcher).mayReturn).toBe(false);
    expect(view(anna).contractors).toMatchObject([
      { name: 'Servicedesken', outcome: 'returned', bounces: [{ words: 'Inte vårt.', by: 'Dis' }] },
    ]);
  });
});

describe('a dispatcher gives it to a contractor', () => {
  const giveTo = (id: string, by = dispatcher) =>
    press(world, 'pass-on', by, caseId, { value: `contractor:${id}`, text: 'Det står i avtalet.' });
  const nextTold = () =>
    world.run((stores, ctx) => nextContractorStep(stores, ctx, { caseId, files: false }));

  test('back to the one who sent it away, whose ticket is opened again with the reason', async () => {
    await report(dispatcher);
    later(10);
    expect((await giveTo('servicedesk')).done).toBe(true);
    expect(caseNow(world, caseId)).toMatchObject({ assignee: null, offeredTo: { id: 'servicedesk' } });
    expect([...world.memory.offers.values()].map(({ status }) => status)).toEqual(['withdrawn']);
    await takenByContractor(world, caseId);
    expect(await nextTold()).toMatchObject({
      comment: 'Dis lämnar tillbaka ärendet till er: Det står i avtalet.',
      reopens: true,
    });
    expect(caseNow(world, caseId).contractorStays).toMatchObject([{ ended: 'returned' }, { ended: null }]);
    expect(noticesTo(world, eva).at(-1)).toMatchObject({ event: 'sent-to-contractor' });
  });

  test('to another one it is a case like any other', async () => {
    expect((await giveTo('telebolaget')).done).toBe(true);
    await takenByContractor(world, caseId);
    expect(await nextTold()).toBeNull();
    expect(caseNow(world, caseId).contractorStays).toMatchObject([
      { contractorId: 'servicedesk', ended: 'taken-back' },
      { contractorId: 'telebolaget', ended: null },
    ]);
  });

  test.each([
    ['to the one who has it', 'servicedesk', dispatcher, 'already-done'],
    ['to nobody', 'nobody', dispatcher, 'missing-input'],
    ['by a technician', 'telebolaget', anna, 'not-yours'],
    ['by the requester', 'telebolaget', eva, 'not-yours'],
  ])('not %s', async (_, id, by, outcome) => {
    expect(refusal(await giveTo(id, by))).toMatchObject({ outcome });
    expect(caseNow(world, caseId).assignee).toMatchObject({ id: 'servicedesk' });
  });

  test('is among the choices on a dispatcher’s card, and on nobody else’s', async () => {
    const names = (upn: string) => view(upn).colleagues.map((one) => one.name);
    expect(names(dispatcher)).toContain('Telebolaget');
    expect(names(dispatcher)).not.toContain('Servicedesken');
    expect(names(anna)).not.toContain('Telebolaget');
  });
});

describe('what their system sends back', () => {
  test('has its reason read from their words', async () => {
    await contractor.says(caseId, 'Det här kräver någon på plats hos er.');
    later(1);
    await contractor.becomes(caseId, 'returned');
    expect(bounces()).toMatchObject([{ actor: 'servicedesk', data: { reason: 'needs-on-site' } }]);
  });

  test('their words that come a moment after it are still the reason, and reach whoever has it now', async () => {
    const at = world.clock.at;
    await contractor.becomes(caseId, 'returned', at);
    later(2);
    expect(await contractor.says(caseId, 'Fel kö, hör till er.', at)).toMatchObject({ done: true });
    const item = caseNow(world, caseId);
    expect(item.contractorStays).toMatchObject([
      { bounce: { words: 'Fel kö, hör till er.', reason: 'wrong-queue' } },
    ]);
    expect(item.packet.dialogue.at(-1)?.text).toBe('Fel kö, hör till er.');
    expect(repliesTo(world, anna).at(-1)).toMatchObject({ kind: 'case-message', from: 'Servicedesken' });
  });

  test('words that come later are not heard: it is not theirs any more', async () => {
    await contractor.becomes(caseId, 'returned');
    later(2);
    expect(await contractor.says(caseId, 'Hur gick det?')).toMatchObject({ done: false });
  });

  test('ends when they said so, not when we asked', async () => {
    const at = new Date(world.clock.at.getTime() + 10 * 60_000);
    later(25);
    await contractor.becomes(caseId, 'returned', at);
    expect(caseNow(world, caseId).contractorStays).toMatchObject([{ to: at }]);
  });

  test('"this is not ours" in plain words brings the case to a dispatcher’s eyes, once', async () => {
    await contractor.says(caseId, 'Detta ingår inte i vårt avtal, ni får lösa det själva.');
    await contractor.says(caseId, 'Som sagt, det är inte vårt ansvar.');
    expect(cardsTo(world, dispatcher)).toHaveLength(1);
    expect(caseNow(world, caseId).assignee).toMatchObject({ kind: 'contractor' });
    expect(bounces()).toEqual([]);
  });
});

describe('reading why', () => {
  test.each([
    ['Ingår ej i avtalet', 'not-in-agreement'],
    ['This is out of scope for us', 'not-in-agreement'],
    ['Kopplad till fel grupp', 'wrong-queue'],
    ['Ni behöver skicka någon på plats', 'needs-on-site'],
    ['Dubblett av INC-4', 'duplicate'],
    ['Hej', 'other'],
    [null, 'other'],
  ])('%j is %s', (words, reason) => {
    expect(guessBounceReason(words)).toBe(reason);
  });

  test.each([
    'Det är inte vårt.',
    'Detta hör inte till oss',
    'Ligger inte på vårt bord: inte vårt ansvar',
    'This is not our responsibility.',
    'Skickar tillbaka ärendet',
  ])('%j sounds like a no', (words) => {
    expect(soundsReturned(words)).toBe(true);
  });

  test.each([
    'Vi har låst upp kontot.',
    'Vi tittar på det i dag.',
    'Det är inte vårdcentralens nät som är nere.',
    'Det blev fel körning i natt.',
    'Är det fortfarande inte löst?',
    'Fungerar det inte nu får ni höra av er till oss.',
    'We are working on it, and it is not done yet.',
  ])('%j does not', (words) => {
    expect(soundsReturned(words)).toBe(false);
  });
});
