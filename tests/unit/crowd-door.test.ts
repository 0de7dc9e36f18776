import { describe, expect, it, vi } from 'vitest';
import { createDoor, type DoorPorts, lineOf } from '#bot/conversation/crowd/create-door.ts';
import { createKeepSafe, type KeepSafePorts } from '#bot/conversation/crowd/keep-safe.ts';
import { createTakeUp, type TakeUpPorts } from '#bot/conversation/crowd/take-up.ts';
import type { TakenUp, ToKeep, WaitingStore } from '#bot/conversation/crowd/waiting-store.ts';
import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { patient } from '../support/patient.ts';

function message(changes: Partial<IncomingMessage> = {}, conversationId = 'a:1'): IncomingMessage {
  return {
    id: 'm-1',
    address: {
      channel: 'msteams',
      conversationId,
      conversationType: 'personal',
      tenantId: null,
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      botId: '28:bot',
      userId: '29:anna',
    },
    from: { aadObjectId: null, name: 'Anna' },
    at: new Date('2026-10-05T07:00:00Z'),
    text: 'hej',
    locale: 'sv-SE',
    attachments: [],
    press: null,
    installed: false,
    ...changes,
  };
}
const press = {
  verb: 'accept',
  caseId: null,
  offerId: null,
  reportId: null,
  noteId: null,
  value: null,
  text: null,
} as const;

function world(changes: Partial<DoorPorts> = {}) {
  const toKeep: ToKeep[] = [];
  const told: string[] = [];
  const store: WaitingStore = {
    keep: async (messages) => {
      toKeep.push(...messages);
      return messages.map(() => ({ outcome: 'kept', tell: true, language: 'en', introduced: true }));
    },
    keepBeside: async () => null,
    take: async () => [],
    finish: async () => undefined,
    giveBack: async () => undefined,
    isNews: async () => true,
    backlog: async () => ({ waiting: 0, oldest: 0 }),
    tidy: async () => undefined,
  };
  const clock = { at: 0 };
  const door = createDoor({
    store,
    elapsed: () => clock.at,
    tell: (what, { id }) => told.push(`${what} ${id}`),
    ...changes,
  });
  return { door, toKeep, told, clock };
}

