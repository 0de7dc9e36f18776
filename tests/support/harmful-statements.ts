/** What an older version that still runs cannot live with, by a pattern over one statement in lower case. */
const harmful: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'takes something away', pattern: /\bdrop\b(?! (default|not null))/ },
  { what: 'renames', pattern: /\brename\b/ },
  { what: 'changes a type', pattern: /\balter( column)? \w+( set data)? type\b/ },
  { what: 'forbids nothing where it was allowed', pattern: /\bset not null\b/ },
  {
    what: 'adds a column that must be filled',
    pattern: /\badd column\b(?=[^,]*\bnot null\b)(?![^,]*\b(default|generated)\b)/,
  },
  {
    what: 'adds a rule that older writes may break',
    pattern: /\badd (constraint|check|foreign key|unique|primary key)\b/,
  },
  { what: 'adds a rule that older writes may break', pattern: /\bcreate unique index\b/ },
  { what: 'deletes', pattern: /\b(delete from|truncate)\b/ },
];

export type Harm = { readonly what: string; readonly statement: string };

/**
 * The statements of a migration that do more than add. What concerns only a table that the same migration makes harms
 * nobody. Bodies of functions are not looked into.
 */
export function findHarmful(sql: string): Harm[] {
  const statements = sql
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim().toLowerCase())
    .filter((statement) => statement !== '');
  const made = new Set(
    statements.flatMap((one) => /^create table (?:if not exists )?(\w+)/.exec(one)?.[1] ?? []),
  );
  return statements
    .filter((statement) => !made.has(tableOf(statement) ?? ''))
    .flatMap((statement) =>
      harmful.filter(({ pattern }) => pattern.test(statement)).map(({ what }) => ({ what, statement })),
    );
}

function tableOf(statement: string): string | null {
  return (
    /^alter table (?:if exists )?(?:only )?(\w+)/.exec(statement)?.[1] ??
    /^create (?:unique )?index .*? on (?:only )?(\w+)/.exec(statement)?.[1] ??
    null
  );
}
