import type { Category } from '#bot/desk/category.ts';
import type { Grade } from '#bot/desk/priority.ts';
import type { Cues } from './find-cues.ts';
import type { Danger } from './find-hazard.ts';
import {
  eventWords,
  everybodyWords,
  onePersonWords,
  partOfSiteWords,
  placesThatAreWhole,
  severalPeopleWords,
  wholeSiteWords,
} from './lexicon/scope-cues.ts';
import { canWaitWords, notSoonWords, soonWords, stoppedWords, todayWords } from './lexicon/urgency-cues.ts';
import { fold } from './text/fold.ts';
import { matches, patterns, without } from './text/patterns.ts';

export type Weight = {
  /** Before the lift for a critical site. */
  readonly impact: Grade;
  readonly urgency: Grade;
};

export type WeightQuestion = {
  readonly line: string;
  readonly category: Category | null;
  readonly cues: Cues;
  readonly danger: Danger;
  /** "How do I …", an order, a lost thing: nothing that others depend on is down. */
  readonly request: boolean;
  /** A note describes just this: then it is a known quirk rather than an outage, unless everybody is said to be hit. */
  readonly closeNote: boolean;
  readonly securityIncident: boolean;
};

/** How many are hit, and how long it can wait, by the words alone. */
export function findWeight(question: WeightQuestion): Weight {
  const impact = findImpact(question);
  return { impact, urgency: findUrgency(question, impact) };
}

/** Services that many depend on: down without a limit being named, they are down for everybody. */
const sharedServices: readonly Category[] = ['network', 'phone', 'application', 'server', 'email-calendar'];

/** Where it fails it fails for many at once. */
export function isSharedService(category: Category): boolean {
  return sharedServices.includes(category);
}
const outageWords = patterns(`
internet/nätet/nät/wifi/telefonin _ utslag* | saknar trådlöst/nät/internet/wifi
larmtelefon*/larmtelefonerna/telefonerna/telefoner _ döda/nere/stumma/tysta/stendöda | växeln/telefonväxeln/telefonin/bredbandet/uppkopplingen _ nere/död/stendöd/dött/borta/ur
nätet/internet/wifi/wifit/nätverket/fibern/bredbandet/servern/systemet/telefonerna _ nere/dött/död/döda/borta
varken _ fast/trådlöst/wifi/wifit/sladd/nät/nätet/internet/kabel | bortkoppla* | ingen uppkoppling | förlorat/förlorade _ trådlöst/nätet/nät/wifi/internet/sladd
funkar/fungerar ingenstans | nätverket/nätet/internet/wifi/uppkopplingen _ funkar/fungerar _ ingenstans | abonnemanget _ upphört
inget/inga/ingen nät/internet/wifi/uppkoppling/telefon/telefoner alls | har inget/inga nät/internet/wifi
tappat/tappade _ internet/nätet/nät/wifi/uppkopplingen | kontakt med internet/nätet/omvärlden
kommer _ ut på internet/nätet | nätlös* | utan uppkoppling | lost _ internet/network/wifi/connection
internet is/has _ gone/down/out | utan nät/internet/wifi/telefoner/telefon | saknar nät/internet/wifi
network/internet/wifi _ down | no internet/wifi/network | nätet är nere/dött/borta | är internet nere
inget nät/internet/wifi | nere för alla | internet _ nere
`);

const burglaryWords = patterns(
  `bröt sig in | brutit sig in | inbrott* | burglar* | break in | stulna | alla * | flera | två | tre | fyra
  fem`,
);
/** What stands behind many people's work, seldom seen and never anybody's own. */
const infrastructureWords = patterns(`
switch* | nätverksskåp* | nätverkslåd* | nätskåp* | korskoppling* | router* | 4grouter* | modem* | server*
lådan i/på _ modulen/huset/paviljongen/väggen | serverrum* | laddskåp* | laddvagn* | ups | network cabinet
`);