describe('the door', () => {
  it('is open while there is room, and costs nothing but a count', async () => {
    const { door, toKeep } = world();
    expect(door.isCrowded(message())).toBe(false);
    const leave = await door.enter(message());
    leave?.();
    expect(door.figures()).toEqual({ waiting: 0, oldest: 0, kept: 0, refused: 0 });
    expect(toKeep).toEqual([]);
  });

  it('is crowded once somebody has waited for a second, but never to a press or to what waited already', async () => {
    const { door, clock } = world({ limits: { atOnce: 1 } });
    await door.enter(message());
    void door.enter(message({ press }));
    clock.at = 1_001;
    expect(door.isCrowded(message())).toBe(true);
    expect(door.isCrowded(message({ press }))).toBe(false);
    expect(door.isCrowded(message({ waited: { masked: [], place: '1' } }))).toBe(false);
    expect(door.figures()).toMatchObject({ waiting: 1, oldest: 1.001 });
  });

  it('is crowded while others wait that came before', () => {
    const { door } = world();
    door.setBacklog(true);
    expect(door.isCrowded(message())).toBe(true);
  });

  it('never turns anybody away where nothing can be kept', async () => {
    const { door, clock } = world({ store: null, limits: { atOnce: 1, patience: 1 } });
    const leave = await door.enter(message());
    const next = door.enter(message());
    clock.at = 100_000;
    expect(door.isCrowded(message())).toBe(false);
    leave?.();
    await expect(next).resolves.toBeTypeOf('function');
  });

  it('is able until somebody has waited for half a minute', async () => {
    const { door, clock } = world({ limits: { atOnce: 1 } });
    await door.enter(message());
    void door.enter(message({ press }));
    clock.at = 29_000;
    expect(door.isAble()).toBe(true);
    clock.at = 30_001;
    expect(door.isAble()).toBe(false);
  });

  it('asks nobody to wait who did not ask anything', async () => {
    const { door, toKeep } = world();
    await door.keep(message({ installed: true }));
    await door.keep(message({ revises: { messageId: 'm-0', how: 'edited' } }));
    await door.keep(message());
    expect(toKeep.map(({ asks }) => asks)).toEqual([false, false, true]);
  });

  it('takes twenty of one conversation at once, says so once to whoever sends more, and takes others', async () => {
    const { door, told } = world();
    const left = Array.from({ length: 20 }, () => door.begin(message()));
    expect(left).not.toContain(null);
    expect(door.begin(message({ id: 'm-21' }))).toBeNull();
    expect(door.begin(message({ id: 'm-22' }))).toBeNull();
    expect(door.begin(message({ press }))).not.toBeNull();
    expect(door.begin(message({}, 'a:2'))).not.toBeNull();
    await vi.waitFor(() => expect(told).toEqual(['full m-21']), patient);
    expect(door.figures().refused).toBe(2);
    left[0]?.();
    expect(door.begin(message())).not.toBeNull();
  });

  it('takes of one person so much, in whichever conversation they write, says so once in each, and takes others', async () => {
    const { door, told, clock } = world({ limits: { person: { burst: 3, perSecond: 1 } } });
    const write = (id: string, chat: string, who: string) =>
      door.begin(message({ id, from: { aadObjectId: who, name: 'X' } }, chat)) !== null;
    expect(['a', 'b', 'c'].map((chat) => write(`m-${chat}`, chat, 'anna'))).toEqual([true, true, true]);
    expect(write('m-d', 'd', 'anna')).toBe(false);
    expect(write('m-d2', 'd', 'anna')).toBe(false);
    expect(write('m-e', 'e', 'anna')).toBe(false);
    expect(write('m-o', 'd', 'olle')).toBe(true);
    expect(door.begin(message({ press, from: { aadObjectId: 'anna', name: 'X' } }))).not.toBeNull();
    await vi.waitFor(() => expect(told).toEqual(['full m-d', 'full m-e']), patient);
    clock.at = 1_000;
    expect(write('m-f', 'd', 'anna')).toBe(true);
  });

  it('lets what is too much of one tenant wait, and takes the others', () => {
    const { door, clock } = world({ limits: { tenant: { burst: 2, perSecond: 1 } } });
    const of = (tenantId: string | null) => {
      const any = message();
      return message({ address: { ...any.address, tenantId } });
    };
    expect([of('big'), of('big'), of('big')].map(door.isCrowded)).toEqual([false, false, true]);
    expect(door.isCrowded(of('small'))).toBe(false);
    expect(door.isCrowded(of(null))).toBe(false);
    expect(door.isCrowded({ ...of('big'), waited: { masked: [], place: '1' } })).toBe(false);
    expect(door.isCrowded({ ...of('big'), press })).toBe(false);
    clock.at = 1_000;
    expect(door.isCrowded(of('big'))).toBe(false);
  });

  it('gives all threads of a channel one turn together', () => {
    const thread = (id: string) => lineOf(message({}, `19:general@thread.tacv2;messageid=${id}`).address);
    expect(thread('1')).toBe(thread('2'));
    expect(thread('1')).not.toBe(lineOf(message().address));
  });
});

