import { beforeEach, describe, expect, test } from 'vitest';
import { closeCase } from '#bot/handoff/close-case.ts';
import {
  addDetail,
  answerQuestion,
  cancel,
  confirmResolved,
  join,
  notResolved,
  type RequesterAction,
  reopen,
} from '#bot/handoff/requester-actions.ts';
import {
  cardsTo,
  caseNow,
  createWorld,
  eventKinds,
  noticesTo,
  open,
  press,
  repliesTo,
  type World,
} from '../support/handoff-world.ts';
import { smallDesk, upns } from '../support/small-desk.ts';

const { anna, bo, cia, eva, finn } = upns;
let world: World;
let id: string;

beforeEach(async () => {
  world = createWorld();
  id = (await open(world)).case.id;
});

function act(action: RequesterAction, upn = eva, text = '') {
  return world.run((stores, ctx) => action(stores, ctx, { caseId: id, actor: world.person(upn), text }));
}

const last = (upn: string) => repliesTo(world, upn).at(-1);

describe('a detail', () => {
  test('is kept in the packet and passed on to whoever has it', async () => {
    await press(world, 'accept', anna, id);
    const result = await act(addDetail, eva, 'det luktar damm');
    expect(result).toMatchObject({ done: true, view: { assignee: { name: 'Anna' } } });
    expect(caseNow(world, id).packet.dialogue.at(-1)).toMatchObject({
      who: 'requester',
      text: 'det luktar damm',
    });
    expect(last(anna)).toMatchObject({ kind: 'case-message', from: 'Eva', text: 'det luktar damm' });
  });

  test('reaches somebody who is asked but has not answered yet', async () => {
    await act(addDetail, eva, 'mer');
    expect(last(anna)).toMatchObject({ kind: 'case-message' });
  });

  test('of a case that waits for the morning disturbs nobody', async () => {
    world = createWorld({ at: '2026-11-23T22:00:00+01:00' });
    id = (await open(world)).case.id;
    await act(addDetail, eva, 'mer');
    expect(repliesTo(world, anna)).toEqual([]);
    expect(caseNow(world, id).packet.dialogue).toHaveLength(2);
  });

  test('by somebody else changes nothing', async () => {
    expect(await act(addDetail, finn, 'min också')).toMatchObject({ done: false, case: null });
    expect(caseNow(world, id).version).toBe(2);
  });

  test('on a case that is over is not taken', async () => {
    await act(cancel);
    expect((await act(addDetail, eva, 'mer')).done).toBe(false);
  });
});

test('an answer to a question takes the case off hold', async () => {
  await press(world, 'accept', anna, id);
  await press(world, 'ask-requester', anna, id, { text: 'Vilket rum?' });
  await act(answerQuestion, eva, 'Matsalen');
  expect(caseNow(world, id)).toMatchObject({ state: 'in-progress', holdReason: null });
  expect(last(anna)).toMatchObject({ kind: 'case-message', text: 'Matsalen' });
  expect(eventKinds(world, id)).toContain('requester-answered');
});

describe('cancelling', () => {
  test('withdraws the offer and refreshes the card', async () => {
    const [card] = cardsTo(world, anna);
    await world.stores.deliveries.markSent(card?.id ?? '', { activityId: 'a', at: world.clock.at });
    const result = await act(cancel);
    expect(result).toMatchObject({ done: true, case: { state: 'cancelled' } });
    expect(await world.stores.cases.currentOffer(id)).toBeNull();
    expect(cardsTo(world, anna).at(-1)?.replaces).toBe(card?.id);
  });

  test('tells a technician who has it', async () => {
    await press(world, 'accept', anna, id);
    await act(cancel, eva, 'glöm det');
    expect(last(anna)).toMatchObject({
      kind: 'case-message',
      text: 'glöm det',
      case: { state: 'cancelled' },
    });
  });

  test('twice, or by another reporter, changes nothing', async () => {
    await act(join, finn, 'samma här');
    expect((await act(cancel, finn)).done).toBe(false);
    expect((await act(cancel)).done).toBe(true);
    expect((await act(cancel)).done).toBe(false);
  });
});

