import type { ContractorState } from '#bot/handoff/contractor-connector.ts';
import type { StateNames } from '../http/states.ts';

const things = [
  'det',
  'detta',
  'det här',
  'felet',
  'problemet',
  'ärendet',
  'ärende',
  'incidenten',
  'saken',
  'allt',
];
const done = [
  'löst',
  'åtgärdat',
  'åtgärdad',
  'avhjälpt',
  'fixat',
  'fixad',
  'färdigt',
  'avslutat',
  'avslutad',
];
const doneTo = ['lösts', 'åtgärdats', 'avhjälpts', 'fixats', 'avslutats', 'blivit löst', 'blivit åtgärdat'];
const englishThings = [
  'it',
  'this',
  'the issue',
  'issue',
  'the problem',
  'problem',
  'the case',
  'the ticket',
  'ticket',
];
const englishDone = ['solved', 'resolved', 'fixed'];

/**
 * What a contractor's words mean, each a whole sentence or clause as normalise() leaves it. A mail has no state of its
 * own, so only what can hardly mean anything else stands here; whatever else is said is a comment. A desk adds its
 * contractor's own phrases with `states`.
 */
const usualWords: Readonly<Record<string, ContractorState>> = {
  ...all('resolved', ['löst', 'åtgärdat', 'åtgärdad', 'avhjälpt', 'fixat', 'solved', 'resolved', 'fixed']),
  ...all('resolved', [
    'är löst',
    'är åtgärdat',
    'är åtgärdad',
    'har lösts',
    'har åtgärdats',
    'is resolved',
    'is solved',
  ]),
  ...all(
    'resolved',
    both(
      things,
      done.map((word) => `är ${word}`),
    ),
  ),
  ...all(
    'resolved',
    both(
      things,
      doneTo.map((word) => `har ${word}`),
    ),
  ),
  ...all('resolved', both(['vi har', 'jag har', 'har'], both(['löst', 'åtgärdat', 'fixat'], things))),
  ...all('resolved', both(['status', 'ny status'], ['löst', 'åtgärdat', 'avslutat'])),
  ...all(
    'resolved',
    both(
      englishThings,
      englishDone.map((word) => `is ${word}`),
    ),
  ),
  ...all(
    'resolved',
    both(
      englishThings,
      englishDone.map((word) => `has been ${word}`),
    ),
  ),
  ...all('resolved', both(['status', 'new status'], ['solved', 'resolved'])),
  ...all('returned', [
    'inte vårt',
    'ej vårt',
    'inte vår',
    'inte vårt ärende',
    'inte vårt bord',
    'inte vårt ansvar',
  ]),
  ...all('returned', ['fel kö', 'fel mottagare', 'fel adressat', 'fel avdelning', 'fel leverantör']),
  ...all(
    'returned',
    both(things, ['är inte vårt', 'är ej vårt', 'är inte vårt bord', 'är inte vårt ansvar']),
  ),
  ...all(
    'returned',
    both(things, ['är inte vårt ärende', 'hör inte till oss', 'tillhör inte oss', 'ligger inte hos oss']),
  ),
  ...all(
    'returned',
    both(things, ['har hamnat fel', 'har hamnat i fel kö', 'har kommit fel', 'har kommit till fel kö']),
  ),
  ...all('returned', ['hör inte till oss', 'tillhör inte oss', 'ligger inte hos oss', 'har hamnat i fel kö']),
  ...all('returned', ['not ours', 'wrong queue', 'wrong recipient', 'not our responsibility']),
  ...all(
    'returned',
    both(['it', 'this'], ['is not ours', 'is not our responsibility', 'does not belong to us']),
  ),
};

/** Before such a word nothing is certain yet: if, when, not, perhaps, soon. */
const hedges =
  /(?<!\p{L})(?:om|när|då|tills|innan|efter att|så snart|först|inte|ej|aldrig|knappast|nästan|delvis|kanske|troligen|förhoppningsvis|tror|hoppas|antar|ska|skall|bör|borde|kan|kommer|blir|imorgon|snart|if|when|once|until|unless|after|before|not|never|maybe|perhaps|hopefully|hope|think|should|will|may|might|can|could|soon|partly|almost)(?!\p{L})/iu;
/** Somewhere in the mail: then nothing is solved, whatever else it says. */
const unsolved =
  /(?<!\p{L})(?:(?:inte|ej|delvis|ännu inte|inte heller) (?:är |blivit |helt )?(?:löst|åtgärdat|åtgärdad|klart|fixat)|kvarstår|(?:not|partly|partially) (?:yet |been |fully )?(?:solved|resolved|fixed))(?!\p{L})/iu;
const greeting =
  /^(?:hej|hejsan|tjena|god (?:morgon|dag|kväll)|hi|hello|dear)(?!\p{L})(?:\s+[\p{L}-]+){0,2}$/iu;
/** After it only a part is solved. */
const limits = /(?<!\p{L})(?:men|dock|förutom|utom|but|except|however)(?!\p{L})/iu;
/** So much of a mail says how it stands; the rest tells about it. */
const firstSentences = 3;

export type Meaning = { readonly state: ContractorState; readonly theirs: string };

/** The state that a contractor's own words say plainly; null when they do not, or say two things. */
export function meaningOf(words: string, own: StateNames): Meaning | null {
  const table = new Map<string, ContractorState>(Object.entries(usualWords));
  for (const [phrase, state] of Object.entries(own)) table.set(normalise(phrase), state);
  const found = sentencesOf(words)
    .slice(0, firstSentences)
    .flatMap((sentence) => meaningIn(sentence, table));
  const [first] = found;
  if (first === undefined || found.some(({ state }) => state !== first.state)) return null;
  return first.state === 'resolved' && unsolved.test(words) ? null : first;
}

function sentencesOf(words: string): string[] {
  return words
    .slice(0, 5_000)
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !greeting.test(sentence.replace(/[.!,]+$/, '')));
}

/** A clause counts when nothing before it in its sentence takes it back, and nobody asks. */
function meaningIn(sentence: string, table: ReadonlyMap<string, ContractorState>): Meaning[] {
  const whole = table.get(normalise(sentence));
  if (whole !== undefined && !sentence.includes('?')) return [{ state: whole, theirs: normalise(sentence) }];
  if (sentence.includes('?')) return [];
  const clauses = sentence.split(/[,;]\s|\s[–—-]\s/);
  return clauses.flatMap((clause, n) => {
    const state = table.get(normalise(clause));
    const isTakenBack =
      clauses.slice(0, n).some((before) => hedges.test(before)) ||
      clauses.slice(n + 1).some((after) => limits.test(after));
    return state === undefined || isTakenBack ? [] : [{ state, theirs: normalise(clause) }];
  });
}

/** Lower case, one space, without marks, our number and small words that change nothing. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(?<![\p{L}\p{N}])[a-z]{1,10}-\d{1,12}(?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
    .replaceAll(/(?<!\p{L})(?:nu|redan|now|härmed|tyvärr|sorry)(?!\p{L})/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

function both(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((one) => second.map((two) => `${one} ${two}`));
}

function all(state: ContractorState, phrases: readonly string[]): Record<string, ContractorState> {
  return Object.fromEntries(phrases.map((phrase) => [phrase, state]));
}
