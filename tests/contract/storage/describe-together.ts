import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ConversationState } from '#bot/conversation/conversation-state.ts';
import type { Stores } from '#bot/conversation/stores.ts';
import type { Case, Offer } from '#bot/handoff/case.ts';
import type { NewCase } from '#bot/handoff/stores.ts';
import {
  annasChat,
  buildConversation,
  buildDelivery,
  buildNewCase,
  buildOffer,
  minutesAfterNoon,
  noon,
} from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

export function describeTogether(opened: Opened): void {
  const storage = () => opened().storage;
  const stores = () => storage().stores;
  const activity = () => ({ channel: 'simulator', conversationId: 'c', activityId: randomUUID(), at: noon });
  const statementsOf = async (work: () => Promise<unknown>) => {
    const before = opened().database.statements();
    await work();
    return opened().database.statements() - before;
  };

  describe('a transaction’s writes', () => {
    it('are one statement, also where it opens a case, changes and offers it, and writes a job', async () => {
      const draft = buildNewCase();
      const offer = buildOffer({ caseId: draft.id });
      const state = buildConversation();
      const open = (known: Stores) => openAndOffer(known, { draft, offer, state });
      const count = await statementsOf(() => storage().transaction(open));
      // The other one asks for the case's number.
      expect(count).toBe(2);
      expect(await stores().cases.get(draft.id)).toMatchObject({
        version: 3,
        title: 'Ändrad',
        offeredTo: offer.to,
      });
      expect(await stores().cases.currentOffer(draft.id)).toEqual(offer);
      expect((await stores().cases.events(draft.id)).map(({ kind }) => kind)).toEqual(['opened', 'offered']);
      const { rowCount } = await opened().database.query(
        `select 1 from jobs.job where name = 'escalate' and data->>'offerId' = $1`,
        [offer.id],
      );
      expect(rowCount).toBe(1);
    });

    it('are seen by the work itself before they are written', async () => {
      const draft = buildNewCase();
      const offer = buildOffer({ caseId: draft.id });
      await storage().transaction(async (inside) => {
        const made = await inside.cases.create(draft);
        await inside.cases.addOffer(offer);
        expect(await inside.cases.get(draft.id)).toEqual(made);
        expect(await inside.cases.currentOffer(draft.id)).toEqual(offer);
        await inside.cases.answerOffer({ id: offer.id, status: 'accepted', at: noon, reason: null });
        expect(await inside.cases.currentOffer(draft.id)).toBeNull();
        // Not asked for without looking at what was just written.
        expect((await inside.cases.open()).map(({ id }) => id)).toContain(draft.id);
      });
      expect(await stores().cases.getOffer(offer.id)).toMatchObject({ status: 'accepted', answeredAt: noon });
    });

    it('rest on what is so: a second delivery of the same message at the same moment does nothing', async () => {
      const same = activity();
      const handled = await Promise.all(
        [1, 2, 3].map(() =>
          storage().transaction(async (inside) => {
            const isNew = await inside.conversations.remember(same);
            if (isNew) await inside.knowledge.addOutcome({ ...outcome, noteId: same.activityId });
            return isNew;
          }),
        ),
      );
      expect(handled.sort()).toEqual([false, false, true]);
      expect(await stores().knowledge.outcomes(same.activityId)).toHaveLength(1);
    });

    it('are none for what was seen before, which is known from the start', async () => {
      const { conversations } = stores();
      const same = activity();
      const ask = () => conversations.readBasis({ ...same, personUpn: 'anna@x', since: noon });
      expect((await ask()).seen).toBe(false);
      await conversations.remember(same);
      expect((await ask()).seen).toBe(true);
      let isNew: unknown = null;
      const count = await statementsOf(async () => {
        const again = (inside: Stores) => inside.conversations.remember(same);
        isNew = await storage().transaction(again, { cases: [], seen: true });
      });
      expect([isNew, count]).toEqual([false, 0]);
    });

    it('are thrown away, and the work is done anew, when somebody else changed the case meanwhile', async () => {
      const item = await stores().cases.create(buildNewCase());
      const change = (title: string) => async (inside: Stores) => {
        const current = await inside.cases.get(item.id);
        const saved =
          current && (await inside.cases.save({ ...current, title: `${current.title} ${title}` }));
        if (saved === null) throw new Error('overtaken');
        await inside.cases.addEvent({
          caseId: item.id,
          at: noon,
          kind: 'detail-added',
          actor: title,
          data: {},
        });
        return saved;
      };
      // What the second one thinks it knows is old when it writes.
      const old = { cases: [item] };
      const first = await storage().transaction(change('ett'), old);
      const second = await storage().transaction(change('två'), old);
      expect([first.version, second.version]).toEqual([2, 3]);
      expect(second.title).toBe(`${item.title} ett två`);
      expect((await stores().cases.events(item.id)).map(({ actor }) => actor)).toEqual(['ett', 'två']);
    });

    it('let one of several have an offer', async () => {
      const item = await stores().cases.create(buildNewCase());
      const offer = buildOffer({ caseId: item.id });
      await stores().cases.addOffer(offer);
      const won = await Promise.all(
        [1, 2, 3, 4].map(() =>
          storage().transaction((inside) =>
            inside.cases.answerOffer({ id: offer.id, status: 'accepted', at: noon, reason: null }),
          ),
        ),
      );
      expect(won.filter((one) => one !== null)).toHaveLength(1);
    });

    it('of one talk are those of one of two writers', async () => {
      const state = buildConversation();
      const saved = await Promise.all(
        [1, 2].map(() => storage().transaction((inside) => inside.conversations.save(state))),
      );
      expect(saved.sort()).toEqual([false, true]);
    });

    // Once, with many talks at a time, those under way held every connection, and whoever else asked waited in vain.
    it('hold no connection while something is thought', async () => {
      const gate = Promise.withResolvers<void>();
      const noteId = randomUUID();
      const underWay = Array.from({ length: 60 }, () =>
        storage().transaction(async (inside) => {
          await inside.conversations.remember(activity());
          await inside.cases.openAt('solrosen', 'printer', noon);
          await gate.promise;
          await inside.knowledge.addOutcome({ ...outcome, noteId });
        }),
      );
      expect(await stores().cases.get('none')).toBeNull();
      gate.resolve();
      await Promise.all(underWay);
      expect(await stores().knowledge.outcomes(noteId)).toHaveLength(60);
    });

    it('keep text that Postgres cannot hold as near as it can', async () => {
      const draft = buildNewCase({ title: 'a\u0000b \ud800' });
      await storage().transaction((inside) => inside.cases.create(draft));
      expect((await stores().cases.get(draft.id))?.title).toBe('ab \ufffd');
    });
  });

  describe('what the writer sends itself', () => {
    const address = () => ({ ...annasChat, conversationId: randomUUID() });
    const write = async (delivery: ReturnType<typeof buildDelivery>, takenAt: Date) =>
      storage().transaction((inside) => inside.deliveries.add(delivery, takenAt));

    it('is taken without a question, once, and by nobody else', async () => {
      const delivery = buildDelivery();
      await write(delivery, minutesAfterNoon(1));
      expect(await stores().deliveries.get(delivery.id)).toMatchObject({ status: 'sending', attempts: 1 });
      const other = () =>
        opened().database.query(`select 1 from deliveries where id = $1 and status = 'pending'`, [
          delivery.id,
        ]);
      expect((await other()).rowCount).toBe(0);
      let taken: unknown = null;
      const count = await statementsOf(async () => {
        taken = await stores().deliveries.claim(delivery.id, minutesAfterNoon(1), noon);
      });
      expect(count).toBe(0);
      expect(taken).toMatchObject({ ...delivery, status: 'sending', attempts: 1, uncertainSends: 0 });
      expect(await stores().deliveries.claim(delivery.id, minutesAfterNoon(1), noon)).toBeNull();
    });

    it('is found by the sweep when nobody came to send it, and by another process once its writer is dead', async () => {
      const delivery = buildDelivery();
      await write(delivery, noon);
      expect(await stores().deliveries.leftBehind(minutesAfterNoon(0.4), 1_000)).toContain(delivery.id);
      // Too late for its writer: it goes back, and is taken as anybody would. Nobody began to send it.
      const late = await stores().deliveries.claim(delivery.id, minutesAfterNoon(2), minutesAfterNoon(-1));
      expect(late).toMatchObject({ attempts: 2, uncertainSends: 0 });
    });

    it('waits behind what the same reader could not be sent before', async () => {
      const target = { kind: 'conversation', address: address() } as const;
      const [first, second] = [buildDelivery({ target }), buildDelivery({ target })];
      await stores().deliveries.add(first);
      await stores().deliveries.claim(first.id, noon, noon);
      const notBefore = minutesAfterNoon(5);
      await stores().deliveries.markFailed(first.id, '503', { notBefore, uncertain: false });
      await write(second, noon);
      expect(await stores().deliveries.claim(second.id, noon, noon)).toBeNull();
      expect(await stores().deliveries.get(second.id)).toMatchObject({ status: 'pending', attempts: 0 });
    });

    it('is not sent when the transaction fails', async () => {
      const delivery = buildDelivery();
      const failing = storage().transaction(async (inside) => {
        await inside.deliveries.add(delivery, noon);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await stores().deliveries.claim(delivery.id, noon, noon)).toBeNull();
    });
  });

  describe('what a delivery rests on', () => {
    it('is one statement for a card: its reader, its offer, its case, and the card that it replaces', async () => {
      const item = await stores().cases.create(buildNewCase());
      const offer = buildOffer({ caseId: item.id });
      await stores().cases.addOffer(offer);
      const contact = { ...annasChat, upn: 'karin@x', aadObjectId: null, locale: 'sv-SE', reachable: true };
      await stores().contacts.save(contact);
      const card = {
        kind: 'card',
        card: { kind: 'case-card', caseId: item.id, viewerUpn: 'karin@x' },
      } as const;
      const shown = buildDelivery({ content: card });
      await stores().deliveries.add(shown);
      await stores().deliveries.markSent(shown.id, { activityId: 'a1', at: noon });
      const target = { kind: 'person', upn: 'karin@x' } as const;
      const next = buildDelivery({
        target,
        content: card,
        caseId: item.id,
        offerId: offer.id,
        replaces: shown.id,
      });
      await stores().deliveries.add(next);
      const claimed = await stores().deliveries.claim(next.id, noon, noon);
      if (claimed === null) throw new Error('not claimed');
      let basis: unknown = null;
      const count = await statementsOf(async () => {
        basis = await stores().deliveries.readBasis(claimed);
      });
      expect(count).toBe(1);
      expect(basis).toEqual({ contact, offer, item, currentOffer: offer, replacedActivityId: 'a1' });
    });

    it('is nothing, and no statement, for a reply where somebody wrote', async () => {
      const delivery = buildDelivery({ target: { kind: 'conversation', address: annasChat } });
      await stores().deliveries.add(delivery);
      const claimed = await stores().deliveries.claim(delivery.id, noon, noon);
      if (claimed === null) throw new Error('not claimed');
      expect(await statementsOf(() => stores().deliveries.readBasis(claimed))).toBe(0);
    });

    it('tells by marking it as sent which version its case has, many of them together', async () => {
      const item = await stores().cases.create(buildNewCase());
      const sent = Array.from({ length: 30 }, () => buildDelivery({ caseId: item.id }));
      for (const delivery of sent) await stores().deliveries.add(delivery);
      let versions: (number | null)[] = [];
      const count = await statementsOf(async () => {
        versions = await Promise.all(
          sent.map(({ id }) => stores().deliveries.markSent(id, { activityId: `sent-${id}`, at: noon })),
        );
      });
      expect(new Set(versions)).toEqual(new Set([1]));
      expect(count).toBeLessThanOrEqual(2);
      const kept = await Promise.all(sent.map(({ id }) => stores().deliveries.get(id)));
      expect(kept.map((one) => one?.activityId)).toEqual(sent.map(({ id }) => `sent-${id}`));
    });
  });
}

const outcome = { at: noon, outcome: 'shown', byUpn: 'a@x', caseId: null, text: null } as const;

async function openAndOffer(
  inside: Stores,
  { draft, offer, state }: { draft: NewCase; offer: Offer; state: ConversationState },
): Promise<Case | null> {
  await inside.conversations.remember({
    channel: 'simulator',
    conversationId: 'c',
    activityId: draft.id,
    at: noon,
  });
  const made = await inside.cases.create(draft);
  await inside.cases.addEvent({ caseId: made.id, at: noon, kind: 'opened', actor: 'a@x', data: {} });
  const offered = await inside.cases.save({ ...made, offeredTo: offer.to });
  const changed = offered && (await inside.cases.save({ ...offered, title: 'Ändrad' }));
  await inside.cases.addOffer(offer);
  await inside.cases.addEvent({ caseId: made.id, at: noon, kind: 'offered', actor: 'vaktis', data: {} });
  await inside.jobs.enqueue(
    { name: 'escalate', data: { caseId: made.id, offerId: offer.id } },
    { startAfter: minutesAfterNoon(60) },
  );
  await inside.deliveries.add(buildDelivery({ caseId: made.id }));
  await inside.conversations.save(state);
  return changed;
}
