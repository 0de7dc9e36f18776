import type { CaseFile } from '#bot/reply/reply.ts';
import type { CardElement } from './card.ts';
import type { CardContext } from './card-context.ts';
import { markdownBlock } from './elements.ts';
import { escapeMarkdown, link } from './markdown.ts';

const mostFiles = 8;

/** One press from the picture that says more than the words. */
export function filesToOpen(files: readonly CaseFile[], context: CardContext): CardElement[] {
  const links = context.few(files, mostFiles).flatMap(({ id, name }) => {
    const url = context.fileUrl(id);
    return url === null ? [] : [link(context.short(name, 60), url)];
  });
  if (links.length === 0) return [];
  return [markdownBlock(`${escapeMarkdown(context.say.dispatch.files)} ${links.join(' · ')}`)];
}
