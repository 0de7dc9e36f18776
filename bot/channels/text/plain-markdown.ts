/**
 * A note's Markdown as plain text: marks are dropped, links become "text (address)", line ends stay. Every
 * mark has a longest length, so that a text full of half marks is not read over and over.
 */
export function plainMarkdown(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => inlinePlain(line.replace(/^\s{0,3}(#{1,6}|>)\s+/, '').replace(/^(\s*)[-*+]\s+/, '$1• ')))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** `!?` before the bracket: a picture becomes its description. */
function inlinePlain(line: string): string {
  return line
    .replace(/!\[([^\]]{0,200})\]\([^)]{0,500}\)/g, '$1')
    .replace(/\[([^\]]{1,200})\]\(([^)\s]{1,500})[^)]{0,200}\)/g, (_all, text: string, address: string) =>
      text === address ? text : `${text} (${address})`,
    )
    .replace(/(\*\*|__|~~)(?=\S)(.{1,300}?)\1/g, '$2')
    .replace(/(^|[^\w*])\*(?=\S)([^*]{1,300})\*(?!\w)/g, '$1$2')
    .replace(/`([^`]{1,300})`/g, '$1');
}
