import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  annasChat,
  buildConversation,
  buildDelivery,
  buildNewCase,
  minutesAfterNoon,
  noon,
} from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

export function describeOutbox(opened: Opened): void {
  const stores = () => opened().storage.stores;

  describe('the outbox', () => {
    it('gives a delivery to one of two that want to send it', async () => {
      const delivery = buildDelivery();
      await stores().deliveries.add(delivery);
      const claims = await Promise.all(
        [1, 2, 3].map(() => stores().deliveries.claim(delivery.id, noon, noon)),
      );
      const won = claims.filter((claim) => claim !== null);
      expect(won).toHaveLength(1);
      expect(won[0]).toMatchObject({ ...delivery, status: 'sending', attempts: 1 });
    });

    it('gives a delivery that was left half sent to the next one, after a while', async () => {
      const { deliveries } = stores();
      const delivery = buildDelivery({ createdAt: minutesAfterNoon(-60) });
      await deliveries.add(delivery);
      await deliveries.claim(delivery.id, noon, minutesAfterNoon(-5));
      expect(await deliveries.claim(delivery.id, minutesAfterNoon(1), minutesAfterNoon(-4))).toBeNull();
      expect(await deliveries.leftBehind(noon, 1_000)).not.toContain(delivery.id);
      expect(await deliveries.leftBehind(minutesAfterNoon(1), 1_000)).toContain(delivery.id);
      const again = await deliveries.claim(delivery.id, minutesAfterNoon(9), minutesAfterNoon(4));
      expect(again).toMatchObject({ attempts: 2, uncertainSends: 1 });
    });

    it('tries a failed delivery again, and a sent or undeliverable one never', async () => {
      const { deliveries } = stores();
      const delivery = buildDelivery();
      await deliveries.add(delivery);
      await deliveries.claim(delivery.id, noon, noon);
      await deliveries.markFailed(delivery.id, '503');
      expect(await deliveries.get(delivery.id)).toMatchObject({ status: 'pending', error: '503' });
      await deliveries.claim(delivery.id, noon, noon);
      await deliveries.markSent(delivery.id, { activityId: 'a1', at: noon });
      expect(await deliveries.get(delivery.id)).toMatchObject({
        status: 'sent',
        activityId: 'a1',
        sentAt: noon,
        error: null,
      });
      expect(await deliveries.claim(delivery.id, noon, minutesAfterNoon(60))).toBeNull();
      const other = buildDelivery();
      await deliveries.add(other);
      await deliveries.markUndeliverable(other.id, '403');
      expect(await deliveries.claim(other.id, noon, minutesAfterNoon(60))).toBeNull();
    });

    it('puts back what was not tried, as if it had never been taken', async () => {
      const { deliveries } = stores();
      const delivery = buildDelivery({ createdAt: minutesAfterNoon(-60) });
      await deliveries.add(delivery);
      await deliveries.claim(delivery.id, noon, noon);
      await deliveries.putBack(delivery.id, 'not its turn');
      const back = { status: 'pending', attempts: 0, uncertainSends: 0, notBefore: null };
      expect(await deliveries.get(delivery.id)).toMatchObject(back);
      expect(await deliveries.claim(delivery.id, noon, noon)).toMatchObject({
        attempts: 1,
        uncertainSends: 0,
      });
      await deliveries.markSent(delivery.id, { activityId: 'a1', at: noon });
      await deliveries.putBack(delivery.id, 'late');
      expect(await deliveries.get(delivery.id)).toMatchObject({ status: 'sent', error: null });
    });

    it('gives the sweep what is due, with all that waits behind it, and nothing that waits behind what is not', async () => {
      const { deliveries } = stores();
      const target = { kind: 'person', upn: `${randomUUID()}@x` } as const;
      const [failed, next, last] = [1, 2, 3].map(() => buildDelivery({ target, createdAt: noon }));
      if (!failed || !next || !last) throw new Error('there are three');
      for (const delivery of [failed, next, last]) await deliveries.add(delivery);
      await deliveries.claim(failed.id, noon, noon);
      await deliveries.markFailed(failed.id, '429', { notBefore: minutesAfterNoon(0.1), uncertain: false });
      const own = [failed.id, next.id, last.id];
      const left = async (before: number, due: number) => {
        const ids = await deliveries.leftBehind(minutesAfterNoon(before), 1_000, minutesAfterNoon(due));
        return ids.filter((id) => own.includes(id));
      };
      expect(await left(9, 0.05)).toEqual([]);
      expect(await left(-9, 0.1)).toEqual(own);
    });

    it('holds back a failed delivery until it is due, and what was said after it to the same reader', async () => {
      const { deliveries } = stores();
      const [first, second, other] = [
        buildDelivery({ target: { kind: 'person', upn: 'lane@x' } }),
        buildDelivery({ target: { kind: 'person', upn: 'lane@x' } }),
        buildDelivery({ target: { kind: 'person', upn: 'elsewhere@x' } }),
      ];
      for (const delivery of [first, second, other]) await deliveries.add(delivery);
      await deliveries.claim(first.id, noon, noon);
      await deliveries.markFailed(first.id, '503', { notBefore: minutesAfterNoon(1), uncertain: true });
      expect(await deliveries.claim(first.id, noon, noon)).toBeNull();
      expect(await deliveries.claim(second.id, noon, noon)).toBeNull();
      expect(await deliveries.claim(other.id, noon, noon)).not.toBeNull();
      expect(await deliveries.leftBehind(minutesAfterNoon(0.5), 1_000)).not.toContain(first.id);
      expect(await deliveries.leftBehind(minutesAfterNoon(2), 1_000)).toContain(first.id);
      const again = await deliveries.claim(first.id, minutesAfterNoon(2), noon);
      expect(again).toMatchObject({ attempts: 2, uncertainSends: 1 });
      await deliveries.markSent(first.id, { activityId: 'a1', at: minutesAfterNoon(2) });
      expect(await deliveries.claim(second.id, minutesAfterNoon(2), noon)).not.toBeNull();
    });

    it('finds what was said by the channel’s id of it, in that conversation only', async () => {
      const { deliveries } = stores();
      const [here, elsewhere] = ['here', 'elsewhere'].map((conversationId) =>
        buildDelivery({ target: { kind: 'conversation', address: { ...annasChat, conversationId } } }),
      );
      for (const delivery of [here, elsewhere]) {
        if (!delivery) continue;
        await deliveries.add(delivery);
        await deliveries.markSent(delivery.id, { activityId: 'said-1', at: noon });
      }
      expect((await deliveries.sentAs('here', 'said-1'))?.id).toBe(here?.id);
      expect(await deliveries.sentAs('here', 'said-2')).toBeNull();
    });

    it('knows which card of a case a person has on screen', async () => {
      const { deliveries } = stores();
      const caseId = randomUUID();
      const card = (viewerUpn: string) =>
        buildDelivery({ content: { kind: 'card', card: { kind: 'case-card', caseId, viewerUpn } } });
      const [first, second, never] = [card('karin@x'), card('karin@x'), card('omar@x')];
      for (const delivery of [first, second, never]) await deliveries.add(delivery);
      await deliveries.markSent(first.id, { activityId: 'a1', at: noon });
      await deliveries.markSent(second.id, { activityId: null, at: noon });
      expect((await deliveries.sentCard(caseId, 'karin@x'))?.id).toBe(first.id);
      expect(await deliveries.sentCard(caseId, 'omar@x')).toBeNull();
      expect(await deliveries.shownCards(caseId)).toEqual(new Map([['karin@x', first.id]]));
    });
  });

  describe('attachments', () => {
    it('are kept byte for byte, once', async () => {
      const { attachments } = stores();
      const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
      const kept = { id: randomUUID(), at: noon, name: 'skärm.png', contentType: 'image/png', bytes };
      await attachments.add(kept);
      await attachments.add({ ...kept, name: 'annan.png' });
      const read = await attachments.get(kept.id);
      expect(read && { ...read, bytes: [...read.bytes] }).toEqual({ ...kept, bytes: [...bytes] });
      expect(await attachments.get('none')).toBeNull();
    });

    it('are deleted some time after their case ended, wherever in it they are named', async () => {
      const { attachments, cases } = stores();
      const add = async (daysAgo: number) => {
        const id = randomUUID();
        const at = minutesAfterNoon(-daysAgo * 24 * 60);
        const contentType = 'image/png';
        await attachments.add({ id, at, name: 'bild.png', contentType, bytes: new Uint8Array([1]) });
        return { id, name: 'bild.png', contentType, size: 1 };
      };
      const files = {
        ofOpen: await add(400),
        ofLately: await add(400),
        ofLongAgo: await add(400),
        ofNoCase: await add(400),
        fresh: await add(1),
      };
      const { packet } = buildNewCase();
      const keep = (named: typeof files.fresh, more: Parameters<typeof buildNewCase>[0]) =>
        cases.create(buildNewCase({ packet: { ...packet, attachments: [named] }, ...more }));
      await keep(files.ofOpen, { createdAt: minutesAfterNoon(-400 * 24 * 60) });
      await keep(files.ofLately, { state: 'closed' });
      await keep(files.ofLongAgo, { state: 'closed', createdAt: minutesAfterNoon(-300 * 24 * 60) });
      expect(await attachments.forget(minutesAfterNoon(-90 * 24 * 60))).toBe(2);
      const kept = await Promise.all(Object.values(files).map(({ id }) => attachments.get(id)));
      expect(kept.map((file) => file !== null)).toEqual([true, true, false, false, true]);
    });
  });

  describe('contacts', () => {
    it('are kept by upn, the newest address wins, and an unreachable one is known', async () => {
      const { contacts } = stores();
      const contact = { ...annasChat, upn: 'contact@x', aadObjectId: null, locale: 'sv-SE', reachable: true };
      await contacts.save(contact);
      await contacts.save({ ...contact, serviceUrl: 'http://127.0.0.1:2/' });
      await contacts.markUnreachable('contact@x');
      expect(await contacts.get('contact@x')).toEqual({
        ...contact,
        serviceUrl: 'http://127.0.0.1:2/',
        reachable: false,
      });
      expect(await contacts.get('nobody@x')).toBeNull();
    });
  });

  describe('conversations', () => {
    it('are saved by one of two writers, at the beginning as well as later', async () => {
      const { conversations } = stores();
      const state = buildConversation();
      const { channel, conversationId } = state.address;
      expect((await Promise.all([conversations.save(state), conversations.save(state)])).sort()).toEqual([
        false,
        true,
      ]);
      const read = await conversations.get(channel, conversationId, state.personUpn);
      expect(read).toEqual({ ...state, version: 1 });
      if (read === null) return;
      expect(await conversations.save({ ...read, introduced: false })).toBe(true);
      expect(await conversations.save(read)).toBe(false);
    });

    it('remember an activity once, also when it is delivered twice at the same moment', async () => {
      const activity = { channel: 'simulator', conversationId: 'c1', activityId: randomUUID(), at: noon };
      const seen = await Promise.all([1, 2].map(() => stores().conversations.remember(activity)));
      expect(seen.sort()).toEqual([false, true]);
      expect(await stores().conversations.remember(activity)).toBe(false);
      expect(await stores().conversations.remember({ ...activity, conversationId: 'c2' })).toBe(true);
    });
  });

  describe('what the editors look at', () => {
    it('is the questions that had no note, newest first, and how each note served', async () => {
      const { knowledge } = stores();
      const question = { at: noon, siteId: null, category: null, language: 'sv', caseId: null };
      await knowledge.keepQuestion({ ...question, text: 'första' });
      await knowledge.keepQuestion({ ...question, text: 'andra' });
      expect((await knowledge.unansweredQuestions(2)).map((item) => item.text)).toEqual(['andra', 'första']);
      const outcome = {
        noteId: 'n',
        at: noon,
        outcome: 'solved',
        byUpn: 'a@x',
        caseId: null,
        text: null,
      } as const;
      await knowledge.addOutcome(outcome);
      expect(await knowledge.outcomes('n')).toEqual([outcome]);
    });
  });
}
