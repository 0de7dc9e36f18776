/** A reply in plain sentences, before a channel gives it its looks. */
export type Said = {
  readonly title: string | null;
  readonly lines: readonly string[];
  /** What buttons and inputs say in a card, and words must say in plain text. */
  readonly inTextOnly: readonly string[];
};

export function said(
  title: string | null,
  lines: readonly string[],
  inTextOnly: readonly string[] = [],
): Said {
  return { title, lines: lines.filter((line) => line !== ''), inTextOnly };
}

export function bullet(line: string): string {
  return `• ${line}`;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
