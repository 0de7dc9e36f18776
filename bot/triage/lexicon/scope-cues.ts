import { patterns } from '../text/patterns.ts';

/** Number words, or figures, of more than one. */
const several =
  '#/två/tre/fyra/fem/sex/sju/åtta/nio/tio/elva/tolv/tretton/fjorton/femton/sexton/sjutton/arton/nitton/tjugo/tjugofem/trettio/fyrtio/femtio/hundra/tvåhundra/trehundra/flera/massa/alla/several/two/three/four/five/six/ten/twelve/twenty/thirty';
/** Many who wait for it or use it, by site kind: children, pupils, residents, visitors, an audience. */
const people =
  'barn/elever/personer/deltagare/åskådare/gäster/besökare/föräldrar/ungar/ungdomar/kollegor/lärare/brukare/boende/pensionärer/anhöriga/klasser/grupper/medarbetare/kids/children/pupils/students/people/parents/guests/visitors/residents/staff/ettor/tvåor/treor/fyror/femmor/sexor/sjuor/åttor/nior/förskoleklassare';
/** A place that is the whole of a site. */
export const placesThatAreWhole =
  'huset/skolan/förskolan/dagis/boendet/äldreboendet/biblioteket/bibblan/gården/fritidsgården/fritids/kontoret/enheten/byggnaden/verksamheten/förvaltningen/stadsdelsförvaltningen/stället/lokalen/platsen/arbetsplatsen/hemmet/avdelningskontoret/högstadiet/mellanstadiet/lågstadiet/paviljongen/servicehuset/vårdboendet';
const areas =
  'klassrum/klassrummen/salar/salarna/sal/rum/rummen/avdelningar/avdelningarna/avdelning/våningar/våningarna/plan/planen/hus/husen/lokaler/korridorer/enheter/hemvister/arbetsrum/kontor/lägenheter/arbetslag';
const devices =
  'datorer/datorerna/plattor/plattorna/ipads/paddor/paddorna/surfplattor/surfplattorna/telefoner/telefonerna/skrivare/skrivarna/skärmar/skärmarna/computers/tablets/phones/printers/laptops/chromebooks/lurar/lurarna/apparater/apparaterna/maskiner/maskinerna/projektorer/projektorerna/mikrofoner/mikrofonerna/mickar/mickarna/högtalare/högtalarna/sändare/sändarna/kameror/kamerorna/kopiatorer/kopiatorerna/skolplattor/lärplattor/lärplattorna/larmtelefoner/larmtelefonerna/larmlurar/larmlurarna/mobiler/mobilerna/laptoppar/laptopparna/elevdatorer/elevdatorerna/besöksdatorer/besöksdatorerna/microphones/projectors/screens';
/** Those who belong together within a site, and what they sit in: never the whole of it. */
const groups =
  'registraturen/ekonomi/ekonomin/hr/löneenheten/lönegruppen/expeditionen/receptionen/köket/arbetslaget/arbetslag/teamet/team/gruppen/grupp/*gruppen/*teamet/*avdelningen/*klassen/*staben/klassen/klass/laget/lag/*laget/administrationen/ledningen/avdelningen/avdelning/korridoren/korridor/*korridoren/våningen/våning/flygeln/flygel/rummet/rum/salen/sal/*salen/*rummet/kontorsrummet/ettan/tvåan/trean/fyran/femman/sexan/team/class/group/department/floor/corridor/hallway/wing/room/upstairs/downstairs/kitchen/reception/office';