describe('taking up what waits', () => {
  const wait = (place: string, attempt = 1): TakenUp => ({
    place,
    attempt,
    message: message({ id: `m-${place}` }),
  });
  function taking(rounds: TakenUp[][], receive: TakeUpPorts['receive'], isTelling = () => false) {
    const store = {
      take: vi.fn(async () => rounds.shift() ?? []),
      finish: vi.fn(async () => undefined),
      giveBack: vi.fn(async () => undefined),
    };
    const setBacklog = vi.fn();
    const tellFailed = vi.fn();
    const tellPressed = vi.fn();
    const takeUp = createTakeUp({
      store: {
        keep: async () => [],
        keepBeside: async () => null,
        isNews: async () => true,
        backlog: async () => ({ waiting: 0, oldest: 0 }),
        tidy: async () => {},
        ...store,
      },
      door: { setBacklog },
      receive,
      tellFailed,
      tellPressed,
      now: () => new Date('2026-10-05T08:00:00Z'),
      logger: { warn: () => undefined, error: () => undefined },
      atOnce: 2,
      isTelling,
    });
    return { takeUp, store, setBacklog, tellFailed, tellPressed };
  }
  const done = {
    handled: true,
    replies: [],
    pressAnswer: null,
    decision: null,
    triage: null,
    matter: null,
  } as const;
  const result = { ...done, caseEffect: 'none', caseId: null } as const;

  it('answers them as of now, with their place, and goes on while there are more than fit', async () => {
    const received: IncomingMessage[] = [];
    const world = taking([[wait('1'), wait('2')], [wait('3')], []], async (one) => {
      received.push(one);
      return result;
    });
    await world.takeUp.look();
    await vi.waitFor(() => expect(received).toHaveLength(3), patient);
    await world.takeUp.stop();
    expect(received.map(({ waited }) => waited?.place)).toEqual(['1', '2', '3']);
    expect(received[0]?.at).toEqual(new Date('2026-10-05T08:00:00Z'));
    expect(world.setBacklog.mock.calls[0]).toEqual([true]);
    expect(world.setBacklog.mock.calls.at(-1)).toEqual([false]);
    expect(world.store.take.mock.calls.length).toBeLessThan(8);
  });

  it('takes none up while others are told that they wait', async () => {
    let isTelling = true;
    const world = taking(
      [[wait('1')]],
      async () => result,
      () => isTelling,
    );
    await world.takeUp.look();
    expect(world.store.take).not.toHaveBeenCalled();
    isTelling = false;
    await world.takeUp.look();
    expect(world.store.take).toHaveBeenCalled();
    await world.takeUp.stop();
  });

  it('tries one that failed again later, and after five times gives it up and says so', async () => {
    const fails = async () => Promise.reject(new Error('a bug'));
    const world = taking([[wait('1', 1), wait('2', 5)]], fails);
    await world.takeUp.look();
    await world.takeUp.stop();
    expect(world.store.giveBack.mock.calls).toEqual([['1', 5]]);
    expect(world.store.finish.mock.calls).toEqual([[['2']]]);
    expect(world.tellFailed).toHaveBeenCalledOnce();
  });

  it('never gives one up because the database was away', async () => {
    const away = async () => Promise.reject(new OutsideSystemFailed('away', { retryable: true }));
    const world = taking([[wait('1', 9)]], away);
    await world.takeUp.look();
    await world.takeUp.stop();
    expect(world.store.giveBack).toHaveBeenCalledWith('1', 25);
    expect(world.tellFailed).not.toHaveBeenCalled();
  });

  it('says what a press is answered with, where it is no message of its own', async () => {
    const pressAnswer = { language: 'sv', introduce: false, content: { kind: 'help' } } as const;
    const presses = [wait('1'), wait('2')].map((one) => ({ ...one, message: { ...one.message, press } }));
    const world = taking([presses], async ({ id }) => ({
      ...result,
      pressAnswer,
      replies: id === 'm-2' ? [pressAnswer] : [],
    }));
    await world.takeUp.look();
    await world.takeUp.stop();
    expect(world.tellPressed.mock.calls).toEqual([[expect.objectContaining({ id: 'm-1' }), pressAnswer]]);
  });
});

describe('a message whose turn takes long', () => {
  const away = new OutsideSystemFailed('away', { retryable: true });
  const keeping = (store: KeepSafePorts['store']) =>
    createKeepSafe({ store, logger: { warn: () => undefined } });

  it('is safe once it is kept, and let go when its turn has ended, even if that fails', async () => {
    const giveBack = vi.fn(async () => Promise.reject(away));
    const safe = await keeping({ keepBeside: async () => ({ place: '7' }), giveBack })(message());
    await safe?.release();
    expect(giveBack.mock.calls).toEqual([['7', 0]]);
  });

  it('is not safe where it cannot be kept, or is kept already', async () => {
    const giveBack = async () => undefined;
    const full = keeping({ keepBeside: async () => null, giveBack });
    expect(await full(message())).toBeNull();
    const gone = keeping({ keepBeside: async () => Promise.reject(away), giveBack });
    expect(await gone(message())).toBeNull();
    const free = keeping({ keepBeside: async () => ({ place: '7' }), giveBack });
    expect(await free(message({ waited: { masked: [], place: '7' } }))).toBeNull();
  });
});
