/** What no case has when it is opened: nobody has done anything with it yet. */
export const untouched = {
  holdReason: null,
  reporterUpns: [],
  assignee: null,
  offeredTo: null,
  promisedAt: null,
  onSiteAt: null,
  resolution: null,
  contractorReference: null,
  resolvedAt: null,
} as const;
