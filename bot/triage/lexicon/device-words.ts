import type { Category } from '#bot/desk/category.ts';
import { type Weighted, weigh } from './weigh.ts';

/** What one is let into a network with, which is nobody's own password. */
export const networkCodeSource = `
wifilösen* | gästlösen* | wifi lösen/lösenord/lösenordet/kod/koden/nyckel/nyckeln | wifikod* | gästkod* | nätverksnyckel*
lösenord/lösenordet/lösen/kod/koden _ till/för/på wifi/wifit/nätet/nätverket/internet/gästnätet/trådlösa/gästwifi
wifi/network/internet password/code/key | password/code/key _ to/for wifi/network/internet
`;

/**
 * The things that IT looks after, in the words of staff. A thing alone says less than what is wrong with it: a
 * tablet without wifi is a matter of the network.
 */
export const deviceWords: Partial<Record<Category, readonly Weighted[]>> = {
  printer: [
    weigh(
      4,
      `tomma/tomt/blanka/blank/empty blad/sidor/sida/ark/papper/pages/sheets/page | *skanner | *skannern | *scanner | *scannern | skann* | scann* | etikettskriv*
      lappskriv* | plottern | plotter | skriveren | skrevet ut | skrive ut | skriv ut från | utskriftsjobb*
      färgutskrift* | printar | printa | printat | utskrivet | skrivit ut | skrevs ut | skrivs ut | häftenheten`,
    ),
    weigh(
      2.5,
      `på papper | kopior | kopiorna | vill/säger/says/asks a3/a4 | ha a3/a4 | for a3/a4 | a3/a4 papper/ark/format/fack/paper/tray | print job* | label printer* | print queue | documents/document/jobs/prints/job _ in the queue | kopiering* | kopierat | ink | cartridge* | scan | scans | scanned | scanning
      papperskassett* | trumman | trumma | fixeringsenhet* | arken | papprena | pappersmatar* | inmatningsfack*
      drar/matar/tuggar/äter/knycklar/skrynklar _ papper/papperet/pappret/ark/arken/blad | dragspel | skrynkl*
      double sided | svartvitt | stapling | staple | tray | fack 1/2/3/4 | pappersstopp | papperstopp
      ur apparaten | ränder/streck/fläckar på pappret/papperet/utskriften/pappren | etiketter | etikett`,
    ),
    weigh(
      3,
      `skrivar* | skirvar* | printer* | printern* | kopiator* | kopieringsmaskin* | *kopiatorn | skrivmaskin*
      multifunktions* | kopimaskin* | utskrift* | utskrfit* | toner | tonern | tonerkassett* | papperstrassel
      papperstrass* | papper* fastnar/fastnat | häftklam* | häftar* | etikettskrivare* | scanner* | skanner*
      skanning* | inscanning* | pappersfack* | copier* | photocopier* | print-outs | printouts | printout
      paper jam* | drukark* | tulost* | طابعة* | الطابعة* | принтер* | drucker* | impresora* | imprimante*
      yazıcı*`,
    ),
    weigh(
      2.5,
      `skriva/skriver/skriv/skirva/skirver _ ut | kopiera | kopierar | scanna | scannar | skanna | skannar
      print
      printing | prints | bläckpatron* | bläcket | häfta | *skrivaren | *skrivare | follow me | utskriftskö*
      häfta
      dubbelsidigt | stapler | staples | canon | ricoh | kyocera* | kyoceran | brother | lexmark | xerox
      konica`,
    ),
    weigh(
      1,
      `i kön | papper | papperet | pappret | papprena | ark | kön | facket | in colour | duplex | tagga ut`,
    ),
  ],
  network: [
    weigh(
      4,
      `bortkoppl* | lamslag* | omvärlden | varken _ fast/trådlöst/wifi/wifit/sladd/nät/nätet/internet/kabel | både trådlöst/wifi och *
      inte/ej/aldrig/knappt _ ut på internet/nätet | ingen/inget kommer/når ut | ingenting/inget når ut | når inte ut
      koppla/kopplar upp sig/mig/oss | connect/connects/connecting to wifi/internet/the | get/gets/getting/go/come online | varken * eller * kommer/når ut
      hittar/ser/når inte/ej _ trådlösa/trådlöst/wifi/wifit/nätet/nätverket/internet | nät/nätet/wifi/wifit/internet/uppkopplingen/nätverket _ segt/segar/seg/hackar/laggar/långsamt/långsam/svajar/ostabilt/tappar/bryts/ojämnt/slow/drops/unstable/flaky
      sida/sidan/sidor/sajt*/webbplats*/webbsida*/website/site/page _ blockera*/spärra*/filtr*/blocked | ansluta/ansluter/anslutas _ till/mot/på nätet/wifi/*nätet/internet/nätverket
      internet access | ip adress* | ipadress* | ip address* | ingen/no internetanslutning/internetåtkomst | no internet connection | nå/öppna/komma/open/reach _ hemsidor/webbsidor/websites/webpages | inga/några hemsidor/webbsidor/websites | guest network | *gästnät | *nätet i/på/hos
      kommer inte ut trådlöst | nätutrustning* | nätverksutrustning* | offline för alla | tappat/tappar/förlora/förlorar/förlorat _ nätet/nät/uppkopplingen/internet/wifi/wifit`,
    ),
    weigh(
      2.5,
      `nettverket | radiolänk* | länken på/till/mellan/från taket/huset/* | signalnivå* | signalstyrka | fast uppkoppling
      burken/dosan/lådan/pucken/burk/dosa/låda _ lyser/blinkar | lyser/blinkar burken/dosan/lådan/pucken
      surfar | surf | inget går att surfa | webben | webbsidor | nätverkssladd* | nätverksuttag* | nätverkspunkt*
      cable in the wall | wired | wireless | the net | bandwidth | segt nät | nätet segt | nätet är segt/långsamt
      gästinloggning* | besökarnät* | hotspot* | mobilt bredband | ssid`,
    ),
    weigh(
      5,
      `${networkCodeSource}
      inget/inga/ingen/utan/saknar nät/internet/wifi/uppkoppling/nätverk
      nät/nätet/internet/wifi/wifit/nätverket _ nere/dött/död/borta | internet/nät/nätet/wifi _ utslag*
      saknar trådlöst | no internet/wifi/network/connection | internet/wifi/network _ down | inget nät`,
    ),
    weigh(
      3,
      `wifi* | wi fi | wlan* | nätverk* | internet* | bredband* | gästnät* | gästwifi | fiber | fibern
      fiberkabel*
      korskoppling* | nätverksskåp* | nätskåp* | patchpanel* | serverskåp* | router* | routern | switch | switchen | switchar* | accesspunkt* | accesspunkten | nätdosa*
      nätuttag* | vpn*
      trådlöst/trådlösa nätverk/nätet/nät/nätverket | nätkabel* | nätverkskab* | nätsladd* | uppkoppling*
      4grouter* | hotspot* | basstation* | network* | broadband | ethernet | nettverk* | nettet | verkko*
      netti
      sieć | internetu | الإنترنت | انترنت | الواي | الشبكة | інтернет* | интернет* | netzwerk | eduroam`,
    ),
    weigh(
      2.5,
      `trådlöst | trådlösa | det trådlösa | burken/dosan/lådan/pucken/grejen/boxen i/på taket/väggen
      brandvägg* | firewall* | webbfilter* | blockerad sida | nätlös*
      uppkoppl* | nät | nätet | näten | surfa | uppkopplad* | connection | connected | nätanslut*
      anslutning* | offline
      ansluta till | inget/utan nät | lan | täckning på wifi | certifikat* | the signal
      dosan i/på taket/väggen
      dns | ip adress* | dhcp`,
    ),
    weigh(1, `modem* | antenn* | radiolänk* | streck | hackar | kontakten | ping | disconnects`),
  ],
  tablet: [
    // The children are ticked off on it, whatever it is called.
    weigh(
      5,
      `checka/checkar/checkas/check/checking in/ut/out _ barn/barnen/sina/sitt/child/children | check in skärm* | checkinskärm* | incheckningsskärm*`,
    ),
    weigh(
      2.5,
      `läsplatta* | läsplattor* | lär platt* | surf platt* | ipadd* | i pad | i pads | ipaderna | tabben | galaxy tab
      apple id | appleid | appstore | app store | google play | itunes | närvaroplatt* | in _ utcheckning* | startguiden`,
    ),
    weigh(
      3,
      `ipad | ipads | ipaden | ipad* | lärplatta* | lärplattor* | lärplatts* | tableten | surfplatt* | platta | plattan | plattor | plattorna
      plattorn | laddvagn* | laddskåp* | ipadvagn* | plattvagn*
      plattans | plattorn* | padda | paddan | paddor | paddorna | paddans | padd | padden | tablet | tablets
      *plattan | *plattor | *plattorna | *paddan | *paddor | *paddorna | tabletti | tabletin | nettbrett*
      iphone?
      iPady | iPada | ايباد | الايباد* | اجهزة الايباد | планшет* | lesebrett* | tabletter | elevpadd*`,
    ),
    weigh(1.5, `appen | appar | apparna | app | äpplet | appkatalog* | app store | pekpenna*`),
    weigh(1, `skalet | fodralet | hemknapp* | guidad åtkomst | barnlås* | lagring* | lagringen`),
  ],
  workstation: [
    weigh(
      4,
      `dators kamera/mikrofon/högtalare/skärm/tangentbord | svart/vit/blå/grön/tom/black/blank/white/blue skärm/screen _ efter/vid/när/innan/after/when | bitlocker* | återställningsnyckel* | recovery key | bootable | boot device | boot disk | cd läsar* | cdläsar* | dvd läsar* | dvdläsar* | extra/andra/yttre skärmen/skärm på/vid/till | second/external screen | skärmar/skärmarna på/vid min/mitt/sin
      trådlös*/sladdlös*/wireless/cordless mus/musen/tangentbord*/headset*/hörlur*/mouse/keyboard/headset`,
    ),
    weigh(
      3.5,
      `hörlur | hörlurar | hörlurarna | headset | headsetet | ritplatt* | bildskärm* | skärm till datorn | second monitor | monitor | the exam | exam | mid test | the test | datorvagn* | datorskåp* | datorsal* | datorskärm* | laptoppar* | laptopvagn* | datavagn* | datan | jobbdator*
      lärardator* | personaldator* | receptionsdator* | diskdator* | sökstation* | besöksdator* | publikdator*
      skoldator* | kontorsdator* | styrplatta* | touchpad* | trackpad* | webbkamera* | webcam* | muspekar* | mouse pointer
      muspilen | pekaren | drivrutin* | driver | drivers | tangent | tangenten | tangenter | tangenterna | num lock
      flexplatsen | klockan på datorn | bild på datorn | bilden på datorn | datorns *`,
    ),
    weigh(
      2,
      `burkarna | maskinen startar | startknappen | bakgrunden | bakgrundsbild* | skrivbordet | ikoner | ikonerna
      fläkten | fläkt | datorladd* | laddkabel* | batteritid* | lösenordsrutan | inloggningsskärm* | startar om sig
      uppdaterar windows | windows* | usb minne* | usb sticka* | hörlurar* | lurarna | lurar | nedfälld
      dubbla skärmar | andra skärmen | extraskärm* | extern skärm | skärmupplösning* | upp och ner | splittrad skärm
      caps lock | mellanslag* | enter | keys stuck | screen flickers | docked | reboots | shuts down`,
    ),
    weigh(
      3,
      `dator | datorn | datorer | datorerna | datorns | *datorn | *dator | *datorer | *datorerna | laptop*
      laptoppen
      chromebook* | bärbar* dator* | bärbara | computer* | desktop computer | pc | pcn | pcs
      macbook*
      dock | the dock | docking station | hub | dockningsstation* | dockning* | dockan | docka | docking*
      tangentbord* | keyboard* | datormus* | musen | musmatta
      tietoko* | komputer* | komputerze | كمبيوتر | الحاسوب | الكمبيوتر | комп*ютер* | компьютер* | rechner
      datamaskin* | pcen | stationär* | thin client* | surfplattedator* | elevdator* | flexplats*
      arbetsstation*`,
    ),
    weigh(
      2,
      `nationella prov* | national test* | national exam* | provet | provläg* | the exam | windows
      skrivbord | skrivbordet | webbläsare* | chrome | edge | excel | word | powerpoint | office 365 | office365 | ms office | microsoft office | officepaket* | office startar/öppnas/funkar/fungerar/kraschar/vill/säger/licens* | i office
      programvara*
      program | programmet | installera* | usb | usb* | laddare | laddaren | datorladdare* | skrivbordsikon*
      blåskärm*
      bios | hårddisk* | fläkten | tjänstekort* | kortläsar* | blue screen | startmenyn | uppdatering*
      headset*
      mouse | charger | bildskärm* | skärmsläckare`,
    ),
    weigh(
      1,
      `skärmen | skärmarna | skärm | skärmar | monitor* | mina filer | filerna | fryser | segt | långsam*
      software`,
    ),
  ],
  phone: [
    weigh(
      3,
      `hör/hörs _ som ringer | hör/hörs inte/dåligt/knappt i luren/telefonen/mobilen | jobbnummer* | direktnummer* | mitt/mina/min nummer | larmlur* | larmmobil* | larmlurar* | handlur* | reservlur* | dectlur* | *luren i/på | samtal/samtalen/calls/call _ hamnar/hamna/kopplas/kopplar/go/goes/end to?/hos?/till? | ringer hamnar | my/our/your/their/this extension | extension # | abonnemang* | växelnum* | telefonlinje* | linjer | samtliga linjer | mobilabonnemang* | jobb telefon* | tele fon*
      tjänstemobil* | jobb mob* | ansvarstelefon* | ringa in | ringa ut | ringer in | inkommande samtal | utgående samtal
      ringer * nummer | samtalen kopplas/bryts | lur | luren | ringsignal* | kopplingston | kopplingstonen | headset till telefonen
      telefonsvarar* | talsvar* | desk phone | handset | cell phone | work phone | my phone | sim card`,
    ),
    weigh(
      1.5,
      `de som ringer | dem som ringer | alla som ringer | när folk ringer | någon ringer | ringer mig | svara i | upptagetton
      mobilnät* | streck på mobilen | dålig täckning | samtal bryts | bryts samtalet | callers | dial tone | calling`,
    ),
    weigh(
      3,
      `telefon | telefonen | *telefon | *mobil | *telefonerna | telefoner | telefonerna | *telefonen | *telefoner | *telefonerna
      telefonväxel* | växeln
      växel | mobil | mobilen | mobiler | mobilerna | *mobilen | *mobiler | jobb mobil* | jobbmobil*
      tjänstetelefon* | simkort*
      sim kort* | sim | röstbrevlåda* | svarsgrupp* | anknytning* | vidarekoppl* | hänvis* | larmtelefon*
      telefonnummer
      puk | pukkod* | voicemail | phone | phones | telephone* | mobile | landline | puhelin* | telefonu
      هاتف | الهاتف
      телефон* | iphone | iphonen | samtalskö* | dect* | bärbar* telefon*`,
    ),
    weigh(
      2,
      `ringa ut/in | ringa | samtal* | samtalet | ringsignal* | täckning | täckningen | mobiltäckning*
      operatör*
      inkommande/utgående samtal* | call forwarding | calls | ringer inte | sms`,
    ),
  ],
  av: [
    // Cameras that show papers, a room that talks with another, bells and calls, stages and matches, tables that play.
    weigh(
      4,
      `dok/doc/document/dokument kamera*/cam/cams/camera/cameras/kameran | dokkamer* | doccam* | visualiser | visualizer
      hör/hörs/ser/syns/hear/see _ oss/vi/dem/dom/motparten/us/them _ i/in *rummet/*salen/room | *rummet _ hör/hörs/ser/syns _ oss/vi/dem/dom/inte
      rastklock* | skolklock* | skolring* | klocka/klockan/klockor/klockorna _ ringer/ringt/ringde | rast/raster/rasten/rasterna _ ringer/ringa/ringde | ringer in/ut _ rast/lektion/för/en | school/class bell/bells | the bell rings/rang | bells ring | utrop | utropet | utropen | utropssystem* | högtalarutrop* | pa system* | paanlägg* | pa anlägg* | announcements | the tannoy | tannoy
      surround system* | surroundsystem* | ljud system* | scenljus* | scenbelysning* | strålkastar* | ljusbord* | ljusmixer* | stage lights/lighting | spotlight* | dj bord* | djbord* | dj utrustning* | dj mixer* | mixing desk | sound desk
      sändare/sändaren/sändarna/mottagaren/mottagare till/för/på mick*/mikrofon*/myggan/myggor* | trådlösa sändare/sändarna | handsändar* | ficksändar* | myggsändar* | bordsändar* | radiomik*
      headsetmikrofon* | domarmick* | domarmikrofon* | resultattavl* | poängtavl* | matchklock* | matchur* | scoreboard*
      interaktiva/interaktivt/digitala/digitalt/smarta bord/bordet | interactive/digital/magic table | interactive/smart/white board | skärm/skärmen/display/displayen i *rummet/*salen/*hallen | aktivitetsbord* | minnesbord* | spelbord* | tovertafel* | mobii | interactive floor | interaktiva golvet
      wall/lobby/hall/foyer/menu/info/information/digital/big/large/lounge screen/screens/display/displays/sign/signs
      screen/display in/at/by/on the? hall/hallway/lobby/foyer/entrance/corridor/canteen/restaurant/dining/gym/wall/meeting/staff/lounge
      skärm/skärmen/skärmar/skärmarna i/vid/på _ hallen/entrén/matsalen/foajén/korridoren/receptionen/lobbyn/väntrummet/aulan/gympasalen/gymnastiksalen/restaurangen/caféet/väggen/mötesrummet/konferensrummet
      matsedelsskärm* | matsalsskärm* | foajéskärm* | receptionsskärm* | korridorskärm* | personalrumsskärm* | lobbyskärm* | rumsskärm* | salsskärm* | väntrumsskärm* | stora/stor skärm/skärmen
      syns/visas/få/får/fås/upp/kommer _ på duken/filmduken/väggen/tavlan/tvn/storskärmen/projektorn/projektor/canvas | on the canvas | klicker | klickern | clicker | presentatör* | laserpekar* | slingan | loop system | hearing loop`,
    ),
    weigh(
      4.5,
      `trådlös*/sladdlös*/wireless/cordless mick*/mikrofon*/högtalar*/mic/mics/microphone*/speaker*/presentatör* | mötesrummets * | konferensrummets *`,
    ),
    weigh(
      3,
      `mic | mics | the mic | boxar | boxarna | boxen | panelen | förstärk* | ljudanlägg* | stereo* | stereon | subwoofer* | högtalarsystem*
      whiteboarden | whiteboard | smarttavla* | smart tavla* | pekskärm* | storskärm* | bildkanon* | kanonen | projektordosa*
      sammanträdesteknik* | mötesteknik* | konferensteknik* | mötesskärm* | konferensskärm* | teveapparat* | tv apparat*
      tv skärm* | radiomick* | headsetmick* | trådlös* mick* | handmick* | karaoke* | hörselslinga* | hörselsystem* | teleslinga*
      ljudbord* | mixer | dvd* | cd spelar* | cdn | skivspelar* | projectors | amplifier | loudspeaker* | pa system | whiteboards
      bluetoothhögtalar* | blåtandshögtalar* | soundbar* | köksskärm* | hallskärm* | entréskärm* | väggskärm* | presentationsskärm* | infotavla* | anslagsskärm* | skylten | infoskylt*`,
    ),
    weigh(
      2,
      `mötesrum* | konferensrum* | sammanträdesrum* | meeting room* | fjärren | fjärrkontrollen | fjärrdosa* | knäpptyst | tyst i salen | rundgång* | tjuter | viner | sprakar i
      knastrar | brummar | surrar i | hdmi | vga | displayport | ingen signal | no signal | blå bild | blåskärm på duken
      bilden på duken/tavlan/väggen | visas upp och ner | ljudet från filmen | ljudet på filmen | spelar film | musiken
      speglar | skärmspegling* | casta | castar | screen mirroring | airplay | lampan i projektorn | big screen`,
    ),
    weigh(
      3,
      `projektor* | projektorn* | *projektor | *projektorn | kanonen | filmduk* | duken | storskärm*
      storbildsskärm* | smartboard*
      smart board* | activeboard* | interaktiv* tavla* | whiteboardtavla* | digital* tavla* | högtalar*
      hogtalar* | mikrofon* | micken | mick
      mickar* | myggan | myggor | mixer* | mixerbord* | förstärkar* | hörsling* | dokumentkamera* | tv | tvn
      teven | tven
      teve | infoskärm* | informationsskärm* | digital* skylt* | skyltskärm* | konferenssystem*
      mötesrumssystem*
      projector* | projektoren | speakers | speaker | microphone* | smart tv | beamer | screen in the hall
      television
      ljudanläggning* | ljudsystem* | apple tv | chromecast | videokonferens* | rumssystem* | rundgång
      whiteboard* skärm*
      skärmen/tavlan på väggen | videosamtal* | bioduk* | videoprojektor* | televizor | проектор* | rzutnik*
      storskjerm*`,
    ),
    weigh(
      2,
      `hdmi* | ljudet | ljud | skärmen/skärm i hallen/entrén/matsalen/foajén/korridoren | fjärrkontroll*
      bilden | bild | visa/visar film | högtalare
      spegla | speglar | skärmdela* | airplay | casta | ingen bild | no picture | the sound | volymen
      surroundljud* | aux* | jukebox
      tavlan | tavla | infotavla* | menyskärm* | kameran`,
    ),
    weigh(
      1,
      `bluetooth* | adapter* | adaptern | skärmen | skärm | musik | film | filmen | filmvisning | sladdlös*
      trådlös mikrofon/högtalare`,
    ),
  ],
};
