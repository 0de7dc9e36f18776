/** One field that differs, as texts for people. Null: it is absent there. */
export type FieldDifference = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

const longest = 120;

/** Field by field what differs between two versions of an item; long texts are cut around the first difference. */
export function differencesBetween(before: object, after: object): FieldDifference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((field) => compare(field, Reflect.get(before, field), Reflect.get(after, field)));
}

function compare(field: string, before: unknown, after: unknown): FieldDifference[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => compare(`${field}.${key}`, before[key], after[key]));
  }
  const [first, second] = [asText(before), asText(after)];
  if (first === second) return [];
  return [{ field, ...around(first, second) }];
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => asText(item) ?? '–').join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function around(before: string | null, after: string | null) {
  if (before === null || after === null) return { before: cut(before, 0), after: cut(after, 0) };
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const start = Math.max(0, same - 30);
  const fits = before.length <= longest && after.length <= longest;
  return { before: cut(before, fits ? 0 : start), after: cut(after, fits ? 0 : start) };
}

function cut(text: string | null, start: number): string | null {
  if (text === null) return null;
  const part = text.slice(start, start + longest).replaceAll('\n', '⏎');
  return `${start > 0 ? '…' : ''}${part}${start + longest < text.length ? '…' : ''}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
