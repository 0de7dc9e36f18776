import { trimLineEnds } from '#knowledge/note-heading.ts';

/**
 * Their text without its HTML: what people read here is plain. Not a cleaner for showing HTML: the result is text
 * and is shown as text.
 */
export function plainWords(html: string): string {
  const text = html
    .slice(0, longest)
    .replaceAll(/<(?:script|style)\b[^<]*(?:<(?!\/(?:script|style)>)[^<]*)*<\/(?:script|style)>/gi, '')
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi, '\n')
    .replaceAll(/<[^<>]{0,2000}>/g, '')
    .replaceAll(/&(nbsp|lt|gt|quot|#39|amp);/g, (_all, name: string) => entities[name] ?? '');
  return trimLineEnds(text)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Far more than anybody writes in a comment; every pattern runs over it. */
const longest = 200_000;

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  amp: '&',
};
