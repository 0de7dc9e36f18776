/**
 * What a message means for the talk itself, before what it is about: is it over, how far has it come, say it
 * in English, not there but here. Rules only, over text without diacritics, so that phones and haste do no harm.
 */
export type TalkIntent =
  | 'ask-english'
  | 'ask-swedish'
  | 'status'
  | 'cancel'
  | 'solved'
  | 'not-solved'
  | 'again'
  | 'correction'
  | 'addition'
  | 'my-cases'
  | 'next-step'
  | 'will-try';

const patterns: readonly (readonly [TalkIntent, readonly RegExp[]])[] = [
  [
    'ask-english',
    [
      /\b(could|can|would|may|please|kan|skulle|snalla|ta|skriv|prata|svara|vill)\b.{0,45}\b(in english|pa engelska|english)\b/,
      /\benglish(,)? please\b/,
      /\b(speak|write|talk) english\b/,
      /^(in english|pa engelska|english|engelska)\b.{0,20}$/,
      /[,.!?;] ?(in|pa) (english|engelska)( please| tack)?[?!. ]*$/,
      /\b(swedish is|svenska ar) (bad|poor|not (so |very )?good|dalig|inte sa bra)\b/,
    ],
  ],
  [
    'ask-swedish',
    [
      /\b(could|can|please|kan|skulle|snalla|ta|skriv|prata|svara|vill)\b.{0,45}\b(pa svenska|in swedish)\b/,
      /^(pa svenska|in swedish|svenska|swedish)\b.{0,20}$/,
    ],
  ],
  [
    'my-cases',
    [
      /\b(mina|visa) (oppna )?arenden\b/,
      /\bmy (open )?(cases|tickets)\b/,
      /^(arenden|cases|tickets)[?!. ]*$/,
      /^(?:hej[,! ]+)?(hur manga|vilka|vad for|har jag (nagra|nat|nagot|fler)) (\w+ )?arenden? ?((har|ligger|vantar|finns) ?(jag|pa mig|hos mig|mig|for mig)?|jag har)?( (idag|i dag|nu|kvar|oppna|just nu))*[?!. ]*$/,
      /^(how many|which|what|do i have any) (open )?(cases|tickets)( do i have| are mine| have i got)?( today| now| left| open)*[?!. ]*$/,
    ],
  ],
  [
    'cancel',
    [
      /^(avbryt|cancel|stopp|stop)[.! ]*$/,
      /\b(falskt alarm|falsklarm|false alarm)\b/,
      /\bni kan (avbryta|stryka|lagga ner|lagga ned|avsluta|strunta|skita|glomma)\b/,
      /\bingen (behover|maste|ska) (komma|rycka ut|gora nat|gora nagot)\b/,
      /\b(drar|ta|tar) tillbaka (det|arendet|anmalan|min anmalan)\b/,
      /\b(strunta|skit) i (det|arendet|felanmalan)\b/,
      /\bglom (det|arendet|felanmalan)\b(?! dar| har| som| vi| jag skrev)/,
      /\b(stryk|avboka|aterkalla|annullera|makulera|ta bort|avsluta|stang)\w* .{0,18}(arende|arendet|anmalan|felanmalan)\b/,
      /\b(behovs|behover) (inte|ej|inget|ingen) .{0,20}(langre|nagon|komma)\b/,
      /\bni behover inte komma\b/,
      /\b(never ?mind|cancel (it|that|the (ticket|case))|no longer need(ed)?|forget (it|about it))\b/,
    ],
  ],
  [
    'solved',
    [
      /\b(nu|da|det|den) (gick|funkar|fungerar|lost|loste|startade|kom)(?: (?:det|den|sig|igang|igen|som|ju))?\b(?!.*\b(inte|inget|ej|aldrig|anda inte|halvt|bara|men)\b)/,
      /\bnu (ar|e) (det|den|allt|natet|ljudet|bilden) (bra|ok|okej|fixat|lost|igang|tillbaka|uppe)\b/,
      /\b(lost|loste) sig\b(?!.*\binte\b)/,
      /\b(allt|nu) (funkar|fungerar|gar)\b(?!.*\b(inte|ej)\b)/,
      /\b(kom|gick) (igang|tillbaka) (nu|igen|av sig)\b/,
      /\b(hjalpte|funkade|fungerade|gick bra|loste det)\b(?!.*\b(inte|inget|ej|fortfarande)\b)(?<!inte .{0,12})/,
      /^ja,? (det|den|allt) (fungerar|funkar|gar|gick)( nu)?[.! ]*$/,
      /^(yes,? )?it('s| is) (working|fixed)( now)?[.! ]*$/,
      /\b(it works|works now|working (again|now)|that (worked|helped|did it|fixed it)|solved|fixed itself|all good now)\b/,
    ],
  ],
  [
    'not-solved',
    [
      /\b(hjalpte|hjalper|funkade|fungerade|gick|loste) (fortfarande |tyvarr |det |anda )*(inte|ej|inget)\b/,
      /\b(fortfarande|anda|likaval) .{0,40}\b(samma|inte|ingen|inget|inga|stopp|rod|rott|svart|nere|dod|dott|trasig|fel)\b/,
      /\b(funkar|fungerar|gar|startar) fortfarande inte\b/,
      /\b(har|ha) (redan )?(provat|prova|testat|gjort|vridit|startat om|bytt|dragit) .{0,60}\b(men|fortfarande|anda|samma|inget|inte)\b/,
      /\b(ingen skillnad|samma sak|samma fel|lika dant|likadant)\b/,
      /\b(did ?n.?t (help|work)|does ?n.?t help|still (not|no|does|is|the same|broken|down|dead)|no difference|same (error|problem))\b/,
      /^(nej|nope|no|nix|nej tyvarr|not yet)[.! ]*$/,
      /^(nej,? )?inte an[.! ]*$/,
    ],
  ],
  [
    'will-try',
    [
      /^((ok|oki|okej|okay|bra|ja|jo|jaha|aha|aa|mm+|hm+|jag|vi|ska|vill|da|gott|fint|visst|absolut|kanon|toppen|super|alright|sure|yes|i|we|will|ill|let me)[,.! ]+)*(ska )?(provar?|testar?|kollar?|forsoker?|gor det|gor sa|try|check)( (jag|vi|det|den|da|nu|strax|sen|om en stund|imorgon|it|that|now|later|med en gang|pa en gang))*[.! ]*$/,
      /^(ja|jo|ok|okej|japp|bra|sadar|yes)[,.! ]+(nu |da |now )?(\w+ ){1,3}(den|det|dom|it)[.! ]*$/,
      /^(?:(?:ok|okej|jaha|ja|bra|da|alright)[,.! ]+)*(?:(?:vi|jag) (?:far|kan) (?:vanta|ge oss till tals)|da (?:vantar|far) (?:vi|jag)(?: vanta)?|(?:vi|jag) vantar|we.?ll wait|i.?ll wait)(?: (?:da|tills dess|sa lange|till dess|then|nu))*[.! ]*$/,
      /^(?:(ok|oki|okej|okay|jaha|aha|mm+|jo|japp|yes|bra|toppen|super|kanon|perfekt|kalas|harligt|najs|nice|great|fine|gott|fint|visst|absolut|forstar|jag forstar|fattar|da sa|da vet jag|later bra|alright|i see|got it)(?:[,.! ]+|$))+$/,
    ],
  ],
  ['next-step', [/^(nasta|nasta steg|och sen|och sedan|next|next step|and then)[?!. ]*$/]],
  [
    'again',
    [
      /\b(samma (fel|sak|problem|strul)) .{0,20}\b(igen|nu|ater)\b/,
      /\b(nu|da|har) .{0,30}\bigen\b.{0,12}$/,
      /\bfortfarande\b/,
      /\b(kom(mer)? tillbaka|dog igen|slutade igen|trasig igen|nere igen)\b/,
      /\b(same (thing|problem|error) again|happened again|broke(n)? again|down again|still)\b/,
    ],
  ],
  [
    'status',
    [
      /^status\b/,
      /\b(hur gar det|hur gick det|hur ligger .{0,20} till|vad hander|nagot nytt|nat nytt|nagra nyheter)\b/,
      /\bhur (lang tid|lange|snart|fort)\b.{0,30}\b(tar|drojer|ta|droja|kommer|det)\b/,
      /^(men |och |jaha |ok |okej )?nar (kommer|dyker|kan)\b(?!.*\b(jag|till skrivare|skarmen|sidan)\b).{0,40}[?]?$/,
      /\b(har|hade) \p{L}+ (sett|tagit|fatt|last|svarat)\b.{0,25}(arende|det|detta|meddelandet|mitt|svar|pa)\b.{0,20}$/u,
      /\bnar (kommer|dyker) (ni|nagon|nan|han|hon|den|det|teknikern)\b/,
      /\bhar (du|ni) (skickat|anmalt|sagt till|ordnat|lamnat|meddelat)\b.{0,30}$/,
      /\b(har|hade) det (hant|rort sig) .{0,12}(med )?/,
      /\bnar (ar|blir|ska|kan|tror ni) .{0,25}(lagat|klart|fixat|fardigt|igang|uppe|lost|tillbaka|over)\b/,
      /\b(vem har|vem tar|har nagon tagit|har nan tagit|har ni tagit|hur lange) .{0,25}(arende|det|drojer|tar)\b/,
      /\bkommer (ni|nagon|nan)\b.{0,15}\?/,
      /\b(ar|e) \p{L}+ pa (vag|gang)\b/u,
      /\b(any (news|update)|what.?s (happening|the status)|how (is it going|long)|when (will|is) .{0,20}(fixed|here|ready|coming)|status of)\b/,
    ],
  ],
  [
    'correction',
    [
      /\b(blandade ihop|menade|jag menar|skrev fel|sa fel|fel (plats|skola|forskola|hus|stalle))\b/,
      /\b(inte|ej) .{0,25}\butan\b/,
      /^(forlat|oj|ojda|ursakta|nej|na|ups|oops|sorry|my bad)\b.{0,70}\b(inte|ej|not)\b.{0,15}\b(pa|hos|i|vid|at|in)\b/,
      /^(forlat|oj|ojda|ursakta|ups|oops|sorry|my bad)[,! ]+.{0,12}\b(det ar|jag ar|det galler|ar ju|im|i am|its|it is)\b.{0,12}\b(pa|hos|i|vid|at|in)\b/,
      /\b(i meant|i mean|wrong (site|place|school|building)|my mistake|not .{0,20} but)\b/,
    ],
  ],
  [
    'addition',
    [
      /\b(glomde (saga|skriva|namna)|kan tillagga|ska tillagga|forresten|ps\b|p\.s\.|en sak till|aven|dessutom)\b/,
      /\b(etiketten|serienumret|serienummer|inventarienummer|numret) (ar|pa|star)\b/,
      /\b(forgot to (say|mention)|by the way|also,|i should add)\b/,
    ],
  ],
];

/** Lower case without diacritics: what the patterns are written in. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Every intent that the words show. Bounded: only the first 2,000 characters are looked at. */
export function findTalkIntents(text: string): ReadonlySet<TalkIntent> {
  const folded = fold(text.slice(0, 2_000));
  const found = patterns.filter(([, alternatives]) => alternatives.some((pattern) => pattern.test(folded)));
  return new Set(found.map(([intent]) => intent));
}
