import type { Leave } from './fair-gate.ts';

/** `leave` null: that conversation has enough; `isFirst`: and it has not been told so lately. */
export type Call = { readonly leave: Leave | null; readonly isFirst: boolean };

/** Milliseconds in which nobody is told twice. */
const quiet = 5 * 60_000;

/** Counts what is under way in each conversation of this process. */
export function createCalls({ most, elapsed }: { most: number; elapsed: () => number }) {
  const underWay = new Map<string, number>();
  const toldAt = new Map<string, number>();
  const isFirst = (conversation: string): boolean => {
    const now = elapsed();
    for (const [other, at] of toldAt) if (at < now - quiet) toldAt.delete(other);
    if (toldAt.has(conversation)) return false;
    toldAt.set(conversation, now);
    return true;
  };
  return {
    /** `hasEnough`: whoever writes has, wherever. */
    begin(conversation: string, hasEnough: boolean): Call {
      const here = underWay.get(conversation) ?? 0;
      if (hasEnough || here >= most) return { leave: null, isFirst: isFirst(conversation) };
      underWay.set(conversation, here + 1);
      const leave = () => {
        const left = (underWay.get(conversation) ?? 1) - 1;
        if (left > 0) underWay.set(conversation, left);
        else underWay.delete(conversation);
      };
      return { leave, isFirst: false };
    },
  };
}