/** The whole site, or a service for everybody there. */
export const wholeSiteWords = patterns(`
hela ${placesThatAreWhole} | hela vår/våran/vårat/vårt/den här? enhet/skola/förskola/byggnad/arbetsplats/verksamhet/boende/bibliotek/hus/anläggning | all/every/any/no of? our/the? classroom/classrooms/rooms/floors/departments/units/wards/buildings | alla/samtliga linjer/nummer/telefonlinjer | något/någon/inget/ingen/alla/samtliga av våra/dom/de nummer/linjer/telefoner/telefonerna | någon/nån/ens av ${areas} | hela fritids* | hela i hela hus | hela hus | i hela hus | hela personalen | hela förvaltning*
huset/skolan/förskolan/boendet är utan | whole/entire school/building/site/house/place/office/library/preschool
alla/samtliga/varenda/vartenda/varje/båda/bägge/inget/inga/ingen/något/nåt/ens ${areas} | ingenstans | överallt
inget/ingen/inga nät/nätet/internet/wifi/uppkoppling/trådlöst/telefon/signal/täckning _ någonstans/nånstans
funkar/fungerar/kommer/går/når inte/ej _ någonstans/nånstans | nowhere | everywhere | inte i/på ett enda *
ingen kan * | ingen av oss | ingen i/på/från platsen | alla i/på platsen | all of platsen | whole platsen | entire platsen
inga klasser/elever/barn/avdelningar/datorer/enheter | alla ${devices} | samtliga *
ingen _ kan/kommer/har/får * | nätlöst på/i | ingen kommer | ingen har | inte en enda kan/kommer/får/har | ingen i huset
ingen på | inget funkar | inget fungerar | ingenting funkar/fungerar/går/når | allt är nere | allt ligger nere
allt står still | allt står stilla | står still | står stilla | allt e nere | alla är utan | alla utan
ingen når något/nåt/någonting/någon/nån/ut | vi _ allihop/allihopa | oss allihop/allihopa | alla/ingen/inga i/på ${placesThatAreWhole} | none of us/our/the | nobody/none at/in/on our/the/this | whole place/office/unit | enheten/stället/huset/alltihop/allt ligger nere | för alla | gäller alla/både/samtliga | drabbar alla | oss alla | alla drabbade | alla som jobbar
telefonerna _ döda | ingen undervisning | ingen klass | personalen står | lamslag* | lamslår
omvärlden | från yttervärlden | hela stan | hela alltet | skickar _ hem folk/elever/barnen
whole school | whole building | the entire * | entire | everyone | everybody | nobody | no one
no internet at * | at school | all the computers | all phones | everything is down | nothing works
for all of us | all of us | all floors | anywhere | cut off | off the grid
plan * och * | koko talo | kukaan ei | cały budynek | nikt nie | alle sammen | ingen av
`);

/** All or none of a group: bounded, however loudly `all` and `none` sound. */
export const boundedWords = patterns(`
hela vår/vårt/min/mitt/den/det? ${groups} står? still/stilla? | alla/ingen/inga/samtliga/inget/allt i/på/inom/hos/från vår/vårt/våra/min/mitt/den/det? ${groups} står? still/stilla? | ingen/alla/allt/inget på plan/våning #
whole/entire/all/everyone/nobody/none/everybody in/on/of? the/our/my? * ${groups} | whole/entire/all/everyone/nobody/none/everybody in/on/of? the/our/my? ${groups}
gäller/för/drabbar alla våra/mina/de ${devices}
`);

/** One room: what fails there fails for those who sit in it. */
export const oneRoomWords = patterns(`
i/på/inne/vid? rum/rummet/sal/salen/klassrum/lägenhet/kontor/lgh/room/flat/apartment #/#a/#b/#c | i/på *salen/*rummet/*studion/*förrådet/*köket/*verkstaden/*växthuset/*stugan/*arkivet/*labbet | *salen/*rummet/*studion/*verkstaden/*växthuset/*köket saknar/har/tappar/får/når/tappat
in the gym/canteen/lab/kitchen/basement/attic/greenhouse/workshop/studio/library/classroom | in our/my classroom/office/room
`);

/** The whole of the staff or of the place: only these make an outage of what is no service. */
export const wholeStaffWords = patterns(`
hela personalen | hela platsen | alla/ingen/inga/samtliga i/på/från platsen | whole/entire platsen | all of platsen | everyone/everybody/nobody at/in/on platsen | hela verksamheten
`);

/** Where a thing stands, not who is hit. */
export const whereItStands = patterns(`
på/i/vid/från/till/hos/åt avdelningen/enheten/gruppen/köket/teamet | at/in/on the department/ward/unit | en/ett/ena/one av/of de/dem/våra/dom/mina/the/our/these _ ${devices} | en/ett/one av/of _ ${devices}
everyone/everybody else | everyone/everybody in/on the room/office | de/dom/alla/the andra/övriga/others | bakom/bredvid/framför/ovanför/under disken/scenen
`);

