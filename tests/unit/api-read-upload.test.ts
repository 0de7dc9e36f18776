import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip } from '#bot/web/api/exchange/open-zip.ts';
import { readUpload } from '#bot/web/api/exchange/read-upload.ts';
import { createReadingDesk } from '#bot/web/api/exchange/reading-desk.ts';
import { splitMarkdown } from '#bot/web/api/exchange/split-markdown.ts';
import { UploadRefused } from '#bot/web/api/exchange/upload-refused.ts';
import { site, smallDesk } from '../support/small-desk.ts';
import { wordDocument } from '../support/word-document.ts';

const desk = createReadingDesk(
  smallDesk({
    sites: [site('solrosen', { name: 'Förskolan Solrosen', aliases: ['Solan'] }), site('ekskolan')],
  }),
);
const read = (name: string, content: string | Uint8Array) =>
  readUpload(name, typeof content === 'string' ? strToU8(content) : content, desk);
/** The least that is a picture. */
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1]);
const refusal = async (name: string, content: string | Uint8Array) => {
  const error = await read(name, content).catch((thrown: unknown) => thrown);
  return error instanceof UploadRefused ? error.fault : error;
};

describe('a Word document', () => {
  it('becomes a note for each heading, its numbered list the guided fix, its pictures with it', async () => {
    const { notes, left, pictures } = await read(
      'Manual.docx',
      wordDocument(
        [
          { text: 'IT-pärmen för Solrosen', style: 'Rubrik1' },
          { text: 'Skrivaren i personalrummet', style: 'Rubrik2' },
          { text: 'Den står vid fönstret.', picture: true },
          { text: 'Gör så här', style: 'Rubrik3' },
          { text: 'Öppna luckan.', list: 'ordered' },
          { text: 'Dra ut pappret.', list: 'ordered' },
          { text: 'Wifi i lekhallen', style: 'Rubrik2' },
          { text: 'Välj Sol-Personal.' },
          { text: 'Tomt', style: 'Rubrik2' },
        ],
        { 'word/media/image1.png': png },
      ),
    );
    expect(notes.map(({ folder, content }) => [folder, content.title, content.category])).toEqual([
      ['solrosen', 'Skrivaren i personalrummet', 'printer'],
      ['solrosen', 'Wifi i lekhallen', 'network'],
    ]);
    expect(notes[0]?.content).toMatchObject({
      intro: `Den står vid fönstret.![](images/${pictures[0]?.name})`,
      stepsTitle: 'Gör så här',
      steps: ['Öppna luckan.', 'Dra ut pappret.'],
      sites: ['solrosen'],
      confidence: 'work-in-progress',
    });
    expect(pictures).toMatchObject([{ type: 'image/png', bytes: png }]);
    expect(left).toEqual([{ what: 'Tomt', why: 'empty-section' }]);
  });

  it('says how many of its pictures no note can hold', async () => {
    const { notes, left, pictures } = await read(
      'x.docx',
      wordDocument([{ text: 'Text.', picture: true }], { 'word/media/image1.png': strToU8('GIF89a') }),
    );
    expect(notes[0]?.content.intro).toBe('Text.');
    expect(pictures).toEqual([]);
    expect(left).toEqual([{ what: '1', why: 'pictures' }]);
  });

  it('without styles is split where short lines are bold', async () => {
    const { notes } = await read(
      'x.docx',
      wordDocument([
        { text: 'Projektorn är svart', bold: true },
        { text: 'Byt källa till HDMI 2.' },
        { text: 'Ingen kan skriva ut', bold: true },
        { text: 'Starta om skrivaren.' },
      ]),
    );
    expect(notes.map(({ content }) => content.title)).toEqual(['Projektorn är svart', 'Ingen kan skriva ut']);
  });

  it.each([
    ['a text that is only called so', 'hej', 'not-word'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('hej') }), 'not-word'],
    ['a document of Word 97', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'old-word'],
    ['one cut in half', wordDocument([{ text: 'x'.repeat(9_000) }]).slice(0, 700), 'broken-word'],
    ['one whose XML is broken', zipSync({ 'word/document.xml': strToU8('<w:document') }), 'broken-word'],
    ['nothing', '', 'empty'],
  ])('that is %s is refused by its kind', async (_what, content, fault) => {
    expect(await refusal('x.docx', content)).toBe(fault);
  });

  it('that unpacks to far more than it should is given up early', async () => {
    const bomb = wordDocument([{ text: 'x' }], { 'word/comments.xml': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal('x.docx', bomb)).toBe('too-large');
  });
});

