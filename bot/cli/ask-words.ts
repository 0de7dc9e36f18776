/** What `ask` says about itself. English, as the other commands are. */
export const askWords = {
  ask: 'show which notes the search finds for a question, best first',
  text: 'the question, in quotes',
  explain: 'show why each note came where it did',
  site: 'the site that is asked about (default: the only home of the person)',
  from: 'who asks (upn): a technician finds the technicians’ notes too',
  desk: 'read a desk folder instead of the database',
  json: 'print one JSON object',
  noNotes: 'There are no notes to search.',
  nothing: 'No note has anything of this.',
  askedFor: 'Asked for',
  saysLittle: 'says little',
  by: { word: 'word', compound: 'part of a compound', idea: 'same idea', alike: 'much the same' },
  near: { site: 'own site', kind: 'kind of site', everyone: 'shared' },
  stale: 'stale',
  outage: 'current outage',
} as const;
