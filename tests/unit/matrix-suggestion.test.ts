import { beforeEach, describe, expect, test } from 'vitest';
import type { Category } from '#bot/desk/category.ts';
import { decideMatrixRow } from '#bot/handoff/decide-matrix-row.ts';
import type { MatrixSuggestionReply } from '#bot/reply/matrix-suggestion-reply.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { buildNote } from '../support/build-note.ts';
import { createWorld, press, repliesTo, type World } from '../support/handoff-world.ts';
import { row, smallDesk, upns } from '../support/small-desk.ts';
import { openWithContractor } from '../support/with-contractor.ts';

const { anna, dispatcher } = upns;
const responsibility = [
  row({ category: 'av' }),
  row({ category: 'application', site: 'solen', handledBy: 'contractor', contractor: 'servicedesk' }),
  row({ handledBy: 'contractor', contractor: 'servicedesk' }),
];

let world: World;

beforeEach(() => {
  world = createWorld({ desk: smallDesk({ settings: { responsibility } }) });
  world.memory.matrix.settings = world.desk.settings;
});

type Where = 'solen' | 'skolan' | 'kontoret' | null;
const given = (site: Where = 'solen', category: Category = 'account') =>
  openWithContractor(world, {
    category: { id: category, confidence: 1 },
    site: { id: site, source: site === null ? 'none' : 'mention', confidence: 1, candidates: [] },
  });
/** A case that they got and sent back. */
async function bounced(site: Where = 'solen', value = 'not-in-agreement', category: Category = 'account') {
  const id = await given(site, category);
  await press(world, 'not-theirs', dispatcher, id, { value, text: `Nej till ${id}.` });
  return id;
}
async function times(count: number, make: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n += 1) await make();
}
const days = (count: number) =>
  world.moveTo(new Date(world.clock.at.getTime() + count * 86_400_000).toISOString());
const asked = () => repliesTo(world, dispatcher).filter((reply) => reply.kind === 'matrix-suggestion');
const decide = (decision: 'approved' | 'dismissed', id = asked().at(-1)?.id ?? '', upn = dispatcher) =>
  world.run((stores, ctx) => decideMatrixRow(stores, ctx, { actor: world.person(upn), id, decision }));
const matrix = () => world.memory.matrix.settings?.responsibility;

describe('a row for the matrix is suggested', () => {
  test('when three of a kind came back, with the cases behind it', async () => {
    await times(2, bounced);
    expect(asked()).toEqual([]);
    await bounced();
    expect(asked()).toMatchObject([
      { contractor: 'Servicedesken', category: 'account', siteKind: 'preschool', bounced: 3, tickets: 3 },
    ]);
    const [suggestion] = asked();
    expect(suggestion?.cases.map(({ number }) => number)).toEqual(['VK-1003', 'VK-1002', 'VK-1001']);
    expect(suggestion?.cases[0]).toMatchObject({ siteName: 'Solen', reason: 'not-in-agreement' });
    expect(matrix()).toEqual(responsibility);
  });

  test('once, however many more come back', async () => {
    await times(5, bounced);
    expect(asked()).toHaveLength(1);
  });

  test('not while they solve half of that kind or more', async () => {
    await times(3, () => given());
    await times(3, bounced);
    expect(asked()).toEqual([]);
    await bounced();
    expect(asked()).toMatchObject([{ bounced: 4, tickets: 7 }]);
  });

  test('not for what is older than ninety days', async () => {
    await times(2, bounced);
    days(91);
    await bounced();
    expect(asked()).toEqual([]);
  });

  test('not of duplicates, which say nothing of whose it is', async () => {
    await times(4, () => bounced('solen', 'duplicate'));
    expect(asked()).toEqual([]);
  });

  test('not of different kinds that only make three together', async () => {
    await bounced('solen');
    await bounced('solen', 'other', 'server');
    await bounced('kontoret', 'other', 'phone');
    expect(asked()).toEqual([]);
  });

  test('for the whole category when it comes back from every kind of site', async () => {
    await bounced('solen');
    await bounced('skolan');
    await bounced('kontoret');
    expect(asked()).toMatchObject([{ category: 'account', siteKind: null, bounced: 3 }]);
  });

  test('for one kind of site alone when others are solved', async () => {
    await times(2, () => given('kontoret'));
    await times(3, bounced);
    expect(asked()).toMatchObject([{ siteKind: 'preschool', bounced: 3, tickets: 3 }]);
  });

  test('not for cases that a note sent there: a row would not change that', async () => {
    const note = buildNote({ id: 'solen/konto', handledBy: 'contractor' });
    world = createWorld({ desk: smallDesk({ settings: { responsibility } }), notes: [note] });
    await times(4, async () => {
      const id = await given();
      const item = world.memory.cases.get(id);
      if (item) world.memory.cases.set(id, { ...item, packet: { ...item.packet, notesShown: [note.id] } });
      await press(world, 'not-theirs', dispatcher, id, { value: 'other' });
    });
    expect(asked()).toEqual([]);
  });
});

