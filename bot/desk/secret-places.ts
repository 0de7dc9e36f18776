import type { Found } from './secret-codes.ts';

/** Keys that lie nowhere: of programs, of keyboards. */
const otherKeys =
  /bitlocker|licens|licen[cs]e|produkt|product|krypter|encrypt|registr|hklm|hkey|\bwpa|\bapi\b|certifikat|ssh|aterstall|recovery|tangent|keyboard|\benter\b|shift|escape|\bf[0-9]{1,2}\b|nyckelord|nyckeltal|keyword|sakerhetsnyckel|security key|yubikey|windows/u;
const keyWord =
  '(?:(?:reserv|huvud|extra|dorr|ytterdorrs?|port|system|skap|entre|trekants|master|hus|skol|forskole|kontors|las|rums?|forrads?|serverrums?|vaktmastar)?nyck(?:el|eln|lar|larna|elknippan?|elbrickan?|elkortet?|elboxen|elbox|elskap|elskapet)|nyckelgomman?)';
const stands =
  '(?:ligger|lag|hanger|hangde|finns|fanns|sitter|star|forvaras|forvaras|goms|gomd|gomda|gomma|gommer vi|lagger vi|lagger jag|laggs|la vi|lade|hittar (?:du|ni|man)|hamtas|hamta|hamtar (?:du|ni|man)|lamnas|kvitteras ut|far (?:du|ni|man)|ar|kvar)';
const placeWord =
  '(?:bakom|under|i|inne i|inuti|pa|hos|ovanfor|ovanpa|bredvid|vid|innanfor|utanfor|mellan|over|nere i|uppe pa|langst)';
const clause = '[^.!?;\\n]{2,90}?(?=[.!?;\\n]|,? (?:men|fast|sa att|och sen|och sedan|och nar)\\b|$)';
const patterns = [
  // Nyckeln till förrådet hänger på kroken bakom dörren.
  `(?<![\\p{L}])${keyWord}(?: (?:till|for|som|at)(?: [\\p{L}0-9-]+){1,6}?)?,? (?:(?:den|som|alltid|numera|just nu|nu|brukar) ){0,2}${stands}(?: (?:alltid|numera|nu|kvar|gomd|gomda|ut|vanligtvis|fortfarande|ju)){0,2} (?<place>${placeWord} ${clause})`,
  // Nyckeln är stor och hänger i köket; trekantsnyckel krävs, en ligger …; lås med nyckeln. Den ligger …
  `(?<![\\p{L}])${keyWord}(?!\\p{L})[^!?;\\n]{0,70}?(?:\\boch|,|\\bsom|\\ben|\\bden|\\bdom|\\bde) (?:alltid )?(?:ligger|hanger|finns|sitter|forvaras|goms|hamtas|kvitteras ut)(?: (?:alltid|numera|kvar|gomd|den))? (?<place>${placeWord} ${clause})`,
  // Reservnyckel i kassaskåpet; nyckel hos vaktmästaren.
  `(?<![\\p{L}])(?:(?:reserv|huvud|extra|system|trekants|skap|master)nyck(?:el|eln|lar|larna) (?:[a-z]?[0-9]{1,3} )?|nyck(?:el|eln|lar|larna) (?=hos|under|bakom)|nyckel(?:bricka|brickan|knippa|knippan) (?:[a-z]?[0-9]{1,3} )?)(?<place>(?:bakom|under|i|pa|hos|ovanpa|vid) ${clause})`,
  // Hämta nyckeln hos …, ta reservnyckeln i …
  `(?<![\\p{L}])(?:hamta|hamtar|ta|tar|lana|lanar|lamna|lamnar|hitta|hittar|lagg|lagger)(?: (?:du|ni|man|vi|jag))? (?:ut )?(?:den )?${keyWord}(?: (?:till|for)(?: [\\p{L}0-9-]+){1,3}?)? (?<place>${placeWord} ${clause})`,
  // Under mattan ligger nyckeln.
  `(?<place>(?:bakom|under|ovanpa|ovanfor|i|pa|hos) [\\p{L}0-9 -]{3,50}?) (?:ligger|hanger|finns|sitter|forvaras)(?: det)?(?: en| var| den)? ${keyWord}(?!\\p{L})`,
  // Nyckelskåpet bakom köket, krok 3
  `(?<![\\p{L}])(?:nyckelskap|nyckelskapet|nyckelbox|nyckelboxen|nyckelgomman)(?: (?:sitter|finns|ar|hanger|star))? (?<place>${placeWord} ${clause})`,
  `(?<![\\p{L}])(?:(?:spare|master|front|back|door|office|building|extra) )*keys? (?:(?:to|for) (?:[\\p{L}0-9-]+ ){1,5}?)?(?:is|are|hangs?|lies?|sits?|(?:is|are) (?:kept|hidden|stored|left)|can be (?:found|collected)) (?:always |usually |still |kept |hidden )?(?<place>(?:under|behind|in|inside|on|at|above|next to|with|by|beneath|beside|between|outside) ${clause})`,
  `(?<![\\p{L}])keys?(?!\\p{L})[^!?;\\n]{0,60}?(?:and|,|which|it|it's|they) (?:is |are )?(?:hangs?|lies?|sits?|kept|hidden) (?<place>(?:under|behind|in|inside|on|at|above|next to|with|by) ${clause})`,
  `(?<![\\p{L}])(?:get|fetch|collect|take|find|leave|borrow) the (?:spare |master |door )?keys? (?<place>(?:under|behind|in|inside|on|at|above|from|next to|with|by) ${clause})`,
].map((pattern) => new RegExp(pattern, 'dgu'));

/** Where keys are kept, as somebody says it, known or not. On folded text. */
export function findKeyPlaces(plain: string): Found[] {
  if (!/nyck|\bkeys?\b/u.test(plain)) return [];
  return patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)]
      .filter((found) => !otherKeys.test(nearby(plain, found)))
      .flatMap((found) => {
        const place = found.indices?.groups?.place;
        return place ? [{ from: place[0], to: place[1], kind: 'key_location' }] : [];
      }),
  );
}

/** The sentence that it stands in. */
function nearby(plain: string, { index, 0: text }: RegExpExecArray): string {
  const start = Math.max(plain.lastIndexOf('.', index), plain.lastIndexOf('\n', index)) + 1;
  return plain.slice(start, index + text.length);
}
