import type { Desk } from '#bot/desk/desk.ts';
import { isAbsent, isOnCall, isOnDuty, nextDuty } from '#bot/desk/duty.ts';
import { spanAround } from '#bot/desk/spans.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { rankTechnicians } from './rank-technicians.ts';

/** Who works at an instant, nearest to the site first; without a site, by upn. */
export type DutyAnswer = {
  readonly onDuty: readonly string[];
  /** Reachable for what cannot wait; not those on duty. */
  readonly onCall: readonly string[];
  readonly away: readonly { readonly upn: string; readonly until: Date; readonly reason: string | null }[];
  /** When nobody is on duty: who is next, and when. Null when nobody has duty in sight, or somebody works now. */
  readonly next: { readonly upn: string; readonly at: Date } | null;
};

/** "Who is on duty on Friday at 15.00 for this site?" Any matter: skills are not asked for. */
export function dutyAt(desk: Desk, { siteId, at }: { siteId: string | null; at: Date }): DutyAnswer {
  const question = {
    category: null,
    siteId,
    level: 'moderate',
    at,
    noteHandledBy: null,
    openCases: new Map(),
  } as const;
  const near = rankTechnicians(desk, question);
  const upns = (technicians: readonly Technician[]) => technicians.map(({ upn }) => upn);
  const working = near.filter((technician) => isOnDuty(technician, at, desk.settings));
  const onDuty = deputyFirst(near[0], working);
  const onCall = near.filter((technician) => isOnCall(technician, at, desk.settings));
  return {
    onDuty: upns(onDuty),
    onCall: upns(onCall.filter((technician) => !onDuty.includes(technician))),
    away: near.flatMap((technician) => awayNow(technician, at, desk)),
    next: onDuty.length > 0 ? null : nextOf(near, at, desk),
  };
}

/** Who stands in for the nearest one goes before others who are as far. */
function deputyFirst(first: Technician | undefined, working: readonly Technician[]): readonly Technician[] {
  const deputy = working.find(({ upn }) => upn === first?.deputy);
  if (first === undefined || working.includes(first) || deputy === undefined) return working;
  return [deputy, ...working.filter((technician) => technician !== deputy)];
}

function awayNow(technician: Technician, at: Date, { settings }: Desk): DutyAnswer['away'] {
  if (!isAbsent(technician, at, settings)) return [];
  const span = spanAround(technician.absences, at, settings);
  const absence = technician.absences.find((known) => spanAround([known], at, settings) !== null);
  return span ? [{ upn: technician.upn, until: span.to, reason: absence?.reason ?? null }] : [];
}

function nextOf(near: readonly Technician[], at: Date, { settings }: Desk): DutyAnswer['next'] {
  const starts = near.flatMap(({ upn, ...rest }) => {
    const start = nextDuty({ upn, ...rest }, at, settings);
    return start ? [{ upn, at: start }] : [];
  });
  // A stable sort: of two who begin together the nearer one.
  return starts.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}
