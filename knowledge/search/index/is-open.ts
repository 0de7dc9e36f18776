import type { Note } from '../../note.ts';

/** Every reader may see it at any time. Whether it is about the site was settled by its shelf. */
export function isOpen({ audience, status, validFrom, validTo }: Note): boolean {
  return audience === 'staff' && status === 'published' && validFrom === null && validTo === null;
}
