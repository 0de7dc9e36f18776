/** Half a minute is not half an hour: figures with what they count, in the languages that notes are written in. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:s|sek|sec|sekund\p{L}*|seconds?|sekunnin|sekuntia)$/u, 's'],
  [/^(?:min|minut\p{L}*|minutes?|minuuttia?)$/u, 'min'],
  [/^(?:h|tim|timm\p{L}*|timmar|hours?|stunden?|tuntia?)$/u, 'h'],
  [/^(?:dygn|dag|dagar|dagars|days?|tage?)$/u, 'day'],
  [/^(?:veck\p{L}+|weeks?|wochen?)$/u, 'week'],
  [/^(?:procent|percent|%)$/u, '%'],
  [/^(?:gång\p{L}*|times?|mal|kertaa)$/u, 'times'],
  [/^(?:kr|kronor|sek)$/u, 'kr'],
  [/^(?:mb|gb|tb|kb)$/u, 'bytes'],
];

/** `30 s`, `2 min`. `toFigure` knows number words, "två" → "2"; null: no number. */
export function measuresOf(text: string, toFigure: (word: string) => string | null): string[] {
  const tokens =
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/\d+(?:[.,]\d+)*|\p{L}+|%/gu) ?? [];
  return tokens.flatMap((token, place) => {
    const figure = toFigure(token);
    const unit = units.find(([pattern]) => pattern.test(tokens[place + 1] ?? ''))?.[1];
    return figure === null || unit === undefined ? [] : [`${figure} ${unit}`];
  });
}

/** `HDMI 2`, `Windows 11`: a name with its number, but for a word that merely begins the sentence. */
export function numberedNamesOf(sentence: string): string[] {
  const found = [...sentence.matchAll(/(\p{Lu}[\p{L}\p{N}-]*) (\d+)(?![\d.,:]*\d)/gu)];
  return found.flatMap(({ 0: whole, 1: name = '', index }) => {
    const begins = sentence.slice(0, index).trim() === '';
    const isWord = begins && !/\p{Lu}.*\p{Lu}/u.test(name);
    return isWord ? [] : [whole];
  });
}
