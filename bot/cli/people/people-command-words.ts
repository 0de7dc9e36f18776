/** The help of `vaktis people`. English, as the other commands' is; what it reports is in bot/i18n/people.ts. */
export const peopleCommandWords = {
  people: 'who works where: read it from a list or from Microsoft Graph, and see whom the bot reaches',
  sync: 'take people and their sites from a CSV file or Microsoft Graph, by the rules in desk.yaml',
  syncMore: `
The first rule that fits gives the site (people_rules in desk.yaml; see the README). What the desk itself lists wins.
Who has left is marked, never removed. Try it dry first: --dry-run changes nothing.`,
  csv: 'read a CSV file: Entra’s "Download users", or any with userPrincipalName and displayName',
  graph: 'read Microsoft Graph (application permission User.Read.All)',
  rules: 'take the rules from this YAML file instead of desk.yaml',
  dryRun: 'show what each rule finds, and change nothing',
  partial: 'the source names some of the people only: nobody is marked as gone',
  maxRemovals: 'stop when more than so many percent would vanish or lose their site',
  allowRemovals: 'go on all the same',
  forget: 'remove for good who left so many days ago',
  json: 'print one JSON object',
  language: 'sv or en',
  reach: 'whom the bot can reach, who removed or blocked the app, and who never met it; technicians first',
  all: 'name everybody, not only those with a role',
  oneSource: 'Which source? --csv FILE or --graph, one of them.',
  wrongLanguage: 'The language is sv or en.',
  wrongPercent: 'The percentage is a whole number from 0 to 100.',
  wrongDays: 'The days are a whole number from 1 to 3650.',
  rulesOnlyDry:
    'A file of rules is for trying: use it with --dry-run, then write the rules into desk.yaml and import it.',
} as const;
