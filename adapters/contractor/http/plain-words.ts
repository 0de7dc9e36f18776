/**
 * Their text without its HTML: what people read here is plain. Not a cleaner for showing HTML: the result is text
 * and is shown as text.
 */
export function plainWords(html: string): string {
  return html
    .replaceAll(/<(?:script|style)\b[^<]*(?:<(?!\/(?:script|style)>)[^<]*)*<\/(?:script|style)>/gi, '')
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi, '\n')
    .replaceAll(/<[^>]{0,2000}>/g, '')
    .replaceAll(/&(nbsp|lt|gt|quot|#39|amp);/g, (_all, name: string) => entities[name] ?? '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  amp: '&',
};
