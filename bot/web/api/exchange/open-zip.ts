import { Unzip, UnzipInflate } from 'fflate';
import { UploadRefused } from './upload-refused.ts';

export type ZipLimits = {
  /** Files of interest. */
  readonly files: number;
  /** Unpacked bytes of one file, and of all together. */
  readonly fileBytes: number;
  readonly totalBytes: number;
};

/** What is unpacked between two looks at the limits: a bomb's 1,000-fold of it must fit in memory. */
const stride = 16 * 1024;

/** True for what begins as a zip file does; a Word document is one too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The wanted files of a zip, by their names in it. Counts what really comes out, whatever the zip says of its sizes.
 * @throws UploadRefused
 */
export function openZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  isWanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  if (!isZip(bytes)) throw new UploadRefused('not-zip');
  const files = new Map<string, Uint8Array>();
  let begun = 0;
  let total = 0;
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  unzip.onfile = (file) => {
    if (!isWanted(file.name) || file.name.endsWith('/')) return;
    const parts: Uint8Array[] = [];
    let size = 0;
    begun += 1;
    file.ondata = (error, chunk, final) => {
      // What is thrown here comes back through the unpacker.
      if (error) throw error instanceof UploadRefused ? error : new UploadRefused('not-zip', error);
      size += chunk.length;
      total += chunk.length;
      if (size > limits.fileBytes || total > limits.totalBytes) throw new UploadRefused('too-large');
      parts.push(chunk);
      if (final) {
        begun -= 1;
        files.set(file.name, Buffer.concat(parts));
      }
      if (files.size > limits.files) throw new UploadRefused('too-many-files');
    };
    file.start();
  };
  pushAll(unzip, bytes);
  // The unpacker says nothing of a file that ends too early: what is missing would be missing untold.
  if (begun > 0 || !hasDirectory(bytes)) throw new UploadRefused('not-zip');
  return files;
}

/** A zip ends with its directory, whose last record may be followed by a comment of at most 64 kB. */
function hasDirectory(bytes: Uint8Array): boolean {
  const longestEnd = 22 + 0xffff;
  return Buffer.from(bytes.subarray(-longestEnd)).includes('PK\u0005\u0006', 0, 'latin1');
}

function pushAll(unzip: Unzip, bytes: Uint8Array): void {
  try {
    for (let start = 0; start < bytes.length; start += stride) {
      unzip.push(bytes.subarray(start, start + stride), start + stride >= bytes.length);
    }
  } catch (error) {
    throw error instanceof UploadRefused ? error : new UploadRefused('not-zip', error);
  }
}
