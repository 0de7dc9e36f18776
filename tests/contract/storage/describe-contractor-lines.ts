import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ContractorLineStore } from '#bot/handoff/contractor-line.ts';
import { buildNewCase, minutesAfterNoon, noon } from '../../support/storage-builders.ts';
import type { Opened } from './engine.ts';

/** What waits for contractors' systems, who sends it, and whether they are left alone. */
export function describeContractorLines(opened: Opened): void {
  describe('a contractor’s line', () => {
    const lines = (): ContractorLineStore => opened().storage.stores.contractorLines;
    const newLine = () => `contractor-${randomUUID()}`;
    const join = async (contractorId: string, minutes: number) => {
      const { id, number, createdAt } = await opened().storage.stores.cases.create(
        buildNewCase({ createdAt: minutesAfterNoon(minutes) }),
      );
      const waiting = { caseId: id, contractorId, number, openedAt: createdAt };
      await lines().join({ ...waiting, since: minutesAfterNoon(60) });
      return id;
    };

    it('is in the order in which the cases were opened, whoever comes first', async () => {
      const line = newLine();
      const third = await join(line, 3);
      const first = await join(line, 1);
      const second = await join(line, 2);
      const ids = (await lines().waiting(line)).map(({ caseId }) => caseId);
      expect(ids).toEqual([first, second, third]);
      const next = await lines().next({ contractorId: line, at: noon, except: [first] });
      expect(next?.caseId).toBe(second);
    });

    it('keeps a case’s place and what its requester was told when it joins again', async () => {
      const line = newLine();
      const caseId = await join(line, 1);
      expect(await lines().tellsRequester(caseId)).toBe(true);
      const again = { caseId, number: 'VK-1', openedAt: noon, since: minutesAfterNoon(90) };
      await lines().join({ ...again, contractorId: line });
      expect(await lines().waiting(line)).toMatchObject([
        { requesterTold: true, since: minutesAfterNoon(60) },
      ]);
      const other = newLine();
      await lines().join({ ...again, contractorId: other });
      expect(await lines().waiting(line)).toEqual([]);
      expect(await lines().waiting(other)).toMatchObject([{ requesterTold: false }]);
      await lines().leave(caseId);
      expect(await lines().waiting(other)).toEqual([]);
    });

    it('passes over a case that was put off, until then', async () => {
      const line = newLine();
      const caseId = await join(line, 1);
      await lines().putOff(caseId, minutesAfterNoon(5));
      expect(await lines().next({ contractorId: line, at: minutesAfterNoon(4), except: [] })).toBeNull();
      const due = await lines().next({ contractorId: line, at: minutesAfterNoon(5), except: [] });
      expect(due?.caseId).toBe(caseId);
    });

    it('has one sender, however many ask at once', async () => {
      const line = newLine();
      const ask = (holder: string) =>
        lines().claim({ contractorId: line, holder, at: noon, until: minutesAfterNoon(3) });
      const claims = await Promise.all(['a', 'b', 'c', 'd'].map(ask));
      expect(claims.filter((claim) => claim !== null)).toEqual([{ leftBehind: null }]);
    });

    it('goes to another sender when the first has died, with what it was sending', async () => {
      const line = newLine();
      const claim = (holder: string, minute: number) => {
        const [at, until] = [minutesAfterNoon(minute), minutesAfterNoon(minute + 3)];
        return lines().claim({ contractorId: line, holder, at, until });
      };
      await claim('first', 0);
      const underWay = { caseId: 'c', message: 2, fileId: null, composed: { told: 1, lines: 4 } };
      const until = minutesAfterNoon(4);
      expect(await lines().hold({ contractorId: line, holder: 'first', until, underWay })).toBe(true);
      expect(await claim('second', 3)).toBeNull();
      expect(await claim('second', 4)).toEqual({ leftBehind: underWay });
      expect(await lines().hold({ contractorId: line, holder: 'first', until, underWay })).toBe(false);
      await lines().release(line, 'first');
      expect(await claim('third', 5)).toBeNull();
      await lines().release(line, 'second');
      expect(await claim('third', 5)).toEqual({ leftBehind: null });
    });

    it('that its sender had to leave is anybody’s at once, with what was under way', async () => {
      const line = newLine();
      const claim = (holder: string) =>
        lines().claim({ contractorId: line, holder, at: noon, until: minutesAfterNoon(3) });
      await claim('first');
      const underWay = { caseId: 'c', message: 2, fileId: null, composed: null };
      await lines().hold({ contractorId: line, holder: 'first', until: minutesAfterNoon(3), underWay });
      await lines().abandon(line, 'another');
      expect(await claim('second')).toBeNull();
      await lines().abandon(line, 'first');
      expect(await claim('second')).toEqual({ leftBehind: underWay });
    });

    it('tells each once, however many tell at once', async () => {
      const line = newLine();
      const caseId = await join(line, 1);
      const both = <T>(ask: () => Promise<T>) => Promise.all([ask(), ask()]);
      const once = [true, false];
      const tell = () =>
        opened().storage.transaction(({ contractorLines }) => contractorLines.tellsRequester(caseId));
      expect((await both(tell)).toSorted().toReversed()).toEqual(once);
      const tellAll = () => lines().tellsDispatchers(line, noon);
      expect(await tellAll()).toBe(false);
      const block = { contractorId: line, since: noon, why: 'system', failures: 1, nextTryAt: noon } as const;
      await lines().saveBlock({ ...block, dispatchersToldAt: null });
      expect((await both(tellAll)).toSorted().toReversed()).toEqual(once);
      expect(await lines().block(line)).toMatchObject({ dispatchersToldAt: noon });
    });

    it('remembers that nothing gets through, until something does', async () => {
      const line = newLine();
      expect(await lines().block(line)).toBeNull();
      const block = {
        contractorId: line,
        since: noon,
        why: 'pace',
        failures: 2,
        nextTryAt: minutesAfterNoon(2),
        dispatchersToldAt: null,
      } as const;
      await lines().saveBlock(block);
      await lines().saveBlock({ ...block, why: 'sign-in', dispatchersToldAt: noon });
      expect(await lines().block(line)).toEqual({ ...block, why: 'sign-in', dispatchersToldAt: noon });
      await join(line, 1);
      const summary = (await lines().summaries()).find(({ contractorId }) => contractorId === line);
      expect(summary).toEqual({
        contractorId: line,
        blocked: 'sign-in',
        waiting: 1,
        oldest: minutesAfterNoon(60),
      });
      await lines().clearBlock(line);
      expect(await lines().block(line)).toBeNull();
    });

    it('changes with the transaction that it is in, or not at all', async () => {
      const line = newLine();
      const caseId = await join(line, 1);
      const work = opened().storage.transaction(async (stores) => {
        await stores.contractorLines.leave(caseId);
        throw new Error('it came to nothing');
      });
      await expect(work).rejects.toThrow('nothing');
      expect(await lines().waiting(line)).toHaveLength(1);
    });
  });
}
