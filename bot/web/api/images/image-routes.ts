import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import { apiTexts } from '#bot/i18n/api.ts';
import { nameImage } from '#knowledge/desk-folder/name-image.ts';
import { imageFolder, imageName, largestImage } from '#knowledge/note-images.ts';
import type { ImageStore } from '#knowledge/review/image-store.ts';
import { FaultyInput } from '../api-errors.ts';
import { bytesOf } from '../bytes.ts';
import { defineRoute, type Route } from '../define-route.ts';

export type ImagePorts = { readonly images: ImageStore };

const types = ['image/png', 'image/jpeg', 'image/webp'];

/** Pictures for notes: what comes in is what its bytes are, whatever the browser says. */
export function createImageRoutes({ images }: ImagePorts): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/images',
      summary: 'Keep a picture; `path` is what a note’s Markdown names',
      access: 'edit-notes',
      body: bytesOf(types, largestImage),
      response: z.object({ path: z.string() }),
      status: 201,
      async handle({ body, person, now, language }) {
        const named = nameImage(body.bytes);
        if (named === null) throw new FaultyInput([{ path: '', message: apiTexts[language].note.image }]);
        await images.add({ ...named, bytes: body.bytes, at: now, byUpn: person.upn });
        return { path: `${imageFolder}/${named.name}` };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/images/:name',
      summary: 'A picture of a note',
      access: 'open-tab',
      params: z.object({ name: z.string().regex(imageName) }),
      response: bytesOf(types),
      async handle({ params }) {
        const image = await images.get(params.name);
        if (image === null) throw new NotFound(`no picture ${params.name}`);
        return { bytes: image.bytes, type: image.type };
      },
    }),
  ];
}
