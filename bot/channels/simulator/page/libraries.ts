/** The two libraries are plain scripts, loaded before this one: they have no browser modules. */
declare global {
  var AdaptiveCards: typeof import('adaptivecards');
  var markdownit: (options: { html: boolean; linkify: boolean; breaks: boolean }) => MarkdownWriter;
}

/** The little of markdown-it that is used here. */
type MarkdownWriter = { disable(rules: string[]): MarkdownWriter; render(text: string): string };

export const cards = globalThis.AdaptiveCards;

/** Teams' subset of Markdown: no HTML, images, headings, tables, quotes or code. */
const subset = [
  'image',
  'heading',
  'lheading',
  'table',
  'blockquote',
  'code',
  'fence',
  'hr',
  'html_block',
  'html_inline',
];
const writer = globalThis.markdownit({ html: false, linkify: false, breaks: true }).disable(subset);

/** Markdown as HTML without any of the writer's own: tags in the text come out as text. */
export function renderMarkdown(text: string): string {
  return writer.render(text);
}