describe('a dispatcher decides', () => {
  test('yes puts the row before the one that gave them away, with who in the history', async () => {
    await times(3, bounced);
    expect(await decide('approved')).toMatchObject({ decision: 'approved', row: 3, before: null });
    expect(matrix()).toEqual([
      ...responsibility.slice(0, 2),
      row({ category: 'account', siteKind: 'preschool', handledBy: 'local' }),
      ...responsibility.slice(2),
    ]);
    expect(world.memory.matrix.changes).toEqual([{ byUpn: dispatcher, at: world.clock.at }]);
  });

  test('so that the next of that kind is ours, and others are as before', async () => {
    await times(3, bounced);
    await decide('approved');
    const settings = world.memory.matrix.settings ?? world.desk.settings;
    const who = (siteId: string, category: Category) =>
      chooseResponsible(
        { ...world.desk, settings },
        {
          ...{ siteId, category, level: 'low', at: world.clock.at },
          ...{ noteHandledBy: null, openCases: new Map<string, number>() },
        },
      )?.kind;
    expect(who('solen', 'account')).toBe('technician');
    expect(who('kontoret', 'account')).toBe('contractor');
    expect(who('solen', 'server')).toBe('contractor');
  });

  test('a row of one site that gave them away comes after it', async () => {
    await times(3, () => bounced('solen', 'other', 'application'));
    expect(await decide('approved')).toMatchObject({ row: 2 });
    expect(matrix()?.[1]).toMatchObject({
      category: 'application',
      siteKind: 'preschool',
      handledBy: 'local',
    });
  });

  test('no leaves the matrix, and that kind is not asked about for ninety days', async () => {
    await times(3, bounced);
    expect(await decide('dismissed')).toMatchObject({ decision: 'dismissed', row: null });
    await times(2, bounced);
    days(60);
    await times(3, bounced);
    expect(asked()).toHaveLength(1);
    expect(matrix()).toEqual(responsibility);
    days(31);
    await bounced();
    expect(asked()).toHaveLength(2);
  });

  test('a no to one kind of site is not got round by asking about all of them', async () => {
    await times(3, bounced);
    await decide('dismissed');
    await times(3, () => bounced('kontoret'));
    expect(asked()).toMatchObject([{ siteKind: 'preschool' }, { siteKind: 'office' }]);
  });

  test('a second press changes nothing, and says who was first', async () => {
    await times(3, bounced);
    await decide('approved');
    expect(await decide('dismissed')).toMatchObject({ decision: 'approved', before: 'Dis', row: null });
    expect(await decide('approved')).toMatchObject({ decision: 'approved', before: 'Dis', row: null });
    expect(matrix()).toHaveLength(responsibility.length + 1);
  });

  test('yes to what the matrix does not say any more changes nothing', async () => {
    await times(3, bounced);
    const settings = {
      ...world.desk.settings,
      responsibility: [row({ category: 'account' }), ...responsibility],
    };
    world.memory.matrix.settings = settings;
    expect(await decide('approved')).toMatchObject({ decision: 'outdated', row: null });
    expect(matrix()).toEqual(settings.responsibility);
  });

  test.each([anna, upns.eva])('%s cannot', async (upn) => {
    await times(3, bounced);
    expect(await decide('approved', undefined, upn)).toBeNull();
    expect(matrix()).toEqual(responsibility);
  });

  test('nobody can decide on what does not exist', async () => {
    const decided: MatrixSuggestionReply | null = await decide('approved', 'no-such-id');
    expect(decided).toBeNull();
  });
});
