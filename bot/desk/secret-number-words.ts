/** A part of a number as it is said. `tens` may be followed by a unit, `hundred` and `thousand` multiply. */
export type NumberPart = {
  readonly kind: 'unit' | 'teen' | 'tens' | 'hundred' | 'thousand' | 'double';
  readonly value: number;
};

const units = [
  'noll nolla nollan zero nought oh',
  'ett etta ettan en one',
  'tva tvaa tvaan two',
  'tre trea trean three',
  'fyra fyran four',
  'fem femma femman five',
  'sex sexa sexan six',
  'sju sjua sjuan seven',
  'atta attan aatta eight',
  'nio nia nian nine',
];
const teens = [
  'tio tia tian ten',
  'elva elvan eleven',
  'tolv tolva tolvan twelve',
  'tretton thirteen',
  'fjorton fourteen',
  'femton fifteen',
  'sexton sixteen',
  'sjutton seventeen',
  'arton aderton eighteen',
  'nitton nineteen',
];
const tens = [
  'tjugo tjuge tjugi twenty',
  'trettio tretti thirty',
  'fyrtio fyrti forty fourty',
  'femtio femti fifty',
  'sextio sexti sixty',
  'sjuttio sjutti seventy',
  'attio atti eighty',
  'nittio nitti ninety',
];

const parts = new Map<string, NumberPart>([
  ...named(units, (n) => ({ kind: 'unit', value: n })),
  ...named(teens, (n) => ({ kind: 'teen', value: n + 10 })),
  ...named(tens, (n) => ({ kind: 'tens', value: (n + 2) * 10 })),
  ...named(['hundra hundred'], () => ({ kind: 'hundred', value: 100 })),
  ...named(['tusen thousand'], () => ({ kind: 'thousand', value: 1000 })),
  ...named(['dubbel dubbla dubbelt double'], () => ({ kind: 'double', value: 2 })),
]);
const longestPart = Math.max(...[...parts.keys()].map(({ length }) => length));

/**
 * A word (folded) as the parts of a number that it says, Swedish or English: `sjuttiosex` → 70, 6. Null for a word
 * that says anything else.
 */
export function readNumberWord(word: string): readonly NumberPart[] | null {
  const first = parts.get(word);
  if (first) return [first];
  return word.length <= 60 ? split(word) : null;
}

/** The longest parts first: `femtio` is fifty, not five and ten. */
function split(word: string): NumberPart[] | null {
  if (word === '') return [];
  for (let length = Math.min(longestPart, word.length); length > 1; length -= 1) {
    const part = parts.get(word.slice(0, length));
    const rest = part && split(word.slice(length));
    if (part && rest) return [part, ...rest];
  }
  return null;
}

/** The words for one digit, folded. */
export function wordsForDigit(digit: string): readonly string[] {
  return units[Number(digit)]?.split(' ') ?? [];
}

/** The words for a number from 10 to 19, folded; empty for others. */
export function wordsForTeen(value: number): readonly string[] {
  return teens[value - 10]?.split(' ') ?? [];
}

function named(rows: readonly string[], part: (index: number) => NumberPart): [string, NumberPart][] {
  return rows.flatMap((row, index) =>
    row.split(' ').map((word): [string, NumberPart] => [word, part(index)]),
  );
}
