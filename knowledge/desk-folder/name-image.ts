import { createHash } from 'node:crypto';
import { largestImage, sniffImage } from '../note-images.ts';

export type NamedImage = { readonly name: string; readonly type: string };

/** The name under which a picture is kept; null when it is none, or too large. */
export function nameImage(bytes: Uint8Array): NamedImage | null {
  const kind = bytes.byteLength > largestImage ? null : sniffImage(bytes);
  if (kind === null) return null;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { name: `${hash}.${kind.ending}`, type: kind.type };
}
