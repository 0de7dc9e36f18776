/** What `duty` says. English, as the other commands are. */
export const dutyWords = {
  duty: 'show who is on duty, on call and away, nearest to a site first',
  site: 'the site that is asked about',
  at: 'an instant (2026-11-27T15:00), or words: "friday at 15.00" (default: now)',
  desk: 'read a desk folder instead of the database',
  json: 'print one JSON object',
  noSite: (id: string) => `There is no site ${id}.`,
  noTime: (text: string) => `"${text}" is not a time: write 2026-11-27T15:00, or "friday at 15.00".`,
  onDuty: 'on duty ',
  onCall: 'on call ',
  away: 'away    ',
  until: 'until',
  next: (name: string, time: string) => `Nobody is on duty. ${name} starts ${time}.`,
  hole: 'Nobody is on duty, and nobody has duty ahead: the rota has a hole.',
} as const;
