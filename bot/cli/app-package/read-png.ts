import { inflateSync } from 'node:zlib';

export type Png = {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row: red, green, blue, opacity. */
  readonly pixels: Uint8Array;
};

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const channelsOf: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Reads the kind of PNG that drawing programs write for icons: 8 bits a channel, RGB or RGBA, not interlaced
 * (https://www.w3.org/TR/png-3/). Null for anything else.
 */
export function readPng(bytes: Uint8Array): Png | null {
  const data = Buffer.from(bytes);
  if (signature.some((byte, index) => data[index] !== byte) || data.length < 33) return null;
  const width = data.readUInt32BE(16);
  const height = data.readUInt32BE(20);
  const [depth, colourType, , , interlace] = data.subarray(24, 29);
  const channels = channelsOf[colourType ?? -1];
  if (depth !== 8 || interlace !== 0 || channels === undefined || width * height > 1_000_000) return null;
  const rows = unpack(data, (width * channels + 1) * height);
  if (rows === null) return null;
  return { width, height, pixels: toRgba(unfilter(rows, width, height, channels), channels) };
}

/** All image data chunks together, unpacked. */
function unpack(data: Buffer, length: number): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= data.length; ) {
    const size = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(data.subarray(at + 8, at + 8 + size));
    at += 12 + size;
  }
  try {
    const unpacked = inflateSync(Buffer.concat(parts), { maxOutputLength: length });
    return unpacked.length === length ? unpacked : null;
  } catch {
    return null;
  }
}

/** Each row says in its first byte how its bytes differ from their neighbours. */
function unfilter(rows: Buffer, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? (out[y * stride + x - channels] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = y > 0 && x >= channels ? (out[(y - 1) * stride + x - channels] ?? 0) : 0;
      const raw = rows[y * (stride + 1) + 1 + x] ?? 0;
      out[y * stride + x] = raw + predict(filter, left, up, corner);
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 4) return nearest(left, up, corner);
  return 0;
}

/** The Paeth predictor: whichever neighbour is nearest to left + up − corner. */
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value));
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner;
}

function toRgba(bytes: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return bytes;
  const pixels = new Uint8Array((bytes.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel < bytes.length / 3; pixel++) {
    pixels.set(bytes.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return pixels;
}
