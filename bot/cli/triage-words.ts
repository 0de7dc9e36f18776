/** What `triage` and `eval` say about themselves. English, as the other commands are. */
export const triageWords = {
  triage: 'say what would come of a message, and change nothing',
  text: 'the message, in quotes',
  from: 'whose message it is (upn)',
  at: 'when it was written, for example 2026-11-23T09:15:00+01:00 (default: now)',
  site: 'the site that the person chose',
  desk: 'read a desk folder instead of the database',
  json: 'print one JSON object, as the exchange format has it',
  batch: 'triage each line of a file: {"id","from","at","site","text"}; one JSON object a line',
  evaluate: 'triage the labelled requests of a district and play its conversations',
  district: 'a folder with desk/, requests.jsonl and conversations.jsonl',
  retrieval: 'a folder with corpus.jsonl, queries.jsonl and qrels.tsv: measure the search alone',
  aliases: 'take the other phrasings of a corpus for symptoms',
  misses: 'list what went wrong',
  model: 'with the language model that is set, beside the rules alone',
  record: 'write what was measured as the record of the prompts (tests/evals/prompts.json)',
  onlyJson: 'print the JSON alone',
};
