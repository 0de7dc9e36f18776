/** A picture of a note, as its body names it: `![the hatch](images/<hash>.png)`. */
export const imageName = /^[0-9a-f]{32}\.(?:png|jpg|webp)$/;
export const imageFolder = 'images';
export const largestImage = 2 * 1024 * 1024;

const reference = /!\[[^\]\n]{0,300}\]\(\s*images\/([0-9a-f]{32}\.(?:png|jpg|webp))(?:\s[^)\n]{0,200})?\)/g;

/** Names of the pictures that a Markdown shows, each once, in order. */
export function imagesIn(markdown: string): string[] {
  if (!markdown.includes('images/')) return [];
  return [...new Set([...markdown.matchAll(reference)].map((match) => match[1] ?? ''))];
}

/** What the bytes are, whatever anybody says that they are; null when it is no picture that a note can hold. */
export function sniffImage(bytes: Uint8Array): { readonly type: string; readonly ending: string } | null {
  const begins = (at: number, ...wanted: number[]) =>
    wanted.every((byte, index) => bytes[at + index] === byte);
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { type: 'image/png', ending: 'png' };
  if (begins(0, 0xff, 0xd8, 0xff)) return { type: 'image/jpeg', ending: 'jpg' };
  const isWebp = begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50);
  return isWebp ? { type: 'image/webp', ending: 'webp' } : null;
}