function findImpact(question: WeightQuestion): Grade {
  const { line, category, danger, request, securityIncident, closeNote } = question;
  if (request) return 'low';
  if (securityIncident) return matches(line, burglaryWords) ? 'medium' : 'low';
  const part = matches(line, partOfSiteWords);
  const shared = category !== null && isSharedService(category);
  const others = without(line, onePersonWords);
  const whole = matches(others, wholeSiteWords);
  if (shared && whole && (!part || matches(others, everybodyWords))) return 'high';
  if (shared && matches(line, outageWords)) return ofOutage(line, part, closeNote);
  if (whole && matches(others, everybodyWords)) return 'high';
  if (danger.hazard || danger.falling) return 'medium';
  if (whole || matches(line, infrastructureWords)) return 'medium';
  return concernsSeveral(others, category) ? 'medium' : 'low';
}

/** What a gathering hangs on. One's own account or files stay one's own, whatever one is on the way to. */
const gathered: readonly Category[] = ['av', 'network', 'printer', 'tablet'];

function concernsSeveral(line: string, category: Category | null): boolean {
  if (matches(line, severalPeopleWords)) return true;
  return (category === null || gathered.includes(category)) && matches(line, eventWords);
}

const ownDevice = patterns(`
på/i/till min/mitt/mina _ | min * | mitt * | en/ett av * | en ipad/dator/platta/padda/laptop/mobil | paddan
plattan | ipaden | datorn | laptopen | laptoppen | mobilen | surfplattan | lärplattan | chromebooken
telefonen | playstation* | ps4 | ps5 | xbox* | nintendo* | spelkonsol* | tvspel* | chromecast* | apple tv | tvn | teven | smart tv | my * | the/a tablet/laptop/computer/ipad | kommer jag | jag kommer
`);

const cannotGetOut =
  /(?<= )(\p{L}{3,}) (?:kommer|hittar|nar|far|kan) (?:inte|ej|aldrig) (?:\p{L}+ ){0,3}(?:natet|internet|wifi|wifit|natverket|natverk|nat)(?= )/u;
/** Who, or the place itself: `skolan kommer inte ut på nätet` is everybody. */
const everybodyThere = new Set(
  fold(
    `vi man ni ingen inga alla dom de folk jag som och men så nu här också ${placesThatAreWhole.replaceAll('/', ' ')}`,
  ).split(' '),
);
/** `Datorerna`, `plattorna`: several of a kind. */
const severalThings = /(?:[aeo]rna|ena|or|ar|er|s)$/;

/** "Playstation kommer inte ut på nätet": one thing, whatever it is. */
function isLoneThing(line: string): boolean {
  const thing = cannotGetOut.exec(line)?.[1];
  return thing !== undefined && !everybodyThere.has(thing) && !severalThings.test(thing);
}

/** "No wifi on my tablet" is not "no wifi". */
function ofOutage(line: string, part: boolean, closeNote: boolean): Grade {
  if (matches(line, ownDevice) || isLoneThing(line)) return 'low';
  if (part) return 'medium';
  return closeNote ? 'low' : 'high';
}

/** What somebody does all their work on. */
const ownComputer = patterns(`
min dator/laptop/datorn/bärbara/jobbdator/chromebook/mac/pc | bärbara datorn | laptop | laptopen | laptoppen
my laptop/computer/pc/work
`);

function findUrgency(
  { line, category, cues, danger, request, securityIncident }: WeightQuestion,
  impact: Grade,
): Grade {
  if (danger.hazard || danger.falling || securityIncident) return 'high';
  if (matches(line, stoppedWords) || isSoon(line)) return 'high';
  if (isLockedOut(line, category)) return 'high';
  const connection = category === 'network' || category === 'phone';
  if (connection && (impact === 'high' || (impact === 'medium' && matches(line, outageWords)))) return 'high';
  if (cues.dead && matches(line, ownComputer)) return 'high';
  if (matches(line, canWaitWords)) return 'low';
  if (matches(line, todayWords)) return 'medium';
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
kan inte logga in | går inte att logga in | glömt _ lösen* | lösenord* _ gått ut | lösen* _ funkar inte
forgot _ password | locked out | salasana* | kommer inte in på/i någonting/något/datorn/kontot
account _ locked | kan inte logga in | får ingen/inga/inte _ kod/koder/koden | låser sig | utelåst | spärrad | låst ute
kommer inte åt _ konto/kontot | no code | cant log in | cannot log in | cant sign in
`);

/** Without the account nothing else works either. */
function isLockedOut(line: string, category: Category | null): boolean {
  return category === 'account' && matches(line, lockedOut);
}
