import { type Case, isOpen } from '#bot/handoff/case.ts';
import type { Turn } from './turn.ts';

const reopenableFor = 14 * 24 * 60 * 60 * 1000;

/** The case that the talk is about: the one named last if it lives, else the newest open one, else one just ended. */
export function caseTalkedAbout(turn: Turn): Case | null {
  const last = turn.cases.find((known) => known.id === turn.state.lastCaseId);
  if (last && isOpen(last.state)) return last;
  const open = turn.cases.find((known) => isOpen(known.state));
  if (open) return open;
  const ended = last ?? turn.cases[0];
  return ended && isRecentlyEnded(ended, turn.at) ? ended : null;
}

/** Resolved or closed so lately that "samma fel igen" means it. A cancelled case is reopened too. */
export function isRecentlyEnded(about: Case, at: Date): boolean {
  return !isOpen(about.state) && at.getTime() - about.updatedAt.getTime() <= reopenableFor;
}
