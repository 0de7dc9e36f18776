import { createAllowances } from '../crowd/allowance.ts';
import { type CrowdLimits, usualLimits } from '../crowd/crowd-limits.ts';
import type { Presser } from './ports.ts';

export type PacePorts = {
  /** Milliseconds on a clock that never jumps. */
  readonly elapsed: () => number;
  readonly limits?: Partial<CrowdLimits>;
};

export type Pace = {
  /**
   * Whether that person, or that tenant's people together, had enough for now; else it is counted. A form that
   * somebody filled in (`isWritten`) is never refused because of what others do.
   */
  hasEnough(presser: Presser, isWritten?: boolean): boolean;
};

/** Counts what people ask for outside their chat, in this process alone. Whoever is nobody in Entra is refused anyhow. */
export function createPace({ elapsed, limits }: PacePorts): Pace {
  const { beyond } = { ...usualLimits, ...limits };
  const people = createAllowances(beyond.person, elapsed);
  const tenants = createAllowances(beyond.tenant, elapsed);
  return {
    hasEnough({ from, tenantId }, isWritten = false) {
      if (from.aadObjectId === null) return false;
      const tenant = tenantId ?? '';
      const person = `${tenant} ${from.aadObjectId}`;
      if (people.wait(person) > 0 || (!isWritten && tenants.wait(tenant) > 0)) return true;
      people.use(person);
      tenants.use(tenant);
      return false;
    },
  };
}
