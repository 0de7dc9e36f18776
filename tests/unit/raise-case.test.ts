import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Priority } from '#bot/desk/priority.ts';
import { raiseCase } from '#bot/handoff/raise-case.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { saysOnlyHaste } from '#bot/triage/find-haste.ts';
import {
  caseNow,
  createWorld,
  eventKinds,
  open,
  press,
  repliesTo,
  type World,
} from '../support/handoff-world.ts';
import { upns } from '../support/small-desk.ts';
import { loadDesk, reply, startTalk } from '../support/talk.ts';

const { anna, bo, eva } = upns;
const high: Priority = { impact: 'medium', urgency: 'high', level: 'high', hazard: false };
const moderate: Priority = { impact: 'low', urgency: 'high', level: 'moderate', hazard: false };

describe('a case that becomes more urgent', () => {
  let world: World;
  let id: string;
  beforeEach(async () => {
    world = createWorld();
    id = (await open(world)).case.id;
  });
  const raise = (to: Priority, upn = eva, text = 'det är bråttom nu') =>
    world.run((stores, ctx) => raiseCase(stores, ctx, { caseId: id, actor: world.person(upn), text, to }));

  it('is raised, said in its history by whom and why, and whoever was asked is asked anew with less time', async () => {
    const before = [...world.memory.offers.values()].at(-1);
    expect(await raise(high)).toMatchObject({ done: true, view: { priority: 'high' } });
    const after = [...world.memory.offers.values()].at(-1);
    expect([before?.to.id, after?.to.id]).toEqual([anna, anna]);
    expect(after?.acknowledgeBy?.getTime()).toBeLessThan(before?.acknowledgeBy?.getTime() ?? 0);
    expect(caseNow(world, id)).toMatchObject({ priority: high });
    expect(caseNow(world, id).packet.dialogue.at(-1)?.text).toBe('det är bråttom nu');
    expect(eventKinds(world, id)).toEqual(expect.arrayContaining(['reprioritised', 'detail-added']));
    expect(world.memory.events.find(({ kind }) => kind === 'reprioritised')).toMatchObject({
      actor: eva,
      data: { from: 'low', to: 'high', by: 'requester' },
    });
  });

  it('is told to whoever has it, with the words and how much', async () => {
    await press(world, 'accept', anna, id);
    await raise(moderate);
    expect(repliesTo(world, anna).at(-1)).toMatchObject({
      kind: 'case-message',
      text: 'det är bråttom nu',
      raised: { from: 'low', to: 'moderate' },
    });
    expect(caseNow(world, id).assignee?.id).toBe(anna);
  });

  it('that waits for an answer goes on when the answer makes it urgent', async () => {
    await press(world, 'accept', anna, id);
    await press(world, 'ask-requester', anna, id, { text: 'Vilket rum?' });
    expect(await raise(high, eva, 'rum 12, 30 barn väntar')).toMatchObject({ done: true });
    expect(caseNow(world, id)).toMatchObject({ state: 'in-progress', holdReason: null, priority: high });
    expect(caseNow(world, id).holds?.at(-1)?.to).not.toBeNull();
    expect(eventKinds(world, id).filter((kind) => kind === 'requester-answered')).toHaveLength(1);
    expect(eventKinds(world, id)).not.toContain('detail-added');
  });

  it('is raised to each level once, and never lowered', async () => {
    await raise(high);
    expect((await raise(high)).done).toBe(false);
    expect((await raise(moderate)).done).toBe(false);
    expect(world.memory.events.filter(({ kind }) => kind === 'reprioritised')).toHaveLength(1);
  });

  it('stays as a dispatcher decided', async () => {
    await press(world, 'reprioritise', upns.dispatcher, id, {
      value: 'moderate',
      text: 'kan vänta',
    });
    const decided = world.memory.events.some(({ kind }) => kind === 'reprioritised');
    expect(decided).toBe(true);
    expect((await raise(high)).done).toBe(false);
    expect(caseNow(world, id).priority.level).toBe('moderate');
  });

  it('is nobody else’s to raise, and nothing that is over is raised', async () => {
    expect((await raise(high, bo)).case).toBeNull();
    await world.run((stores) =>
      stores.cases.save({ ...caseNow(world, id), state: 'closed', offeredTo: null }),
    );
    expect((await raise(high)).done).toBe(false);
  });
});

