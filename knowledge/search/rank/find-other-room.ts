import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { slipsBetween } from '../analyse/nearest-words.ts';
import { words } from '../analyse/words.ts';
import { findWhere, isNumberOfRoom } from './find-where.ts';

/** One room: `danssalen` is dans + sal, `A214` a number. */
type Room = { readonly word: string; readonly which: string; readonly kind: string };

/** One room of its kind, as words end that name it; several (`klassrummen`) are told apart by no name. Folded. */
const oneRoom =
  /^(.*?)(matsal|sal|kapprum|rum|hall|kok|pentry|verkstad|cafe|cafeteria|expedition|kontor|reception|atelje|aula|studio|forrad|kallare|vindfang|tvattstuga|kapell)(?:en|n|et|met|t)s?$/;
const aula = /^aulans?$/;
/** `innehållet`, `underhållet`: no halls. `centrumet`, `forumet`: no rooms. */
const noRooms = /^(?:inne|under|be|for|uppe|av|till)hall|(?:cent|fo|spekt)rum/;
const number = 'number';

/**
 * The question says which room it is about, and the note is about another: the loudspeakers of A214 are not those of
 * the hall. Rooms are the same by name, by another name of the glossary, or where one of them only says `salen`.
 * @param siteNames what the site is called, which may sound like a room.
 */
export function isAboutOtherRoom(
  asked: { readonly content: readonly string[]; readonly where: ReadonlySet<string> },
  note: Note,
  { analyser, siteNames }: { readonly analyser: Analyser; readonly siteNames: readonly string[] },
): boolean {
  const names = new Set(siteNames.flatMap(words));
  const wanted = roomsIn(asked.content, asked.where).filter(({ word }) => !names.has(word));
  if (wanted.length === 0) return false;
  const own = roomsOf(note, analyser);
  if (own.length === 0 || wanted.some((room) => own.some((other) => isSame(room, other, analyser))))
    return false;
  const told = new Set(words([note.title, ...note.symptoms, note.body].join(' ')));
  return !wanted.some(({ word }) => told.has(word));
}

const remembered = new WeakMap<Note, readonly Room[]>();

/** By its title, and what it is a note of. */
function roomsOf(note: Note, analyser: Analyser): readonly Room[] {
  const known = remembered.get(note);
  if (known !== undefined) return known;
  const tokens = words([note.title, note.asset ?? ''].join(' , '));
  const rooms = roomsIn(tokens, findWhere(tokens, analyser, 'sv'));
  remembered.set(note, rooms);
  return rooms;
}

function roomsIn(tokens: readonly string[], where: ReadonlySet<string>): Room[] {
  return tokens.flatMap((word) => {
    if (where.has(word) && isNumberOfRoom(word)) return [{ word, which: word, kind: number }];
    const [, which = '', kind = ''] = aula.test(word) ? [word, '', 'aula'] : (oneRoom.exec(word) ?? []);
    return kind === '' || noRooms.test(word) ? [] : [{ word, which, kind }];
  });
}

function isSame(a: Room, b: Room, analyser: Analyser): boolean {
  if (a.kind === number || b.kind === number) return a.word === b.word;
  if (a.kind === b.kind && (a.which === '' || b.which === '' || isNear(a.which, b.which))) return true;
  if (a.which !== '' && isNear(a.which, b.which)) return true;
  const ideas = new Set(ownIdeas(a.word, analyser));
  return ownIdeas(b.word, analyser).some((idea) => ideas.has(idea));
}

/** `vilrummet` and `vilorummet`. */
function isNear(a: string, b: string): boolean {
  return a === b || (a.length > 2 && b.length > 2 && slipsBetween(a, b, 1) <= 1);
}

/** Not those that a compound only has from its head: every `…sal` would be a classroom. */
function ownIdeas(word: string, analyser: Analyser): readonly string[] {
  const { stem, ideas } = analyser.word(word, 'sv');
  return ideas.filter((idea) =>
    analyser.swedishFor(idea).some((each) => analyser.word(each, 'sv').stem === stem),
  );
}
