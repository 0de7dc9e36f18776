import type { Category } from '#bot/desk/category.ts';
import type { Grade } from '#bot/desk/priority.ts';
import type { WeightQuestion } from './find-priority.ts';
import {
  anywhereWords,
  boundedWords,
  eventWords,
  everybodyWords,
  idleCrowdWords,
  onePersonWords,
  oneRoomWords,
  ownThingWords,
  partOfSiteWords,
  placesThatAreWhole,
  severalPeopleWords,
  whereItStands,
  wholeSiteWords,
  wholeStaffWords,
} from './lexicon/scope-cues.ts';
import { fold } from './text/fold.ts';
import { matches, patterns, without } from './text/patterns.ts';

/** Services that many depend on: down without a limit being named, they are down for everybody. */
const sharedServices: readonly Category[] = ['network', 'phone', 'application', 'server', 'email-calendar'];

/** Where it fails it fails for many at once. */
export function isSharedService(category: Category): boolean {
  return sharedServices.includes(category);
}
export const outageWords = patterns(`
internet/nätet/nät/wifi/telefonin _ utslag* | saknar _ trådlöst/nät/internet/wifi
larmtelefon*/larmtelefonerna/telefonerna/telefoner _ döda/nere/stumma/tysta/stendöda | växeln/telefonväxeln/telefonin/bredbandet/uppkopplingen _ nere/död/stendöd/dött/borta/ur
nätet/internet/wifi/wifit/nätverket/fibern/bredbandet/servern/systemet/telefonerna _ nere/dött/död/döda/borta
varken _ fast/trådlöst/wifi/wifit/sladd/nät/nätet/internet/kabel | bortkoppla* | ingen uppkoppling | förlorat/förlorade _ trådlöst/nätet/nät/wifi/internet/sladd
funkar/fungerar ingenstans | nätverket/nätet/internet/wifi/uppkopplingen _ funkar/fungerar _ ingenstans | abonnemanget _ upphört
inget/inga/ingen nät/internet/wifi/uppkoppling/telefon/telefoner alls | har inget/inga nät/internet/wifi
tappat/tappade _ internet/nätet/nät/wifi/uppkopplingen | kontakt med internet/nätet/omvärlden
kommer _ ut på internet/nätet | nätlös* | utan uppkoppling | lost _ internet/network/wifi/connection
inga/ingen telefoner/linjer/samtal | linjer/linjerna/nummer/numren är/e _ tysta/döda/nere/upptagna | går inte att ringa till oss/platsen/skolan/in | stopp i/på nätet/internet/telefonin/nätverket | samtal/samtalen går/kommer/kopplas inte/ej fram/in/ut | classrooms/rooms are offline | vi/alla/skolan/huset/enheten/platsen/boendet är/e/blev _ offline/frånkopplade/nedkopplade | internet is/has _ gone/down/out | network/wifi/internet is/has _ gone/down/out/dead | nätet/internet/wifi/nätverket/telefonerna/uppkopplingen funkar/fungerar _ inte/ej i/på platsen/huset/skolan/förskolan/enheten/boendet/kontoret | utan nät/internet/wifi/telefoner/telefon | saknar nät/internet/wifi
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

/** How many are hit, before the lift for a critical site. */
export function findImpact(question: WeightQuestion): Grade {
  const { line, category, danger, request, securityIncident, closeNote } = question;
  if (request) return 'low';
  if (securityIncident) return matches(line, burglaryWords) ? 'medium' : 'low';
  if (category === 'account' && matches(line, ownThingWords)) return 'low';
  const scope = findScope(line);
  const shared = category === null || isSharedService(category);
  if (shared && scope.whole && (!scope.part || scope.everybody))
    return category === null && !scope.everybody ? 'medium' : 'high';
  if (shared && category !== null && matches(line, outageWords)) return ofOutage(line, scope, closeNote);
  if (scope.staff) return 'high';
  if (danger.hazard || danger.falling) return 'medium';
  if (scope.whole || scope.bounded || matches(line, infrastructureWords)) return 'medium';
  return concernsSeveral(scope.others, category) ? 'medium' : 'low';
}

/** How far it reaches, as the words tell. */
type Scope = {
  /** The line without single ones and without where a thing stands. */
  readonly others: string;
  readonly whole: boolean;
  readonly everybody: boolean;
  /** The whole staff or place, named as such. */
  readonly staff: boolean;
  /** All of a group, a floor, a kind of device. */
  readonly bounded: boolean;
  readonly part: boolean;
  readonly room: boolean;
};

function findScope(line: string): Scope {
  const others = without(without(line, whereItStands), onePersonWords);
  const unbounded = without(without(others, boundedWords), idleCrowdWords);
  // What is nobody's but mine is nowhere only for me.
  const loud = matches(line, ownThingWords) ? without(unbounded, anywhereWords) : unbounded;
  return {
    others,
    whole: matches(loud, wholeSiteWords),
    everybody: matches(loud, everybodyWords),
    staff: matches(unbounded, wholeStaffWords),
    bounded: matches(others, boundedWords),
    part: matches(line, partOfSiteWords),
    room: matches(line, oneRoomWords),
  };
}

/** What a gathering hangs on. One's own account or files stay one's own, whatever one is on the way to. */
const gathered: readonly Category[] = ['av', 'network', 'printer', 'tablet'];

/** Who works at home has a connection of their own. */
const fromHome = patterns('vpn* | hemifrån | jobbar hemma | sitter hemma | working from home | home office');

function concernsSeveral(line: string, category: Category | null): boolean {
  if (matches(line, severalPeopleWords)) return true;
  if (matches(line, fromHome)) return false;
  return (category === null || gathered.includes(category)) && matches(line, eventWords);
}

const ownDevice = patterns(`
på/i/till min/mitt/mina _ | min * | mitt * | en/ett av * | en ipad/dator/platta/padda/laptop/mobil | paddan
plattan | ipaden | datorn | laptopen | laptoppen | mobilen | surfplattan | lärplattan | chromebooken
telefonen | playstation* | ps4 | ps5 | xbox* | nintendo* | spelkonsol* | tvspel* | chromecast* | apple tv | tvn | teven | smart tv | my * | the/a tablet/laptop/computer/ipad | kommer jag | jag kommer
`);

const cannotGetOut =
  /(?<= )(\p{L}{3,}) (?:(?:kommer|hittar|nar|far|kan|har) (?:inte|ej|aldrig|inget|ingen)|saknar|tappar|tappat|utan) (?:\p{L}+ ){0,3}(?:natet|internet|wifi|wifit|natverket|natverk|nat)(?= )/u;
/** Who, or the place itself: `skolan kommer inte ut på nätet` is everybody. */
const everybodyThere = new Set(
  fold(
    `vi man ni ingen inga alla dom de folk jag som och men så nu här också ${placesThatAreWhole.replaceAll('/', ' ')}`,
  ).split(' '),
);
/** A part of the place, or those who sit there. */
const placeOrPeople =
  /(?:huset|salen|rummet|hallen|flygeln|korridoren|baracken|paviljongen|modulen|avdelningen|enheten|vaningen|plan|byggnaden|skolan|kallaren|koket|gruppen|klassen|laget|teamet|personalen|biblioteket|anlaggningen)$|^(?:uppe|nere|ute|inne|dar|fortfarande)$/;
/** `Datorerna`, `plattorna`: several of a kind. */
const severalThings = /(?:[aeo]rna|ena|or|ar|er|s)$/;

/** "Playstation kommer inte ut på nätet": one thing, whatever it is. */
function isLoneThing(line: string): boolean {
  const thing = cannotGetOut.exec(line)?.[1];
  return (
    thing !== undefined &&
    !everybodyThere.has(thing) &&
    !severalThings.test(thing) &&
    !placeOrPeople.test(thing)
  );
}

/** "No wifi on my tablet" is not "no wifi". */
function ofOutage(line: string, { part, room, bounded }: Scope, closeNote: boolean): Grade {
  if (matches(line, ownDevice) || isLoneThing(line)) return 'low';
  if (part || bounded) return 'medium';
  if (room) return matches(line, severalPeopleWords) ? 'medium' : 'low';
  return closeNote ? 'low' : 'high';
}
