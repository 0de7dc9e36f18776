import { imagesIn } from '#knowledge/note-images.ts';
import type { CardElement, Picture } from './card.ts';
import type { CardContext } from './card-context.ts';
import { type Looks, markdownBlock } from './elements.ts';
import { noteMarkdown } from './markdown.ts';

/** More than these make a card that nobody scrolls through. */
const mostPictures = 3;

/**
 * A note's Markdown as a card draws it, with its pictures under it where the card can show them; their description
 * stands in the text in any case.
 */
export function drawNote(markdown: string, context: CardContext, looks: Looks = {}): CardElement[] {
  const text = noteMarkdown(markdown);
  return [...(text ? [markdownBlock(text, looks)] : []), ...picturesOf(markdown, context)];
}

function picturesOf(markdown: string, { pictureUrl }: CardContext): Picture[] {
  return imagesIn(markdown)
    .slice(0, mostPictures)
    .flatMap((name) => {
      const url = pictureUrl(name);
      return url === null ? [] : [{ type: 'Image', url, altText: altOf(markdown, name), size: 'stretch' }];
    });
}

function altOf(markdown: string, name: string): string {
  const before = markdown.slice(0, markdown.indexOf(`](images/${name}`));
  return before.slice(before.lastIndexOf('![') + 2).trim();
}
