/** One way of naming one site or several. */
export type Name = {
  readonly words: readonly string[];
  readonly siteIds: readonly string[];
  /** Also a word of the language. */
  readonly ordinary: boolean;
};

/** A desk's names by their first word, so that a message is held against few of a thousand. */
export type NameIndex = {
  /** Names that may occur among these words, in the order that they were given in. */
  readonly candidatesFor: (heard: readonly string[], exact: boolean) => readonly Name[];
};

/** `isMisspelt` says whether a heard word may be a slip for a name's. */
export function createNameIndex(
  names: readonly Name[],
  isMisspelt: (heard: string, word: string) => boolean,
): NameIndex {
  const order = new Map(names.map((name, index) => [name, index]));
  const byFirst = new Map<string, Name[]>();
  const byStart = new Map<string, string[]>();
  for (const name of names) {
    const [first = ''] = name.words;
    const same = byFirst.get(first);
    if (same !== undefined) same.push(name);
    else {
      byFirst.set(first, [name]);
      const start = startOf(first, first.length);
      const alike = byStart.get(start);
      if (alike === undefined) byStart.set(start, [first]);
      else alike.push(first);
    }
  }
  return { candidatesFor };

  function candidatesFor(heard: readonly string[], exact: boolean): readonly Name[] {
    const firsts = new Set(heard.flatMap((word) => (exact ? sameAs(word) : likely(word))));
    const found = [...firsts].flatMap((first) => byFirst.get(first) ?? []);
    return found.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }

  /** "Solans" is Solan's. */
  function sameAs(word: string): string[] {
    return word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
  }

  function likely(word: string): string[] {
    const lengths = [-2, -1, 0, 1, 2, 3].map((more) => word.length - more);
    const near = lengths.flatMap((length) => byStart.get(startOf(word, length)) ?? []);
    return [...sameAs(word), ...near.filter((first) => isMisspelt(word, first))];
  }
}

/** First letter and length: a slip seldom changes the one, and the other by little. */
function startOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}
