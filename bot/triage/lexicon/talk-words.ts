import { patterns } from '../text/patterns.ts';

/** Courtesies that say nothing about a matter; taken away before the message is read. */
export const courtesyWords = patterns(`
hej hej | hejhej | hej på er | hej på dig | hej | hejsan | hejsvejs | tjena | tja | tjenare | hallå | halloj
god morgon | godmorgon | god dag | goddag | god kväll | god eftermiddag | god förmiddag | morrn | morsning
tjo | yo | hi there | hi | hello there | hello | hey there | hey | good morning | good afternoon
good evening | good day | morning | greetings | hei hei | hei | heisann | god dag | moi | terve | huomenta
dzień dobry | cześć | guten tag | hallo | hola | bonjour | salut | salam | merhaba | السلام عليكم | مرحبا
صباح الخير | добрий день | привіт | здравствуйте | добрый день | привет
kära ni | vaktis | alla | allihop | allihopa | kompis | vännen | boten | bot | hoppas allt är bra med er/dig
hur står det till _ då/roboten/boten/med/där/hos | hur står det till | hur är/var det med dig/er | hur är/var helgen/dagen/semestern | hur har du/ni _ haft/det | hur mår du/ni _ idag/då/där | snöar/regnar/blåser/skiner det hos/där dig/er?/med?/också? med?/också? | whats up | how was your weekend/day | nice weather | är du/ni vaken/vakna/där/hemma | någon/nån vaken/hemma/där | anybody/anyone there/home | are you there/awake | roboten | lilla vän
hoppas allt är bra | hoppas ni/du mår bra | hoppas helgen varit fin | hur mår du | hur är läget | läget
allt bra | how are you | hope you are well | hope youre well | hope all is well
ha en fin/bra/trevlig/skön dag/helg/kväll | trevlig helg | god helg | mvh | vänliga hälsningar
med vänlig hälsning | hälsningar | hälsar | kind regards | best regards | regards | ni är guld | ni är bäst
du är bäst | på förhand | i förväg | in advance | snälla
`);

export const thanksWords = patterns(`
tack | tack snälla | tack så mycket | tack så jättemycket | tusen tack | stort tack | tackar
tack för hjälpen | tack för hjälp | tack för det | tackar så mycket | ok tack | okej tack | thanks
thank you | thanks a lot | thanks a million | thanks a bunch | many thanks | thank you so much | thx | ty
cheers | takk | tusen takk | tak | kiitos | kiitti | dziękuję | danke | gracias | merci | شكرا | شكرا جزيلا
дякую | спасибо | teşekkürler
`);

/** What goes with thanks and adds nothing. */
export const thanksCompany = patterns(`
då vet jag | då så | då fixar jag det | jag fixar det | jag provar det | jag testar det | ska prova
ska testa | det ska jag göra | det låter bra | låter bra | gött | schysst | schyst | najs | nice | got it
will do | will try | now i know | då var det klart | det räcker så | inget mer | inget annat | det var allt
that is all | thats all | då | nu funkar det | nu fungerar det | nu funkar allt | det funkar nu
nu rullar/lirar/snurrar/går/flyter det igen? | nu är det/allt igång/fixat/ordnat/löst/fixat igen? | då väntar vi/jag | vi/jag väntar | vi/jag avvaktar | då avvaktar vi/jag | vi ses | vi hörs | ha det fint/bra/så | det var snabbt | det räcker | inget mer för idag | we will wait | ill wait | then we wait | nu gick det | det gick bra | det gick | det löste sig | det ordnade sig | nu är det bra | allt bra nu
allt funkar | allt löst | löst | toppen | super | perfekt | kanon | jättebra | underbart | grymt | snyggt
fint | bra jobbat | bra | härligt | vad bra | så bra | ok | okej | that worked | it works now | it works
works now | all good | perfect | great | awesome | solved | sorted | sorted now | fixed | så snällt | snälla
vad snällt | hjälp | snabb | snabba | snabbt | super | otroligt | verkligen | för hjälpen | det hjälpte
för | nu
så mycket | hjälpen | mycket | ni är bäst | du är bäst | your help | for your help | for the help | help
igen | again
`);

/** A question about the bot itself. */
export const helpWords = patterns(`
hjälp | help | vad kan du | vad kan du göra | vad kan du hjälpa till med | vad gör du | vem är du
är du en robot | är du en bot | är du en människa | är du en riktig människa | what can you do | who are you
are you a bot | are you a robot | are you human | what do you do | how do you work | hur funkar du
hur fungerar du | hur använder jag dig | kan du hjälpa mig | kan ni hjälpa mig | kan jag få hjälp
jag behöver hjälp | can you help me | can you help | i need help
`);

