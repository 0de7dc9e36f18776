import { createHmac, timingSafeEqual } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import { imageName } from '#knowledge/note-images.ts';
import type { ImageStore } from '#knowledge/review/image-store.ts';

/** Teams fetches the pictures of a card with no token: the link itself is what lets it in. */
export type ImageLinks = {
  /** The address of a picture that Teams' cards can show; null for one that they cannot. */
  linkTo(name: string): string | null;
  /** Serves what such links name, under /note-images. */
  readonly serve: RequestHandler;
};

/** A day: a picture never changes, but its link may be taken back. */
const keepFor = 86_400;

/** `publicUrl`: where Teams reaches this server. `key`: what links are signed with, kept with the desk. */
export function createImageLinks(
  publicUrl: string,
  key: Uint8Array,
  images: Pick<ImageStore, 'get'>,
): ImageLinks {
  const sign = (name: string) => createHmac('sha256', key).update(name).digest('base64url');
  const router = Router();
  router.get('/:name', async (request, response) => {
    const { name } = request.params;
    const given = typeof request.query.k === 'string' ? request.query.k : '';
    const image = imageName.test(name) && isSame(given, sign(name)) ? await images.get(name) : null;
    if (image === null) {
      response.status(404).json({ error: 'not found' });
      return;
    }
    response.set({
      'Content-Type': image.type,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': `public, max-age=${keepFor}`,
    });
    response.end(image.bytes);
  });
  return {
    // Cards draw PNG and JPEG only.
    linkTo: (name) =>
      imageName.test(name) && !name.endsWith('.webp')
        ? `${publicUrl}/note-images/${name}?k=${sign(name)}`
        : null,
    serve: router,
  };
}

function isSame(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.byteLength === two.byteLength && timingSafeEqual(one, two);
}
