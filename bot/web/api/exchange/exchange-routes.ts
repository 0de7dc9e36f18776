import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import { exchangeWords } from '#bot/i18n/api-exchange.ts';
import { contentOf } from '#knowledge/desk-folder/desk-item.ts';
import type { StoredDesk } from '#knowledge/desk-folder/desk-repository.ts';
import { FaultyInput } from '../api-errors.ts';
import { bytesOf } from '../bytes.ts';
import { ImportedNotes, ImportNotes, ImportPreview } from '../contract/exchange-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import type { ImagePorts } from '../images/image-routes.ts';
import type { NotePorts } from '../notes/note-ports.ts';
import { importNotes } from './import-notes.ts';
import { UploadRefused } from './upload-refused.ts';

export type ExchangePorts = NotePorts &
  ImagePorts & {
    /** Everything of the desk, for an export. */
    readonly desk: { load(): Promise<StoredDesk> };
  };

const largest = 20 * 1024 * 1024;

/**
 * Notes out of other systems' files, and the whole desk into a folder of its own. What reads and writes those files
 * is large and seldom wanted, so it is loaded when it is.
 */
export function createExchangeRoutes(ports: ExchangePorts): Route[] {
  return [previewRoute(ports), importRoute(ports), exportRoute(ports)];
}

function previewRoute({ images }: ExchangePorts): Route {
  return defineRoute({
    method: 'post',
    path: '/import/preview',
    summary: 'What the notes of a file would be; only its pictures are kept',
    access: 'import-notes',
    query: z.object({ name: z.string().trim().min(1).max(300) }),
    // What it is, its name and its content say: systems send many types for one.
    body: bytesOf(['*/*'], largest),
    response: ImportPreview,
    async handle(context) {
      const { body, query, language, now, person } = context;
      try {
        const { previewUpload } = await import('./preview-upload.ts');
        const { preview, pictures } = await previewUpload(query.name, body.bytes, context);
        for (const picture of pictures) await images.add({ ...picture, at: now, byUpn: person.upn });
        return preview;
      } catch (error) {
        if (!(error instanceof UploadRefused)) throw error;
        throw new FaultyInput([{ path: '', message: exchangeWords(language).fault[error.fault] }]);
      }
    },
  });
}

function importRoute(ports: ExchangePorts): Route {
  return defineRoute({
    method: 'post',
    path: '/import',
    summary: 'Keep notes of a preview, as drafts',
    access: 'import-notes',
    body: ImportNotes,
    response: ImportedNotes,
    largest,
    handle: async (context) => ({ ids: await importNotes(context.body.notes, context, ports) }),
  });
}

function exportRoute({ desk, images }: ExchangePorts): Route {
  return defineRoute({
    method: 'get',
    path: '/export',
    summary: 'The desk folder as a zip, secrets of sites with it',
    access: 'export-desk',
    response: bytesOf(['application/zip']),
    async handle() {
      const content = contentOf((await desk.load()).items);
      if (content === null) throw new NotFound('there is no desk yet');
      const { packFolder } = await import('./pack-folder.ts');
      const bytes = await packFolder(content, async (name) => (await images.get(name))?.bytes ?? null);
      return { bytes, type: 'application/zip', fileName: 'desk-folder.zip' };
    },
  });
}
