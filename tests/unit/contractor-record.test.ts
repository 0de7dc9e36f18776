import { describe, expect, test } from 'vitest';
import { startWork } from '#bot/handoff/context.ts';
import {
  type CsvForm,
  contractorRecordColumns,
  contractorRecordCsv,
} from '#bot/handoff/contractor-record-csv.ts';
import { giveToContractor } from '#bot/handoff/offer.ts';
import { answerQuestion, notResolved } from '#bot/handoff/requester-actions.ts';
import { withdrawOffer } from '#bot/handoff/work-on-case.ts';
import { caseNow, createWorld, press, type World } from '../support/handoff-world.ts';
import { contractor as buildContractor, smallDesk, upns } from '../support/small-desk.ts';
import { createContractor, openWithContractor, takenByContractor } from '../support/with-contractor.ts';

const { dispatcher, eva } = upns;
// Monday to Friday 07–18, not on holidays; four of those hours to solve it, half an hour until somebody is heard.
const servicedesk = buildContractor({
  promise: { high: '4h', low: '2d' },
  settings: { respond_promise: { high: '30m', low: 'soon' } },
});
const high = { impact: 'high', urgency: 'medium', level: 'high', hazard: false } as const;

type Played = {
  readonly world: World;
  readonly id: string;
  readonly contractor: ReturnType<typeof createContractor>;
};

/** A case that they got at that time, by the wall clock of Stockholm in winter. */
async function handedOver(
  at: string,
  changes: Parameters<typeof openWithContractor>[1] = {},
): Promise<Played> {
  const desk = smallDesk({
    settings: { contractors: [servicedesk, buildContractor({ id: 'telebolaget' })] },
  });
  const world = createWorld({ desk, at: wall(at) });
  const id = await openWithContractor(world, { priority: high, ...changes });
  return { world, id, contractor: createContractor(world) };
}

const wall = (at: string) => `${at.replace(' ', 'T')}:00+01:00`;
const csv = ({ world }: Pick<Played, 'world'>, form: CsvForm = 'plain', period = {}) =>
  contractorRecordCsv([...world.memory.cases.values()], world.desk.settings, {
    ...{ from: null, to: null, contractorId: null, at: world.clock.at, form },
    ...period,
  });
/** The columns that are named, of the only row. */
function row(played: Played, ...names: string[]): string[] {
  const [, line = ''] = csv(played).text.split('\n');
  const cells = line.split(',');
  return names.map((name) => cells[contractorRecordColumns.indexOf(name)] ?? '?');
}
const figures = (played: Played) =>
  row(played, 'waited_minutes', 'promise_minutes', 'due', 'outcome', 'promise_kept', 'stopped_minutes');

