import { open, readFile, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** The first line, filled up with spaces, so that the numbers after it lie where numbers may. */
const headLength = 128;

/**
 * What was written, without its first line. Null: there is no such file, another version wrote it, or it is not whole.
 */
export async function readIndexFile(path: string, code: string): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null || bytes.length < headLength) return null;
  const content = bytes.subarray(headLength);
  const head = headOf(code, content.length, crc32(content));
  return head.equals(bytes.subarray(0, headLength)) ? content : null;
}

/** In one go as others see it: a process that dies while it writes leaves the file before it, and the next writes over its rest. */
export async function writeIndexFile(
  path: string,
  code: string,
  pieces: readonly Uint8Array[],
): Promise<void> {
  const unfinished = `${path}.new`;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const check = pieces.reduce((sum, piece) => crc32(piece, sum), 0);
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      for (const piece of [headOf(code, length, check), ...pieces]) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function headOf(code: string, length: number, check: number): Buffer {
  return Buffer.from(`vaktis-index ${code} ${length} ${check}\n`.padEnd(headLength));
}
