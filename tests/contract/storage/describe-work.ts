import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createWorkStore } from '#adapters/storage/work-store.ts';
import type { NoteOutcome } from '#bot/handoff/stores.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';
import { buildNewCase, minutesAfterNoon, noon } from '../../support/storage-builders.ts';
import type { Engine, Place } from './engine.ts';

/** What editors' work is found in. */
export function describeWork(engine: Engine): void {
  describe('the work of editors', () => {
    let place: Place;
    let opened: OpenStorage;
    let work: WorkStore;
    beforeAll(async () => {
      place = await engine.newPlace();
      opened = await place.open();
      work = createWorkStore(opened.database);
    });
    afterAll(async () => {
      await opened.close();
      await place.remove();
    });
    const tell = (outcome: NoteOutcome['outcome'], changes: Partial<NoteOutcome> = {}) =>
      opened.storage.stores.knowledge.addOutcome({
        noteId: 'solrosen/skrivaren',
        at: noon,
        outcome,
        byUpn: 'anna@x',
        caseId: null,
        text: null,
        ...changes,
      });

    it('holds questions without a note until they are set aside, for good or for a while', async () => {
      const { knowledge } = opened.storage.stores;
      for (const [minute, text] of ['en', 'två', 'tre'].entries()) {
        const question = { siteId: 'solrosen', category: null, language: 'sv', caseId: null };
        await knowledge.keepQuestion({ at: minutesAfterNoon(minute), text, ...question });
      }
      const all = await work.unanswered(noon, 10);
      expect(all.map(({ text }) => text)).toEqual(['tre', 'två', 'en']);
      const mark = await work.unansweredMark(noon);

      const [three, two] = all;
      const aside = { byUpn: 'karin@x', at: noon };
      await work.setQuestionsAside({ seqs: [three?.seq ?? 0], until: null, ...aside });
      await work.setQuestionsAside({ seqs: [two?.seq ?? 0], until: minutesAfterNoon(60), ...aside });
      const textsAt = async (at: Date) => (await work.unanswered(at, 10)).map(({ text }) => text);
      expect(await textsAt(noon)).toEqual(['en']);
      expect(await textsAt(minutesAfterNoon(60))).toEqual(['två', 'en']);
      expect(await work.unansweredMark(noon)).not.toBe(mark);
      expect(await work.unanswered(minutesAfterNoon(60), 1)).toHaveLength(1);
    });

    it('counts how notes did, the worst first, and forgets what came before somebody set it aside', async () => {
      await tell('not-solved', { text: 'blinkar orange' });
      await tell('unhelpful');
      await tell('not-solved', { text: 'inga papper', at: minutesAfterNoon(1) });
      await tell('solved');
      await tell('shown');
      await tell('shown', { at: minutesAfterNoon(-500) });
      await tell('not-solved', { noteId: '_shared/vpn' });
      await tell('helpful', { noteId: '_shared/ok' });

      expect(await work.failures(minutesAfterNoon(-60))).toEqual([
        { noteId: 'solrosen/skrivaren', notSolved: 3, solved: 1 },
        { noteId: '_shared/vpn', notSolved: 1, solved: 0 },
      ]);
      const wordings = await work.failedWordings(['solrosen/skrivaren', '_shared/vpn'], 1);
      expect([...wordings]).toEqual([['solrosen/skrivaren', ['inga papper']]]);
      expect([...(await work.shownCounts(minutesAfterNoon(-60)))]).toEqual([['solrosen/skrivaren', 1]]);

      const decided = { kind: 'failed', byUpn: 'karin@x', at: noon, until: null };
      await work.decide({ ...decided, itemId: 'solrosen/skrivaren', decision: 'refuse' });
      await work.decide({ ...decided, itemId: '_shared/vpn', decision: 'later', until: minutesAfterNoon(9) });
      expect(await work.failures(minutesAfterNoon(-60))).toEqual([
        { noteId: '_shared/vpn', notSolved: 1, solved: 0 },
        { noteId: 'solrosen/skrivaren', notSolved: 1, solved: 0 },
      ]);
      expect([...(await work.decisions('failed', noon)).keys()].sort()).toEqual([
        '_shared/vpn',
        'solrosen/skrivaren',
      ]);
      expect([...(await work.decisions('failed', minutesAfterNoon(9))).keys()]).toEqual([
        'solrosen/skrivaren',
      ]);
    });

    it('finds solved cases that could teach, until one editor decides on each', async () => {
      const { cases } = opened.storage.stores;
      const solve = (title: string, changes: Parameters<typeof buildNewCase>[0] = {}) =>
        cases.create(
          buildNewCase({ title, state: 'closed', resolution: 'Bytte kabeln.', resolvedAt: noon, ...changes }),
        );
      const taught = await solve('Skrivaren blinkar');
      await solve('Utan ord', { resolution: null });
      await solve('Öppet', { state: 'in-progress' });
      const known = await solve('Notisen stämde');
      await cases.addEvent({
        caseId: known.id,
        at: noon,
        kind: 'note-confirmed',
        actor: 'karin@x',
        data: {},
      });

      const found = await work.closedCases(minutesAfterNoon(-60), 10);
      expect(found).toMatchObject([
        {
          id: taught.id,
          number: taught.number,
          siteId: 'solrosen',
          symptom: 'skrivaren blinkar orange',
          closingWords: 'Bytte kabeln.',
          solvedAt: noon,
          dialogue: [{ name: 'Anna Ek', text: 'skrivaren blinkar orange' }],
        },
      ]);
      expect(await work.closedCase(taught.id)).toMatchObject({ id: taught.id });
      expect(await work.closedCase('nope')).toBeNull();
      expect([...(await work.casesBySite(minutesAfterNoon(-60)))]).toEqual([['solrosen', 4]]);

      const decision = { kind: 'case-drafts', itemId: taught.id, byUpn: 'karin@x', at: noon, until: null };
      expect(await work.decideOnce({ ...decision, decision: 'later', until: minutesAfterNoon(5) })).toBe(
        true,
      );
      const both = await Promise.all([
        work.decideOnce({ ...decision, decision: 'accept' }),
        work.decideOnce({ ...decision, decision: 'refuse' }),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await work.closedCases(minutesAfterNoon(-60), 10)).toEqual([]);
      expect(await work.closedCase(taught.id)).toBeNull();
    });

    it('remembers what was asked before, with a note or without', async () => {
      const { id } = await opened.storage.stores.cases.create(buildNewCase({ siteId: 'ekskolan' }));
      await tell('solved', { text: 'med ärende', caseId: id, at: minutesAfterNoon(30) });
      await tell('solved', { text: 'delad', noteId: '_shared/vpn', at: minutesAfterNoon(31) });
      expect((await work.earlierQuestions(3)).slice(0, 3)).toEqual([
        { text: 'delad', siteId: null, hadNote: true },
        { text: 'med ärende', siteId: 'ekskolan', hadNote: true },
        { text: 'tre', siteId: 'solrosen', hadNote: false },
      ]);
    });
  });
}
