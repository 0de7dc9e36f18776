/** What the server takes. */
export const largestImage = 2_000_000;
const kinds = ['image/png', 'image/jpeg', 'image/webp'];
const longestSide = 1_600;

export type ShrinkResult = { kind: 'ready'; file: Blob } | { kind: 'not-picture' } | { kind: 'too-large' };

/** A picture that may be sent: as it is when it is small, else redrawn smaller. A photograph's place and camera are left out then. */
export async function shrinkImage(file: Blob): Promise<ShrinkResult> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return { kind: 'not-picture' };
  const isFine =
    kinds.includes(file.type) &&
    file.type !== 'image/jpeg' &&
    file.size <= largestImage / 4 &&
    Math.max(picture.width, picture.height) <= longestSide;
  const result = isFine ? file : await redraw(picture);
  picture.close();
  if (result === null || result.size > largestImage) return { kind: 'too-large' };
  return { kind: 'ready', file: result };
}

async function redraw(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', 0.85));
}
