import { fold } from '../text/fold.ts';
import { patterns } from '../text/patterns.ts';

/** Words that carry no matter by themselves, in Swedish and English; whose thing it is, is no matter either. */
const fillers = `
och i att det som en på är av för med till den har de inte om ett jag men var sig så från vi nu kan när vid hur han eller
ut hos hon efter utan här över också alla min mitt mina mig oss vår vårt våra ni er ert era du dig din ditt dom dem detta
denna dessa bara mycket något någon nån nåt inget ingen inga ej aldrig varför vad va vem vilken vilket går gör gå göra få
får fått finns kommer kom behöver vill kunde skulle måste sedan sen igen redan hela helt idag imorgon igår där dit hit e ä
å o än även alltså ju väl nog visst precis lite ganska fortfarande alltid ofta ibland ännu någonting ingenting allting
allt säger visar står stod sa vet tror tycker känns verkar blir blev vara varit ha hade ska blivit bli står sitter ligger in upp ner av fram bort
the a an is are was were be been it its this that these those i im my me we our us you your he she they them to of in on
at for with from and or but not no dont doesnt cant wont isnt didnt has have had do does did get got just so very too again
ja jo japp nja nej nä jaha okej ok yes yeah yep
still here there when what why how where who which some any all can could would should will please now then than as by up
down out off over under about really anymore yesterday today tomorrow one thing things something nothing everything

hjälp hjälpa hjälper help boende boenden brukare brukaren elev eleven elever eleverna barn barnet barnen förälder föräldrar
kollega kollegan kollegor lärare läraren vikarie vikarien personal personalen låntagare gäst gäster kund kunder kids
pupil pupils student students child children parent parents colleague colleagues teacher teachers resident residents

fixa fixar ordna lösa titta kolla kika fix look sort solve pratade pratat prata sa sade skrev nämnde talade talat lovade förra sist senast gången gång samma
veckan vecka månaden månad talked mentioned discussed promised same last week month please snälla

maten teen en jeg er det ikke og på til
`;

export const fillerWords: ReadonlySet<string> = new Set(fold(fillers).trim().split(/\s+/));

/** How many, of whatever it is; and what all do all day. */
export const amountWords: ReadonlySet<string> = new Set(
  fold(
    'jobba jobbar jobbade arbeta arbetar arbetade många mycket fler flera flest mer mest antal st stycken some many much more most several number of',
  )
    .trim()
    .split(/\s+/),
);

/** Something is wrong, rather than wanted or asked. */
export const malfunctionWords = patterns(`
inte | ej | inget | ingen | inga | aldrig | fel | felet | trasig* | sönder | låst | låser | spärrat | glömt
utgånget | gått ut | fastnat | fastnar | fast | nere | borta | försvunnit | försvinner | död | dött | döda
hänger sig | hängt sig | kraschar | kraschat | kraschade | fryser | tappa | förlora | fastna | krascha | hänga sig | blank* | blinkar | piper | brummar | surrar
strular | krånglar | slutat | slutade | seg | segt | långsam* | svart | blå | vit | saknas | tappar | tappat
bryts | dör | stannat | stopp | nekar | nekad | kastar | kastas | avbryts | loggas ut | loggar ut | full
överfull | klickade | tappade
not | cant | wont | doesnt | isnt | didnt | never | broken | error | fails | failed | stuck | locked
frozen | freezes | dead | down | lost | missing | forgot | jammed | slow | crash* | blank | denied | black
disconnect* | losing | loses | lose | keeps * | ikke | enka | unohdin | nie | لا | لم | не
`);