// Each figure below is worked out by hand; the sums stand beside it.
describe('how long a case waited on a contractor', () => {
  test('over a weekend: Friday 16–18 and Monday 07–09.30 are 120 + 150 minutes, 30 over four hours', async () => {
    const played = await handedOver('2026-11-20 16:00');
    played.world.moveTo(wall('2026-11-23 09:30'));
    await played.contractor.becomes(played.id, 'resolved');
    expect(figures(played)).toEqual(['270', '240', '2026-11-23 09:00', 'resolved', 'no', '0']);
  });

  test('over Epiphany, a Wednesday: Tuesday 17–18 and Thursday 07–08 are 120 minutes', async () => {
    const played = await handedOver('2027-01-05 17:00');
    played.world.moveTo(wall('2027-01-07 08:00'));
    await played.contractor.becomes(played.id, 'resolved');
    expect(figures(played)).toEqual(['120', '240', '2027-01-07 10:00', 'resolved', 'yes', '0']);
  });

  test('with two waits: 09–14 less the 90 minutes in which we owed an answer; the part was theirs to wait for', async () => {
    const played = await handedOver('2026-11-23 09:00');
    const { world, id, contractor } = played;
    world.moveTo(wall('2026-11-23 10:00'));
    await contractor.becomes(id, 'waiting');
    world.moveTo(wall('2026-11-23 11:30'));
    const answer = { caseId: id, actor: world.person(eva), text: 'Konto 4.' };
    await world.run((stores, ctx) => answerQuestion(stores, ctx, answer));
    world.moveTo(wall('2026-11-23 12:00'));
    await press(world, 'hold', dispatcher, id, { value: 'awaiting-part' });
    world.moveTo(wall('2026-11-23 13:00'));
    await press(world, 'resume', dispatcher, id);
    world.moveTo(wall('2026-11-23 14:00'));
    await contractor.becomes(id, 'resolved');
    expect(figures(played)).toEqual(['210', '240', '2026-11-23 14:30', 'resolved', 'yes', '90']);
    expect(csv(played).text).toContain(
      '"awaiting-requester 2026-11-23 10:00 to 2026-11-23 11:30: 90 min, clock stopped | ' +
        'awaiting-part 2026-11-23 12:00 to 2026-11-23 13:00: 60 min, clock ran"',
    );
  });

  test('sent back and given to them again: 09–10 on Monday and 08–10.30 on Tuesday are 60 + 150 minutes', async () => {
    const played = await handedOver('2026-11-23 09:00');
    const { world, id, contractor } = played;
    world.moveTo(wall('2026-11-23 10:00'));
    await contractor.becomes(id, 'returned');
    expect(figures(played)).toEqual(['60', '240', '2026-11-23 13:00', 'returned', '', '0']);
    world.moveTo(wall('2026-11-24 08:00'));
    await world.run(async (stores, ctx) => {
      const work = startWork(stores, ctx);
      await withdrawOffer(work, id);
      return giveToContractor(work, id, 'servicedesk');
    });
    await takenByContractor(world, id);
    world.moveTo(wall('2026-11-24 10:30'));
    await contractor.becomes(id, 'resolved');
    expect(figures(played)).toEqual(['210', '240', '2026-11-24 11:00', 'resolved', 'yes', '0']);
    expect(row(played, 'handed_over', 'bounces', 'bounce_reasons', 'reopenings')).toEqual([
      '2026-11-23 09:00',
      '1',
      'other',
      '0',
    ]);
  });

  test('opened again: 09–10, then from the "no" at 15 until 07.30 are 60 + 180 + 30 minutes, 30 over', async () => {
    const played = await handedOver('2026-11-23 09:00');
    const { world, id, contractor } = played;
    world.moveTo(wall('2026-11-23 10:00'));
    await contractor.becomes(id, 'resolved');
    expect(figures(played)).toEqual(['60', '240', '2026-11-23 13:00', 'resolved', 'yes', '0']);
    world.moveTo(wall('2026-11-23 15:00'));
    const no = { caseId: id, actor: world.person(eva), text: 'Nej.' };
    await world.run((stores, ctx) => notResolved(stores, ctx, no));
    world.moveTo(wall('2026-11-23 17:00'));
    expect(figures(played)).toEqual(['180', '240', '2026-11-23 18:00', 'with-them', '', '0']);
    world.moveTo(wall('2026-11-24 07:30'));
    await contractor.becomes(id, 'resolved');
    expect(figures(played)).toEqual(['270', '240', '2026-11-23 18:00', 'resolved', 'no', '0']);
    expect(row(played, 'reopenings', 'ended')).toEqual(['1', '2026-11-24 07:30']);
  });

  test('by their clock: what we heard an hour late is not their hour', async () => {
    const played = await handedOver('2026-11-23 09:00');
    const { world, id, contractor } = played;
    world.moveTo(wall('2026-11-23 12:00'));
    await contractor.becomes(id, 'resolved', new Date(wall('2026-11-23 11:00')));
    expect(figures(played).slice(0, 1)).toEqual(['120']);
  });

  test('two of their days are two days’ hours', async () => {
    const low = { impact: 'low', urgency: 'low', level: 'low', hazard: false } as const;
    const played = await handedOver('2026-11-23 09:00', { priority: low });
    expect(figures(played)).toEqual(['0', '1320', '2026-11-25 09:00', 'with-them', '', '0']);
    expect(row(played, 'respond_promise_minutes', 'respond_kept')).toEqual(['', '']);
  });

  test('until somebody is heard, against what they promised', async () => {
    const played = await handedOver('2026-11-23 17:45');
    const { world, id, contractor } = played;
    const heard = () =>
      row(played, 'first_heard', 'heard_after_minutes', 'respond_promise_minutes', 'respond_kept');
    await contractor.becomes(id, 'received');
    expect(heard()).toEqual(['', '', '30', '']);
    world.moveTo(wall('2026-11-24 07:10'));
    await contractor.says(id, 'Vi tittar på det.');
    expect(heard()).toEqual(['2026-11-24 07:10', '25', '30', 'yes']);
    world.moveTo(wall('2026-11-24 09:00'));
    await contractor.becomes(id, 'in-progress');
    expect(heard()).toEqual(['2026-11-24 07:10', '25', '30', 'yes']);
  });

  test('nobody is heard in time: said before anybody is', async () => {
    const played = await handedOver('2026-11-23 09:00');
    played.world.moveTo(wall('2026-11-23 09:31'));
    expect(row(played, 'respond_kept', 'heard_after_minutes')).toEqual(['no', '']);
  });
});