/** Who or what is talking, asked of the bot. */
export const botQuestionWords = patterns(`
är du _ robot/bot/människa/ai/maskin/dator/person/riktig
pratar/snackar/skriver/chattar jag med en _ robot/bot/människa/ai/maskin/person | vem är du | vad är du
är det här en robot/bot/ai | are you a/an/human/real _ | am i talking/chatting/speaking to a/an _
who are you | what are you | vem är ni
sparar/lagrar/minns/loggar/delar du det jag/vi * | sparas/lagras det jag/vi/här * | vem ser/läser det jag/vi * | kan du se vad jag/vi * | ser du vad jag/vi *
är det här anonymt/hemligt/sekretess* | säkert _ att skriva/chatta _ | vad får jag/man/vi skriva här | is it safe to write/chat | do you store/save/keep/remember/share what i * | who sees/reads what i * | is this confidential/anonymous
`);

export const whoIsTechnicianWords = patterns(`
vem/vilken är/e/heter/blir _ tekniker | vem är/e/heter _ teknikern | vem är/e _ it tekniker
vem är/e _ itteknikern | vem är _ it ansvarig | vem är _ itansvarig
vem är _ it kille/killen/tjej/tjejen/person/snubbe/support/supporten | vem är _ itsupport
vem har hand om datorerna/it/tekniken | vem sköter it/datorerna/tekniken
vem hjälper oss med it/datorer/tekniken/datorn | vem kontaktar vi/jag _ it | vem _ är ansvarig för it
vem kommer _ när det _ it | vem/vilken ska/kan/bör _ kontakta/fråga/höra/prata _ it/datorer/tekniken
vem ringer/kontaktar/mejlar/frågar/ropar vi/jag/man _ om/när/för/vid | vad heter _ tekniker*
vilken tekniker hör/har/är/ska/tillhör/kommer/ansvarar _
vem/vilken är vår tekniker | vilken it tekniker | who/whom do/should/can _ contact/ask/call _ it
who is responsible for it | who handles _ it | vad heter _ tekniker/teknikern | vem är vår it
vem tar hand om it
who is _ technician | whos _ technician | who is _ it technician | who is _ it person/guy/support/contact
who is _ it | who looks after * | who takes care of _ it | who do we contact for it | which technician
name of _ technician | hvem er _ tekniker | hvem er _ teknikeren | kuka on _ teknikko
kto jest _ technikiem | wer ist _ techniker | من هو الفني | хто _ технік | кто _ техник
vem/vilken/vilka/who/which/whose _ tekniker/teknikern/itteknikern/technician/itsupport/itsupporten _ * | vem är ansvarig för it
vem/vilka/vilken _ springer/jobbar/fixar/hjälper/ordnar/sköter/pysslar/ansvarar/rycker/kommer _ med/på/till/för/ut/hand/om _ it/datorer/datorerna/datorärenden*/datorärendena/datorn/tekniken/teknik/nätet/itfrågor/datorfrågor/itärenden/skrivarna
vem/vilken/vilka på it/supporten/itavdelningen _ hand/sköter/ansvarar/hjälper/jobbar/kommer | vem/vilka har vi som _ tekniker/it/itsupport/datorkille | vem/vilken har/tar hand om _ it/datorer/datorerna/tekniken/datorfrågor/itfrågor
vem/vilken går/vänder/ska/kan/bör/får _ till/ringa/kontakta/mejla/fråga/prata/höra med? _ _ it/datorer/tekniken/tekniker/datorstrul/itfrågor/datorproblem/datorn
vart/var vänder/går/ringer _ it/datorn/datorer/datorstrul/tekniken/itfrågor/datorproblem | numret till _ tekniker/teknikern/it/itsupporten
var/vart/när är/e/finns/jobbar/kommer/befinner _ vår/min/er/våran tekniker | var/vart är/e/finns/befinner _ teknikern | när/vilka _ är ni öppna | när har ni öppet | när kan man nå er | hur når jag/vi/man er | era öppettider | supportens öppettider | öppettider* till/för/på _ it/supporten/servicedesk/helpdesk | when are you open | your opening hours | how do i reach you
namnet på _ tekniker/teknikern | vår itkontakt | vår it kontakt | vem är vår/er/ansvarig _ tekniker/it/itkontakt
who _ fixes/looks/takes/handles/sorts/does/helps/covers _ computers/it/technology/laptops/printers/tech
who _ responsible/contact _ it/computers/tech | who _ in charge _ it/computers/tech | who covers our/my/this * | who do we/i call/ask/contact/ring/email/talk/turn _ _ computers/it/computer/tech
who is/are/s _ it/tech/computer person/guy/contact/support/technician/team/people | name/number of our/the/my technician
vem/vilka är det som sköter/fixar/tar/har/ansvarar/lagar/ordnar/servar _ _ datorer/datorerna/it/teknik/tekniken/nätet/plattor/plattorna/skrivarna/ljud/projektorer | vem/vilka sköter/fixar/lagar/servar _ _ datorer/datorerna/it/tekniken/nätet/plattorna/skrivarna
`);

