import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { slipsBetween } from '../analyse/nearest-words.ts';
import { words } from '../analyse/words.ts';
import { findWhere, isNumberOfRoom } from './find-where.ts';
import type { Question } from './question.ts';
import { isInRoomRange } from './room-ranges.ts';

/** One room: `danssalen` is dans + sal, `A214` a number. One in English has what it means instead: `#staff-room`. */
type Room = {
  readonly word: string;
  readonly which: string;
  readonly kind: string;
  readonly ideas?: readonly string[];
};

/** Ideas of the glossary that are rooms of a house, and not the house. */
const roomIdeas = new Set(
  `staff-room classroom hall kitchen office meeting-room basement studio auditorium gym activity-room dining-room
  play-room nap-room changing-room music-room craft-room art-room computer-room science-room laundry`
    .split(/\s+/)
    .map((idea) => `#${idea}`),
);
const english = 'english';
/** English for any large room, and for a small one by the door. */
const anyHall = 'hall';
const halls = new Set(['hall', 'sal', 'matsal', 'aula']);
const hallIdeas = ['#hall', '#auditorium', '#gym', '#dining-room', '#play-room'];
/** Office the programs; a stage of something. */
const otherThings = new Set(['office', 'stage', 'studio', 'administration']);

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
  asked: Pick<Question, 'content' | 'where' | 'wanted'>,
  note: Note,
  { analyser, siteNames }: { readonly analyser: Analyser; readonly siteNames: readonly string[] },
): boolean {
  const names = new Set(siteNames.flatMap(words));
  const phrases = asked.wanted.map(({ word }) => word);
  const wanted = [
    ...roomsIn(asked.content, asked.where),
    // Few words may be taken for Swedish.
    ...englishRoomsIn(asked.content, phrases, analyser),
  ].filter(({ word }) => !names.has(word));
  if (wanted.length === 0) return false;
  const own = roomsOf(note, analyser);
  if (own.length === 0 || wanted.some((room) => own.some((other) => isSame(room, other, analyser))))
    return false;
  const text = [note.title, ...note.symptoms, note.asset ?? '', note.body].join(' ');
  const told = new Set(words(text));
  return !wanted.some(
    (room) => told.has(room.word) || tellsIdea(told, room, analyser) || isInRoomRange(room.word, text),
  );
}

/** Some word of the note means that room. */
function tellsIdea(told: ReadonlySet<string>, { ideas = [] }: Room, analyser: Analyser): boolean {
  return (
    ideas.length > 0 &&
    [...told].some((word) => ownIdeas(word, analyser).some((idea) => ideas.includes(idea)))
  );
}

const remembered = new WeakMap<Note, readonly Room[]>();

/** By its title, and what it is a note of. */
function roomsOf(note: Note, analyser: Analyser): readonly Room[] {
  const known = remembered.get(note);
  if (known !== undefined) return known;
  const tokens = words([note.title, note.asset ?? ''].join(' , '));
  const { language, phrases } = analyser.read(tokens);
  const rooms = [
    ...roomsIn(tokens, findWhere(tokens, analyser, 'sv')),
    ...(language === 'en' ? englishRoomsIn(tokens, phrases, analyser) : []),
  ];
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

/** `the gym`, `the staff room`, and `the big hall`, which may be any. */
function englishRoomsIn(tokens: readonly string[], phrases: readonly string[], analyser: Analyser): Room[] {
  const named = phrases.filter((idea) => roomIdeas.has(idea)).map((idea) => ({ word: idea, ideas: [idea] }));
  const single = tokens.flatMap((word) => {
    const ideas = analyser.word(word, 'en').ideas.filter((idea) => roomIdeas.has(idea));
    return ideas.length > 0 && word !== anyHall && !otherThings.has(word) ? [{ word, ideas }] : [];
  });
  const rooms = [...named, ...single].map((room): Room => ({ ...room, which: '', kind: english }));
  const isHall = named.length === 0 && tokens.includes(anyHall);
  return isHall ? [...rooms, { word: anyHall, which: '', kind: anyHall, ideas: [...hallIdeas] }] : rooms;
}

function isSame(a: Room, b: Room, analyser: Analyser): boolean {
  if (a.ideas !== undefined || b.ideas !== undefined) return isSameInEnglish(a, b, analyser);
  if (a.kind === number || b.kind === number) return a.word === b.word;
  if (a.kind === b.kind && (a.which === '' || b.which === '' || isNear(a.which, b.which))) return true;
  if (a.which !== '' && isNear(a.which, b.which)) return true;
  const ideas = new Set(ownIdeas(a.word, analyser));
  return ownIdeas(b.word, analyser).some((idea) => ideas.has(idea));
}

function isSameInEnglish(a: Room, b: Room, analyser: Analyser): boolean {
  const ideas = ideasOf(b, analyser);
  if (ideasOf(a, analyser).some((idea) => ideas.includes(idea)) || isAnyRoom(a) || isAnyRoom(b)) return true;
  return (a.kind === anyHall && halls.has(b.kind)) || (b.kind === anyHall && halls.has(a.kind));
}

/** `rummet`, `salen`: which one is not said. */
function isAnyRoom({ which, kind }: Room): boolean {
  return which === '' && (kind === 'rum' || kind === 'sal');
}

function ideasOf(room: Room, analyser: Analyser): readonly string[] {
  return room.ideas ?? ownIdeas(room.word, analyser);
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
