import type { Category } from '#bot/desk/category.ts';
import { type Weighted, weigh } from './weigh.ts';

/**
 * The things that IT looks after, in the words of staff. A thing alone says less than what is wrong with it: a
 * tablet without wifi is a matter of the network.
 */
export const deviceWords: Partial<Record<Category, readonly Weighted[]>> = {
  printer: [
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
      5,
      `inget/inga/utan/saknar nät/internet/wifi/uppkoppling/nätverk
      nät/nätet/internet/wifi/wifit/nätverket _ nere/dött/död/borta | internet/nät/nätet/wifi _ utslag*
      saknar trådlöst | no internet/wifi/network/connection | internet/wifi/network _ down | inget nät`,
    ),
    weigh(
      3,
      `wifi* | wi fi | wlan* | nätverk* | internet* | bredband* | gästnät* | gästwifi | fiber | fibern
      fiberkabel*
      router* | routern | switch | switchen | switchar* | accesspunkt* | accesspunkten | nätdosa*
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
    weigh(
      3,
      `ipad | ipads | ipaden | ipad* | lärplatt* | surfplatt* | platta | plattan | plattor | plattorna
      plattorn
      plattans | plattorn* | padda | paddan | paddor | paddorna | paddans | padd | padden | tablet | tablets
      *plattan | *plattor | *plattorna | *paddan | *paddor | *paddorna | tabletti | tabletin | nettbrett*
      iphone?
      iPady | iPada | ايباد | الايباد* | اجهزة الايباد | планшет* | lesebrett* | tabletter | elevpadd*`,
    ),
    weigh(
      1.5,
      `appen | appar | apparna | app | äpplet | appkatalog* | app store | laddvagn* | laddskåp* | pekpenna*`,
    ),
    weigh(1, `skalet | fodralet | hemknapp* | guidad åtkomst | barnlås* | lagring* | lagringen`),
  ],
  workstation: [
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
      skrivbord | skrivbordet | webbläsare* | chrome | edge | excel | word | powerpoint | office
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
      `telefon | telefonen | telefoner | telefonerna | *telefonen | *telefoner | *telefonerna
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
