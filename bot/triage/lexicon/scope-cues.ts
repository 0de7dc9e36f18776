import { patterns } from '../text/patterns.ts';

/** The whole site, or a service for everybody there. */
export const wholeSiteWords = patterns(`
hela våningen | hela plan * | hela korridoren | hela huset | hela skolan | hela förskolan | hela boendet
hela biblioteket | hela gården | hela fritids* | hela kontoret | hela enheten | hela byggnaden
hela förvaltning* | hela verksamheten | hela personalen | hela stället | hela avdelningskontoret
hela äldreboendet
hela bibblan | hela högstadiet | hela dagis | i hela hus | hela lokalen | hela hus | huset är utan
alla hus | alla våningar | alla våningarna | båda våningarna | bägge våningarna | samtliga våningar
båda husen | alla klassrum | nåt klassrum | inget klassrum | något klassrum
ingen kan | ingen av oss | hela platsen | ingen i/på/från platsen | hos platsen | alla i/på platsen
all of platsen | whole platsen | entire platsen | inga klasser/elever/barn/avdelningar/datorer/enheter
ingen _ kan/kommer/har/får | nätlöst på/i | ingen kommer | ingen har | inte en enda | ingen i huset
ingen på | inget funkar | inget fungerar | ingenting funkar/fungerar/går | allt är nere | allt ligger nere
allt står still | allt står stilla | står still | står stilla | allt e nere | alla är utan | alla utan
för alla | gäller alla | drabbar alla | hos alla | oss alla | alla drabbade | alla som jobbar
samtliga | alla plattor o/och datorer | alla datorer och | alla telefoner | alla datorer | alla skrivare
alla surfplattor | alla avdelningar | hos oss | telefonerna _ döda | ingen undervisning | ingen klass
personalen står
whole school | whole building | whole site | whole house | the entire * | entire | everyone | everybody
nobody | no one | no internet at * | at school | all the computers | all phones | whole place
everything is down | nothing works | for all of us | all of us | all floors
plan * och * | koko talo | kukaan ei | cały budynek | nikt nie | alle sammen | ingen av
`);

/** Everybody there, said outright: stronger than a place alone. */
export const everybodyWords = patterns(`
hela platsen | ingen i/på/från platsen | ingen _ kan/kommer/har/får
inga klasser/elever/barn/avdelningar/datorer/enheter | all of platsen | whole platsen | entire platsen
ingen kan | ingen kommer | ingen klass | ingen undervisning | för alla | hela personalen | gäller alla
nobody can | no one can | everyone | everybody | samtliga | ingen av oss | står still | står stilla
`);

/** Only a part of the place. */
export const partOfSiteWords = patterns(`
hus * har inget | men hus * | i hus * | ena huset | bara i/på | bara ena | en av avdelningarna
ena avdelningen | på vår avdelning | på en avdelning | i modulen | i paviljongen | trähuset | annexet
flygeln | i ateljén | i ett rum | ett av rummen | i ett klassrum | i sal * | en våning | på plan * | halva
delar av | one room | one floor | in room * | our department | only in | andra våningen | ena korridoren
östra/västra/norra/södra korridoren | i baracken
`);

/** Several people: a class, parents in a line, visitors, a meeting. */
export const severalPeopleWords = patterns(`
#/två/tre/fyra/fem/sex/sju/åtta/tio/tolv/tjugo/trettio personer/elever/barn/deltagare/åskådare/gäster/besökare/st/stycken
klassen | klass | eleverna | elever | elevdatorer* | barnen | föräldrarna | föräldrana | föräldrar
vårdnadshavar* | besökarna | besökare | besökardator* | gästerna | gäster | publiken | deltagarna | anhöriga
ungdomarna | ungdomar | boende | brukarna | kollegorna också | flera stycken
flera personer/kollegor/barn/elever/klasser/avdelningar/rum/besökare/gäster/brukare/boende | vi är flera
fler av oss | flera av oss | många | vi alla | grupper | grupp | arbetslaget | teamet | avdelningen
köket står
kön ringlar | kö | köar | lång kö | står på rad | står i kö | i kö och | folk | lektion | lektionen
lektioner | undervisning* | föräldramöte* | möte med | nämndmöte | teater | disko | filmkväll*
författarbesök* | konsert | uppträd* | föreställning* | öppet hus | *avslutning* | *uppvisning*
*föreställning* | personalmötet | föräldramötet | nämndmötet | visa/visar/se/kolla _ film | julfest*
lucia* | lussetåg* | nationaldag* | invigning* | vernissage* | bingo* | sångstund* | gudstjänst* | samling*
samlingen | utbildning* | föreläsning* | konferens* | personalmöte | apt | fest | avslutning* | prov
proven | nationella | bokslut* | evenemang* | aktivitet | aktiviteten | aktiviteter | incheckning*
utlåningsautomat* | låneautomat* | självscanning* | automaten | informationsdisk* | disken
alla sex | alla fem | alla fyra | alla tre | alla våra | båda | bägge | båda två | alla * | class | students
pupils | children | the kids | parents | visitors | guests | several | many of us | everyone in | audience
meeting * | lesson | us all | all our | oss | hela ekonomi | hela gruppen | hela teamet | hela klassen
hela avdelningen | uczniowie | oppilaat | elevene | lapset | barna
`);

/** One of a kind of which there are many: taken away before several are looked for. */
export const onePersonWords = patterns(`
en/ett/ena/min/a/an/one/1 besökare/person/elev/barn/kollega/förälder/gäst/vikarie/boende/brukare/deltagare/student/visitor/parent/guest/pupil/child
en av barnen/eleverna/föräldrarna
`);