describe('a zip', () => {
  it('counts what comes out, not what it says', () => {
    const zip = zipSync({ 'a.md': new Uint8Array(5_000) });
    // The size as the local header says it.
    new DataView(zip.buffer).setUint32(22, 10, true);
    expect(() => openZip(zip, { files: 5, fileBytes: 1_000, totalBytes: 9_000 }, () => true)).toThrow(
      'too-large',
    );
  });

  it('is refused wherever it was cut off, instead of losing what is missing', () => {
    const zip = zipSync({ 'a.md': strToU8('# A'.repeat(50)), 'b.md': strToU8('# B') });
    const open = (bytes: Uint8Array) =>
      openZip(bytes, { files: 5, fileBytes: 999, totalBytes: 999 }, () => true);
    expect([...open(zip).keys()]).toEqual(['a.md', 'b.md']);
    for (let length = 4; length < zip.length - 22; length += 1) {
      expect(() => open(zip.subarray(0, length))).toThrow('not-zip');
    }
  });

  it('is given up when it holds too many files', () => {
    const zip = zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}.md`, strToU8('x')])));
    expect(() => openZip(zip, { files: 5, fileBytes: 99, totalBytes: 999 }, () => true)).toThrow(
      'too-many-files',
    );
  });

  it('of our own notes comes back field by field, in its folders', async () => {
    const { notes, left } = await read(
      'pärm.zip',
      zipSync({
        'notes/solrosen/skrivaren.md': strToU8(
          '---\ntitle: Skrivaren\ncategory: printer\naudience: technician\nsymptoms: [blinkar orange]\nwarning: Stäng aldrig av den.\n---\nStår i köket. [privat]Nyckel hos Eva.[/privat]\n\n## Prova detta\n1. Ett.\n2. Två.\n\nSlut.\n',
        ),
        'notes/_shared/vpn.md': strToU8('# VPN hemifrån\n\nStarta appen.\n'),
        '__MACOSX/notes/._vpn.md': strToU8('skräp'),
        'bild.png': new Uint8Array([1]),
        'okänd/bin.md': new Uint8Array([0, 1, 2]),
      }),
    );
    expect(notes).toMatchObject([
      { folder: '_shared', content: { title: 'VPN hemifrån', intro: 'Starta appen.' } },
      {
        folder: 'solrosen',
        content: {
          title: 'Skrivaren',
          category: 'printer',
          audience: 'technician',
          symptoms: ['blinkar orange'],
          warning: 'Stäng aldrig av den.',
          intro: 'Står i köket. [privat]Nyckel hos Eva.[/privat]',
          stepsTitle: 'Prova detta',
          steps: ['Ett.', 'Två.'],
          outro: 'Slut.',
          sites: ['solrosen'],
        },
      },
    ]);
    expect(left).toEqual([{ what: 'okänd/bin.md', why: 'not-text' }]);
  });

  it('brings the pictures that its notes show, from wherever they lie in it', async () => {
    const { notes, left, pictures } = await read(
      'x.zip',
      zipSync({
        'pärm/a.md': strToU8(
          '# A\n![luckan](../bilder/lucka%201.png) och ![borta](borta.png) och ![web](https://x/y.png)',
        ),
        'bilder/lucka 1.png': png,
        'bilder/oanvänd.png': png,
      }),
    );
    const name = pictures[0]?.name;
    expect(notes[0]?.content.intro).toBe(`![luckan](images/${name}) och borta och ![web](https://x/y.png)`);
    expect(left).toEqual([{ what: '1', why: 'pictures' }]);
  });

  it('with the front matter of another system keeps the text and says so', async () => {
    const { notes, left } = await read(
      'a.md',
      '---\ntitle: Wifi\ntags: [nät]\n---\nLösenordet står på väggen.',
    );
    expect(notes).toMatchObject([{ content: { title: 'Wifi', intro: 'Lösenordet står på väggen.' } }]);
    expect(left).toEqual([{ what: 'a.md', why: 'front-matter' }]);
  });

  it('that is none is refused', async () => {
    expect(await refusal('x.zip', 'PK')).toBe('not-zip');
    expect(await refusal('x.exe', 'MZ')).toBe('unknown-type');
  });
});

