import { describe, expect, it } from 'vitest';
import type { Case } from '#bot/handoff/case.ts';
import { buildNewCase, buildOffer, minutesAfterNoon, noon } from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

export function describeCases(opened: Opened): void {
  const cases = () => opened().storage.stores.cases;

  describe('cases', () => {
    it('come back as they were stored, with a number for people and version 1', async () => {
      const draft = buildNewCase({ promisedAt: minutesAfterNoon(5) });
      const made = await cases().create(draft);
      expect(made).toEqual({ ...draft, number: made.number, version: 1, updatedAt: draft.createdAt });
      expect(made.number).toMatch(/^VK-1\d{3}$/);
      expect(await cases().get(draft.id)).toEqual(made);
      expect(await cases().getByNumber(made.number.toLowerCase())).toEqual(made);
    });

    it('keep their promises, waits, joined reports and the rest of their record', async () => {
      const draft = buildNewCase();
      const at = minutesAfterNoon(5);
      const record = {
        promises: [
          { at, byUpn: 'a@x', madeAt: noon, how: 'estimated', outcome: 'changed', settledAt: at },
          { at, byUpn: 'a@x', madeAt: at, how: 'said', outcome: null, settledAt: null },
        ],
        holds: [{ reason: 'awaiting-part', from: noon, to: null }],
        respondedAt: at,
        contractorSince: noon,
        reports: [
          {
            upn: 'b@x',
            at,
            siteId: null,
            packet: draft.packet,
            priority: draft.priority,
            replyLanguage: 'sv',
            splitInto: null,
            works: false,
          },
        ],
        announcement: { siteIds: ['solrosen'], text: 'Nätet är nere.' },
        couldBeRemote: true,
      } as const satisfies Partial<Case>;
      const made = await cases().create({ ...draft, ...record });
      expect(await cases().get(draft.id)).toEqual(made);
      expect(made).toMatchObject(record);
    });

    it('tell who solved the same at a site, the latest first', async () => {
      const solved = async (by: string, minutes: number, changes: Partial<Case> = {}) =>
        cases().create(
          buildNewCase({
            siteId: 'solved-at',
            category: 'av',
            state: 'closed',
            assignee: { kind: 'technician', id: by },
            createdAt: minutesAfterNoon(minutes),
            ...changes,
          }),
        );
      await solved('a@x', 1);
      await solved('b@x', 5);
      await solved('a@x', 9);
      await solved('c@x', 10, { category: 'printer' });
      await solved('d@x', 10, { state: 'cancelled' });
      await solved('e@x', -900);
      const of = { siteId: 'solved-at', category: 'av', since: noon };
      expect(await cases().fixersAt(of)).toEqual(['a@x', 'b@x']);
    });

    it('of the same kind are found near by, and announced ones however old', async () => {
      const category = 'server';
      const old = { category, createdAt: minutesAfterNoon(-600) } as const;
      const announced = await cases().create(
        buildNewCase({ ...old, announcement: { siteIds: [], text: 'Servern är nere.' } }),
      );
      await cases().create(buildNewCase(old));
      const fresh = await cases().create(buildNewCase({ category, createdAt: minutesAfterNoon(2) }));
      await cases().create(buildNewCase({ category, state: 'closed', createdAt: minutesAfterNoon(2) }));
      const found = await cases().openNear({ categories: [category], since: noon });
      expect(found.map(({ id }) => id)).toEqual([announced.id, fresh.id]);
      const told = await cases().openNear({ categories: [category], since: null });
      expect(told.map(({ id }) => id)).toEqual([announced.id]);
    });

    it('have different numbers even when many are made at once', async () => {
      const made = await Promise.all(Array.from({ length: 20 }, () => cases().create(buildNewCase())));
      expect(new Set(made.map((item) => item.number)).size).toBe(20);
    });

    it('are saved by one of two writers that read the same version', async () => {
      const made = await cases().create(buildNewCase());
      const saved = await Promise.all([
        cases().save({ ...made, title: 'ena' }),
        cases().save({ ...made, title: 'andra' }),
      ]);
      const winners = saved.filter((item): item is Case => item !== null);
      expect(winners).toHaveLength(1);
      expect(winners[0]?.version).toBe(2);
      expect(await cases().get(made.id)).toEqual(winners[0]);
    });

    it('keep what people write, but for the character that no database can hold', async () => {
      const title = 'åäö 😀 "citat" \\u0000 \u0000slut \ud800';
      const made = await cases().create(buildNewCase({ title }));
      expect(made.title).toBe('åäö 😀 "citat" \\u0000 slut \ufffd');
    });

    it('of a person are the open ones, and the closed ones since then, newest first', async () => {
      const requesterUpn = 'casesof@ekbacken.example';
      const old = await cases().create(buildNewCase({ requesterUpn, createdAt: minutesAfterNoon(-600) }));
      await cases().create(
        buildNewCase({ requesterUpn, state: 'closed', createdAt: minutesAfterNoon(-300) }),
      );
      const recent = await cases().create(
        buildNewCase({ requesterUpn, state: 'resolved', createdAt: minutesAfterNoon(1) }),
      );
      const joined = await cases().create(
        buildNewCase({ reporterUpns: [requesterUpn], createdAt: minutesAfterNoon(-100) }),
      );
      const found = await cases().casesOf(requesterUpn, noon);
      expect(found.map((item) => item.id)).toEqual([recent.id, joined.id, old.id]);
    });

    it('at a site are the open ones about the same thing since then, oldest first', async () => {
      const siteId = 'openat';
      const second = await cases().create(buildNewCase({ siteId, createdAt: minutesAfterNoon(2) }));
      const first = await cases().create(buildNewCase({ siteId, createdAt: minutesAfterNoon(1) }));
      await cases().create(buildNewCase({ siteId, createdAt: minutesAfterNoon(-60) }));
      await cases().create(buildNewCase({ siteId, category: 'network' }));
      await cases().create(buildNewCase({ siteId, state: 'resolved' }));
      const found = await cases().openAt(siteId, 'printer', noon);
      expect(found.map((item) => item.id)).toEqual([first.id, second.id]);
    });

    it('of a technician are the open ones that they have or are offered, most urgent first, each counted once', async () => {
      const karin = { kind: 'technician', id: 'assigned@ekbacken.example' } as const;
      const low = await cases().create(buildNewCase({ assignee: karin, offeredTo: karin }));
      const critical = await cases().create(
        buildNewCase({
          offeredTo: karin,
          createdAt: minutesAfterNoon(9),
          priority: { impact: 'high', urgency: 'high', level: 'critical', hazard: false },
        }),
      );
      await cases().create(buildNewCase({ assignee: karin, state: 'closed' }));
      await cases().create(buildNewCase({ assignee: { kind: 'contractor', id: karin.id } }));
      const found = await cases().assignedTo(karin.id);
      expect(found.map((item) => item.id)).toEqual([critical.id, low.id]);
      expect((await cases().openCountByTechnician()).get(karin.id)).toBe(2);
      const open = (await cases().open()).map((item) => item.id);
      expect(open).toEqual(expect.arrayContaining([critical.id, low.id]));
    });

    it('have a history in the order in which it happened', async () => {
      const { id: caseId } = await cases().create(buildNewCase());
      const kinds = ['opened', 'offered', 'accepted'] as const;
      for (const kind of kinds) {
        await cases().addEvent({ caseId, at: noon, kind, actor: 'vaktis', data: { kind } });
      }
      const events = await cases().events(caseId);
      expect(events.map((event) => event.kind)).toEqual(kinds);
      expect(events[2]).toEqual({
        caseId,
        at: noon,
        kind: 'accepted',
        actor: 'vaktis',
        data: { kind: 'accepted' },
      });
    });
  });

  describe('offers', () => {
    it('are accepted by one of two who press at once; the other changes nothing', async () => {
      const { id: caseId } = await cases().create(buildNewCase());
      const offer = buildOffer({ caseId });
      await cases().addOffer(offer);
      const press = (reason: string) =>
        opened().storage.transaction((stores) =>
          stores.cases.answerOffer({ id: offer.id, status: 'accepted', at: noon, reason }),
        );
      const answers = await Promise.all([press('ena'), press('andra')]);
      const won = answers.filter((answer) => answer !== null);
      expect(won).toHaveLength(1);
      expect(await cases().getOffer(offer.id)).toEqual(won[0]);
      expect(await cases().currentOffer(caseId)).toBeNull();
    });

    it('are one at a time for a case', async () => {
      const { id: caseId } = await cases().create(buildNewCase());
      const first = buildOffer({ caseId });
      await cases().addOffer(first);
      await expect(cases().addOffer(buildOffer({ caseId }))).rejects.toThrow('offers_one_at_a_time');
      await cases().answerOffer({ id: first.id, status: 'declined', at: noon, reason: 'sjuk' });
      const second = buildOffer({ caseId, acknowledgeBy: null });
      await cases().addOffer(second);
      expect(await cases().currentOffer(caseId)).toEqual(second);
      expect((await cases().offers(caseId)).map((offer) => offer.status)).toEqual(['declined', 'offered']);
    });
  });
}
