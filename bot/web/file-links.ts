import { createHmac, timingSafeEqual } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import type { AttachmentStore, StoredAttachment } from '#bot/handoff/stores.ts';

/** A picture or file that somebody sent with their report, for whoever has the case: the link itself lets in. */
export type FileLinks = {
  /** Its address for the time being; null when no address of this server is known. */
  linkTo(id: string): string | null;
  /** Serves what such links name, under /files. */
  readonly serve: RequestHandler;
};

/** A case's card may be a week old when somebody opens it; after that a new card is asked for. */
const opensFor = 7 * 24 * 60 * 60_000;
/** What browsers draw and cannot run; anything else is only saved. */
const drawn = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const refusals = {
  expired:
    'Länken har gått ut. Öppna ärendets kort igen för en ny.\nThe link has expired. Open the card again.',
  unknown: 'Filen finns inte, eller är borttagen.\nThe file does not exist, or was removed.',
} as const;

/** `key`: what links are signed with, the same in every process. `base`: where this server is reached. */
export function createFileLinks(ports: {
  readonly base: () => string | null;
  readonly key: Uint8Array;
  readonly files: Pick<AttachmentStore, 'get'>;
  readonly now: () => Date;
}): FileLinks {
  // Not what a note's picture is signed with: a signature for the one must never open the other.
  const sign = (id: string, until: string) =>
    createHmac('sha256', ports.key).update(`file\n${id}\n${until}`).digest('base64url');
  const router = Router();
  router.get('/:id', async (request, response) => {
    const { id } = request.params;
    const { until, k } = request.query;
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    });
    const refuse = (status: 404 | 410, why: string) => response.status(status).type('text/plain').send(why);
    if (typeof until !== 'string' || typeof k !== 'string' || !isSame(k, sign(id, until)))
      return void refuse(404, refusals.unknown);
    if (!(Number(until) > ports.now().getTime())) return void refuse(410, refusals.expired);
    const file = await ports.files.get(id);
    if (file === null) return void refuse(404, refusals.unknown);
    response.set(headersOf(file)).end(file.bytes);
  });
  return {
    linkTo(id) {
      const base = ports.base();
      if (base === null) return null;
      const until = String(ports.now().getTime() + opensFor);
      return `${base}/files/${encodeURIComponent(id)}?until=${until}&k=${sign(id, until)}`;
    },
    serve: router,
  };
}

/** The kept type is what the bytes were found to be when they came, whatever the sender called them. */
function headersOf({ name, contentType, bytes }: StoredAttachment): Record<string, string> {
  const isDrawn = drawn.has(contentType);
  const plain = name.replace(/[^\w.-]+/g, '_').slice(0, 100) || 'fil';
  const whole = encodeURIComponent(name.slice(0, 200).toWellFormed()).replace(/['()*]/g, percent);
  return {
    'Content-Type': isDrawn ? contentType : 'application/octet-stream',
    'Content-Length': String(bytes.byteLength),
    'Content-Disposition': `${isDrawn ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`,
  };
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function isSame(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.byteLength === two.byteLength && timingSafeEqual(one, two);
}
