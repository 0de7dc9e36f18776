import { describe, expect, it } from 'vitest';
import { repeatedPieces } from '../fuzz/nasty-values.ts';
import { readers } from './readers.ts';
import { slowPieces } from './slow-pieces.ts';

/** Milliseconds of CPU for the longest text that the reader is ever given; a busy machine takes its time. */
const most = 1_500;

/** Of all that the fuzzing repeats, those that patterns here look for. */
const pieces = repeatedPieces.filter((_, index) => index % 3 === 1);

/** Those after it are tried at a quarter of their length by hand. */
const tried = readers.slice(
  0,
  readers.findIndex(([name]) => name === 'a note on a card'),
);

describe('the same piece thousands of times', () => {
  it.each(tried)('is read in bounded time: %s', (_name, longest, read) => {
    expect(slowPieces(read, { longest, pieces, most })).toEqual([]);
  });

  it('is seen to be slow when a pattern looks again from every place', () => {
    const again = (text: string) => {
      let looked = 0;
      for (let from = 0; from < text.length; from += 1)
        for (let at = from; at < text.length; at += 1) looked += text.charCodeAt(at);
      return looked;
    };
    expect(slowPieces(again, { longest: 8_000, pieces: ['a'], most: 5 })).not.toEqual([]);
  });
});
