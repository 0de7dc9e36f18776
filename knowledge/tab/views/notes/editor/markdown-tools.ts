/** A text with a stretch of it chosen, as a text field has it. */
export type Chosen = { readonly text: string; readonly start: number; readonly end: number };

/** Puts marks around what is chosen, or takes them away when they are there. */
export function wrap({ text, start, end }: Chosen, before: string, after: string): Chosen {
  const chosen = text.slice(start, end);
  const isWrapped = text.slice(0, start).endsWith(before) && text.slice(end).startsWith(after);
  if (isWrapped) {
    const from = start - before.length;
    return {
      text: text.slice(0, from) + chosen + text.slice(end + after.length),
      start: from,
      end: from + chosen.length,
    };
  }
  return {
    text: text.slice(0, start) + before + chosen + after + text.slice(end),
    start: start + before.length,
    end: end + before.length,
  };
}

/** Makes the chosen lines entries of a list. */
export function bullets({ text, start, end }: Chosen): Chosen {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n');
  const listed = lines.map((line) => (line.startsWith('- ') ? line : `- ${line}`)).join('\n');
  return {
    text: text.slice(0, from) + listed + text.slice(end),
    start: from + listed.length,
    end: from + listed.length,
  };
}

/** Puts a piece in place of what is chosen, the caret after it. */
export function insert({ text, start, end }: Chosen, piece: string): Chosen {
  return {
    text: text.slice(0, start) + piece + text.slice(end),
    start: start + piece.length,
    end: start + piece.length,
  };
}

/** A picture as Markdown; brackets in its description would end it too early. */
export function imageMarkdown(path: string, alt: string): string {
  return `![${alt.replaceAll(/[[\]\s]+/g, ' ').trim()}](${path})`;
}
