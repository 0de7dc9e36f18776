/** A note's Markdown as plain text: marks are dropped, links become "text (address)", line ends stay. */
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
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\(([^)\s]+)[^)]*\)/g, (_all, text: string, address: string) =>
      text === address ? text : `${text} (${address})`,
    )
    .replace(/(\*\*|__|~~)(?=\S)(.+?)\1/g, '$2')
    .replace(/(^|[^\w*])\*(?=\S)([^*]+)\*(?!\w)/g, '$1$2')
    .replace(/`([^`]+)`/g, '$1');
}
