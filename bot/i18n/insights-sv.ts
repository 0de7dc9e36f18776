import type { MeasureWords } from './insights.ts';

const nothingExcluded = 'Inget.';
const twoTimes = 'Hälften gick fortare än mediantiden, och nio av tio inom den längre tid som står intill.';

export const sv: MeasureWords = {
  measure: {
    'self-resolved': {
      name: 'Löst på egen hand, och det höll',
      formula:
        'Frågor som en notis besvarade utan att det blev ett ärende, där personen sa att det hjälpte eller inte hörde av sig mer, och som inte kom tillbaka inom 14 dagar – delat med alla frågor och ärenden. Tillbaka är det om samma person rapporterar i samma kategori, eller samma plats om samma sak eller med samma platsnotis.',
      excluded:
        'De senaste 14 dagarna: först då vet man om det höll. Frågor som inte hade någon notis och inte blev ärenden sparas inte.',
    },
    'self-resolved-confirmed': {
      name: 'Därav bekräftade',
      formula:
        'Som ovan, men bara de där personen själv sa att det hjälpte – delat med alla frågor och ärenden.',
      excluded: 'De senaste 14 dagarna.',
    },
    'self-resolved-silent': {
      name: 'Därav tysta',
      formula:
        'Som ovan, men de där personen fick en notis och sedan inte hörde av sig på två timmar – delat med alla frågor och ärenden. Ingen vet säkert att det löste sig.',
      excluded: 'De senaste 14 dagarna.',
    },
    coverage: {
      name: 'Täckning',
      formula: 'Frågor och ärenden där en notis visades – delat med alla frågor och ärenden.',
      excluded: 'Frågor som inte var it, och frågor utan notis som inte blev ärenden: de sparas inte.',
    },
    'follow-up': {
      name: 'Följdfrågor',
      formula: 'Ärenden där Vaktis behövde fråga tillbaka minst en gång – delat med alla ärenden.',
      excluded: 'Frågor som aldrig blev ärenden: deras frågor sparas inte.',
    },
    answer: {
      name: 'Tid till första svar',
      formula: `Från det första ordet om saken till den första notisen, eller de första orden eller handlingen från en människa. ${twoTimes}`,
      excluded: 'Ärenden där ingen har svarat än, och frågor som aldrig blev ärenden (de får svar direkt).',
    },
    acknowledgement: {
      name: 'Tid till att någon tog det',
      formula: `Från det första ordet om saken tills en tekniker tog ärendet eller det skickades till en leverantör. ${twoTimes}`,
      excluded: 'Ärenden som ingen har tagit än.',
    },
    arrival: {
      name: 'Tid till att någon var på plats',
      formula: `Från det första ordet om saken tills någon var på plats första gången. ${twoTimes}`,
      excluded: 'Ärenden som ingen åkte ut på.',
    },
    resolution: {
      name: 'Tid till lösning',
      formula: `Från det första ordet om saken tills ärendet löstes – den sista gången, om det öppnades igen. Ingen väntan dras av. ${twoTimes}`,
      excluded: 'Öppna och avbrutna ärenden. En kort tid kan därför betyda att de svåra är kvar.',
    },
    'promises-kept': {
      name: 'Hållna löften',
      formula:
        'Lovade ankomsttider där någon kom eller löste det senast fem minuter efter utlovad tid – delat med alla lovade tider som hölls eller bröts.',
      excluded:
        'Löften som ändrades i tid, och ärenden som gick vidare eller avslutades före den lovade tiden.',
    },
    reassigned: {
      name: 'Gick vidare till någon annan',
      formula:
        'Ärenden som gick vidare till någon annan sedan någon hade tagit dem – delat med alla ärenden.',
      excluded: 'Frågor till tekniker som tackade nej eller inte svarade.',
    },
    'needless-visits': {
      name: 'Onödiga resor',
      formula:
        'Besök där den som löste det sa att det hade gått att lösa på distans – delat med besök där någon svarade på den frågan.',
      excluded: 'Besök där ingen svarade.',
    },
    'contractor-kept': {
      name: 'Leverantörens löfte hållet',
      formula:
        'Ärenden som leverantören löste inom utlovad tid, räknat i deras servicetid utan väntan på den som frågade – delat med dem som är avgjorda. Allt över tiden är brutet, också om det inte är löst. Har flera leverantörer haft ärendet räknas den som höll minst.',
      excluded: 'Ärenden utan löfte, och ärenden där det är för tidigt att säga.',
    },
    'contractor-wait': {
      name: 'Väntan på leverantör',
      formula: `Tiden ett ärende låg hos leverantören i deras servicetid, utan väntan på den som frågade. ${twoTimes}`,
      excluded: 'Ärenden som ingen leverantör har haft.',
    },
    'contractor-over': {
      name: 'Över leverantörens löfte',
      formula: `För brutna löften: tiden hos leverantören minus den lovade, i deras servicetid. ${twoTimes}`,
      excluded: 'Hållna löften.',
    },
    bounced: {
      name: 'Skickades tillbaka',
      formula:
        'Ärenden som en leverantör skickade tillbaka minst en gång – delat med alla ärenden som en leverantör har haft.',
      excluded: nothingExcluded,
    },
    'bounced-for': {
      name: 'Skickades tillbaka för att',
      formula: 'Så många gånger en leverantör skickade tillbaka ett ärende av det här skälet.',
      excluded: nothingExcluded,
    },
    'no-note': {
      name: 'Frågor utan notis',
      formula: 'Ärenden där ingen notis visades.',
      excluded: 'Frågor som aldrig blev ärenden.',
    },
    'notes-helped': {
      name: 'Notiser som hjälpte',
      formula: 'Notiser som någon sa hjälpte – delat med dem där någon sa att de hjälpte eller inte hjälpte.',
      excluded: 'Notiser som visades utan att någon sa något.',
    },
    'model-cost': {
      name: 'Språkmodellens kostnad per ärende',
      formula: 'Vad språkmodellen kostade – delat med de frågor och ärenden som den arbetade med.',
      excluded: 'Ärenden utan språkmodell.',
    },
  },
  variant: {
    'not-in-agreement': 'det inte ingår i avtalet',
    'wrong-queue': 'det hamnade i fel kö',
    'needs-on-site': 'det kräver någon på plats',
    duplicate: 'det var en dubblett',
    other: 'det fanns ett annat skäl',
  },
  type: { incident: 'fel', 'service-request': 'beställningar' },
  clock: { service: 'servicetid', wall: 'hela dygnet' },
  small: 'För få för en procentsats.',
  everything: 'Allt',
  ownTechnicians: 'era tekniker',
  open: (load) => `${load.replace('-', '–')} öppna ärenden när det togs`,
  why: {
    cases: (count) => (count === 1 ? 'Ett ärende ändrades efteråt.' : `${count} ärenden ändrades efteråt.`),
    formulas: 'En formel har ändrats.',
    rebuilt: 'Siffrorna räknades om från början.',
  },
  effect: {
    note: (answered, asked) => `Av ${asked} frågor hade ${answered} fått svar av den.`,
    mend: (other, failed) =>
      `${failed} fick råd som inte hjälpte. ${other} av dem hade en annan notis att få.`,
    visit: (spared, cases) => `Hade det lagats vid det tredje felet hade ${spared} av ${cases} uteblivit.`,
    row: (moved, cases, hours) =>
      `${moved} av ${cases} ärenden hade gått rätt direkt. De väntade ${hours} timmar hos leverantören.`,
  },
  because: {
    visit: (cases, before, thing) =>
      `${cases} fel på ${thing} på 90 dagar, mot ${before} de 90 dagarna före.`,
    row: (bounced, tickets) => `${bounced} av ${tickets} skickades tillbaka.`,
    contractor: (late, of, hours) => `${late} av ${of} löften bröts, sammanlagt ${hours} timmar över tiden.`,
  },
  card: {
    weekly: 'Värt att göra den här veckan',
    weeklyIntro: 'Det här skulle hjälpa mest, av det som hände de senaste 90 dagarna.',
    nothing: 'Inget sticker ut den här veckan.',
    writeNote: (title) => `Skriv en notis: ”${title}”`,
    mendNote: (title, failed, of) => `Se över notisen ”${title}”: den hjälpte inte ${failed} av ${of} gånger`,
    visit: (site, thing, cases) => `Besök ${site}: ${thing}, ${cases} fel`,
    row: (category, contractor) => `Låt era egna ta ${category} i stället för ${contractor}`,
    contractor: (name) => `Prata med ${name} om väntetiderna`,
    site: (name, month) => `${name} i ${month}`,
    siteReported: (count, before) =>
      before === null
        ? `${count} frågor och ärenden`
        : `${count} frågor och ärenden (månaden före: ${before})`,
    siteSelf: (count, of) => `${count} av ${of} löste sig utan ärende`,
    siteOpen: (count) =>
      count === 0 ? 'Inget väntar' : count === 1 ? 'Ett ärende är öppet' : `${count} ärenden är öppna`,
    siteTime: (median) => `Hälften av ärendena löstes inom ${median}`,
    siteMost: (category, count) => `Vanligast: ${category} (${count})`,
    siteFew: 'Färre än fem personer har hört av sig, så inget delas upp.',
    more: 'Visa siffrorna',
    hours: (hours) => (hours < 1 ? 'en timme' : `${Math.round(hours)} timmar`),
  },
};
