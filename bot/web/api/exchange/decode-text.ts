import { UploadRefused } from './upload-refused.ts';

/**
 * The text of a file: UTF-8, UTF-16 with its mark, else as Windows writes it, which is how spreadsheets save a table.
 * Line ends are LF. @throws UploadRefused for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\0')) throw new UploadRefused('not-utf8');
  return text.replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
