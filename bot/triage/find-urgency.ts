import type { Category } from '#bot/desk/category.ts';
import type { Grade } from '#bot/desk/priority.ts';
import { outageWords } from './find-impact.ts';
import type { WeightQuestion } from './find-priority.ts';
import {
  canWaitWords,
  cosmeticWords,
  notSoonWords,
  soonWords,
  stoppedWords,
  todayWords,
} from './lexicon/urgency-cues.ts';
import { matches, patterns, without } from './text/patterns.ts';

/** What somebody does all their work on. */
const ownComputer = patterns(`
min dator/laptop/datorn/bärbara/jobbdator/chromebook/mac/pc | bärbara datorn | laptop | laptopen | laptoppen
my laptop/computer/pc/work
`);

/** How long it can wait. */
export function findUrgency(
  { line, category, cues, danger, request, securityIncident }: WeightQuestion,
  impact: Grade,
): Grade {
  if (danger.hazard || danger.falling || securityIncident) return 'high';
  // "Det är inte bråttom" is no haste.
  const pressing = without(line, canWaitWords);
  if (matches(pressing, stoppedWords) || isSoon(pressing)) return 'high';
  // Of a class that is not let in the others are there to look after.
  if (impact === 'low' && isLockedOut(line, category)) return 'high';
  const connection = category === 'network' || category === 'phone';
  if (connection && (impact === 'high' || (impact === 'medium' && matches(line, outageWords)))) return 'high';
  if (cues.dead && matches(line, ownComputer)) return 'high';
  if (matches(line, canWaitWords)) return 'low';
  if (matches(line, todayWords)) return 'medium';
  if (category === 'av' && matches(line, cosmeticWords)) return 'low';
  return request && !cues.dead ? 'low' : 'medium';
}

function isSoon(line: string): boolean {
  return matches(without(line, notSoonWords), soonWords);
}

const lockedOut = patterns(`
utestängd | utestängt | släpps inte in | lösen* _ gick ut | lösen* gick ut
glömt/glömma/glömde/glömmer/forgot/forgotten _ kod/koden/lösen*/pin/pinkod*/password/code/pin
kontot/konto/account _ låst/låser/spärrat/låsts/spärrad/blockerat/blocked/locked/disabled
minns/ihåg/kan inte _ lösen* | minns inte _ lösen* | kommer inte ihåg _ lösen* | fel lösenord
wrong password | password _ expired/wrong/rejected/incorrect
lösen* _ fel/funkar/utgånget/nekas/godkänns/slutat | för många försök | too many attempts
kan inte logga in | går inte att logga in | glömt _ lösen* | lösenord* _ gått ut | lösen* _ funkar inte | lösen* _ går inte/längre | lösenord glömt
forgot _ password | locked out | salasana* | kommer inte in på/i någonting/något/datorn/kontot
account _ locked | kan inte logga in | får ingen/inga/inte _ kod/koder/koden | låser sig | utelåst | spärrad | låst ute
kommer inte åt _ konto/kontot | no code | cant log in | cannot log in | cant sign in
`);

/** Without the account nothing else works either. */
function isLockedOut(line: string, category: Category | null): boolean {
  return category === 'account' && matches(line, lockedOut);
}
