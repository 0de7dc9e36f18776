import { z } from 'zod';

/** Arrays of numbers by name, and something about them that JSON can say, as one run of bytes. */
export type Sections = {
  readonly about: unknown;
  readonly arrays: ReadonlyMap<string, NumberArray>;
};
export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

type Lay = (buffer: ArrayBufferLike, offset: number, length: number) => NumberArray;
/** By kind: an array in bytes that are there. */
const laid: Readonly<Record<(typeof kindNames)[number], Lay>> = {
  Uint8Array: (...place) => new Uint8Array(...place),
  Uint16Array: (...place) => new Uint16Array(...place),
  Uint32Array: (...place) => new Uint32Array(...place),
  Int32Array: (...place) => new Int32Array(...place),
  Float32Array: (...place) => new Float32Array(...place),
};
const bytesEach = { Uint8Array: 1, Uint16Array: 2, Uint32Array: 4, Int32Array: 4, Float32Array: 4 } as const;
const kindNames = ['Uint8Array', 'Uint16Array', 'Uint32Array', 'Int32Array', 'Float32Array'] as const;
const Head = z.object({
  about: z.unknown(),
  arrays: z.array(z.object({ name: z.string(), kind: z.enum(kindNames), length: z.int().min(0) })),
});
/** Arrays of numbers begin at such places in memory. */
const step = 8;

/** In pieces, so that nothing of a hundred megabytes is copied. */
export function writeSections({ about, arrays }: Sections): Uint8Array[] {
  const list = [...arrays].map(([name, array]) => ({
    name,
    kind: array.constructor.name,
    length: array.length,
  }));
  const head = new TextEncoder().encode(JSON.stringify({ about, arrays: list }));
  const size = new Uint8Array(new BigUint64Array([BigInt(head.length)]).buffer);
  const pieces = [size, head, ...arrays.values().map(bytesOf)];
  return pieces.flatMap((piece) => [piece, new Uint8Array(padding(piece.length))]);
}

/** Null: the bytes are not whole, or no sections. The arrays lie in the bytes themselves. */
export function readSections(bytes: Uint8Array): Sections | null {
  const aligned = bytes.byteOffset % step === 0 ? bytes : new Uint8Array(bytes);
  if (aligned.length < step) return null;
  const { buffer, byteOffset } = aligned;
  const size = Number(new BigUint64Array(buffer, byteOffset, 1)[0]);
  if (size > aligned.length - step) return null;
  const head = Head.safeParse(parseJson(new TextDecoder().decode(aligned.subarray(step, step + size))));
  if (!head.success) return null;
  const arrays = new Map<string, NumberArray>();
  let at = step + size + padding(size);
  for (const { name, kind, length } of head.data.arrays) {
    const taken = length * bytesEach[kind];
    if (at + taken > aligned.length) return null;
    arrays.set(name, laid[kind](buffer, byteOffset + at, length));
    at += taken + padding(taken);
  }
  return { about: head.data.about, arrays };
}

function bytesOf({ buffer, byteOffset, byteLength }: NumberArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function padding(length: number): number {
  return (step - (length % step)) % step;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
