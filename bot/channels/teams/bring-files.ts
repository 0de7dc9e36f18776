import { createHash } from 'node:crypto';
import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import type { StoredAttachment } from '#bot/handoff/stores.ts';
import { type FetchedFile, type FetchFilePorts, type FileSource, fetchFile } from './fetch-file.ts';

export type BringFilesPorts = FetchFilePorts & {
  readonly keepFile: (file: StoredAttachment) => Promise<void>;
};

/** More than these are named, not fetched. */
const mostFiles = 5;

/**
 * Fetches what came along while Teams still has it, and keeps it. The message says of each whether it was got:
 * what was dropped the person is told.
 */
export async function bringFiles(
  ports: BringFilesPorts,
  message: IncomingMessage,
  sources: readonly (FileSource | null)[],
): Promise<IncomingMessage> {
  if (message.attachments.length === 0) return message;
  const attachments = await Promise.all(
    message.attachments.map(async (named, index) => {
      const source = index < mostFiles ? (sources[index] ?? null) : null;
      const file = source && (await fetchFile(ports, source));
      if (file === null) return { ...named, lost: true };
      const kept = toStored(message, index, named.name, file);
      await ports.keepFile(kept);
      const { id, name, contentType } = kept;
      return { id, name, contentType, size: file.bytes.byteLength };
    }),
  );
  return { ...message, attachments };
}

/** The same file of the same message has the same id, however often it is delivered. */
function toStored(
  message: IncomingMessage,
  index: number,
  name: string,
  file: FetchedFile,
): StoredAttachment {
  const origin = [message.address.conversationId, message.id, String(index)].join('\n');
  const id = createHash('sha256').update(origin).digest('hex').slice(0, 32);
  const { contentType, bytes } = file;
  const isNamed = !name.includes('/');
  const ending = contentType.split('/')[1] ?? 'fil';
  return { id, at: message.at, name: isNamed ? name : `bild-${index + 1}.${ending}`, contentType, bytes };
}
