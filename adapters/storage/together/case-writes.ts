import { z } from 'zod';
import type { Case } from '#bot/handoff/case.ts';
import type { CaseStore, NewCase } from '#bot/handoff/stores.ts';
import { createCaseStore, dataOf, upnOf, urgencyOf } from '../case-store.ts';
import { rowOf } from '../rows.ts';
import { createOfferWrites } from './offer-writes.ts';
import type { Unit, Write } from './unit.ts';

const Numbered = z.object({ number: z.string() });

/**
 * Cases, their history and their offers, as the work under way sees them: with its own changes. `known` was read a
 * moment ago.
 */
export function createCaseWrites(unit: Unit, known: readonly Case[]): CaseStore {
  const made = new Map<string, { item: Case; write: Write }>();
  const isNew = (id: string) => made.get(id)?.write.write === 'new-case';
  const plain = createCaseStore(unit.reading('new-case', 'case'));
  const history = createCaseStore(unit.reading('event'));
  const asItIs = createCaseStore(unit.reading());
  const keep = (item: Case, write: Write) => {
    made.set(item.id, { item, write });
    return item;
  };
  return {
    ...plain,
    ...createOfferWrites(unit, isNew),
    async create(draft) {
      const number = await nextNumber(unit);
      const item: Case = { ...draft, number, version: 1, updatedAt: draft.createdAt };
      return keep(item, addWrite(unit, { write: 'new-case', ...rowOfCase(item) }));
    },
    get: async (id) => made.get(id)?.item ?? known.find((item) => item.id === id) ?? asItIs.get(id),
    async save(changed) {
      const known = made.get(changed.id);
      if (known !== undefined && known.item.version !== changed.version) return null;
      const item = { ...changed, version: changed.version + 1 };
      // A second change of the same case takes the first one's place, which nobody else has seen.
      if (known !== undefined) return keep(item, Object.assign(known.write, rowOfCase(item)));
      return keep(item, addWrite(unit, { write: 'case', ...rowOfCase(item), readVersion: changed.version }));
    },
    async addEvent({ at, ...event }) {
      unit.add({ write: 'event', ...event, at: at.toISOString() });
    },
    events: history.events,
  };
}

function addWrite(unit: Unit, write: Write): Write {
  unit.add(write);
  return write;
}

async function nextNumber(unit: Unit): Promise<string> {
  const row = await rowOf(Numbered, unit.reading(), `select 'VK-' || nextval('case_number') as number`);
  if (row === null) throw new Error('A sequence always has a next number.');
  return row.number;
}

function rowOfCase(item: Case): Readonly<Record<string, unknown>> {
  const fresh: NewCase = item;
  return {
    id: item.id,
    number: item.number,
    version: item.version,
    state: item.state,
    category: item.category,
    siteId: item.siteId,
    urgency: urgencyOf(item),
    people: [...new Set([item.requesterUpn, ...item.reporterUpns])],
    assignedUpn: upnOf(item.assignee),
    offeredUpn: upnOf(item.offeredTo),
    createdAt: item.createdAt.toISOString(),
    updatedAt: item.updatedAt.toISOString(),
    data: dataOf({ ...fresh, updatedAt: item.updatedAt }),
  };
}
