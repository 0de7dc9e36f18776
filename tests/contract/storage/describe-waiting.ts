import { beforeEach, describe, expect, it } from 'vitest';
import { lineOf } from '#bot/conversation/crowd/create-door.ts';
import type { ToKeep } from '#bot/conversation/crowd/waiting-store.ts';
import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import { buildConversation, noon } from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

function toKeep(conversationId: string, id: string, changes: Partial<IncomingMessage> = {}): ToKeep {
  const address = { ...buildConversation().address, conversationId };
  const message: IncomingMessage = {
    id,
    address,
    from: { aadObjectId: null, name: 'Anna' },
    at: noon,
    text: id,
    locale: null,
    attachments: [{ name: 'felet.png', contentType: 'image/png', id: 'file-1' }],
    press: null,
    installed: false,
    ...changes,
  };
  return { message, line: lineOf(address), asks: true };
}

/** Messages that wait: who comes next, and that nobody is taken twice. */
export function describeWaiting(opened: Opened): void {
  const store = () => opened().waiting;
  const ask = (text: string) => opened().database.query(text);
  /** As if it were so much later. */
  const later = (time: string) =>
    ask(`update waiting_messages set kept_at = kept_at - interval '${time}',
      held_until = held_until - interval '${time}'; update waiting_told set at = at - interval '${time}'`);
  const outcomes = async (...messages: ToKeep[]) =>
    (await store().keep(messages)).map(({ outcome, tell }) => (tell ? `${outcome}!` : outcome));
  const idsOf = (taken: Awaited<ReturnType<ReturnType<typeof store>['take']>>) =>
    taken.map(({ message }) => message.id).toSorted();

  describe('messages that wait', () => {
    beforeEach(async () => {
      await ask('delete from waiting_messages; delete from waiting_told; delete from activities');
    });

    it('come back as they were, without what must not be stored', async () => {
      const text = 'Logga in med lösenord Hemligt99! på datorn';
      const revises = { messageId: 'm-0', how: 'edited' } as const;
      await store().keep([toKeep('a:1', 'm-1', { text, truncated: true, revises })]);
      await later('2 seconds');
      const [one] = await store().take(1);
      expect(one?.message.text).not.toContain('Hemligt99');
      expect(one?.message).toMatchObject({
        at: noon,
        truncated: true,
        revises,
        waited: { masked: ['password'] },
      });
      expect(one?.message.attachments).toEqual([
        { name: 'felet.png', contentType: 'image/png', id: 'file-1' },
      ]);
      expect(one?.attempt).toBe(1);
    });

    it('are kept once each, told once, and known again after they were answered', async () => {
      const state = buildConversation({
        personUpn: 'waits@ekbacken.example',
        introduced: true,
        language: 'en',
      });
      await opened().storage.stores.conversations.save(state);
      const { conversationId, channel } = state.address;
      const first = toKeep(conversationId, 'm-1');
      expect(await store().keep([first])).toEqual([
        { outcome: 'kept', tell: true, language: 'en', introduced: true },
      ]);
      expect(await outcomes(first, toKeep(conversationId, 'm-2'))).toEqual(['known', 'kept']);
      await opened().storage.stores.conversations.remember({
        channel,
        conversationId,
        activityId: 'm-3',
        at: noon,
      });
      expect(await outcomes(toKeep(conversationId, 'm-3'))).toEqual(['known']);
      await later('6 minutes');
      expect(await outcomes(toKeep(conversationId, 'm-4'))).toEqual(['kept!']);
      expect((await store().backlog()).waiting).toBe(3);
      expect((await store().backlog()).oldest).toBeGreaterThan(359);
    });

    it('are nobody’s for a minute while their turn goes on, and then anybody’s', async () => {
      const kept = await store().keepBeside(toKeep('a:slow', 'm-1'));
      await later('5 seconds');
      expect(await store().take(5)).toEqual([]);
      await later('56 seconds');
      expect(idsOf(await store().take(5))).toEqual(['m-1']);
      await store().giveBack(kept?.place ?? '', 0);
      expect(idsOf(await store().take(5))).toEqual(['m-1']);
    });

    it('need no place when they were answered meanwhile, and have none when too many wait', async () => {
      const { message } = toKeep('a:slow', 'm-1');
      const { channel, conversationId } = message.address;
      const answered = { channel, conversationId, activityId: 'm-1', at: noon };
      await opened().storage.stores.conversations.remember(answered);
      expect(await store().keepBeside(toKeep('a:slow', 'm-1'))).toEqual({ place: null });
      await store().keep(Array.from({ length: 20 }, (_, n) => toKeep('a:many', `m-${n}`)));
      expect(await store().keepBeside(toKeep('a:many', 'm-20'))).toBeNull();
    });

    it('may be a press, whose words are masked too', async () => {
      const none = { caseId: 'c', offerId: null, reportId: null, noteId: null, value: null };
      const press = { ...none, verb: 'resolve', text: 'Lösenordet är Hemligt99! nu' } as const;
      const kept = await store().keepBeside(toKeep('a:press', 'm-1', { text: '', press }));
      await store().giveBack(kept?.place ?? '', 0);
      await later('2 seconds');
      const [one] = await store().take(1);
      expect(one?.message.press).toMatchObject({ verb: 'resolve', caseId: 'c' });
      expect(one?.message.press?.text).not.toContain('Hemligt99');
    });

    it('are twenty of one conversation and no more', async () => {
      const many = Array.from({ length: 23 }, (_, n) => toKeep('a:many', `m-${n}`));
      const answers = await outcomes(...many, toKeep('a:other', 'm-1'));
      expect(answers.filter((one) => one === 'kept')).toHaveLength(19);
      expect(answers.slice(20)).toEqual(['full!', 'full', 'full', 'kept!']);
      expect(await store().isNews(many[0]?.message.address ?? toKeep('', '').message.address)).toBe(false);
    });

    it('are taken one of each conversation, in order, and by one taker only', async () => {
      await store().keep([toKeep('a:1', 'm-1'), toKeep('a:1', 'm-2'), toKeep('a:2', 'm-3')]);
      expect(await store().take(5)).toEqual([]);
      await later('2 seconds');
      const both = await Promise.all([store().take(5), store().take(5)]);
      expect(idsOf(both.flat())).toEqual(['m-1', 'm-3']);
      expect(await store().take(5)).toEqual([]);
      await store().finish(both.flat().map(({ place }) => place));
      expect(idsOf(await store().take(5))).toEqual(['m-2']);
    });

    it('let whoever wrote once come before the fifth of somebody who came earlier', async () => {
      await store().keep(Array.from({ length: 10 }, (_, n) => toKeep('a:noisy', `noisy-${n}`)));
      await store().keep(['a:x', 'a:y', 'a:z'].map((chat) => toKeep(chat, `quiet ${chat}`)));
      await later('2 seconds');
      const order: string[] = [];
      for (;;) {
        const [one] = await store().take(1);
        if (one === undefined) break;
        order.push(one.message.id);
        await store().finish([one.place]);
      }
      expect(order.slice(0, 5)).toEqual(['noisy-0', 'quiet a:x', 'quiet a:y', 'quiet a:z', 'noisy-1']);
      expect(order).toHaveLength(13);
    });

    it('let another tenant’s come in turn, however much one has waiting', async () => {
      const of = (tenantId: string, id: string) => {
        const one = toKeep(`a:${id}`, id);
        const message = { ...one.message, address: { ...one.message.address, tenantId } };
        return { ...one, message };
      };
      await store().keep(
        Array.from({ length: 30 }, (_, n) => of('big', `big-${String(n).padStart(2, '0')}`)),
      );
      await store().keep([of('small', 'small-1'), of('small', 'small-2')]);
      await later('2 seconds');
      const [first, second] = [await store().take(2), await store().take(2)];
      expect(idsOf(first)).toEqual(['big-00', 'small-1']);
      expect(idsOf(second)).toEqual(['big-01', 'small-2']);
      const both = await Promise.all([store().take(4), store().take(4), store().take(4)]);
      expect(new Set(idsOf(both.flat())).size).toBe(12);
    });

    it('give all threads of a channel together as much as one chat', async () => {
      const thread = (n: number) => toKeep(`19:general@thread.tacv2;messageid=${n}`, `thread-${n}`);
      await store().keep([thread(1), thread(2), thread(3), toKeep('a:quiet', 'quiet')]);
      await later('2 seconds');
      expect(idsOf(await store().take(2))).toEqual(['quiet', 'thread-1']);
    });

    it('are anybody’s again when their taker died or gave them back', async () => {
      await store().keep([toKeep('a:1', 'm-1'), toKeep('a:2', 'm-2')]);
      await later('2 seconds');
      const [one] = await store().take(1);
      await store().giveBack(one?.place ?? '', 0);
      expect(idsOf(await store().take(5))).toEqual(['m-1', 'm-2']);
      expect(await store().take(5)).toEqual([]);
      await later('61 seconds');
      const again = await store().take(5);
      expect(again.map(({ attempt }) => attempt).toSorted()).toEqual([2, 3]);
    });

    it('tell a turn of their conversation that it has to wait', async () => {
      await store().keep([toKeep('a:behind', 'm-1')]);
      const askFor = (conversationId: string) =>
        opened().storage.stores.conversations.readBasis({
          channel: buildConversation().address.channel,
          conversationId,
          personUpn: 'x@ekbacken.example',
          since: noon,
        });
      expect((await askFor('a:behind')).waits).toBe(true);
      expect((await askFor('a:free')).waits).toBe(false);
    });

    it('are kept by two processes at once without a quarrel', async () => {
      const batch = (from: string) =>
        Array.from({ length: 30 }, (_, n) => toKeep(`a:${(n * 7) % 30}`, `${n % 2 ? 'same' : from}-${n}`));
      const all = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          store().keep(n % 2 ? batch(`p${n}`) : batch(`p${n}`).toReversed()),
        ),
      );
      expect(all.flat().filter(({ outcome }) => outcome === 'kept')).toHaveLength(15 + 6 * 15);
    });
  });
}
