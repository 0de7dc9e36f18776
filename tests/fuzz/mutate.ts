import type { Dice } from '../bench/search/dice.ts';
import { nastyStrings, nastyValues, repeatedPieces } from './nasty-values.ts';

type Json = unknown;

/** Most of a string that grows by repeating: what is cut off further in was oversized long before. */
const longestRun = 30_000;

/** The value with one to a few things wrong somewhere in it; the original is left alone. */
export function mutateJson(value: Json, dice: Dice): Json {
  let changed = value;
  for (let n = 1 + dice.under(3); n > 0; n -= 1) changed = mutateNode(changed, dice, 0);
  return changed;
}

function mutateNode(node: Json, dice: Dice, depth: number): Json {
  const isParent = typeof node === 'object' && node !== null && Object.keys(node).length > 0;
  if (isParent && (depth === 0 || dice.under(4) > 0)) return mutateInside(node, dice, depth);
  return spoil(node, dice);
}

function mutateInside(node: object, dice: Dice, depth: number): Json {
  if (Array.isArray(node)) {
    const at = dice.under(node.length);
    const kind = dice.under(8);
    if (kind === 0) return node.toSpliced(at, 1);
    if (kind === 1) return Array.from({ length: 1 + dice.under(300) }, () => node[at]);
    return node.with(at, mutateNode(node[at], dice, depth + 1));
  }
  const entries = Object.entries(node);
  const at = dice.under(entries.length);
  const [key, inner] = entries[at] ?? ['', null];
  const kind = dice.under(12);
  if (kind === 0) return Object.fromEntries(entries.toSpliced(at, 1));
  if (kind === 1) return Object.fromEntries([...entries, [dice.one(nastyStrings), dice.one(nastyValues)]]);
  // An own property of that name, as JSON.parse makes it.
  if (kind === 2)
    return Object.fromEntries([...entries, ['__proto__', { roles: ['admin'], verb: 'accept' }]]);
  return Object.fromEntries(entries.with(at, [key, mutateNode(inner, dice, depth + 1)]));
}

function spoil(node: Json, dice: Dice): Json {
  if (typeof node === 'string' && dice.under(3) > 0) return mutateText(node, dice);
  if (typeof node === 'number' && dice.under(2) > 0) return node + dice.one([-1, 1, 0.5, 1e9, -1e9, 1e300]);
  const kind = dice.under(10);
  if (kind === 0) return nested(node, 5 + dice.under(200));
  return dice.under(2) === 0 ? dice.one(nastyStrings) : dice.one(nastyValues);
}

function nested(node: Json, depth: number): Json {
  return depth === 0 ? node : [nested(node, depth - 1)];
}

/** Text with something put in, taken out, doubled, turned or grown. */
export function mutateText(text: string, dice: Dice): string {
  const at = dice.under(text.length + 1);
  const to = at + dice.under(Math.max(1, text.length - at + 1));
  switch (dice.under(8)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at, to) + text.slice(to);
    case 2:
      return text.slice(0, at) + String.fromCharCode(dice.under(65_536)) + text.slice(at);
    case 3:
      return text.slice(0, at) + run(dice) + text.slice(at);
    case 4:
      return text.toUpperCase();
    case 5:
      return [...text].reverse().join('');
    default:
      return text.slice(0, at) + dice.one(nastyStrings) + text.slice(dice.under(2) === 0 ? at : to);
  }
}

function run(dice: Dice): string {
  const piece = dice.one(repeatedPieces);
  const length = dice.under(20) === 0 ? longestRun : dice.under(400);
  return piece.repeat(Math.ceil(length / piece.length));
}

/** Bytes with some turned, taken out, put in or doubled. */
export function mutateBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  let changed = Buffer.from(bytes);
  for (let n = 1 + dice.under(4); n > 0; n -= 1) changed = mutateBytesOnce(changed, dice);
  return changed;
}

function mutateBytesOnce(bytes: Buffer, dice: Dice): Buffer<ArrayBuffer> {
  const at = dice.under(bytes.length + 1);
  const to = Math.min(bytes.length, at + dice.under(64));
  switch (dice.under(6)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    case 1:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at, to), bytes.subarray(to)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(dice.one(nastyStrings)), bytes.subarray(at)]);
    case 3:
      return Buffer.from(bytes.subarray(0, at));
    default: {
      const turned = Buffer.from(bytes);
      if (at < turned.length) turned[at] = dice.under(256);
      return turned;
    }
  }
}
