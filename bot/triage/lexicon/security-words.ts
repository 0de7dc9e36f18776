/** Places where things are left behind; also at the end of longer words, as in "pendeltåget". */
const away =
  '*tåget/*bussen/*taxin/*banan/*spårvagnen/*färjan/*tåg/*buss/*taxi/tunnelbana/stan/caféet/kaféet/fiket/krogen/affären/butiken/restaurangen/gymmet/badhuset/parken/skogen/utflykten/utflykt/centrum/flygplatsen/hotellet/stationen/bänken/hållplatsen/biltaket';
const awayEnglish =
  'train/bus/tram/taxi/cab/subway/metro/tube/café/cafe/restaurant/shop/park/airport/hotel/station/bench/plane/ferry/gym';
const things =
  'dator/datorn/laptop/laptopen/laptoppen/telefon/telefonen/mobil/mobilen/jobbmobil/jobbmobilen/jobbtelefon/jobbtelefonen/platta/plattan/ipad/ipaden/padda/paddan/surfplattan/lärplattan/jobbdator/jobbdatorn/tjänstetelefon/tjänstetelefonen/usb/usbminne/tjänstekort/tjänstekortet';

/** The burglary; its alarm is the house's. */
const burglary = 'inbrott | inbrottet | inbrotten | inbrottsförsök* | inbrottstjuv*';
/** In Swedish `stolen` is the chair. */
export const stolenInEnglish =
  'was/were/been/being/got/get/is/are/has/have/had/blivit/blev/phone/laptop/ipad/tablet/computer/bag/mobile/car/backpack _ stolen | stolen phone/laptop/ipad/tablet/computer/bag/mobile/from/device';

/** A thing that is lost or stolen. */
export const lossSource = `
blev/blivit/ligger/låg/glömdes/lämnades/är/e kvar på/i ${away} | kvarglömd* | kvarglömt | kvarlämna*
glömde/glömt/lämnat/lämnade/tappade/tappat/tappa/förlorade/förlorat/glömma/förlora/bli _ på/i/vid ${away}
left/lost/forgot/forgotten/dropped/leave _ on/in/at _ ${awayEnglish} | left/lost/forgot _ the/my/a ${awayEnglish}
blev/blivit/bli av med _ väskan/väska/ryggsäck/ryggsäcken/jackan/datorn/laptopen/mobilen/telefonen/plattan/jobbdatorn/jobbmobilen/nyckelkortet/kortet | väskan/ryggsäcken/jackan _ stulen/borta/snodd/försvann | tappat bort | tappade bort | tappa bort | borttappa* | slarvat bort | slarvade bort | kommit bort | förkommit | förlagt | upphittad*
min/mitt/vår/en/jobb* ${things} _ borta/försvunnen/försvunnit/stulen/snodd/tagen/puts väck
jag/vi/hon/han hittar/hitta inte/ingenstans min/mitt/vår/sin/sitt | hittar inte min/mitt/vår * nånstans/någonstans | tappade/tappat jobb*
${things} är/e _ borta/försvunnen/försvunnit/stulen/snodd/spårlöst | ${things} _ försvunnit | borta sen/sedan utflykten/inbrottet
stulen | stulet | stulna | stulit | stals | stöld* | snott | snodd | snodde | bestulen | rånad | rånade | ryckt ur handen | ficktjuv* | tjuv* | norpat | norpade
dom/de/nån/någon har/hade/måste tagit/snott/stulit | tagit/tog _ datorer/plattor/datorerna/plattorna/laptops/skärmar/utrustning/utrustningen | ${burglary} | bröt sig in | brutit sig in | burglar* | break in | broke in | broken into | ${stolenInEnglish} | theft | thief | nicked | robbed | mugged
lost my/the/our/a phone/laptop/tablet/ipad/computer/mobile/work | lost my | bag/backpack/rucksack/laptop/computer/phone/tablet/ipad was/were/got taken/nicked/grabbed | misplaced | went missing | has gone missing | cant find my phone/laptop/ipad/tablet/work | missing laptop/phone/ipad | lost device
`;

const others =
  'elev*/elever/eleven/någon/nån/annan/han/hon/de/dom/barnen/barnet/kollegan/vikarien/sonen/dottern/obehörig/obehöriga/främling/folk';

