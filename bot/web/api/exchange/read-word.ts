import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import TurndownService from 'turndown';
import { isZip, openZip } from './open-zip.ts';
import type { Pictures } from './pictures.ts';
import { UploadRefused } from './upload-refused.ts';

const limits = { files: 500, fileBytes: 20_000_000, totalBytes: 60_000_000 };
/** The parts that hold text and pictures; a document's fonts and macros are never unpacked. */
const usedParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels|word\/media\/[^/]+)$/;
const mainPart = 'word/document.xml';

/** Word stores its own styles' names in English, whatever the language; people make Swedish ones beside them. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Rubrik'] => h1:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='Rubrik ${level}'] => h${level}:fresh`),
];

/** The text of a Word document (.docx) as Markdown that names its pictures. @throws UploadRefused */
export async function readWord(bytes: Uint8Array, pictures: Pictures): Promise<string> {
  const file = repack(bytes);
  try {
    const convertImage = mammoth.images.imgElement(async (image) => {
      const content = await image.readAsBuffer().catch(() => null);
      return { src: pictures.keep(content) ?? '' };
    });
    const { value } = await mammoth.convertToHtml({ buffer: file }, { styleMap, convertImage });
    return toMarkdown(value);
  } catch (error) {
    throw new UploadRefused('broken-word', error);
  }
}

/** The document with what is used of it, at sizes that were counted: what reads it next unpacks without a limit. */
function repack(bytes: Uint8Array): Buffer {
  if (isOldOffice(bytes)) throw new UploadRefused('old-word');
  if (!isZip(bytes)) throw new UploadRefused('not-word');
  const parts = unpack(bytes);
  if (!parts.has(mainPart)) throw new UploadRefused('not-word');
  return Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return openZip(bytes, limits, (name) => usedParts.test(name));
  } catch (error) {
    const isBroken = error instanceof UploadRefused && error.fault === 'not-zip';
    throw isBroken ? new UploadRefused('broken-word', error) : error;
  }
}

/** Word 97–2003, and a document with a password. */
function isOldOffice(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function toMarkdown(html: string): string {
  const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-' });
  turndown.addRule('cells', {
    filter: ['td', 'th'],
    replacement: (text) => `${text.trim().replace(/\s*\n\s*/g, ' ')} | `,
  });
  turndown.addRule('rows', {
    filter: 'tr',
    replacement: (text) => `${text.replace(/(?:\s*\|\s*)+$/, '')}\n\n`,
  });
  return turndown.turndown(html);
}