describe('haste in a talk', () => {
  let loaded: LoadedDesk;
  beforeAll(async () => {
    loaded = await loadDesk();
  });
  const talkOf = (name: string, at?: string) =>
    startTalk(loaded, { from: `${name}@ekbacken.example`, ...(at ? { at } : {}) });

  it('raises the open case, and says who has been asked and by when', async () => {
    const talk = talkOf('hanna.nilsson');
    await talk.say('plattan har gått sönder, glaset är krossat');
    const raised = reply(await talk.say('det är bråttom nu, 30 barn väntar'), 'raised');
    expect([raised.case.priority, raised.case.offeredTo?.name]).toEqual(['high', 'Karin Lind']);
    expect(raised.case.answerBy).toBeDefined();
  });

  it.each(['words', 'a press'])(
    'raises the case from an answer to the technician too, by %s',
    async (how) => {
      const talk = talkOf('hanna.nilsson');
      const id = (await talk.say('plattan har gått sönder, glaset är krossat')).caseId ?? '';
      const from = 'karin.lind@ekbacken.example';
      await talk.press({ verb: 'accept', caseId: id }, { from });
      await talk.press({ verb: 'ask-requester', caseId: id, text: 'Vilken platta?' }, { from });
      const text = 'nummer 7, det är bråttom nu, 30 barn väntar';
      const turn =
        how === 'words'
          ? await talk.say(text)
          : await talk.press({ verb: 'answer-question', caseId: id, text });
      expect(reply(turn, 'raised').case.priority).toBe('high');
      expect(talk.memory.cases.get(id)).toMatchObject({ state: 'in-progress', holdReason: null });
    },
  );

  it('said once more is added and not told as news', async () => {
    const talk = talkOf('hanna.nilsson');
    await talk.say('plattan har gått sönder, glaset är krossat');
    await talk.say('det är bråttom nu, 30 barn väntar');
    expect(reply(await talk.say('skynda er'), 'detail-added').urgent).toBe(true);
    expect(reply(await talk.say('den har nummer 7'), 'detail-added').urgent).toBeUndefined();
  });

  it('is about the open case, whatever kind of thing its words name', async () => {
    const talk = talkOf('sofie.martinsson');
    await talk.say('dokumentkameran har gått sönder, glaset är krossat');
    const turn = await talk.say('provet börjar om 10 min');
    expect(reply(turn, 'raised').case.priority).toBe('moderate');
    expect(talk.memory.cases.size).toBe(1);
  });

  it('after advice means that there is no time to try: a person takes over, with the right priority', async () => {
    const talk = talkOf('sofie.martinsson');
    reply(await talk.say('dokumentkameran i NO-salen visar ingen bild'), 'answer');
    const turn = await talk.say('provet börjar om 10 min');
    expect(reply(turn, 'handed-off').to?.name).toBe('Elin Sjöberg');
    expect(turn.matter).toMatchObject({ category: 'av', level: 'moderate' });
  });

  it('calls somebody at night when it no longer can wait', async () => {
    const talk = talkOf('maja.petersson', '2026-11-23T22:15:00+01:00');
    const first = await talk.say('skrivaren på expeditionen är sönder, luckan är av');
    expect(reply(first, 'handed-off').when.kind).toBe('waits');
    expect(reply(await talk.say('hela boendet står still nu, ingen kan jobba'), 'raised').case.priority).toBe(
      'critical',
    );
    expect([...talk.memory.offers.values()].at(-1)?.status).toBe('offered');
  });

  it('with a danger comes with the safety line', async () => {
    const talk = talkOf('hanna.nilsson');
    await talk.say('plattan har gått sönder, glaset är krossat');
    expect(reply(await talk.say('nu ryker det om den!'), 'raised').hazard).toBe(true);
  });

  it('with a fault of its own is a new matter', async () => {
    const talk = talkOf('hanna.nilsson');
    await talk.say('plattan har gått sönder, glaset är krossat');
    const turn = await talk.say('det är bråttom, skrivaren i personalrummet blinkar orange');
    expect(turn.matter?.category).toBe('printer');
  });

  it.each([
    ['det är bråttom nu, 30 barn väntar', true],
    ['provet börjar om 10 min', true],
    ['skynda er!!', true],
    ['nu ringer föräldrarna också', true],
    ['kön växer', true],
    ['har inte tid med det här, 20 barn väntar', true],
    ['hurry up I have 25 students waiting', true],
    ['det är bråttom, skrivaren i personalrummet blinkar orange', false],
    ['ingen brådska', false],
    ['försök igen om 10 min står det', false],
    ['projektorn är svart', false],
    ['tack', false],
    ['', false],
  ])('is told from a matter: %s', (text, only) => {
    expect(saysOnlyHaste(text)).toBe(only);
  });
});
