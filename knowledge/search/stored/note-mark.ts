import type { Note } from '../../note.ts';

/**
 * 64 bits, as two numbers, that change when anything changes that the search reads of a note: its words, and who may
 * find it where and when. When it was last confirmed is looked up in the note itself.
 */
export function noteMark(note: Note): readonly [number, number] {
  const marks: [number, number] = [0x811c9dc5, 0x2545f491];
  for (const text of partsOf(note)) {
    mixIn(marks, text);
    mixIn(marks, '\0');
  }
  return [marks[0] >>> 0, marks[1] >>> 0];
}

function partsOf(note: Note): string[] {
  const { id, title, category, audience, status, validFrom, validTo, asset, warning, body } = note;
  const lists = [note.sites, note.siteKinds, note.symptoms];
  return [
    ...[
      id,
      title,
      category,
      audience,
      status,
      validFrom ?? '',
      validTo ?? '',
      asset ?? '',
      warning ?? '',
      body,
    ],
    ...lists.flatMap((list) => [`${list.length}`, ...list]),
  ];
}

/** Two hashes in one go (FNV-1a, and one that turns other bits): by chance alone two notes never share both. */
function mixIn(marks: [number, number], text: string): void {
  let [one, other] = marks;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other + unit, 0x5bd1e995) ^ (other >>> 15);
  }
  marks[0] = one;
  marks[1] = other;
}