describe('a table', () => {
  it('as a Swedish spreadsheet saves it: semicolons, Windows letters, Swedish headers', async () => {
    const text =
      'Rubrik;Beskrivning;Åtgärd;Plats;Kategori;Målgrupp;Prislapp\r\nSkrivaren;"Står i ""köket""";"1. Öppna\n2. Stäng";Solan;skrivare;tekniker;9\r\n;;;;;;\r\n;x;;;;;\r\nPaddan;Ladda den;;Månen;;;\r\n';
    const { notes, left } = await read('x.csv', Buffer.from(text, 'latin1'));
    expect(notes).toMatchObject([
      {
        folder: 'solrosen',
        content: {
          title: 'Skrivaren',
          intro: 'Står i "köket"',
          steps: ['Öppna', 'Stäng'],
          stepsTitle: 'Prova detta',
          category: 'printer',
          audience: 'technician',
          sites: ['solrosen'],
        },
      },
      { folder: '_shared', content: { title: 'Paddan', category: 'tablet', sites: [] } },
    ]);
    expect(left).toEqual([
      { what: 'Prislapp', why: 'unknown-column' },
      { what: '3', why: 'no-title' },
      { what: 'Månen', why: 'unknown-site' },
    ]);
  });

  it('takes questions for titles and symptoms', async () => {
    const { notes } = await read('faq.csv', 'question,answer\nHur byter jag lösenord?,Gå till portalen.\n');
    expect(notes).toMatchObject([
      {
        folder: null,
        content: {
          title: 'Hur byter jag lösenord?',
          symptoms: ['Hur byter jag lösenord?'],
          intro: 'Gå till portalen.',
          category: 'account',
        },
      },
    ]);
  });

  it('without a title is refused, and of too many rows the rest is counted', async () => {
    expect(await refusal('x.csv', 'a,b\n1,2\n')).toBe('not-table');
    const rows = Array.from({ length: 620 }, (_, n) => `Titel ${n},text`).join('\n');
    const { notes, left } = await read('x.csv', `title,text\n${rows}\n`);
    expect(notes).toHaveLength(500);
    expect(left).toEqual([{ what: '120', why: 'too-many-notes' }]);
  });
});

describe('splitting a text', () => {
  const titles = (markdown: string) => splitMarkdown(markdown).map(({ title }) => title);

  it('goes by the headings that repeat', () => {
    expect(titles('# Pärm\n## A\na\n## B\nb')).toEqual(['A', 'B']);
    expect(titles('# A\na\n# B\nb')).toEqual(['A', 'B']);
    expect(titles('bara text')).toEqual([null]);
    expect(titles('')).toEqual([]);
  });

  it('goes deeper where a heading only gathers others', () => {
    expect(titles('# Skrivare\n## Ekot\nx\n## Solen\ny\n# Nät\n## Wifi\nz\n## Fiber\nw')).toEqual([
      'Ekot',
      'Solen',
      'Wifi',
      'Fiber',
    ]);
  });

  it('keeps one note together that is written under its own headings', () => {
    expect(titles('# Skrivaren\n## Problem\nx\n## Gör så här\ny\n## Kontakt\nz')).toEqual(['Skrivaren']);
  });

  it('takes no heading from code', () => {
    expect(titles('# A\n```\n# b\n```\ntext\n# C\nx')).toEqual(['A', 'C']);
  });
});
