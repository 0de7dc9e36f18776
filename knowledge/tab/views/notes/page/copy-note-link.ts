import { linkToNote } from '../../../host/deep-link.ts';
import type { Host } from '../../../host/host.ts';

/** Puts a link to the note on the clipboard: Teams' own, or this page's. False when the browser forbids it. */
export async function copyNoteLink(host: Host, id: string): Promise<boolean> {
  const page = `${location.origin}${location.pathname}${location.search}#/notes/${id}`;
  const link = host.linkTo(linkToNote(id)) ?? page;
  return navigator.clipboard.writeText(link).then(
    () => true,
    () => false,
  );
}