/** Somebody's own: nowhere and everywhere are then only where that one thing is. */
export const ownThingWords = patterns(`
min/mitt/mina/my/mig jobb*/dator*/mobil*/telefon*/*telefon/*mobil/*nummer/nummer/anknytning*/laptop*/platta*/*platta/skärm*/skrivare*/konto*/lösen*/bärbar*/phone/laptop/computer/number/extension/account/tablet/screen/password/work | jag kommer ingenstans | i come nowhere | get nowhere
`);
/** A counted crowd that stands idle is that crowd. */
export const idleCrowdWords = patterns(`${several} ${people} _ står still/stilla`);
export const anywhereWords = patterns(
  'ingenstans | överallt | nowhere | everywhere | någonstans | nånstans | anywhere',
);

/** Everybody there, said outright: stronger than a place alone. */
export const everybodyWords = patterns(`
hela platsen | ingen i/på/från platsen | ingen _ kan/kommer/har/får * | ingen i huset
inga klasser/elever/barn/avdelningar/datorer/enheter | all of platsen | whole platsen | entire platsen
ingen kan * | ingen kommer | ingen klass | ingen undervisning | för alla | hela personalen | gäller alla
samtliga/varenda/vartenda/alla/varje avdelningar/avdelningarna/avdelning/klassrum/klassrummen/klassrummet/salar/salarna/sal/rum/rummen/lokaler/plan/våningar/hus/husen | lamslag*
nobody can | no one can | everyone | everybody | samtliga | ingen av oss | står still | står stilla | omvärlden
ingen når något/nåt/någonting/någon/nån/ut | vi _ allihop/allihopa | oss allihop/allihopa | ingenstans | överallt | nowhere | everywhere | alla/ingen/inga/everyone/nobody i/på/at/in ${placesThatAreWhole} | none of us/our/the | nobody/no one/none at/in/on our/the/this/platsen
`);

/** Only a part of the place. */
export const partOfSiteWords = patterns(`
hus * har inget | men hus * | i hus * | ena huset | bara i/på | bara ena | en av avdelningarna
ena avdelningen | på vår avdelning | på en avdelning | i modulen | i paviljongen | trähuset | annexet
flygeln | i ateljén | i ett rum | ett av rummen | i ett klassrum | i sal * | en våning | på plan * | halva
lillhuset | lilla huset | stora huset | båthuset | gårdshuset | paviljongen | i källaren | på övervåningen
delar av | hela plan * | hela våningen | hela våning * | hela korridoren | hela hus * | whole floor | floor # | one room | one floor | in room * | our department | only in | andra våningen | ena korridoren
på avdelningen | upstairs | downstairs | second/first/third/ground/top floor | whole/entire * corridor/wing/floor | *korridoren | *flygeln | i/på *baracken/*paviljongen/*modulen/*annexet/*källaren/*växthuset/*stugan | *baracken/*paviljongen/*modulen/*annexet saknar/har | hus #a/#b | i hus a/b/c/d/e/f | hus a/b/c/d/e/f saknar/har/är | gymnastiksalen/matsalen/aulan/gympasalen/sporthallen/idrottshallen/sporthallen saknar/har/är
östra/västra/norra/södra korridoren | i baracken | på min avdelning | i vårt arbetsrum | ute i *
`);

