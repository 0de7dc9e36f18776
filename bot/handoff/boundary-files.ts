import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { Scrubber } from './boundary-scrubber.ts';
import type { ContractorFile } from './contractor-connector.ts';

/** `file` null: it is held back, since it holds a secret that cannot be taken out, or cannot be looked into. */
export type FilteredFile = { readonly file: ContractorFile | null };

/** Bytes. A longer text is not read in the time that a message may take. */
const longestText = 1024 * 1024;
/** Of everything in an archive, unpacked. */
const largestArchive = 20 * 1024 * 1024;
const deepestArchive = 2;
const readable = /\.(?:xml|rels|txt|csv|tsv|json|md|html?|log|rtf|eml|ya?ml)$/i;
/** Wider than what may stand between two parts of one number: cells and paragraphs are texts of their own. */
const apart = '\n'.repeat(12);

/**
 * A file as it may cross. Texts lose their secrets as messages do. Archives, Office documents among them, are looked
 * into and held back whole when they hold one. Pictures and PDFs go as they are: what they show is not read.
 */
export function filterFile(file: ContractorFile, scrubber: Scrubber): FilteredFile {
  if (isArchive(file.bytes)) return { file: holdsSecret(file.bytes, scrubber, 1) ? null : file };
  if (!isText(file)) return { file };
  const text = file.bytes.length > longestText ? null : decode(file.bytes);
  if (text === null) return { file: null };
  const kept = scrubber.text(text);
  // What only shows when the marks of a page are gone cannot be cut out of it.
  if (/<[a-z!/]/i.test(kept) && takesOut(scrubber, withoutTags(kept))) return { file: null };
  return { file: kept === text ? file : { ...file, bytes: new TextEncoder().encode(kept) } };
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9;
}

function isText({ contentType, name, bytes }: ContractorFile): boolean {
  if (/^text\/|json|xml|csv|yaml|rtf|message\//i.test(contentType) || readable.test(name)) return true;
  if (/^(?:image|audio|video)\//i.test(contentType) || /pdf/i.test(contentType)) return false;
  return !bytes.subarray(0, 4096).includes(0) && decode(bytes.subarray(0, 4096)) !== null;
}

/** Null: in no form that is known. */
function decode(bytes: Uint8Array): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const other = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? other ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    // An older Windows program: every byte is a letter there.
    return bytes.includes(0) ? null : new TextDecoder('windows-1252').decode(bytes);
  }
}

function holdsSecret(bytes: Uint8Array, scrubber: Scrubber, depth: number): boolean {
  const entries = unpack(bytes);
  if (entries === null || depth > deepestArchive) return true;
  return Object.entries(entries).some(([name, content]) => {
    if (takesOut(scrubber, name)) return true;
    if (isArchive(content)) return holdsSecret(content, scrubber, depth + 1);
    if (!readable.test(name)) return false;
    const text = content.length > longestText * 4 ? null : decode(content);
    return text === null || takesOut(scrubber, withoutTags(text));
  });
}

/** Null: broken, locked, or more than is looked through. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let total = 0;
  const fits = ({ originalSize }: UnzipFileInfo) => {
    total += originalSize;
    return total <= largestArchive;
  };
  try {
    const entries = unzipSync(bytes, { filter: fits });
    return total > largestArchive ? null : entries;
  } catch {
    return null;
  }
}

function takesOut(scrubber: Scrubber, text: string): boolean {
  return scrubber.text(text) !== text;
}

/** What a reader sees: Word parts a number into runs, which belong together; cells and paragraphs do not. */
function withoutTags(text: string): string {
  return text
    .replaceAll(
      /<\/?(?:w:(?:t|r|rPr|rFonts|b|i|sz|lang|color|proofErr|bookmark\w*)|a:(?:t|r|rPr)|b|i|u|em|strong|span|font)\b[^<>]*>/gi,
      '',
    )
    .replaceAll(/<[^<>]*>/g, apart)
    .replaceAll('&amp;', '&');
}
