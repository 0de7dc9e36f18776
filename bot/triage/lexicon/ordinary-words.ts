import { fold } from '../text/fold.ts';

/**
 * Words of the language that sites are often nicknamed by. In small letters they are the word as soon as the
 * site, so that "tappade den i backen" names no site.
 */
const words = `
backen tallen granen björken eken linden lönnen asken alen pilen almen rönnen hasseln enen solen månen stjärnan
kometen planeten raketen himlen molnet regnbågen kotten ekorren räven björnen vargen älgen haren kaninen ugglan svalan
tärnan måsen ankan svanen lärkan hackspetten delfinen valen sälen krabban snäckan musslan fisken grodan humlan biet
myran fjärilen trollslända nyckelpigan gräshoppan igelkotten sköldpaddan elefanten lejonet tigern ankaret fyren kajen
hamnen bryggan båten skeppet seglet rodret kompassen piraten skatten kaptenen matrosen gläntan dungen stacken trollet
utsikten gården ängen kullen berget dalen ån bäcken sjön stranden viken udden holmen ön parken torget bron kvarnen
slottet tornet lugnet källan brunnen hagen lunden skogen vreten åkern ladan stugan villan kojan nästet boet blomman
rosen tulpanen maskrosen smultronet blåbäret hallonet lingonet kastanjen pärlan diamanten guldet centrum centralen
huset gula röda blå gröna vita skolan förskolan dagis biblioteket kontoret förvaltningen stan byn vägen gränden allén
åsen näset sundet forsen fallet strömmen klippan stenen sten grottan mossen myren heden fjället toppen hörnet kröken
paviljongen modulen annexet flygeln hallen salen köket verkstaden ateljén bubblan droppen vågen vinden snöflingan
klockan sippan spegeln bordet stolen boken pennan tavlan dörren fönstret taket golvet väggen trappan källaren vinden
rummet avdelningen gruppen teamet bilen cykeln bussen flaggan kronan ringen pricken cirkeln kuben liljan violen blåsippan
månskenet solskenet himmelen jorden stegen spaden hinken kannan koppen grytan tomten älvan troll hästen kon fåret
katten hunden musen fågeln grisen kalven tuppen sjutton kvällen morgonen natten dagen skeden fickan hjärtat handen foten
sommaren våren hösten vintern nyckeln bollen spelet tåget stationen perrongen lyktan lampan spiken vallen muren porten
` as const;

export const ordinaryWords: ReadonlySet<string> = new Set(fold(words).trim().split(/\s+/));
