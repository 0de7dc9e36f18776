import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { InvalidInput } from '#bot/errors.ts';
import {
  formatVersion,
  Head,
  JobLine,
  LastLine,
  rowStart,
  type Summary,
  TableLine,
  type WaitingJob,
} from './format.ts';

export type BackupPart =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'table'; readonly table: TableLine }
  /** As the database wrote it. */
  | { readonly kind: 'row'; readonly text: string }
  | { readonly kind: 'job'; readonly job: WaitingJob }
  | { readonly kind: 'last'; readonly last: LastLine };

/**
 * The parts of a backup in order, each when it is read; the last comes only when everything before it is as it was
 * written. @throws InvalidInput in words for whoever restores.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256');
  let part: BackupPart | null = null;
  for await (const line of linesIn(path)) {
    if (part?.kind === 'last') throw damaged('something follows its end');
    part = parse(line, part === null);
    if (part.kind === 'last' && part.last.sha256 !== hash.digest('hex'))
      throw damaged('its checksum does not fit');
    if (part.kind !== 'last') hash.update(line).update('\n');
    yield part;
  }
  if (part?.kind !== 'last') throw damaged('its end is missing, so it was cut off');
}

/** Reads all of it and keeps nothing. @throws InvalidInput */
export async function verifyBackup(path: string): Promise<Summary> {
  let head: Head | null = null;
  let last: LastLine | null = null;
  // To the very end: what packed it has a checksum of its own there.
  for await (const part of readBackup(path)) {
    if (part.kind === 'head') head = part.head;
    if (part.kind === 'last') last = part.last;
  }
  if (head === null || last === null) throw damaged('its end is missing, so it was cut off');
  return { head, last };
}

function parse(line: string, isFirst: boolean): BackupPart {
  if (isFirst) return { kind: 'head', head: parseHead(line) };
  if (line.startsWith(rowStart)) return { kind: 'row', text: line.slice(rowStart.length, -1) };
  const value = toJson(line);
  const table = TableLine.safeParse(value);
  if (table.success) return { kind: 'table', table: table.data };
  const job = JobLine.safeParse(value);
  if (job.success) return { kind: 'job', job: job.data.job };
  const last = LastLine.safeParse(value);
  if (last.success) return { kind: 'last', last: last.data };
  throw damaged('a line of it is not understood');
}

function parseHead(line: string): Head {
  const head = Head.safeParse(toJson(line));
  if (!head.success) throw new InvalidInput('This file is not a backup of Vaktis.');
  if (head.data.format > formatVersion) {
    throw new InvalidInput(
      `The backup is in format ${head.data.format}, made by Vaktis ${head.data.version}; this version reads ${formatVersion}. Use the newer version of Vaktis.`,
    );
  }
  return head.data;
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function damaged(why: string): InvalidInput {
  return new InvalidInput(`The backup is damaged: ${why}. Nothing was restored. Take another copy.`);
}

/** A picture of ten megabytes is twice as long as the database writes it; what never ends is a bomb. */
const longestLine = 64 * 1024 * 1024;

/** Whole lines without their ends. A file that ends in the middle of one gives what there is of it. */
async function* linesIn(path: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked(path)) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
      length = 0;
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) throw damaged('a line of it does not end');
  }
  const end = Buffer.concat(rest);
  if (end.length > 0) throw damaged('its end is missing, so it was cut off');
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of file.pipe(gunzip)) yield Buffer.from(chunk);
  } catch (error) {
    throw explain(error);
  } finally {
    file.destroy();
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOENT') return new InvalidInput('There is no such file.');
  if (error.code === 'Z_BUF_ERROR') return damaged('it was cut off');
  if (error.code !== 'Z_DATA_ERROR') return error;
  return error.message.includes('header check')
    ? new InvalidInput('This file is not a backup of Vaktis.')
    : damaged('bytes of it have changed');
}
