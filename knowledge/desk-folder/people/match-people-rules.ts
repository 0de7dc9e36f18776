import { type DirectoryField, directoryFields, type PeopleRule } from '#bot/desk/desk-settings.ts';
import type { Site } from '#bot/desk/site.ts';
import type { DirectoryEntry } from './directory-entry.ts';

/** What the rules say of one person. `rule` counts from 0. */
export type RuleMatch = {
  readonly outcome:
    | { readonly kind: 'sites'; readonly rule: number; readonly siteIds: readonly string[] }
    | { readonly kind: 'leave-out'; readonly rule: number }
    | { readonly kind: 'unmatched' };
  /** Later rules that would have said something else. */
  readonly others: readonly number[];
  /** Sites that one name could mean, so that its rule passed over it. */
  readonly ambiguous: readonly string[];
};

type Answer = Exclude<RuleMatch['outcome'], { kind: 'unmatched' }>;

/** Prepared once, since a directory holds tens of thousands. Pure. */
export function createRuleMatcher(
  rules: readonly PeopleRule[],
  sites: readonly Site[],
): (entry: DirectoryEntry) => RuleMatch {
  const prepared = rules.map(prepareRule);
  const named = sitesByName(sites);
  return (entry) => {
    const fields = fieldsOf(entry);
    const answers: Answer[] = [];
    const ambiguous: string[] = [];
    for (const [rule, { fits, gives }] of prepared.entries()) {
      if (!fits(fields)) continue;
      if (gives.kind === 'leave-out') answers.push({ kind: 'leave-out', rule });
      else if (gives.kind === 'sites') answers.push({ kind: 'sites', rule, siteIds: gives.siteIds });
      else {
        const found = named.get(fields[gives.field]) ?? [];
        if (found.length === 1) answers.push({ kind: 'sites', rule, siteIds: found });
        else if (answers.length === 0) ambiguous.push(...found);
      }
    }
    const [first, ...later] = answers;
    if (first === undefined) return { outcome: { kind: 'unmatched' }, others: [], ambiguous };
    const others = later.filter((one) => saying(one) !== saying(first)).map(({ rule }) => rule);
    return { outcome: first, others, ambiguous };
  };
}

function saying(answer: Answer): string {
  return answer.kind === 'sites' ? [...answer.siteIds].sort().join(';') : answer.kind;
}

type Fields = Readonly<Record<DirectoryField, string>>;

function fieldsOf(entry: DirectoryEntry): Fields {
  const { department, office, city, company } = entry;
  return {
    department: plain(department ?? ''),
    office: plain(office ?? ''),
    city: plain(city ?? ''),
    company: plain(company ?? ''),
  };
}

function prepareRule({ when, gives }: PeopleRule) {
  const wanted = directoryFields.flatMap((field) => {
    const patterns = when[field];
    return patterns === undefined ? [] : [{ field, patterns: patterns.map(toParts) }];
  });
  const fits = (fields: Fields) =>
    wanted.every(
      ({ field, patterns }) =>
        fields[field] !== '' && patterns.some((parts) => fitsParts(fields[field], parts)),
    );
  return { fits, gives };
}

/** `Förskolan*` is ['förskolan', '']: what stands between the stars, in order. */
function toParts(pattern: string): string[] {
  return plain(pattern).split('*');
}

/** No regular expressions: a pattern from a file must not be able to hang the sync. */
function fitsParts(text: string, parts: readonly string[]): boolean {
  const [head = '', ...rest] = parts;
  if (rest.length === 0) return text === head;
  const tail = rest.at(-1) ?? '';
  if (!text.startsWith(head) || text.length < head.length + tail.length || !text.endsWith(tail)) return false;
  const end = text.length - tail.length;
  let from = head.length;
  for (const part of rest.slice(0, -1)) {
    const at = text.indexOf(part, from);
    if (at === -1 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}

function sitesByName(sites: readonly Site[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, name, aliases } of sites) {
    for (const word of new Set([id, name, ...aliases].map(plain))) {
      if (word !== '') found.set(word, [...(found.get(word) ?? []), id]);
    }
  }
  return found;
}

/** Spaces, case and ways of writing é do not make another place. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