describe('after the work', () => {
  beforeEach(async () => {
    await press(world, 'accept', anna, id);
    await press(world, 'resolve', anna, id, { text: 'Bytte lampa' });
  });

  test('confirming closes the case', async () => {
    expect((await act(confirmResolved)).case?.state).toBe('closed');
    expect((await act(confirmResolved)).done).toBe(false);
    expect(eventKinds(world, id).slice(-2)).toEqual(['confirmed', 'closed']);
  });

  test('what does not work goes back to the same technician with the reason', async () => {
    await act(notResolved, eva, 'fortfarande svart');
    expect(caseNow(world, id)).toMatchObject({
      state: 'in-progress',
      assignee: { id: anna },
      resolvedAt: null,
    });
    expect(last(anna)).toMatchObject({ kind: 'case-message', text: 'fortfarande svart' });
  });

  test('the same fault after closing reopens the case', async () => {
    await act(confirmResolved);
    expect((await act(reopen, eva, 'samma fel igen')).case).toMatchObject({ state: 'in-progress' });
  });

  test('when the technician is away somebody else is asked', async () => {
    const absences = [{ from: '2026-11-24', to: '2026-11-30', reason: 'semester' }];
    const away = createWorld({ desk: smallDesk({ anna: { absences } }) });
    const opened = await open(away);
    await press(away, 'accept', anna, opened.case.id);
    await press(away, 'resolve', anna, opened.case.id, { text: 'klart' });
    away.moveTo('2026-11-24T09:00:00+01:00');
    const input = { caseId: opened.case.id, actor: away.person(eva), text: 'nej' };
    const result = await away.run((stores, ctx) => reopen(stores, ctx, input));
    expect(result.case).toMatchObject({ state: 'new', assignee: null, offeredTo: { id: bo } });
  });

  test('it closes by itself when it is due, once, and not when it was reopened', async () => {
    const close = (due: boolean) =>
      world.run((stores, ctx) => closeCase(stores, ctx, { caseId: id, isDue: () => due }));
    expect((await close(false)).case).toBeNull();
    expect((await close(true)).case?.state).toBe('closed');
    expect((await close(true)).case).toBeNull();
    expect(noticesTo(world, eva).at(-1)).toEqual({ event: 'closed' });
    await act(reopen, eva, 'nej');
    expect((await close(true)).case).toBeNull();
  });
});

test('a cancelled case that is reopened is put in somebody’s hands again', async () => {
  await act(cancel);
  expect((await act(reopen, eva, 'jo, hjälp')).case).toMatchObject({ state: 'new', offeredTo: { id: anna } });
  expect(cardsTo(world, anna)).toHaveLength(2);
});

describe('a second reporter', () => {
  test('joins, is counted, and hears all that follows', async () => {
    const result = await act(join, finn, 'samma här');
    expect(result).toMatchObject({ done: true, case: { reporterUpns: [finn] } });
    expect(last(anna)).toMatchObject({ kind: 'case-message', from: 'Finn' });
    await press(world, 'accept', anna, id);
    expect(noticesTo(world, finn)).toEqual([{ event: 'accepted', at: '2026-11-23T08:50:00.000Z' }]);
    expect(noticesTo(world, eva)).toEqual([{ event: 'accepted', at: '2026-11-23T08:50:00.000Z' }]);
  });

  test('joins once', async () => {
    await act(join, finn, 'samma här');
    expect((await act(join, finn, 'samma här')).done).toBe(false);
    expect((await act(join, eva, 'samma här')).done).toBe(false);
    expect(caseNow(world, id).reporterUpns).toEqual([finn]);
  });

  test('cannot join what is over, and cannot speak for all before it is resolved', async () => {
    await act(join, finn, 'samma här');
    expect((await act(confirmResolved, finn)).done).toBe(false);
    await act(cancel);
    expect((await act(join, cia, 'samma här')).done).toBe(false);
  });
});
