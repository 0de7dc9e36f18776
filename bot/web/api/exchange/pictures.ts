import { nameImage } from '#knowledge/desk-folder/name-image.ts';
import { imageFolder } from '#knowledge/note-images.ts';
import type { StoredImage } from '#knowledge/review/image-store.ts';

/** The pictures of one upload. */
export type Pictures = {
  /** The path by which a note names it; null, and counted as lost, when it is none that a note can hold. */
  keep(bytes: Uint8Array | null): string | null;
  readonly kept: ReadonlyMap<string, StoredImage>;
  lost(): number;
};

export function createPictures(): Pictures {
  const kept = new Map<string, StoredImage>();
  let lost = 0;
  return {
    kept,
    lost: () => lost,
    keep(bytes) {
      const named = bytes === null ? null : nameImage(bytes);
      if (named === null || bytes === null) {
        lost += 1;
        return null;
      }
      kept.set(named.name, { ...named, bytes });
      return `${imageFolder}/${named.name}`;
    },
  };
}

const picture = /!\[([^\]\n]{0,300})\]\(\s*<?([^)\s>]{1,1000})>?(?:\s+"[^"\n]*")?\s*\)/g;

/** Pictures of the text's own folder as a note names them. One that is not there leaves its words. */
export function withPictures(
  markdown: string,
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
  pictures: Pictures,
): string {
  return markdown.replaceAll(picture, (whole, words: string, target: string) => {
    if (/^https?:/i.test(target)) return whole;
    const kept = pictures.keep(files.get(resolvePath(path, target)) ?? null);
    return kept === null ? words : `![${words}](${kept})`;
  });
}

/** `a/b/note.md` and `../c/x.png` → `a/c/x.png`. */
function resolvePath(from: string, target: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of safeDecode(target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
