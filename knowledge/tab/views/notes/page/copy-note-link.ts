import { linkToNote } from '../../../host/deep-link.ts';
import type { Host } from '../../../host/host.ts';

/** A link to the note: Teams' own, or this page's. */
export function addressOfNote(host: Host, id: string): string {
  const page = `${location.origin}${location.pathname}${location.search}#/notes/${id}`;
  return host.linkTo(linkToNote(id)) ?? page;
}

/** Puts a text on the clipboard; false when the browser forbids it, as in some frames. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text);
  }
}

/** What frames that may not use the clipboard still may, after a press. */
function copyTheOldWay(text: string): boolean {
  const carrier = document.createElement('textarea');
  carrier.value = text;
  document.body.append(carrier);
  carrier.select();
  const copied = document.execCommand('copy');
  carrier.remove();
  return copied;
}
