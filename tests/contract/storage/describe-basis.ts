import { describe, expect, it } from 'vitest';
import {
  buildConversation,
  buildDelivery,
  buildNewCase,
  minutesAfterNoon,
  noon,
} from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

export function describeBasis(opened: Opened): void {
  const stores = () => opened().storage.stores;
  const askFor = (personUpn: string, conversationId: string) =>
    stores().conversations.readBasis({ channel: 'msteams', conversationId, personUpn, since: noon });

  describe('what a turn rests on', () => {
    it('is nothing for somebody who never wrote', async () => {
      const basis = await askFor('nobody@ekbacken.example', 'a:none');
      expect(basis).toMatchObject({ state: null, contact: null, cases: [] });
    });

    it('is the same as when each store is asked by itself', async () => {
      const upn = 'basis@ekbacken.example';
      const state = buildConversation({ personUpn: upn, introduced: true });
      const { channel, conversationId } = state.address;
      await stores().conversations.save(state);
      const contact = { ...state.address, upn, aadObjectId: null, locale: 'sv-SE', reachable: true };
      await stores().contacts.save(contact);
      const technician = { kind: 'technician', id: 'basis-tech@ekbacken.example' } as const;
      const own = { requesterUpn: upn, assignee: technician };
      await stores().cases.create(buildNewCase(own));
      await stores().cases.create(
        buildNewCase({ ...own, createdAt: minutesAfterNoon(3), offeredTo: technician }),
      );
      await stores().cases.create(buildNewCase({ ...own, createdAt: minutesAfterNoon(-9), state: 'closed' }));
      const basis = await stores().conversations.readBasis({
        channel,
        conversationId,
        personUpn: upn,
        since: noon,
      });
      expect(basis.state).toEqual(await stores().conversations.get(channel, conversationId, upn));
      expect(basis.contact).toEqual(contact);
      expect(basis.cases).toEqual(await stores().cases.casesOf(upn, noon));
      expect(basis.cases).toHaveLength(2);
      expect(basis.openCases).toEqual(await stores().cases.openCountByTechnician());
      expect(basis.openCases.get(technician.id)).toBe(2);
    });

    it('is read again, by connections that forget what they knew, when another process gives a table a column', async () => {
      const delivery = buildDelivery();
      await stores().deliveries.add(delivery);
      const read = () =>
        stores()
          .deliveries.get(delivery.id)
          .catch(() => null);
      await Promise.all(Array.from({ length: 30 }, read));
      await opened().database.query('alter table deliveries add column of_tomorrow text');
      // Each connection may stumble once.
      for (let time = 0; time < 10; time += 1) await read();
      expect((await stores().deliveries.get(delivery.id))?.id).toBe(delivery.id);
      await opened().database.query('alter table deliveries drop column of_tomorrow');
      for (let time = 0; time < 10; time += 1) await read();
      expect((await stores().deliveries.get(delivery.id))?.id).toBe(delivery.id);
    });
  });
}