/** Somebody else has got in, or holds what is ours to ransom. */
export const intrusionSource = `
virus* | trojan* | hackad* | hackat | hackade | hacked | malware | ransomware | spyware | spionprogram* | skadlig* kod
bitcoin* | lösensumma* | krypterat/krypterade/krypterats _ filer/filerna/allt | kräver pengar/betalt/betalning/bitcoin | utpress*
posted/sent/shared _ from/in/on my account/name | i never sent/posted/did | som jag inte skickat/skrivit/gjort | jag har inte skickat | skickats/postats/delats _ från mitt/min | i mitt/hennes/hans/vårt namn | från mitt konto | från min adress | in my name | i didnt send | sent from my account
kapat | kapad | kapats | kapade | kapning* | hijack* | dataintrång* | intrång* | fjärrstyr* | tagit över min/mitt/datorn/kontot | musen rör sig själv
någon annan är inloggad/inne | loggat in på mitt | inloggad/inloggning/inloggningar _ annat/främmande land | inloggning* från * land | från ryssland/kina
fil/filer/filerna/dokument/dokumenten/allt/files/documents _ krypterad/krypterade/krypterat/krypterats/encrypted | betala/betalar/pengar/pay/money _ låsa/låser/lösa/unlock/få/get _ upp/tillbaka/back | want/wants/demand/demands/ask/asking money
${others} _ använt/använder/använde/kommit/sett/knäckt/gissat/läst/läser/snokat/hittat _ mitt/mina/min/vårt/våra/hennes/hans lösen*/mejl/mejlen/mail/mailen/inkorg*/koder/konto | ${others} kan/vet/har/ser/känner mitt/mina/vårt lösen*/kod/koder/inloggning*
asked/asks/asking/wants/wanted for my password/pin/code/codes/login/bankid | konto/kontot/mejl/mejlen/mail/adress _ skickar/sprider/mejlar ut/skräp/spam/konstiga | account is? sending/sends out/spam/strange | kommit/fått/got/get över/tag/hold _ mitt/mina/min/vårt/my lösen*/konto/kontot/uppgifter/password/account
varit/är/var/been inne/in/into _ på/i/in? mitt/min/mina/vårt/my _ konto/kontot/mejl*/mail*/dator*/account/email/emails/mailbox/computer | används/använts/använder/used/using mitt/min/my konto/account/login/inloggning
someone/somebody/student/pupil/he/she/they/kid/else _ used/uses/has/have/knows/know/saw/seen/got/read/reads my/our password/account/login/mail/emails/pin
till fel person/förälder/vårdnadshavare/adress/kollega/brukare/elev/familj/mejladress | to the wrong person/parent/address/recipient
logging/logs/logged in/on as me | loggar/loggat/loggade in som mig | inloggad som mig | kommit på mitt/min/mina
obehörig* | someone else logged | someone logged * my | strange login* | okända inloggningar | konstig inloggning
okänd/okänt/hittat/främmande usb* | hittade _ usb* | found a usb
personuppgiftsincident* | gdpr incident* | sekretess* _ läckt/fel | uppgifter/personuppgifter/journal/listan till fel | till fel mottagare | fel mottagare | fel person fick
skickat/mejlat/skickade/mejlade _ till fel person/mottagare/förälder/adress | wrong recipient
`;

/** How a swindler presses: the account closes, the parcel waits, a prize, and only a click helps. */
export const pressureSource = `
konto/kontot/kort/kortet/bankid/account/mailbox/brevlåda/brevlådan _ stängs/spärras/avslutas/raderas/upphör/inaktiveras/closes/closed/suspended/deactivated/deleted/expires inom/om/within/in/unless/if/snart
stängs/spärras/avslutas/raderas/closes inom/om/within # h/tim*/dygn/dagar/hours/days | om jag inte klickar/loggar/betalar/svarar/bekräftar | unless/if i click/log/pay/verify/confirm/dont/do
vill/ber/wants/want/asks/asking att/me/mig/om? jag/to/att? _ swish*/köper/köpa/betalar/betala/överför*/buy/pay/transfer | swisha*/swishar/swishat honom/henne/mig/dem/pengar | som vill att jag swishar/köper/betalar/överför
verifiera/bekräfta/uppdatera/verifierar/bekräftar/uppdaterar/verify/confirm/update mig/mitt/mina/min/my konto/uppgifter/identitet/kontouppgifter/account/details/identity | verifiera mig | verify myself | sms/mejl/mail/samtal/meddelande/text/email/call från/from ,? banken/bank/posten/polisen/skatteverket/microsoft
is/är/var det/den/it/this _ äkta/genuine/fake/falskt/real/legit | är det/den/detta _ på riktigt | . äkta | är/verkar/ser/inte äkta | är/verkar det ett? bluff* | infected | smittad/smittat/infekterad/infekterat | call this number | ring ett/detta/numret | du/jag har vunnit | won a prize/phone/iphone | gratis iphone | inheritance
`;

