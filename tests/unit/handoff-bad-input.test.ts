import { describe, expect, it } from 'vitest';
import { sayReply } from '#bot/channels/text/say-reply.ts';
import { createDesk, type Desk } from '#bot/desk/desk.ts';
import { rescue } from '#bot/handoff/forgotten-cases.ts';
import type { PressResult } from '#bot/handoff/press.ts';
import { startOffer } from '#bot/handoff/start-offer.ts';
import { whatIsMissing } from '#bot/handoff/what-is-missing.ts';
import { createSpeaker } from '#bot/i18n/speaker.ts';
import { caseNow, createWorld, open, press, type World } from '../support/handoff-world.ts';
import { smallDesk, technician, upns } from '../support/small-desk.ts';

const { anna, bo, cia, dispatcher, eva } = upns;
const day = 86_400_000;

/** What the person reads after the press, in both languages. */
function words(world: World, { answer }: PressResult): string[] {
  return (['sv', 'en'] as const).map((language) => {
    const speaker = createSpeaker({ language, timezone: 'Europe/Stockholm', now: world.clock.at });
    const { title, lines } = sayReply({ language, introduce: false, content: answer }, speaker);
    return [title, ...lines].filter(Boolean).join(' ');
  });
}

/** At most one holder, at most one open question, and never both. */
function assertOneOutcome(world: World, id: string): void {
  const item = caseNow(world, id);
  const asked = [...world.memory.offers.values()].filter(
    ({ caseId, status }) => caseId === id && status === 'offered',
  );
  expect(asked.length + (item.assignee === null ? 0 : 1)).toBeLessThanOrEqual(1);
}

type Told = { readonly world: World; readonly id: string; readonly result: PressResult };
type BadPress = readonly [string, () => Promise<Told>, RegExp, string | null];

async function offered(desk?: Desk): Promise<{ world: World; id: string }> {
  const world = createWorld(desk ? { desk } : {});
  return { world, id: (await open(world)).case.id };
}

const presses: readonly BadPress[] = [
  [
    'two accept at once: the first has it, the second hears by whom',
    async () => {
      const { world, id } = await offered();
      const [one, two] = await Promise.all([
        press(world, 'accept', anna, id),
        press(world, 'accept', dispatcher, id),
      ]);
      return { world, id, result: one.done ? two : one };
    },
    /hann före|was first|Anna|Dis/,
    null,
  ],
  [
    'the same one accepts twice at once: taken once',
    async () => {
      const { world, id } = await offered();
      const both = await Promise.all([press(world, 'accept', anna, id), press(world, 'accept', anna, id)]);
      return { world, id, result: both.find(({ done }) => !done) ?? both[0] };
    },
    /redan gjort|already|before|hann före|done that|done already/i,
    anna,
  ],
  [
    'accept after one’s own no: the next has been asked',
    async () => {
      const { world, id } = await offered();
      await press(world, 'decline', anna, id, { text: 'Möte.' });
      return { world, id, result: await press(world, 'accept', anna, id) };
    },
    /gäller inte längre|no longer/,
    null,
  ],
  [
    'no after one’s own yes: it is passed on, not declined',
    async () => {
      const { world, id } = await offered();
      await press(world, 'accept', anna, id);
      return { world, id, result: await press(world, 'decline', anna, id, { text: 'Ångrar mig.' }) };
    },
    /redan gjort|already/,
    anna,
  ],
  [
    'a card pressed a week later, when the case is closed',
    async () => {
      const { world, id } = await offered();
      world.memory.cases.set(id, { ...caseNow(world, id), state: 'closed', offeredTo: null });
      for (const offer of world.memory.offers.values())
        world.memory.offers.set(offer.id, { ...offer, status: 'expired' });
      world.clock.at = new Date(world.clock.at.getTime() + 7 * day);
      return { world, id, result: await press(world, 'accept', anna, id) };
    },
    /redan klart|closed already/,
    null,
  ],
  [
    'a card pressed a week later, when a colleague has it',
    async () => {
      const { world, id } = await offered();
      await press(world, 'pass-on', anna, id, { value: bo });
      await press(world, 'accept', bo, id);
      world.clock.at = new Date(world.clock.at.getTime() + 7 * day);
      return { world, id, result: await press(world, 'accept', anna, id) };
    },
    /Bo/,
    bo,
  ],
  [
    'a promise for a time that is past',
    async () => {
      const { world, id } = await offered();
      await press(world, 'accept', anna, id);
      return {
        world,
        id,
        result: await press(world, 'promise', anna, id, { value: '2026-11-22T10:00:00+01:00' }),
      };
    },
    /saknas|missing/,
    anna,
  ],
  [
    'somebody who was never asked',
    async () => {
      const { world, id } = await offered();
      return { world, id, result: await press(world, 'accept', cia, id) };
    },
    /inte ditt|har ärendet|har det nu|not yours|has the case|has it now/,
    null,
  ],
  [
    'a case that does not exist',
    async () => {
      const { world, id } = await offered();
      return { world, id, result: await press(world, 'accept', anna, 'no-such-case') };
    },
    /redan klart|closed already|already closed/,
    null,
  ],
  [
    'passed on to somebody who is no technician',
    async () => {
      const { world, id } = await offered();
      await press(world, 'accept', anna, id);
      return { world, id, result: await press(world, 'pass-on', anna, id, { value: eva }) };
    },
    /saknas|missing/,
    anna,
  ],
];