/** Several people: a class, parents in a line, visitors. */
export const severalPeopleWords = patterns(`
${several} ${people} | ${several} * ${people}
klassen | klass | *klassen | eleverna | elever | elevdatorer* | barnen | föräldrarna | föräldrana | föräldrar
vårdnadshavar* | besökarna | besökare | besökardator* | gästerna | gäster | publiken | deltagarna | anhöriga
ungdomarna | ungdomar | ungarna | ungar | boende | brukarna | brukare | kollegorna också | flera stycken
pensionärerna | låntagarna | låntagare | kunderna | klienterna | skolbarnen | småbarnen | kidsen | kidsa
flera rum/avdelningar/st/stycken/av | vi är/blir/sitter #/${several} | ${several} ${devices} | ${several} av de/våra/dem/dom/mina/the/our/${devices} | #/två/tre/fyra/fem/sex/sju/åtta/nio/tio/two/three/four/five/six of/av #/fyra/fem/sex/sju/åtta/nio/tio/the/our/de/våra/dem/${devices}
halva/hela #a/#b/#c/#d/klassen/gruppen/ettan/tvåan/trean/fyran/femman/sexan/sjuan/åttan/nian/arbetslaget
#a/#b/#c/#d väntar/sitter/nekas/ska/har/kan/kommer/får | i #a/#b/#c/#d
delas/används av alla/hela/flera/många | shared by all/everyone/the | vi är flera | fler av oss | flera av oss | många | vi alla | grupper | grupp | arbetslaget | teamet | avdelningen
köket står | alla våra | båda skrivarna/datorerna/plattorna/telefonerna/maskinerna | båda står | båda två
kön ringlar | kö | kön växer | köar | lång kö | står på rad | står i kö | i kö och | folk
automaten/utlåningsautomaten/låneautomaten _ hängt/död/dött/svart/trasig/startar/nere | bockar av | prickar av | prickar för hand | in _ utcheckning* | incheckning* | checka in
skoladministrationen | administrationen | ekonomiavdelningen | hr avdelningen | nattpersonalen | dagpersonalen | lärarna | pedagogerna | kollegiet | elevhälsan | ledningsgruppen | expeditionen/köket/receptionen kan/har/kommer/når | alla i gruppen/klassen/laget/arbetslaget/teamet/rummet/köket | alla i/på vår/vårt/min/mitt * | alla sex | alla fem | alla fyra | alla tre | alla ${people} | alla ${devices} | bägge | class | students
plattorna | datorerna | elevdatorerna | ipadsen | ipadarna | paddorna | telefonerna | skrivarna | chromebooks
the tablets | the laptops | the computers | our tablets | the ipads
pupils | children | the kids | parents | visitors | guests | several | many of us | everyone in | audience
residents | the team | people waiting | a queue | queueing | us all | all our | för oss | kastar ut oss | kastar oss | ut oss | for us
hela plan * | hela våningen | hela våning * | hela korridoren | kön _ lång/längre/ut/växer/ringlar/ute | hela ekonomi | hela gruppen | hela teamet | hela klassen | hela avdelningen | hela hr | hela arbetslaget | hela köket
uczniowie | oppilaat | elevene | lapset | barna | діти | учні | дети | الأطفال
`);

/** A gathering that needs a room's picture, sound or network: nobody's own account waits for it. */
export const eventWords = patterns(`
lektion | lektionen | lektioner | undervisning* | *möte | *mötet | möte med | nämnd* | nämnden | teater | disko | filmkväll*
författarbesök* | konsert | uppträd* | *föreställning* | öppet hus | *avslutning* | *uppvisning* | turnering*
*turnering | visa/visar/se/kolla _ film | julfest* | lucia | luciatåg* | lussetåg* | nationaldag*
invigning* | vernissage* | bingo* | sångstund* | gudstjänst* | samling | samlingen | morgonsamling*
utbildning* | föreläsning* | konferens* | apt | fest | prov | proven | nationella | bokslut* | evenemang*
aktivitet | aktiviteten | aktiviteter | informationsdisk* | disken | sagostund* | hyllning* | kalas | quiz
meeting * | lesson | the show | performance | assembly | exam | a/our/this workshop | workshop today/tomorrow/at/starts | concert
*träff | *träffen | *repet | repetition* | kör | kören | tävling* | match | matchen | cupen | utställning* | mässa | loppis* | julmarknad* | marknad | intervju* | interview* | presentation* | debatt* | cafékväll* | danskväll*
`);

/** One of a kind of which there are many: taken away before several are looked for. */
export const onePersonWords = patterns(`
en/ett/ena/min/mitt/a/an/one/1 * besökare/person/elev/barn/kollega/förälder/gäst/vikarie/boende/brukare/deltagare/student/visitor/parent/guest/pupil/child/låntagare/kund/klient/patient/pensionär/mamma/pappa/borrower/resident/visitor/ungdom/unge
en/ett/ena/min/a/an/one/1 besökare/person/elev/barn/kollega/förälder/gäst/vikarie/boende/brukare/deltagare/student/visitor/parent/guest/pupil/child/låntagare/kund/klient/patient/pensionär/mamma/pappa/borrower/resident/visitor/ungdom/unge
en/ett/ena av * | en/ett/ena av våra/de/dom * | one of my/our/the * | en boende | ett av
kids/childrens/pupils/students/barnens/elevernas/klassens/avdelningens ipad/tablet/computer/laptop/platta/padda/dator
andra/övriga datorerna/plattorna/telefonerna/skrivarna | på alla datorer/andra/plattor utom | alla datorer/plattor utom
de andra * | dom andra * | alla andra * | the others | other computers
`);
