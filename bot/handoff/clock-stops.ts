import type { HoldReason } from './case.ts';

export type ClockKind = 'sla' | 'ola' | 'contractor';

/**
 * Which clocks a wait stops. For the requester's answer nobody else can be blamed; no way in is the site's matter. A
 * part or the contractor is ours to chase: the requester's clock runs on.
 */
const stops: Readonly<Record<HoldReason, readonly ClockKind[]>> = {
  'awaiting-requester': ['sla', 'ola', 'contractor'],
  'awaiting-access': ['sla', 'ola'],
  'awaiting-part': ['ola'],
  'awaiting-contractor': ['ola'],
};

export function stopsClock(reason: HoldReason, kind: ClockKind): boolean {
  return stops[reason].includes(kind);
}
