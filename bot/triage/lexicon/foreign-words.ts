import { type Patterns, patterns } from '../text/patterns.ts';

/** A thing said in a language that staff have from home, and what it is called in Swedish. */
export type Gloss = { readonly heard: Patterns; readonly swedish: string };

/**
 * Enough of our colleagues' languages to see what a message is about: Ukrainian, Russian, Arabic, Persian, Polish,
 * Finnish, Somali, Turkish, German, Spanish, French. Swedish words are added to the message, not put in its place.
 */
export const foreignWords: readonly Gloss[] = [
  gloss(
    'lösenord',
    `парол* | hasł* | salasan* | كلمة السر | كلمة المرور | گذرواژه | رمز عبور | passwor* | contraseñ*
    mot de passe | şifre* | parola* | furaha sirta`,
  ),
  gloss(
    'glömt',
    `забул* | забыл* | zapomni* | unohd* | نسيت | فراموش* | vergessen | olvid* | oublié* | unuttum
    hilmaam*`,
  ),
  gloss(
    'logga in',
    `увійти | войти | зайти | zalogowa* | logowa* | kirjaut* | تسجيل الدخول | الدخول | ورود | anmelden
    einloggen | iniciar sesión | connecter | giriş*`,
  ),
  gloss(
    'kontot',
    `обліковий* | аккаунт* | учетн* | konto* | konta | tili* | tunnus* | حساب* | حسابي | cuenta | compte
    hesab* | akoon*`,
  ),
  gloss(
    'låst',
    `заблок* | zablokowan* | lukit* | lukossa | مقفل | محظور | gesperrt | bloquead* | bloqué* | kilit*`,
  ),
  gloss(
    'skrivaren',
    `принтер* | drukark* | tulost* | طابعة* | الطابعة | چاپگر | پرینتر | drucker* | impresora* | imprimante*
    yazıcı* | daabac*`,
  ),
  gloss(
    'skriver inte ut',
    `не друку* | не печата* | nie drukuje | ei tulosta | لا تطبع | druckt nicht | no imprime | yazdırmıyor`,
  ),
  gloss('papper', 'папір | бумаг* | papier* | paperi* | ورق* | کاغذ | papel | kağıt'),
  gloss(
    'datorn',
    "комп'ютер* | компютер* | компьютер* | komputer* | tietoko* | كمبيوتر | الكمبيوتر | الحاسوب | حاسوب | کامپیوتر | rechner | ordenador* | ordinateur* | bilgisayar* | kombiyuutar* | kumbuyuutar*",
  ),
  gloss('plattan', `планшет* | tablet* | tabletti* | لوحي | الايباد | ايباد | تبلت | اجهزة الايباد | айпад*`),
  gloss(
    'telefonen',
    `телефон* | telefon* | *puhelin | *puhelimessa | *puhelimen | *puhelimeni | puhelu* | puhelin* | puhelime* | هاتف* | الهاتف | تلفن | teléfono | téléphone | taleefan*`,
  ),
  gloss(
    'nätet internet',
    `інтернет* | интернет* | мереж* | сеть | internet* | sieć | verkko* | netti* | الإنترنت | انترنت
    الانترنت | الشبكة | اینترنت`,
  ),
  gloss('wifi', 'вайфай | вай фай | واي فاي | الواي فاي | وای فای | langaton*'),
  gloss(
    'projektorn',
    `проектор* | проєктор* | rzutnik* | projektor* | projektori* | جهاز العرض | پروژکتور | beamer
    proyector | projecteur | projeksiyon`,
  ),
  gloss('skärmen', `екран* | экран* | ekran* | näyttö* | شاشة | الشاشة | bildschirm | pantalla | écran`),
  gloss('ljudet', 'звук* | dźwięk* | ääni | ääntä | صوت | الصوت | صدا | sonido | ses'),
  gloss('ingen bild', `немає зображення | нет изображения | brak obrazu | ei kuvaa | لا صورة | لا توجد صورة`),
  gloss('mejlet', `пошт* | почт* | poczt* | sähköpost* | البريد | ایمیل | correo | courriel | e-posta`),
  gloss(
    'fungerar inte',
    `не працю* | не работа* | nie działa* | ei toimi | لا يعمل | لا تعمل | کار نمی کند | funktioniert nicht
    geht nicht | no funciona | marche pas | fonctionne pas | çalışmıyor | ma shaqaynayo | shaqayn*`,
  ),
  gloss(
    'startar inte',
    `не вмика* | не включа* | не запуска* | nie włącza | ei käynnisty | لا يشتغل | روشن نمی شود
    startet nicht | no enciende | açılmıyor`,
  ),
  gloss(
    'laddar inte',
    `не заряджа* | не заряжа* | naładow* | ładowani* | ei lataa | لا يشحن | تشحن | شحن* | lädt nicht`,
  ),
  gloss('blinkar rött', 'блима* червон* | мига* красн* | miga * czerwono | vilkkuu punais*'),
  gloss(
    'diskmaskinen',
    `zmywark* | astianpesukone* | посудомийн* | посудомоеч* | غسالة الصحون | geschirrspüler* | lavavajillas
    bulaşık*`,
  ),
  gloss(
    'värmen element',
    `ogrzewani* | kaloryfer* | lämmitys* | patteri* | опален* | отоплен* | батаре* | تدفئة | heizung*
    calefacción | chauffage`,
  ),
  gloss('dörren', `drzwi | ovi | ovea | двері | дверь | باب | tür | puerta | porte | kapı`),
  gloss('toaletten', `toalet* | vessa* | туалет* | унітаз* | مرحاض | حمام | toilette* | baño | tuvalet`),
  gloss('lönen', `wypłat* | pensj* | palkka* | зарплат* | راتب | gehalt | nómina | salaire | maaş`),
  gloss(
    'sprucken sönder',
    `rozbit* | pękni* | rikki | hajonnut | розби* | разби* | مكسور* | kaputt | zerbrochen | rot* | cassé*
    kırıl*`,
  ),
  gloss('stulen', `вкра* | украл* | skradzion* | varast* | سرق* | gestohlen | robad* | volé* | çalındı`),
  gloss('tappat bort', `загуби* | потеря* | zgubi* | kadonnut | hukan* | فقدت | ضاع | verloren | perd*`),
  gloss(
    'tappar wifi nätet',
    `kadottaa/menettää/hukkaa wifi*/verkon/netin/yhteyden | wifi/verkko/netti _ katkeaa/pätkii/katoaa | traci/gubi wifi/zasięg/połączenie/sieć/internet | втрача* _ wifi/мереж*/інтернет/звязок | теря* _ wifi/сеть/интернет/связь
    verliert _ wlan/wifi/verbindung | pierde _ wifi/conexión/señal | perd _ wifi/connexion | mister _ wifi/nettet/nett | فقد/ينقطع/يقطع/تنقطع الواي/الواي فاي/الانترنت/الإنترنت/الشبكة | koptu | kopuyor`,
  ),
  gloss(
    'inget nät internet nere för alla',
    `koko talo/koulu/päiväkoti _ netti/verkko/internet/ilman | ei nettiä/internetiä/verkkoa _ koko/missään | nie ma internetu w całym/całej/nigdzie | brak internetu w całym/całej | немає інтернету ніде/у всій/в усьому | нет интернета нигде/во всей/во всем | hele skolen/huset/barnehagen _ nett/internett/nettverk | لا يوجد انترنت/إنترنت/الانترنت في _ كل/كامل/المدرسة/المبنى`,
  ),
  gloss(
    'reagerar inte',
    `ei reagoi | ei vastaa | nie reaguje | nie odpowiada | не реагує | не реагирует | не відповідає | не отвечает | لا تستجيب | لا يستجيب | پاسخ نمی دهد | reagiert nicht | no responde | ne répond pas | reagerer ikke | tepki vermiyor`,
  ),
  gloss(
    'interaktiva bordet',
    'الطاولة الرقمية | الطاولة التفاعلية | interaktywny stół | stół interaktywny | interaktiivinen pöytä | інтерактивний стіл | интерактивный стол | interaktives tisch',
  ),
  gloss(
    'långsam segt',
    'hidas | hitaasti | wolno | powolny | повільн* | медленн* | بطيء | بطيئة | langsam | lento | lente | yavaş | treg | tregt',
  ),
  gloss(
    'svart skärm',
    'musta näyttö | näyttö _ musta | czarny ekran | ekran _ czarny | чорний екран | черный экран | شاشة سوداء | schwarzer bildschirm | pantalla negra | écran noir | svart skjerm',
  ),
  gloss(
    'papper fastnar',
    'paperi* _ jumissa/jumittaa/tukos | paperitukos | zaciął* _ papier | papier _ zaciął* | застряг* _ папір | застря* _ бумага | انحشر الورق | papierstau | atasco de papel | bourrage papier | papirstopp',
  ),
  gloss(
    'koden',
    'koodi* | kod do | pin kod* | код | коду | الرمز | رمز | der code | el código | le code | koden til',
  ),
  gloss(
    'bråttom',
    'kiire | heti | pilne | natychmiast | терміново | срочно | عاجل | فورا | dringend | sofort | urgente | haster',
  ),
  gloss(
    'eleverna väntar',
    'oppilaat _ odottavat | lapset _ odottavat | uczniowie czekają | dzieci czekają | учні чекають | дети ждут | діти чекають | الطلاب ينتظرون | الأطفال ينتظرون | die kinder warten | elevene venter | barna venter',
  ),
  gloss(
    'luktar bränt ryker',
    'haisee palaneelle | palaneen käry | savuaa | śmierdzi spaleniz* | dymi | пахне горілим | пахнет гарью | дымится | رائحة احتراق | رائحة حريق | يخرج دخان | es riecht verbrannt | es raucht | huele a quemado | ça sent le brûlé | lukter svidd | det ryker',
  ),
  gloss(
    'hur gör jag',
    `що робити | як мені | что делать | как мне | co mam zrobić | co zrobić | mitä teen | miten | ماذا افعل
    كيف | چه کار کنم | was soll ich | qué hago | que faire | ne yapmalı*`,
  ),
  gloss(
    'vi vill prata med en människa',
    `з людиною | с человеком | z człowiekiem | ihmisen kanssa | مع شخص | مع انسان | mit einem menschen
    con una persona | avec une personne`,
  ),
];

function gloss(swedish: string, heard: string): Gloss {
  return { heard: patterns(heard), swedish };
}
