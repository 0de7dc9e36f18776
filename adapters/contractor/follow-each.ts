import type { ContractorNews, FollowedCase } from '#bot/handoff/contractor-connector.ts';

/** So many at a time: a contractor's system is shared with others. */
const atOnce = 4;

/**
 * For a system that is asked about one case after another: the news of all, oldest first. The mark is the instant
 * of the latest; news from before it was heard already, but for the last minutes, since their clocks and indexes
 * lag.
 * @param read the news of one case, whatever its age
 */
export async function followEach(
  cases: readonly FollowedCase[],
  mark: string | null,
  read: (item: FollowedCase) => Promise<readonly ContractorNews[]>,
): Promise<{ news: ContractorNews[]; mark: string | null }> {
  const all: ContractorNews[] = [];
  for (let start = 0; start < cases.length; start += atOnce) {
    const group = await Promise.all(cases.slice(start, start + atOnce).map(read));
    all.push(...group.flat());
  }
  all.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { news: all, mark: all.at(-1)?.at.toISOString() ?? mark };
}
