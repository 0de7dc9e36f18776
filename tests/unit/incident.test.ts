import { describe, expect, it } from 'vitest';
import { notForMe, worksForMe } from '#bot/handoff/all-clear.ts';
import type { Case } from '#bot/handoff/case.ts';
import { joinIncident } from '#bot/handoff/incident.ts';
import { findSameIncident, type LikeReport } from '#bot/handoff/same-incident.ts';
import {
  caseNow,
  createWorld,
  noticesTo,
  open,
  press,
  repliesTo,
  triageOf,
  type World,
} from '../support/handoff-world.ts';
import { site, smallDesk, upns } from '../support/small-desk.ts';
import { buildNewCase } from '../support/storage-builders.ts';

const { anna, eva, finn, bo } = upns;
const desk = smallDesk({
  sites: [
    site('solen'),
    site('manen', { dependsOn: ['solen'] }),
    site('stjarnan', { dependsOn: ['solen'] }),
    site('kometen', { dependsOn: ['rymden'] }),
    site('rymden', { dependsOn: ['kometen'] }),
    site('skolan', { area: 'sodra' }),
  ],
});
const nine = new Date('2026-11-23T09:00:00+01:00');
const later = (minutes: number) => new Date(nine.getTime() + minutes * 60_000);

type Known = {
  text?: string;
  siteId?: string;
  category?: Case['category'];
  impact?: 'low' | 'medium' | 'high';
  changes?: Partial<Case>;
};
function known({
  text = 'internet är nere',
  siteId = 'solen',
  category = 'network',
  impact = 'medium',
  changes = {},
}: Known): Case {
  const draft = buildNewCase({
    siteId,
    category,
    type: 'incident',
    requesterUpn: eva,
    createdAt: nine,
    state: 'new',
  });
  return {
    ...draft,
    number: 'VK-1001',
    version: 1,
    updatedAt: nine,
    priority: { impact, urgency: 'medium', level: 'moderate', hazard: false },
    packet: { ...draft.packet, symptom: text },
    ...changes,
  };
}
const report = (changes: Partial<LikeReport> = {}): LikeReport => ({
  upn: finn,
  siteId: 'solen',
  category: 'network',
  type: 'incident',
  impact: 'medium',
  text: 'nätet funkar inte',
  at: later(20),
  ...changes,
});
const announced = (siteIds: string[]) => ({
  announcement: { siteIds, text: 'Fibern är av.' },
  createdAt: later(-2000),
});

describe('is it only us?', () => {
  it.each<[string, Known, Partial<LikeReport>, boolean]>([
    ['two at one site within the hour', {}, {}, true],
    ['two at one site, later than that', {}, { at: later(90) }, false],
    ['the whole site is said, hours later', { impact: 'high' }, { at: later(200) }, true],
    ['the whole site is said, the next day', { impact: 'high' }, { at: later(1500) }, false],
    ['one of them is about their own laptop', {}, { text: 'min laptop kommer inte ut på nätet' }, false],
    ['the first was about a printer', { text: 'skrivaren i köket når inte nätet' }, {}, false],
    ['one of them says that it is only them', {}, { text: 'nätet är borta men bara hos mig' }, false],
    ['another site', {}, { siteId: 'skolan', impact: 'high' }, false],
    ['a site that hangs on it, the whole site', {}, { siteId: 'manen', impact: 'high' }, true],
    ['the site that it hangs on', { siteId: 'manen', impact: 'high' }, { siteId: 'solen' }, true],
    ['two that hang on the same one', { siteId: 'manen', impact: 'high' }, { siteId: 'stjarnan' }, true],
    ['a site that hangs on it, nobody says that all is down', {}, { siteId: 'manen' }, false],
    [
      'a circle in what hangs on what ends',
      { siteId: 'kometen', impact: 'high' },
      { siteId: 'rymden' },
      true,
    ],
    ['another kind of matter', { category: 'av' }, {}, false],
    ['two projectors are two projectors', { category: 'av', impact: 'high' }, { category: 'av' }, false],
    [
      'the same system by its name, at two sites',
      { category: 'application', text: 'Jag kommer inte in i Skola24' },
      { category: 'application', siteId: 'skolan', text: 'hej, Skola24 laddar inte' },
      true,
    ],
    [
      'different systems',
      { category: 'application', text: 'Jag kommer inte in i Skola24' },
      { category: 'application', siteId: 'skolan', text: 'hej, Vklass laddar inte' },
      false,
    ],
    ['an order is no incident', {}, { type: 'service-request' }, false],
    ['one’s own earlier report', {}, { upn: eva }, false],
    ['a case that is over', { changes: { state: 'closed' } }, {}, false],
    ['announced for this site, however old', { changes: announced(['solen']) }, {}, true],
    ['announced for everybody', { changes: announced([]) }, { siteId: 'skolan' }, true],
    ['announced for the site that it hangs on', { changes: announced(['solen']) }, { siteId: 'manen' }, true],
    ['announced for others', { changes: announced(['skolan']) }, {}, false],
  ])('%s', (_, first, second, wanted) => {
    expect(findSameIncident(report(second), [known(first)], desk) !== null).toBe(wanted);
  });
});

