import { erasedId, erasedName } from './anonymise-case.ts';

/** All that one person is known by here. */
export type Identity = {
  /** What the desk knows them as, and knew: upn, `unlisted:…`. Lower case. */
  readonly ids: readonly string[];
  readonly objectIds: readonly string[];
  /** Ids of theirs in Teams: of the person, and of their own chats. */
  readonly channelIds: readonly string[];
  /** What they are counted under. */
  readonly pseudonyms: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
};

export type TextPatterns = {
  /** What only they are called. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
};

/** As sources of regular expressions that Postgres and JavaScript both understand, whatever the case. */
export function patternsOf({
  ids,
  objectIds,
  channelIds,
  pseudonyms,
  names,
  phones,
}: Identity): TextPatterns {
  return {
    ids: [
      ...[...ids, ...objectIds, ...channelIds, ...pseudonyms].filter((id) => id.length >= 3).map(literally),
      ...phones.flatMap(phonePattern),
    ],
    names: names.flatMap(namePattern),
  };
}

/** `Hanna Nilsson` and `Nilsson, Hanna`; one word alone is too many people's. */
function namePattern(name: string): string[] {
  const words = name.trim().split(/\s+/).map(literally);
  if (words.length < 2) return [];
  const [last = ''] = words.slice(-1);
  const first = words.slice(0, -1).join('[[:space:]]+');
  return [`${first}[[:space:]]+${last}`, `${last},[[:space:]]*${first}`];
}

/** However it is spaced, with or without the country's number. Short ones are extensions that anybody may have. */
function phonePattern(phone: string): string[] {
  const digits = phone.replaceAll(/\D/g, '').replace(/^(0046|46(?=\d{8}))/, '0');
  if (digits.length < 8) return [];
  const spaced = Array.from(digits.replace(/^0/, '')).join('[- ()./]*');
  return digits.startsWith('0') ? [`([+]46|0046|0)[- ()./]*${spaced}`] : [spaced];
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

export type Forget = (value: unknown) => unknown;

/** Takes them out of every text in a value, however deep, and leaves its shape as it was. */
export function createForget({ ids, names }: TextPatterns): Forget {
  const marks: [RegExp, string][] = [];
  if (ids.length > 0) marks.push([toRegExp(ids), erasedId]);
  if (names.length > 0) marks.push([toRegExp(names), erasedName]);
  const inText = (text: string) =>
    marks.reduce((left, [pattern, mark]) => left.replaceAll(pattern, mark), text);
  const forget: Forget = (value) => {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return value.map(forget);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [inText(key), forget(inner)]));
  };
  return forget;
}

function toRegExp(sources: readonly string[]): RegExp {
  return new RegExp(sources.join('|').replaceAll('[[:space:]]', String.raw`\s`), 'giu');
}