describe('a press that comes too late, twice, or from the wrong one', () => {
  it.each(presses)('%s', async (_, play, sentence, holder) => {
    const { world, id, result } = await play();
    expect(result.done).toBe(false);
    for (const said of words(world, result)) expect(said).toMatch(sentence);
    assertOneOutcome(world, id);
    if (holder !== null) expect(caseNow(world, id).assignee?.id).toBe(holder);
  });
});

/** The desk without one of its technicians: removed in the middle of a case. */
function without(desk: Desk, upn: string): Desk {
  return createDesk({
    settings: desk.settings,
    sites: [...desk.sites.values()],
    people: [...desk.people.values()].filter((person) => person.upn !== upn),
    technicians: [...desk.technicians.values()].filter((known) => known.upn !== upn),
  });
}

describe('a desk with a hole in it', () => {
  it.each<[string, 'accept' | null]>([
    ['who was asked', null],
    ['who has the case', 'accept'],
  ])('a technician is removed %s: the check gives it to another', async (_, verb) => {
    const { world, id } = await offered();
    if (verb) await press(world, verb, anna, id);
    const smaller = without(world.desk, anna);
    Object.assign(world.loaded, { desk: smaller });
    expect(whatIsMissing(caseNow(world, id), null, smaller, world.clock.at)).toBe('owner-gone');
    await world.run((stores, ctx) => rescue(stores, ctx, id));
    expect(caseNow(world, id).offeredTo?.id).toBe(bo);
    assertOneOutcome(world, id);
  });

  it.each<[string, Desk, string]>([
    ['no technician at all', smallDesk({ technicians: [], settings: { contractors: [] } }), dispatcher],
    [
      'none with the skill',
      smallDesk({ technicians: [technician(bo, { skills: ['phone'] })], settings: { contractors: [] } }),
      bo,
    ],
    [
      'a rota without duty',
      smallDesk({ technicians: [technician(anna, { duty: 'off' })], settings: { contractors: [] } }),
      dispatcher,
    ],
    [
      'everybody away for good',
      smallDesk({
        technicians: [
          technician(anna, { absences: [{ from: '2026-01-01', to: '2028-01-01', reason: null }] }),
        ],
        settings: { contractors: [] },
      }),
      dispatcher,
    ],
  ])('%s: it ends with a person, and says so', async (_, desk, who) => {
    const world = createWorld({ desk });
    const opened = await open(world);
    expect(caseNow(world, opened.case.id).offeredTo?.id).toBe(who);
    expect(opened.to?.id ?? who).toBe(who);
    assertOneOutcome(world, opened.case.id);
  });

  it('a critical case at night, with the first choice away: nobody absent is asked', async () => {
    const away = { absences: [{ from: '2026-11-23', to: '2026-11-30', reason: 'semester' }] };
    const world = createWorld({
      desk: smallDesk({ anna: away, bo: away, cia: away }),
      at: '2026-11-23T23:00:00+01:00',
    });
    const { case: item } = await open(world, {
      priority: { impact: 'high', urgency: 'high', level: 'critical', hazard: false },
    });
    expect([...world.memory.offers.values()].map(({ to }) => to.id)).toEqual([dispatcher]);
    expect(caseNow(world, item.id).offeredTo?.id).toBe(dispatcher);
  });

  it.each(['2026-03-29T01:30:00+01:00', '2026-10-25T02:30:00+02:00'])(
    'the clocks change while a case waits (%s): it is offered when the wall shows the duty',
    async (at) => {
      const world = createWorld({ at });
      const { case: item } = await open(world);
      const job = world.memory.jobs.find(({ job: { name } }) => name === 'offer');
      expect(
        new Date(job?.startAfter ?? 0).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm' }),
      ).toBe('07:30:00');
      world.clock.at = job?.startAfter ?? world.clock.at;
      await world.run((stores, ctx) => startOffer(stores, ctx, { caseId: item.id, upn: anna }));
      expect(caseNow(world, item.id).offeredTo?.id).toBe(anna);
      assertOneOutcome(world, item.id);
    },
  );
});