async function joinedBy(world: World, caseId: string, upn: string, text = 'nätet funkar inte hos oss') {
  const requester = world.person(upn);
  const triage = triageOf(world.desk, world.clock.at, {
    text,
    site: { id: 'solen', source: 'home', confidence: 1, candidates: [] },
    category: { id: 'network', confidence: 1 },
  });
  const line = { at: world.clock.at, who: 'requester', name: requester.name, text } as const;
  const data = { words: [text], attempts: [], dialogue: [line], attachments: [], masked: [] };
  return world.run((stores, ctx) => joinIncident(stores, ctx, { caseId, requester, triage, report: data }));
}

describe('an incident', () => {
  const outage = async () => {
    const world = createWorld({ desk });
    const { case: item } = await open(world, {
      text: 'internet är nere',
      category: { id: 'network', confidence: 1 },
    });
    await joinedBy(world, item.id, finn);
    return { world, id: item.id };
  };
  const act = (world: World, action: typeof notForMe, caseId: string, upn: string, text = '') =>
    world.run((stores, ctx) => action(stores, ctx, { caseId, actor: world.person(upn), text }));

  it('counts those who reported it on the one card, and does not fill the technician’s chat', async () => {
    const { world, id } = await outage();
    const result = await press(world, 'accept', anna, id);
    expect(result.answer).toMatchObject({
      view: { reporters: 2, others: [{ name: 'Finn', siteName: 'Solen' }] },
    });
    expect(repliesTo(world, anna)).toEqual([]);
    expect(noticesTo(world, finn)).toMatchObject([{ event: 'accepted' }]);
  });

  it('is as urgent as whoever it hits hardest', async () => {
    const world = createWorld({ desk });
    const { case: item } = await open(world, { category: { id: 'network', confidence: 1 } });
    const requester = world.person(finn);
    const triage = triageOf(world.desk, world.clock.at, {
      priority: { impact: 'high', urgency: 'high', level: 'critical', hazard: false },
    });
    const data = { words: ['allt är nere'], attempts: [], dialogue: [], attachments: [], masked: [] };
    await world.run((stores, ctx) =>
      joinIncident(stores, ctx, { caseId: item.id, requester, triage, report: data }),
    );
    expect(caseNow(world, item.id).priority.level).toBe('critical');
  });

  it('is joined once by each', async () => {
    const { world, id } = await outage();
    expect(await joinedBy(world, id, finn)).toBeNull();
    expect(await joinedBy(world, id, eva)).toBeNull();
    expect(caseNow(world, id).reporterUpns).toEqual([finn]);
  });

  it('ends for all of them, and “not for me” goes on alone with all that was said', async () => {
    const { world, id } = await outage();
    await press(world, 'accept', anna, id);
    await press(world, 'resolve', anna, id, { text: 'Startade om switchen.' });
    expect(noticesTo(world, finn).at(-1)?.event).toBe('resolved');
    const own = await act(world, notForMe, id, finn, 'Fortfarande nere i matsalen.');
    expect(own.case).toMatchObject({
      requesterUpn: finn,
      state: 'new',
      splitFrom: id,
      offeredTo: { id: anna },
    });
    expect(own.case?.packet.dialogue.map(({ text }) => text)).toEqual([
      'nätet funkar inte hos oss',
      'Fortfarande nere i matsalen.',
    ]);
    expect(caseNow(world, id)).toMatchObject({ state: 'resolved', reporterUpns: [] });
    expect((await act(world, notForMe, id, finn)).done).toBe(false);
  });

  it('lets the first reporter go on alone too', async () => {
    const { world, id } = await outage();
    await press(world, 'accept', anna, id);
    await press(world, 'resolve', anna, id, { text: 'Startade om switchen.' });
    const own = await act(world, notForMe, id, eva);
    expect(own.case).toMatchObject({ requesterUpn: eva, splitFrom: id });
    expect(caseNow(world, id)).toMatchObject({ state: 'resolved', reporterUpns: [finn] });
  });

  it('keeps that it works for one of them, and closes nothing for the others', async () => {
    const { world, id } = await outage();
    await press(world, 'accept', anna, id);
    await press(world, 'resolve', anna, id, { text: 'Startade om switchen.' });
    expect((await act(world, worksForMe, id, finn)).done).toBe(true);
    expect(caseNow(world, id)).toMatchObject({ state: 'resolved', reports: [{ works: true }] });
    expect((await act(world, worksForMe, id, finn)).done).toBe(false);
  });

  it('can be split by whoever has it when two were taken for one, and nothing is lost', async () => {
    const { world, id } = await outage();
    await press(world, 'accept', anna, id);
    expect((await press(world, 'split', bo, id, { value: finn })).done).toBe(false);
    const result = await press(world, 'split', anna, id, { value: finn });
    expect(result.answer).toMatchObject({ view: { reporters: 1, others: [] } });
    const own = [...world.memory.cases.values()].find(({ splitFrom }) => splitFrom === id);
    expect(own).toMatchObject({
      requesterUpn: finn,
      siteId: 'solen',
      category: 'network',
      packet: { symptom: 'nätet funkar inte hos oss' },
    });
    expect(noticesTo(world, finn).at(-1)).toEqual({ event: 'split-off' });
    expect((await press(world, 'split', anna, id, { value: finn })).done).toBe(false);
    expect(caseNow(world, id).reports?.[0]?.splitInto).toBe(own?.id);
  });

  it.each([null, 'nobody@x'])('is not split by a press that names %s', async (value) => {
    const { world, id } = await outage();
    await press(world, 'accept', anna, id);
    expect((await press(world, 'split', anna, id, { value })).done).toBe(false);
  });
});
