import { type DoctorCheck, type Finding, fault, off, ok, warning } from './check.ts';
import type { Clues, DoctorWorld } from './world.ts';

/** Seconds. The tab's tokens are believed within a minute: beyond that nobody can sign in. */
const tolerated = 60;
const odd = 10;

/** Between which times of ours they said theirs: in the middle, most likely. */
export function noteClock(
  clues: Clues,
  seen: { readonly whose: string; readonly theirs: Date; readonly before: number; readonly after: number },
): void {
  const ours = (seen.before + seen.after) / 2;
  clues.clocks.push({ whose: seen.whose, ahead: ours - seen.theirs.getTime() });
}

/** After all others, since they have seen the clocks. */
export function clockCheck({ words, clues }: Pick<DoctorWorld, 'words' | 'clues'>): DoctorCheck {
  return { id: 'clock', name: words.names.clock, run: async () => judge(words, clues) };
}

function judge(words: DoctorWorld['words'], { clocks }: Clues): Finding {
  const [worst] = [...clocks].sort((a, b) => Math.abs(b.ahead) - Math.abs(a.ahead));
  if (worst === undefined) return off(words.clockUnknown);
  // A `Date` header has whole seconds, so one is no difference.
  const seconds = Math.round(Math.abs(worst.ahead) / 1_000);
  if (seconds <= odd) return ok(words.clockOk(Math.max(1, seconds)));
  const remedy = words.clockOff(worst.whose, seconds, worst.ahead > 0);
  return seconds > tolerated ? fault(remedy) : warning(remedy);
}
