import type { Arrived } from './teams-side.ts';
import type { Posted } from './traffic.ts';

/** A chat that was told that it takes a while is not told again for so long, in milliseconds. */
const quiet = 5 * 60_000;

/**
 * One message with what its writer saw: milliseconds until the first sign of life (null: this chat had been told a moment
 * before) and until the reply.
 */
export type Answered = {
  readonly posted: Posted;
  readonly first: number | null;
  readonly reply: number | null;
};

export type Verdict = {
  readonly answered: readonly Answered[];
  readonly notTaken: readonly Posted[];
  readonly lost: readonly Posted[];
  /** Replies that nobody asked for. */
  readonly doubled: readonly Arrived[];
  readonly outOfOrder: readonly Posted[];
  /** Chats that were told more than once that it takes a while. */
  readonly toldTwice: number;
};

/** What the reply to each of those says, and no other reply does. */
const signs: Readonly<Record<string, RegExp>> = {
  greeting: /Vad kan jag hjälpa dig med|Hej Personal/,
  who: /tekniker för|Tekniker \d+|Leverantör/,
};

/**
 * Chat by chat: the nth message must have got the nth reply, and nothing more came. It trusts neither the bot nor its
 * figures, only what was posted and what arrived. `refused`: messages of that chat that it was told were not taken.
 */
export function judge(
  posted: readonly Posted[],
  arrivals: readonly Arrived[],
  refusedIn: ReadonlyMap<string, number>,
): Verdict {
  const arrivedIn = Map.groupBy(arrivals, ({ conversation }) => conversation);
  const verdict = { answered: [], notTaken: [], lost: [], doubled: [], outOfOrder: [] } as {
    [Kind in 'answered']: Answered[];
  } & { [Kind in 'notTaken' | 'lost' | 'outOfOrder']: Posted[] } & { doubled: Arrived[] };
  let toldTwice = 0;
  for (const [conversation, all] of Map.groupBy(posted, (one) => one.conversation)) {
    const arrived = arrivedIn.get(conversation) ?? [];
    const taken = all.filter(({ handed }) => handed?.taken);
    verdict.notTaken.push(...all.filter(({ handed }) => !handed?.taken));
    const replies = arrived.filter(({ kind }) => kind === 'reply');
    const wanted = taken.length - (refusedIn.get(conversation) ?? 0);
    // What was handed over again may have been refused the second time and answered the first: once, whichever.
    const again = taken.reduce((sum, { handed }) => sum + (handed?.tries.length ?? 1) - 1, 0);
    const most = refusedIn.has(conversation) ? Math.min(taken.length, wanted + again) : wanted;
    verdict.lost.push(...taken.slice(Math.min(replies.length, wanted), wanted));
    verdict.doubled.push(...replies.slice(most));
    if (arrived.filter(({ kind }) => kind === 'kept').length > 1) toldTwice += 1;
    for (const [index, one] of taken.slice(0, wanted).entries()) {
      const reply = replies[index];
      const sign = arrived.find(({ at, kind }) => at >= one.from && kind !== 'news');
      const isTold = arrived.some(
        ({ at, kind }) => kind === 'kept' && at < one.from && at > one.from - quiet,
      );
      verdict.answered.push({
        posted: one,
        first: sign && !isTold ? sign.at - one.from : null,
        reply: reply ? reply.at - one.from : null,
      });
      if (reply && isWrong(one, reply)) verdict.outOfOrder.push(one);
    }
  }
  return { ...verdict, toldTwice };
}

function isWrong({ kind }: Posted, { body }: Arrived): boolean {
  const own = signs[kind];
  return own !== undefined && !own.test(body) && Object.values(signs).some((sign) => sign.test(body));
}
