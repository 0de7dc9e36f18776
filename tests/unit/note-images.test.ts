import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { checkDeskFolder } from '#knowledge/desk-folder/check.ts';
import { nameImage } from '#knowledge/desk-folder/name-image.ts';
import { imagePaths, writeImages } from '#knowledge/desk-folder/write-images.ts';
import { imagesIn, sniffImage } from '#knowledge/note-images.ts';
import { makeDeskFolder, noteFile } from '../support/desk-folder.ts';
import { smallPng } from '../support/pictures.ts';

const name = nameImage(smallPng)?.name ?? '';
const shown = `![Luckan](images/${name})`;

const folders: { remove: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.remove();
});

async function deskWith(files: Record<string, Uint8Array | string>): Promise<string> {
  const front = 'title: Skrivaren\ncategory: printer\naudience: staff\nreview_by: 2027-01-01';
  const note = { 'notes/solrosen/skrivaren.md': noteFile(front, `${shown}\n`) };
  const folder = await makeDeskFolder({ ...note, ...files });
  folders.push(folder);
  return folder.dir;
}

describe('a note’s picture', () => {
  it('is named by what it holds, whatever anybody says that it is', () => {
    expect(name).toMatch(/^[0-9a-f]{32}\.png$/);
    expect(sniffImage(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toEqual({
      type: 'image/jpeg',
      ending: 'jpg',
    });
    expect(sniffImage(new TextEncoder().encode('RIFF....WEBPVP8 '))).toMatchObject({ ending: 'webp' });
    expect(sniffImage(new TextEncoder().encode('<svg onload=alert(1)>'))).toBeNull();
    expect(sniffImage(new Uint8Array())).toBeNull();
    expect(nameImage(new Uint8Array([...smallPng, ...new Uint8Array(2 * 1024 * 1024)]))).toBeNull();
  });

  it('is found in Markdown, and nothing else is', () => {
    const other = name.replace('.png', '.webp');
    expect(imagesIn(`${shown} ${shown} ![](images/${other} "titel")`)).toEqual([name, other]);
    expect(
      imagesIn(`![x](https://evil.example/images/${name}) ![x](images/../${name}) ![x](images/a.png)`),
    ).toEqual([]);
  });

  it('lies beside every note that shows it', () => {
    const notes = [
      { id: 'solrosen/a', body: shown },
      { id: 'solrosen/b', body: shown },
      { id: '_shared/c', body: shown },
    ];
    expect(imagePaths(notes)).toEqual(
      new Map([[name, [`notes/solrosen/images/${name}`, `notes/_shared/images/${name}`]]]),
    );
  });
});

describe('a desk folder with pictures', () => {
  it('is read with them, and without a fault', async () => {
    const dir = await deskWith({ [`notes/solrosen/images/${name}`]: smallPng });
    const { content, images, faults } = await checkDeskFolder(dir);
    expect(faults.filter(({ file }) => file.includes('images'))).toEqual([]);
    expect(content).not.toBeNull();
    expect(images).toEqual([{ name, type: 'image/png', path: join(dir, `notes/solrosen/images/${name}`) }]);
  });

  it('is read without those that are none, or are another than their name says', async () => {
    const dir = await deskWith({
      [`notes/solrosen/images/${name}`]: 'no picture',
      'notes/solrosen/images/foto.png': smallPng,
      'notes/solrosen/images/.DS_Store': 'x',
    });
    const { content, images, faults } = await checkDeskFolder(dir);
    expect(content).not.toBeNull();
    expect(images).toEqual([]);
    const about = faults
      .filter(({ code }) => /image/.test(code))
      .map(({ code, file, line }) => [code, file, line]);
    expect(about).toEqual([
      ['wrong-image', `notes/solrosen/images/${name}`, null],
      ['wrong-image', 'notes/solrosen/images/foto.png', null],
      ['missing-image', 'notes/solrosen/skrivaren.md', 7],
    ]);
  });

  it('is written with them; pruning takes what no note shows', async () => {
    const dir = await deskWith({ [`notes/solrosen/images/${'0'.repeat(32)}.png`]: smallPng });
    const notes = [{ id: 'solrosen/skrivaren', body: `${shown} ![borta](images/${'1'.repeat(32)}.png)` }];
    const read = async (wanted: string) => (wanted === name ? smallPng : null);
    await writeImages(dir, notes, read, { prune: true });
    expect(new Uint8Array(await readFile(join(dir, `notes/solrosen/images/${name}`)))).toEqual(smallPng);
    const { images } = await checkDeskFolder(dir);
    expect(images.map((image) => image.name)).toEqual([name]);
  });
});

describe('a card of a note with pictures', () => {
  const card = (pictureUrl?: (one: string) => string | null) =>
    JSON.stringify(
      renderReply(
        {
          language: 'sv',
          introduce: false,
          content: {
            kind: 'answer',
            reportId: 'r',
            siteName: null,
            hazard: false,
            another: false,
            note: {
              id: 'solen/skrivaren',
              title: 'Skrivaren',
              asset: null,
              warning: null,
              introduction: `Titta: ${shown}`,
              steps: [`Öppna ${shown}`, 'Stäng'],
              lastVerified: null,
              verifiedBy: null,
              stale: false,
              currentOutage: false,
              validTo: null,
            },
          },
        },
        {
          timezone: 'Europe/Stockholm',
          now: new Date('2026-11-23T08:00:00Z'),
          ...(pictureUrl ? { pictureUrl } : {}),
        },
      ).card,
    );

  it('shows them with their description where Teams can fetch them', () => {
    const made = card((one) => `https://vaktis.example.se/note-images/${one}?k=x`);
    expect(made.match(/"type":"Image"/g)).toHaveLength(2);
    expect(made).toContain(`"url":"https://vaktis.example.se/note-images/${name}?k=x","altText":"Luckan"`);
  });

  it('has their description in the text where it cannot', () => {
    expect(card()).not.toContain('"Image"');
    expect(card()).toContain('Titta: Luckan');
  });
});