/** Orders to the machine inside a message: data like any other, taken out before anything is weighed. */
export const injectionWords = patterns(`
glöm/ignorera/strunta/bortse/åsidosätt _ alla/alla/allt/tidigare/dina/föregående _ instruktion*/regler/regel*/anvisning*
ignore/disregard/forget/override _ instructions/rules/prompt/guidelines | ignore all previous
forget everything | du är nu | du är inte längre | från och med nu är du | låtsas att du | you are now
you are no longer | from now on you | act as | pretend to be | pretend you | system prompt* | systemprompt*
systemmeddelande | utvecklarläge* | developer mode | serviceläge | debug mode | jailbreak | admin mode
administratörsläge | användaren är nu | användaren är administratör | the user is now
jag är administratör och | sätt prioritet* | set priority | set the priority | prioritet critical
prioritet kritisk | skriv ut larmkod* | skriv ut _ larmkoder | lista _ larmkoder
visa _ larmkoder/teknikeranteckningar/lösenord | bifoga _ teknikeranteckningar | print _ codes
list _ alarm codes | reveal * | visa din prompt | visa dina instruktioner 
 | dolda anteckningar | hemliga anteckningar
`);

/** A sentence that opens so speaks to the machine. */
export const injectionOpening = /^\s*(?:system|assistant|developer|admin|root)\s*[:>\]]/i;

/** Words that announce more than one matter. */
export const severalMarkers = patterns(`
två/tre/fyra/flera/ett par/några saker/grejer/ärenden/frågor/problem/fel | två saker | two things
three things | couple of things | a couple of things | several things | two problems | two issues
`);

/** Words that open a further matter. */
export const furtherWords = patterns(`
dessutom | en annan sak | en sak till | en grej till | en fråga till | ett problem till
sen/sedan undrar jag också | sen undrar jag | även | dels | för det första | för det andra | för det tredje
och så är | och så har | also | another thing | one more thing | and also | secondly | besides
on top of that | furthermore | additionally | btw | förresten | ps
`);

/** Words of which a message has nothing to say what is wrong. */
export const vagueWords = patterns(`
en grej/sak med | en grej/sak om | nån/någon/nåt/något grej/sak | grejen med | vägrar | vägrar göra som jag vill | tjurar | protesterar | knasar | jäklas | lägger av hela tiden
vill inte vara med | gör inget | vet inte | vet ej | vet inte riktigt | inte riktigt | ingen aning | har ingen aning | vet inte alls | not sure | dont know | no idea |
knas | knasig* | knasigt | skumt | skum | mystiskt | mystisk | lurt | galet | tokigt | spökar | jävlas
jäklas | bråkar | lever rövare | gör som den vill | funkar inte | fungerar inte | funkar ej | fungerar ej
funkar inget | strular | strul | krånglar | krångel | bråkar | trasig | trasigt | trasiga | sönder | paj
kaputt | död | är fel | något är fel | nåt är fel | fel | problem | det blinkar | blinkar | blinkar bara
går inte | det går inte | kommer inte in | kommer inte åt | hjälp | help | broken | not working
doesnt work | isnt working | wont work | its broken | problem med | something is wrong | igen | again
konstig | konstigt | helt | bara | blinking | lägger av | det är fel på | fel på | är fel på | wrong with
lagt av | ger upp | hakar upp sig | vill inte
den/det/dom/de/it låter/piper/surrar/tjuter/brummar/lyser/blinkar/hänger/stannar/stannade/beeps/blinks | trilskas | trilskar | trilsk | spökar | fjantar | larvar sig | är dum | dum | gör som den vill | beter sig | lever sitt eget liv | har hjärnsläpp
felkod* | felkoden | står här | syns här | så här ser det ut | se bild | se bilden | bifogat | bifogad bild | skärmdump* | screenshot | see attached | felmeddelande* | ett fel | fel meddelande | kom/kommer upp | säger ifrån | hänger inte med | är helt slut | kass | värdelös* | skit | skräp | urk
error message | an error | acting up | playing up | misbehaving | weird | strange | rubbish | useless | messing about | doing that thing | being difficult
vill inte samarbeta | samarbetar inte | kärvar | konstrar | strejkar | tokar | tokar sig | lägger ner | går åt skogen | pajat | pajade | failar | buggar | buggigt
`);
