import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Stores } from '#bot/conversation/stores.ts';
import {
  annasChat,
  buildConversation,
  buildDelivery,
  buildNewCase,
  buildOffer,
  noon,
} from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

export function describeBatches(opened: Opened): void {
  const storage = () => opened().storage;
  const stores = () => storage().stores;
  const outcome = { at: noon, outcome: 'shown', byUpn: 'a@x', caseId: null, text: null } as const;
  const statementsOf = async (work: () => Promise<unknown>) => {
    const before = opened().database.statements();
    await work();
    return opened().database.statements() - before;
  };

  describe('what many do at once', () => {
    it('is written in one statement, each by itself: who was not first writes nothing, the others do', async () => {
      const { address } = buildConversation();
      const talk = { channel: address.channel, conversationId: randomUUID() };
      const noteId = randomUUID();
      const take = (activityId: string) =>
        storage().transaction(async (inside) => {
          const isNew = await inside.conversations.remember({ ...talk, activityId, at: noon });
          if (isNew) await inside.knowledge.addOutcome({ ...outcome, noteId });
          return isNew;
        });
      let taken: boolean[] = [];
      const count = await statementsOf(async () => {
        taken = await Promise.all(['a', 'b', 'a', 'c'].map(take));
      });
      expect(taken).toEqual([true, true, false, true]);
      expect(await stores().knowledge.outcomes(noteId)).toHaveLength(3);
      // The one that came second is done anew in a transaction: begin, look, commit.
      expect(count).toBe(1 + 3);
    });

    it('fails for nobody by another’s fault', async () => {
      const item = await stores().cases.create(buildNewCase());
      const offer = buildOffer({ caseId: item.id });
      await stores().cases.addOffer(offer);
      const noteId = randomUUID();
      const note = () =>
        storage().transaction((inside) => inside.knowledge.addOutcome({ ...outcome, noteId }));
      // The database takes no second open offer of a case.
      const wrong = (inside: Stores) => inside.cases.addOffer({ ...offer, id: randomUUID() });
      const ended = await Promise.allSettled([note(), storage().transaction(wrong), note()]);
      expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await stores().knowledge.outcomes(noteId)).toHaveLength(2);
    });

    it('is read in one statement, each with its own', async () => {
      const people = ['anna@x', 'bo@x', 'cia@x'];
      for (const upn of people) await stores().cases.create(buildNewCase({ requesterUpn: upn, title: upn }));
      const ask = (personUpn: string) =>
        stores().conversations.readBasis({ ...annasChat, personUpn, since: noon, activityId: personUpn });
      let found: Awaited<ReturnType<typeof ask>>[] = [];
      const count = await statementsOf(async () => {
        found = await Promise.all(people.map(ask));
      });
      expect(count).toBe(1);
      for (const [place, upn] of people.entries())
        expect(found[place]?.cases.map(({ title }) => title)).toContain(upn);
      const open = await stores().cases.openCountByTechnician();
      expect(found.map(({ openCases }) => openCases)).toEqual([open, open, open]);
    });

    it('is known in one statement for all messages that are sent', async () => {
      const items = [
        await stores().cases.create(buildNewCase()),
        await stores().cases.create(buildNewCase()),
      ];
      const cards = items.map(({ id }) => {
        const card = { kind: 'case-card', caseId: id, viewerUpn: 'karin@x' } as const;
        return buildDelivery({ content: { kind: 'card', card }, caseId: id });
      });
      for (const card of cards) await stores().deliveries.add(card);
      const claimed = await Promise.all(cards.map(({ id }) => stores().deliveries.claim(id, noon, noon)));
      let read: unknown[] = [];
      const count = await statementsOf(async () => {
        const ask = (one: (typeof claimed)[number]) => (one ? stores().deliveries.readBasis(one) : null);
        read = await Promise.all(claimed.map(ask));
      });
      expect(count).toBe(1);
      expect(read).toEqual(items.map((item) => expect.objectContaining({ item })));
    });
  });
}