describe('the record as CSV', () => {
  test('names nobody, and tells nothing of what was said', async () => {
    const played = await handedOver('2026-11-23 09:00');
    await played.contractor.says(played.id, 'Ring Eva på 08-123.');
    await press(played.world, 'not-theirs', dispatcher, played.id, { value: 'other', text: 'Ring Eva.' });
    const { text } = csv(played);
    for (const secret of ['Eva', 'eva', 'Ring', '08-', 'projektorn', dispatcher])
      expect(text).not.toContain(secret);
  });

  test('takes those of a period and of one contractor', async () => {
    const played = await handedOver('2026-11-23 09:00');
    expect(csv(played, 'plain', { from: '2026-11-23', to: '2026-11-23' }).rows).toBe(1);
    expect(csv(played, 'plain', { from: '2026-11-24' }).rows).toBe(0);
    expect(csv(played, 'plain', { to: '2026-11-22' }).rows).toBe(0);
    expect(csv(played, 'plain', { contractorId: 'servicedesk' }).rows).toBe(1);
    expect(csv(played, 'plain', { contractorId: 'telebolaget' }).rows).toBe(0);
  });

  test('is no formula where their reference looks like one', async () => {
    const played = await handedOver('2026-11-23 09:00');
    for (const reference of ['=HYPERLINK("http://x";"y")', '+1', '-1', '@sum', '\t=1', ' =1', '\r=1']) {
      const item = { ...caseNow(played.world, played.id), contractorReference: reference };
      played.world.memory.cases.set(played.id, item);
      const line = csv(played).text.split('\n').slice(1).join('\n');
      expect(line).toMatch(/^VK-1001,servicedesk,"?'/);
    }
  });

  test('opens in Excel in Sweden: a mark, semicolons, and every row as long as its heading', async () => {
    const played = await handedOver('2026-11-23 09:00');
    const { text } = csv(played, 'excel');
    expect(text.startsWith('\uFEFFcase;contractor;')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(';').length)).toEqual([
      contractorRecordColumns.length,
      contractorRecordColumns.length,
    ]);
  });

  test('says whose cases it had to leave out', async () => {
    const played = await handedOver('2026-11-23 09:00');
    const settings = { ...played.world.desk.settings, contractors: [] };
    const cases = [...played.world.memory.cases.values()];
    const period = { from: null, to: null, contractorId: null, form: 'plain' } as const;
    const found = contractorRecordCsv(cases, settings, { ...period, at: played.world.clock.at });
    expect(found).toMatchObject({ rows: 0, unknown: ['servicedesk'] });
  });

  test('holds cases of before it was kept stay by stay', async () => {
    const played = await handedOver('2026-11-23 09:00');
    const { contractorStays: _stays, ...older } = caseNow(played.world, played.id);
    played.world.memory.cases.set(played.id, older);
    played.world.moveTo(wall('2026-11-23 10:00'));
    await played.contractor.becomes(played.id, 'resolved');
    expect(figures(played).slice(0, 1)).toEqual(['60']);
  });
});
