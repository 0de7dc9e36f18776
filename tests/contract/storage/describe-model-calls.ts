import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelCall } from '#adapters/language-model/model-call.ts';
import { createModelCallStore } from '#adapters/storage/model-call-store.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import type { Engine, Place } from './engine.ts';

const now = new Date('2026-11-23T09:15:00+01:00');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

let ids = 0;
function call(overrides: Partial<ModelCall> = {}): ModelCall {
  ids += 1;
  return {
    id: `call-${ids}`,
    at: now,
    purpose: 'compose',
    model: 'scripted',
    prompt: 'compose-answer@1',
    upn: 'hanna@x.se',
    caseId: null,
    outcome: 'ok',
    requests: 1,
    tokensIn: 100,
    tokensOut: 20,
    cost: 0.5,
    firstTokenAfter: 200,
    took: 900,
    sent: null,
    answered: null,
    ...overrides,
  };
}

/** The record of what the model was asked: what was spent, and for which case. */
export function describeModelCalls(engine: Engine): void {
  describe('the record of the language model’s calls', () => {
    let place: Place;
    let opened: OpenStorage;
    beforeAll(async () => {
      place = await engine.newPlace();
      opened = await place.open();
    });
    afterAll(async () => {
      await opened.close();
      await place.remove();
    });

    it('says what a person and the desk spent in a day, and the desk in a month', async () => {
      const calls = createModelCallStore(opened.database);
      await calls.add(call());
      await calls.add(call({ upn: 'omar@x.se' }));
      await calls.add(call({ at: ago(30) }));
      await calls.add(call({ at: ago(24 * 40) }));
      const spent = await calls.spent({ upn: 'hanna@x.se', dayFrom: ago(24), monthFrom: ago(24 * 30) });
      expect(spent).toEqual({ personToday: 120, deskToday: 240, deskThisMonth: 360 });
    });

    it('gives the latest calls to the case that came of them, once', async () => {
      const calls = createModelCallStore(opened.database);
      await calls.add(call({ upn: 'eva@x.se' }));
      await calls.add(call({ upn: 'eva@x.se', at: ago(5) }));
      await calls.giveToCase({ caseId: 'case-1', upn: 'eva@x.se', since: ago(2) });
      await calls.giveToCase({ caseId: 'case-2', upn: 'eva@x.se', since: ago(2) });
      expect(await calls.costs(ago(24))).toEqual({ cases: 1, cost: 0.5 });
    });

    it('keeps the words when it is given any', async () => {
      const calls = createModelCallStore(opened.database);
      await calls.add(call({ id: 'with-words', sent: 'fråga', answered: 'svar' }));
      const { rows } = await opened.database.query(
        "select sent, answered from model_calls where id = 'with-words'",
      );
      expect(rows).toEqual([{ sent: 'fråga', answered: 'svar' }]);
    });
  });
}
