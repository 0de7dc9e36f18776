import { words } from './words.ts';

/** Words that say nothing of what a matter is about. Folded. Also used to tell the languages apart. */
export const swedishStopWords = listOf(`
  och å o i på av att det den de dem dom en ett som är e för till med om men inte ej jag du han hon vi ni man
  mig mej dig dej sig sej oss er min mitt mina din ditt dina sin sitt sina vår vårt våra ert era hans hennes deras
  har hade ha haft kan kunde kunna ska skall skulle vill ville måste får fick få vara var varit blir blev bli blivit
  nu då när där här hit dit så också även bara redan sen sedan än ännu lite mycket mer mest alla allt all hela
  någon något några nån nåt nåra ingen inget inga vad vem vilken vilket vilka hur varför vart eller utan vid ur från
  över under mot mellan efter innan tills medan eftersom fast ju väl nog typ liksom ens samma denna detta dessa
  denne mitten igen kanske alltså därför vars idag igår imorse morse imorgon dag gång gånger går gå gick gör göra
  gjorde gjort kommer komma kom kommit säger sa sade stå står finns fanns hos åt upp ner in ut ihop dock dels
  bör böra ta tar tog tagit ge ger gav sätt mån va ve nar pa ar mej tex bla osv mm ca st
`);

/** Greetings, thanks and the small talk round a report. */
export const chatter = listOf(`
  hej hejsan hallå tjena god morgon kväll kära tack snälla hälsningar mvh vänliga hjälp hjälpa behöver undrar fråga
  hoppas bra tyvärr oj ledsen förhand guld please hi hello hey thanks thank help need regards dear
`);

export const englishStopWords = listOf(`
  the a an and or of to in on at for with from by is are was were be been being it its this that these those there
  i im ive id you youre he she we they me my mine your our their his her them us who what which when where why how
  do does did dont doesnt didnt not no can cant cannot could would should will wont have has had havent hasnt get
  gets got just any some all so if then than as but about into out up down off over again still also only very too
  here one same use using make way please want says say said keep keeps even after before while
`);

/**
 * Words of nearly every report, whatever it is about: that something does not work, since when, how many wait.
 * They count, but little.
 */
export const faintWords = listOf(`
  funkar funka fungerar fungera funkat fungerat krånglar krånglat strular strulat strul problem trasig trasigt sönder
  fel felet hel helt alls längre provat testat försökt gjort kollat ringa skicka skickar vänta väntar
  precis just redan snart genast direkt nyss förra nästa första andra tredje fjärde sista gången
  måndag tisdag onsdag torsdag fredag lördag söndag vecka veckan månad månaden timme timmar minuter klockan kl eftermiddag
  förmiddag kvällen morgonen dagen natten två tre fyra fem sex kollega kollegan kollegor kollegorna folk barnen barn
  personalen personal vikarie människa någonstans nånstans grej grejen sak saker jätte jättemycket väldigt
  work works working broken problem issue wrong tried today yesterday tomorrow week month hour minutes time
  monday tuesday wednesday thursday friday everyone someone somebody again really always never
`);

function listOf(text: string): ReadonlySet<string> {
  return new Set(words(text));
}
