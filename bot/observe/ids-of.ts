const known = ['caseId', 'deliveryId', 'offerId', 'contractorId'] as const;

/** The ids in a job's data, for the log: what else is in it may name a person. */
export function idsOf(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) return {};
  const entries = Object.entries(data).filter(([key]) => known.some((name) => name === key));
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
}
