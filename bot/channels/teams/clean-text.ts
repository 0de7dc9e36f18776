/** Control characters but tab and line feed: Postgres refuses NUL, and the others show as nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Marks that turn the writing direction around: they make a text read as something else than it is. */
const directions = /[\u202A-\u202E\u2066-\u2069]/g;

/** What somebody else sent, as text that can be stored and shown: trimmed, well-formed Unicode, composed letters. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00A0|&nbsp;/g, ' ')
    .replace(controls, '')
    .replace(directions, '')
    .trim();
}

/** Cuts between characters, never inside one that takes two code units. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
