import { readFile } from 'node:fs/promises';
import type { Fault } from './fault.ts';
import { fileFaults } from './messages.ts';

/** Far above what anybody writes, and far below what would exhaust the memory. */
const maxBytes = 64 * 1024 * 1024;

export type TextFile = { readonly text: string | null; readonly faults: readonly Fault[] };

/** Reads UTF-8 (a byte order mark is dropped) and turns CRLF into LF. `file` is the name in faults. */
export async function readTextFile(path: string, file: string): Promise<TextFile> {
  const fault = (text: (typeof fileFaults)['notUtf8'], line: number | null = null): TextFile => ({
    text: null,
    faults: [{ ...text(), file, line }],
  });
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return fault(() => (code === 'ENOENT' ? fileFaults.missing(file) : fileFaults.unreadable(code)));
  }
  if (bytes.length > maxBytes) return fault(() => fileFaults.tooLarge('64 MB'));
  const text = decode(bytes);
  if (text === null) return fault(fileFaults.notUtf8, lineOfBadByte(bytes));
  if (text.includes('\0')) return fault(fileFaults.controlCharacter, lineAt(text, text.indexOf('\0')));
  return { text: text.replace(/\r\n?/g, '\n'), faults: [] };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Line (from 1) of a character offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (
    let index = text.indexOf('\n');
    index !== -1 && index < offset;
    index = text.indexOf('\n', index + 1)
  ) {
    line += 1;
  }
  return line;
}

/** A line of valid UTF-8 is valid by itself, so the first that is not holds the bad byte. */
function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (decode(bytes.subarray(start, end)) === null) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}
