/**
 * A card's inputs end up beside the press's data. Phones refuse a card where two inputs share an id, also
 * across cards that are folded away (https://github.com/MicrosoftDocs/msteams-docs/issues/7868). So an input
 * is called `text` or `value`, or, where a card has several, `text_decline`, `value_pass_on` …
 * @returns what was written or chosen, trimmed; undefined when nothing was.
 */
export function readPressInput(
  data: Readonly<Record<string, unknown>>,
  name: 'text' | 'value',
): string | undefined {
  const own = filled(data[name]);
  if (own !== undefined) return own;
  const keys = Object.keys(data).filter((key) => key.startsWith(`${name}_`));
  return keys.map((key) => filled(data[key])).find((value) => value !== undefined);
}

function filled(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.trim() || undefined;
}
