import type { Category } from '#bot/desk/category.ts';
import { givenAwaySource, intrusionSource, lossSource, pressureSource } from './security-words.ts';
import { type Weighted, weigh } from './weigh.ts';

/** What a matter can be about other than a thing to touch: accounts, systems, mail, files, safety. */
export const matterWords: Partial<Record<Category, readonly Weighted[]>> = {
  account: [
    // What a new colleague is to have: the account is what mail and systems come with.
    weigh(
      5,
      `konto/kontot/inloggning/account/login och/o/samt/plus/and * | konto/account till/åt/för/for * | mejl/epost/mail/post och/o/samt/and _ konto/kontot/inloggning/account/login
      behöver/behövs/needs/need/få/ha/får _ konto/inloggning/account/login | min/mitt/my inloggning/login | bank id | pin kod | pin code | change/reset/forgot my pin | okänd användare | unknown user | kod/koden/koder till datorn/inloggningen/kontot | user/username is disabled/locked/blocked/inactive | användaren är spärrad/låst/inaktiverad`,
    ),
    weigh(
      4,
      `läsrätt* | skrivrätt* | rollen | lägga på _ roll/rollen/behörighet/rättighet* | attesträtt* | godkännanden*
      godkännandena | godkännandet | inloggningsgodkänn* | inloggningskod* | lösenkod* | passerar inte inloggningen
      utestängd | utestängt | släpps inte in | släpper inte in mig | vill inte släppa in mig | kommer inte in i något | spärrad | spärrad igen | kontot spärr* | blockerat konto | mitt konto är | låst ute | locked account | reset my password
      mitt lösen | pinkod* | pin kod* | e legitimation* | elegitimation* | tjänstelegitimation* | för många försök
      too many attempts | password reset | mfakod* | löseord* | lössenord* | lösnord* | lösenrod* | lösord* | credentials
      kunna attestera/godkänna/läsa/se/redigera/administrera | komma åt hennes/hans | ska ha tillgång | få tillgång`,
    ),
    weigh(
      4,
      `lösenord* | lösenordet* | losenord* | mitt/mina lösen | lösenet | nytt lösen | glömt lösen*
      kontot låst | kontot/konto _ låst/låser/spärrat/låste/spärrad/låsts
      utelåst | utlåst | appen för inloggning* | inloggningsapp* | mfa | tvåfaktor* | tvåsteg*
      autentisering* | authenticator* | autenticator*
      engångskod* | password*
      locked out | account _ locked | salasana* | hasło | hasła | hasla | passord* | adgangskode* | passwort
      كلمة السر | كلمة المرور | пароль* | пароля
      bankid | freja* | siths* | behörighet* | *behörighet | *behörigheten | *behörigheter | rätt att se/läsa/ändra/skriva | tillgång till | åtkomst
      rättighet* | åtkomst till | permission* | access rights | nytt konto
      inget konto | vikariekonto* | inloggningsappen
      säkerhetskod* | approval prompt* | two factor | verifieringskod*`,
    ),
    weigh(
      2.5,
      `konto | kontot | mitt konto | konton | account* | logga in | loggar in | inloggning* | logga _ in
      login | log in | sign in | inloggad* | kirjautu*
      zalogowa* | logge inn | användarnamn* | username | behörig | behöriga | legitimer* | e-legitimation
      koden till inloggning* | kod _ inloggningen
      inga koder | ingen kod | koderna plingar | godkänna inloggning* | portalen | anmelden | تسجيل الدخول
      увійти | войти`,
    ),
    weigh(
      1,
      `kommer inte in | lösen | kod | koden | koder | får inte logga | nyanställd* | ny medarbetare
      ny kollega | börjar hos oss | slutar hos oss | slutat`,
    ),
  ],
  application: [
    weigh(
      4,
      `schema*appen/tid*appen/journal*appen/löne*appen/vård*appen/omsorgs*appen/föräldra*appen/närvaro*appen/frånvaro*appen/boknings*appen/tur*appen/rutt*appen/rese*appen/vikarie*appen/dokument*appen/signerings*appen/planerings*appen
      timetable/route/booking/attendance/schedule/scheduling/parent/care/time/planning/absence app/system/portal | checka/checkar/check/checked _ in/out/ut _ hos/vid/at _ client/clients/brukaren/brukare/kunden/besöket`,
    ),
    weigh(
      3,
      `e signer* | esigner* | esign* | signeringen av | katalogen | bibliotekskatalog* | söktjänst* | noll träffar
      rekryteringssystem* | ärendesystem* | diariesystem* | diariet | inpasseringssystem | kölista* | schemaprogram*
      schemat i | i schemat | schemat laddar/visar/fryser | sidan _ laddar | sidan laddar | appen för närvaro | frånvaroappen | föräldraappen | föräldraapp* | lärportal* | bokningssidan
      resursbokning* | lokalbokning* | passbokning* | medlemsregist* | besöksregist* | kassaprogram* | intranät*
      hemsid* | webbsid* | webbplats* | website | webbtjänst* | webbsystem* | vårdplan* | care notes | the care system | recruitment system
      booking system | attendance system | library system | catalogue | payroll system | time reporting
      tidrapport* | reseräkning* | felkod 5* | felkod 4* | statuskod* | timeout | server error | internal error`,
    ),
    weigh(
      2,
      `attest* | bokför* | faktur* | leverantör* | kontering* | fakturan | invoice* | kontera | beställning i | formuläret | formulär | enkäten | e tjänsten | inskickat formulär | sparar inte | går inte att spara
      sparning* | spara ner | knappen spara | save button | press save | logs me out | logged out after | kastar fel* | kastar felkod*
      laddar i evighet | snurrar bara | rullar för evigt | snurrande | laddningssnurra* | tom sida | vit sida | blank page
      sajten | sajt | webbplatsen | mattesajt* | rapport | rapporter | rapporten | listan i | ärendet i | posten i | hänger på spara`,
    ),
    weigh(
      3,
      `*systemet | *system | *systemen | verksamhetssystem* | journalsystem* | lönesystem* | ekonomisystem*
      schemasystem* | bokningssystem* | lärplattform* | elevregist*
      barnregist* | e tjänst* | etjänst* | inköpssystem* | utlåningsautomat* | låneautomat* | automaten
      bibliotekssystem* | kassasystem* | nyckelfritt
      unikum | tyra | infomentor | skola24 | vklass | edlevo | procapita | treserva | lifecare | combine
      heroma | visma | raindance | agresso | medvind | timecare | time care
      personec | stratsys | platina | hypergene | w3d3 | quiculum | schoolsoft | ist | dexter | fronter
      itslearning | canvas | google classroom | classroom | kompetensen | cosmic | epione | phoniro
      intraphone | tes app*
      tempus | pluttra | hypernet | mediabiblioteket | koha | quria | book it | bookit | qmatic
      närvarosystem* | närvaroapp* | stämpelklocka* | stämplingsklocka* | stämpla in`,
    ),
    weigh(
      2,
      `systemet | system | felkod* | felmeddelande* | fel 4* | fel 5* | error 5* | error 4* | serverfel
      applikation* | modul | modulen i | e-arkiv* | signera* | registrera* | dokumentera* | dokumentationen
      kastar/slänger ut/oss | kastas ut | loggar ut/oss ut | application | the system | rapporten i
      licensen | licens | boka resurs* | journalen | genomförandeplan*`,
    ),
    weigh(
      1,
      `appen | programmet | spara | sparar | sparas | går inte spara | sidan laddar* | laddar inte | söka i
      fakturor* | frånvaro* i`,
    ),
  ],
  'email-calendar': [
    weigh(
      3.5,
      `inbjudan | inbjudningar | inbjudningen | invite | invites | invitation* | outlook/mejlen/mejlet/mailen/mailet/mail/eposten/inkorgen _ frågar/ber/kräver/vill/asks/asking/prompts efter/om/ha/for lösen*/password/inloggning* | utskick | utskicken | utskicket | nyhetsbrev* | i retur | kommer i retur | message rejected | undeliver* | not delivered
      diary | diaries | kallelser | kallelse | videomöte* | videomötet* | onlinemöte* | distansmöte* | digitala möten | digitalt möte
      mötesinbjudan | mötesbokning* | mötesförfrågan | bokat möte | bokade möten | frånvaroassist* | out of office
      signatur i | e postsignatur* | mejlsignatur* | skickat mejl | skicka mejl | mejla | mejlat | mejlade | mailat | sent folder
      zoom | zoommöte* | video call* | video meeting* | kalenderdelning* | delad kalender | e brev | mailkonto* | mejlkonto*
      mejladress* | mailadress* | epostadress* | gemensamma adress* | gruppbrevlåd* | gruppmejl* | inkorgar`,
    ),
    weigh(
      3.5,
      `mejl | mejlen | mejlet | mail | mails | emails | mailen | mailet | maila | mejla | mejlar | mailar | epost* | e post*
      outlook* | inkorg* | inbox | mailbox* | brevlåda | brevlådan | delad* brevlåda*
      funktionsbrevlåda* | kalender* | kalendern | calendar* | mötesbok* | mötesinbjud* | kallelsen
      distributionslista* | sändlista* | autosvar* | frånvaromeddelande* | skräppost* | teams | teamsmöte*
      teams möte* | teamsmötet | teamskanal* | shared mailbox | sähköposti* | poczta | e-mail | email*
      البريد | пошта | почта | e-posten | studs | studsar | bounce*`,
    ),
    weigh(
      1,
      `möte | mötet | bilaga | bilagan | bilagor | bokade rum | rumsbokning* | meeting | attachment*
      chatten`,
    ),
  ],
  server: [
    weigh(
      3.5,
      `gemensamma/gemensam enheten/enhet/disken/katalogen/ytan | utforskaren | filarea* | fillagring* | nätverksdisk*
      lagringsyta* | hemkatalogen | hemmakatalog* | filshare* | filarkiv* | mappstruktur* | delade filer | delade dokument
      på g | g folder | network drive | network folder | team/shared/group/our/class/common folder/folders/drive | on/from/off/to the drive | folder | folders | shared files | file server* | the server | backup* | återskapa filen
      mapp | mappar | disk full | diskutrymme* | skrivskyddad fil | låst för redigering | filen är låst`,
    ),
    weigh(
      3.5,
      `g: | h: | p: | s: | k: | i: | o: | r: | m: | gemensam* mapp* | mappen | mappar | hemkatalog*
      hemmapp* | filserver* | servern | server | servrar* | backup* | säkerhetskopi*
      återställ* _ fil/filen/mapp/mappen/filer/dokument*
      nätverksenhet* | nätverksmapp* | delad* mapp* | utdelad* mapp* | shared folder* | shared drive*
      file share* | serverrum* | sharepoint* | onedrive | raderad* fil*
      raderat/raderades/raderade _ fil/filen/filer/mapp/mappen
      enheten g | disken g | diskutrymme på g | fellesmappe`,
    ),
    weigh(
      1.5,
      `filen | filer | filerna | dokumentet | dokument | raderat | raderade | raderats | försvunnen fil
      lagringsplats`,
    ),
  ],
  security: [
    weigh(6, [lossSource, intrusionSource].join('\n')),
    // A password in a story is account's word too.
    weigh(7, givenAwaySource),
    // Threats and promises that press for a click.
    weigh(5, pressureSource),
    // Honest by themselves, and what swindlers name.
    weigh(1.5, 'från chefen/rektorn/cheferna | swish*'),
    weigh(
      5,
      `ska/vågar/kan/får/bör jag klicka | vill att jag betalar/klickar/köper/loggar/ringer/fyller | tull | paketavi | postnord | *återbäring* | från skatteverket/polisen/posten/banken/microsoft | fejkad* | fejk | falsk sida | falskt mejl | bluff | bluff va | scammers | phished | skumma popup*`,
    ),
    weigh(
      5,
      `nätfiske* | phishing* | fejkmejl* | bluffmejl* | bluffmail* | bluff* | virus | virus* | trojan*
      hackad* | hackat* | hackade | hacked | malware | ransomware | spyware | scam* | skadlig* kod
      inbrott | inbrottet | inbrotten | burglar* | break in | stulen | stulna | stulit | stals | stöld* | snott | snodd
      theft | borttappad* | misstänkt* mejl/mail/sms/länk/meddelande*
      skumt/konstigt/konstiga/märkligt/underligt/suspekt* mejl/mail/mejlet/sms/meddelande
      suspicious * | presentkort* | gift card* | vd bedrägeri* | bedräger* | fraud* | dataintrång*
      intrång* | personuppgiftsincident* | gdpr incident* | datan läckt | sekretess* läckt | kidnapp*
      utpress*
      safe to open/click | open this link/message | är det på riktigt | är det äkta | är det en bluff
      kan man lita på | kan jag lita på
      vågar jag klicka | ser ut att komma från | is this legit/real/genuine/safe
      is it legit/real/genuine/safe | looks fake | from the bank | från banken | via en länk
      länken i mejlet/mailet/smset | bröt sig in | brutit sig in | tagit sig in | gmail*
      ändrat/ändra/nytt kontonummer | bankuppgift* | överföra pengar
      känns/verkar/ser _ skumt/konstigt/märkligt/lurt/misstänkt/suspekt/fejk/skum/falsk/falskt/falska/bluff | klick* _ länk
      klick* _ länken | klickade | öppnade en/ett bilaga* | clicked * link | clicked on
      konstig/skum/falsk avsändar* | virusvarning* | ring* _ microsoft | microsoft ringde | pop up`,
    ),
    weigh(
      2,
      `polisen | polisanmäl* | spärra | spärras | spam | skräpmejl | okänd avsändare | lurad* | lurade
      antivirus* | defender | låtsas vara | utger sig`,
    ),
  ],
};