/** A secret that somebody was tricked out of. */
export const givenAwaySource = `
skrev/skrivit/fyllde/fyllt/angav/angett/matade/knappade/la/lade/loggade/uppgav/lämnade/lämnat/gav/gett/gav _ in?/ut?/ifrån? _ lösen*/kod*/bankid/uppgifter/inloggningsuppgifter/kontouppgifter
skrev in mitt/min/mina | skrivit in mitt/min/mina | fyllde i mina/min/mitt | fyllt i mina/min/mitt | loggade in på en/ett fejk*/falsk*/skum*/konstig*
gav/gett/lämnade/läste/sa/berättade _ dom/dem/honom/henne/dig/koden/lösenordet/kontot _ den/koden/det | bad/frågade/ville/fråga _ om/efter/ha min/mitt/mina _ kod/lösen*/bankid/uppgifter/koder
lurade av mig | lurat av mig | blev lurad | blivit lurad | gick på det/bluffen | gick på en bluff | lämnade ut | lämnat ut min/mitt/mina
gav/gett bort/ut/ifrån mitt/min/mina | gave/entered/typed/gave away _ password/code/details/login | got phished | i was tricked | fell for
`;

/** A code that was wrong was given to nobody: taken away before a secret given away is looked for. */
export const wrongCodeSource = `
fel/wrong/felaktig/felaktiga kod/koden/koder/lösen/lösenord/lösenordet/pin/pinkod/pinkoden/passcode/password/code
`;

/** What holds no one's data: somebody's own things, and what goes with a device. */
const plainThings =
  'jacka*/mössa*/vante*/vantar*/halsduk*/stövlar*/kläder*/leksak*/nalle*/plånbok*/glasögon*/paraply*/handväska*/smycke*/ring/ringen/nycklar*/nyckel*/nyckeln/cykel*/cykeln/jacket/coat/wallet/purse/glasses/umbrella/scarf/keys/key/*micken/*mick/*mickar/mikrofon*/*mikrofonen/fjärr*/laddare*/laddsladd*/sladd*/sladden/kabel*/kabeln/mus/musen/adapter*/batteri*/penna*/pennan/pennor/headset*/hörlur*/tangentbord*/mic/microphone/remote/charger/cable/adapter/mouse/headset/headphones';

/** A charger that is gone is no lost computer: taken away before a loss is looked for. */
export const accessorySource = `
laddare*/laddsladd*/sladd*/kabel*/mus/musen/adapter*/fjärr*/nyckel*/nyckeln/penna*/pennan/skal/skalet/fodral*/batteri*/locket till/för/på/i *
laddare*/laddsladd*/sladd*/kabel*/musen/adapter*/fjärr*/nyckeln/pennan/skalet/fodralet/locket är/e _ borta/försvunnen/försvunnet
tappat/tappade/tappa/förlorat/glömt/slarvat/slarvade/hittar/lost/misplaced/hittat/snott/stulit/tagit/stole bort/inte? _ ${plainThings}
${plainThings} är/e/har _ borta/försvunnen/försvunnit/stulen/stulits/snodd/bort | ${plainThings} _ borta | ${plainThings} borta
${plainThings} is/are/was/has/have/been/got/went _ missing/gone/lost/stolen
${plainThings} _ borta/försvunnen/försvunnit _ , nån/någon/dom/de/folk har/måste _ tagit/lånat/snott/norpat/knyckt
${plainThings} _ missing/gone _ , someone/somebody has/must _ taken/borrowed/nicked
`;
