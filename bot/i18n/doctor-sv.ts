import type { DoctorWords } from './doctor.ts';

export const doctorSv: DoctorWords = {
  names: {
    settings: 'inställningar',
    database: 'databas',
    schema: 'schema',
    extensions: 'tillägg',
    credentials: 'botens uppgifter',
    endpoint: 'adressen utifrån',
    messages: 'avvisar främlingar',
    tab: 'inloggning i fliken',
    package: 'apppaket',
    contractor: 'leverantör',
    mail: 'e-postserver',
    technicians: 'tekniker',
    people: 'människor',
    clock: 'klocka',
    mode: 'modell: läge',
    structured: 'modell: svarar i form',
    streaming: 'modell: strömmar',
    context: 'modell: sammanhang',
    embeddings: 'inbäddningar',
  },
  settingsOk: 'lästa, och de passar ihop',
  settingsTodo: 'Rätta det som nämns; .env.example förklarar varje inställning',
  databaseOk: (engine) => (engine === 'postgres' ? 'svarar (PostgreSQL)' : 'svarar (inbyggd)'),
  databaseTodo: 'Se adapters/storage/README.md',
  schemaOk: (cases) => `är aktuellt (${cases} ärenden)`,
  schemaEmpty: {
    said: 'databasen är tom',
    todo: 'Starta Vaktis, eller kör vaktis migrate, och sedan vaktis import med er deskmapp',
  },
  schemaOld: (missing, first) => ({
    said: `är äldre än den här versionen: ${missing} ${missing === 1 ? 'migrering' : 'migreringar'} saknas, från ${first}`,
    todo: 'Kör vaktis migrate, eller starta den här versionen; ta en säkerhetskopia först',
  }),
  schemaNew: (theirs, ours) => ({
    said: `är nyare än den här versionen: det är vid ${theirs}, och den här versionen känner ${ours}`,
    todo: 'Starta den nyare versionen igen, eller återställ en kopia från före uppgraderingen',
  }),
  schemaFirst: 'inte undersökt: databasen eller schemat kommer först',
  extensionsOk: (found) => `${found} finns att få; inget som Vaktis gör behöver dem`,
  extensionsNone: (missing) => `${missing} finns inte att få, och behövs inte: sökningen sker i Vaktis`,
  noRegistration: 'ingen botregistrering är satt (MicrosoftAppId): bara simulatorn',
  credentialsOk: 'Entra ger boten en biljett',
  identityUnreachable: {
    said: 'maskinens hanterade identitet kan inte frågas härifrån',
    todo: 'Kör doktorn på maskinen eller i containern som har identiteten, och se att den är tilldelad där',
  },
  unreachable: (host, why) => ({
    said: `${host} svarar inte (${why})`,
    todo: 'Kontrollera namnet, nätet och brandväggen för utgående https',
  }),
  noPublicUrl: {
    said: 'VAKTIS_PUBLIC_URL är inte satt, så det Teams ser kan inte undersökas',
    todo: 'Sätt den till adressen som servern nås på utifrån, till exempel https://vaktis.example.se',
  },
  endpointOk: (url) => `${url} svarar över TLS, sett från den här maskinen`,
  endpointStatus: (url, status) => ({
    said: `${url} svarar ${status}`,
    todo: 'Se att servern är igång och att proxyn skickar allt vidare till dess port',
  }),
  endpointRedirect: (url) => ({
    said: `${url} skickar vidare någon annanstans, och Teams följer inte med`,
    todo: 'Sätt VAKTIS_PUBLIC_URL till själva adressen, eller låt proxyn svara utan omdirigering och inloggning',
  }),
  endpointOther: (url) => ({
    said: `något annat än Vaktis svarar på ${url}`,
    todo: 'Peka namnet eller proxyn mot den här servern',
  }),
  certificate: (host, why) => ({
    said: `certifikatet för ${host} duger inte (${why})`,
    todo: 'Installera ett från en allmän utfärdare, med hela kedjan och just det namnet',
  }),
  messagesOk: '/api/messages avvisar ett osignerat anrop med 401',
  messagesOpen: {
    said: 'ett osignerat anrop tas emot: vem som helst kan tala som vem som helst',
    todo: 'Stoppa servern; sätt MicrosoftAppId och NODE_ENV=production, och starta igen',
  },
  messagesForbidden: {
    said: 'servern där tar inte emot den här katalogen eller kanalen (403)',
    todo: 'Se att den körs med samma MicrosoftAppTenantId som här, och att ingen brandvägg för webben står framför',
  },
  messagesStatus: (status) => ({
    said: `/api/messages svarar ${status} i stället för 401`,
    todo: 'Se att proxyn skickar POST vidare med innehåll, och inte kräver egen inloggning',
  }),
  tabOk: (uri) => `Entra känner ${uri}`,
  tabUnknownUri: (uri) => ({
    said: `Entra känner ingen application ID URI ${uri}: inloggningen i fliken skulle misslyckas`,
    todo: 'Sätt exakt den under Expose an API i Entra, eller rätta VAKTIS_PUBLIC_URL',
  }),
  tabKeys: {
    said: 'katalogens signeringsnycklar går inte att hämta, så ingen kan logga in i fliken',
    todo: 'Låt servern nå login.microsoftonline.com',
  },
  noPackage: (file) => `ingen ${file} här: vaktis package bygger den; --package FIL undersöker en annan`,
  packageOk: (file, version) => `${file} (${version}) passar inställningarna`,
  packageUnreadable: (file) => ({ said: `${file} kan inte läsas`, todo: 'Bygg det på nytt: vaktis package' }),
  packageDomain: (theirs, ours) => ({
    said: `paketet är för ${theirs}, och servern är ${ours}`,
    todo: 'Bygg det på nytt (vaktis package --app-version med högre nummer) och ladda upp det i Teams administrationscenter',
  }),
  packageApp: {
    said: 'paketet är för en annan bot än MicrosoftAppId',
    todo: 'Bygg det på nytt med inställningen, eller rätta inställningen',
  },
  packageResource: (theirs, ours) => ({
    said: `paketet loggar in med ${theirs}, och det ska vara ${ours}`,
    todo: 'Bygg det på nytt: vaktis package',
  }),
  contractorOk: (connector) => `svarar och släpper in oss (${connector})`,
  contractorSignIn: (id) => ({
    said: 'släpper inte in oss',
    todo: `Sätt ${id}_USER och ${id}_SECRET på nytt, och fråga dem om kontot är öppet`,
  }),
  contractorAway: (why) => ({
    said: `svarar inte: ${why}`,
    todo: 'Kontrollera url i desk.yaml och brandväggen; ärenden väntar och skickas när de är tillbaka',
  }),
  contractorFault: (why) => ({ said: why, todo: 'Rätta det i desk.yaml; se adapters/contractor/README.md' }),
  noDesk: { said: 'det finns ingen desk ännu', todo: 'Läs in en med: vaktis import MAPP' },
  noMail: 'ingen e-postserver är satt (VAKTIS_SMTP_URL)',
  mailOk: (host) => `${host} släpper in oss`,
  mailSignIn: (host) => ({
    said: `${host} godtar inte användarnamnet eller lösenordet`,
    todo: 'Rätta båda i VAKTIS_SMTP_URL, procentkodade (@ är %40); många servrar vill ha ett applösenord',
  }),
  mailTls: (host) => ({
    said: `${host} erbjuder ingen TLS som duger`,
    todo: 'Använd smtps:// och port 465, eller rätta certifikatet; ?tls=optional är för ett relä utan lösenord',
  }),
  mailAway: (host, why) => ({
    said: `${host} svarar inte (${why})`,
    todo: 'Kontrollera namn och port i VAKTIS_SMTP_URL; moln spärrar ofta port 25',
  }),
  noTechnicians: { said: 'desken har inga tekniker', todo: 'Lägg till dem i technicians.yaml och importera' },
  techniciansOk: (all) => `boten når alla ${all}`,
  techniciansSome: (names, missing, all) => ({
    said: `boten når inte ${missing} av ${all}: ${names}`,
    todo: 'Dela ut appen med en installationsprincip och be dem skriva något till boten; vaktis people reach säger varför',
  }),
  techniciansNone: (all) => ({
    said: `boten når ingen av ${all}`,
    todo: 'Dela ut appen med en installationsprincip och be dem skriva något till boten; vaktis people reach säger varför',
  }),
  peopleNever: 'aldrig synkade: desken känner dem som mappen nämner (vaktis people sync)',
  peopleOk: (known, days) =>
    `${known} från katalogen, synkade ${days === 0 ? 'i dag' : `för ${days} dagar sedan`}`,
  peopleOld: (days) => ({
    said: `senast synkade för ${days} dagar sedan: nya kollegor är inte kända`,
    todo: 'Kör vaktis people sync, helst varje natt',
  }),
  peopleLeft: (names) => ({
    said: `tekniker som har slutat enligt katalogen: ${names}`,
    todo: 'Ta bort dem ur technicians.yaml, eller rätta katalogen',
  }),
  clockOk: (seconds) => `rätt på ${seconds} s när`,
  clockUnknown: 'inget att jämföra med',
  clockOff: (whose, seconds, ahead) => ({
    said: `den här maskinen går ${seconds} s ${ahead ? 'före' : 'efter'} ${whose}`,
    todo: 'Slå på tidssynkronisering (NTP) på den som går fel: inloggning och ärendens klockor hänger på det',
  }),
  clockDatabase: 'databasen',
  modelOff: 'ingen modell är satt (VAKTIS_MODEL_URL): reglerna arbetar ensamma',
  embeddingsOff: 'inga inbäddningar är satta (VAKTIS_EMBEDDINGS_URL): sökningen går på ord',
  structuredOk: (ms) => `ja, efter ${ms} ms`,
  structuredTodo: 'Prova VAKTIS_MODEL_STRUCTURED=tools eller json',
  modelTodo: 'Se adapters/language-model/README.md',
  streamingOk: (pieces, ms) => `ja, ${pieces} delar, den första efter ${ms} ms`,
  contextOk: (tokens) => `en fråga på ungefär ${tokens} token läses från början`,
  modeOk: (usual, others) => `${usual}${others === '' ? '' : `; ${others}`}`,
  embeddingsOk: (dimension) => `vektorer på ${dimension} tal`,
  unexpected: (why) => ({
    said: `kunde inte undersökas: ${why}`,
    todo: 'Försök igen; är det likadant, rapportera det gärna',
  }),
  well: 'Allt som är satt fungerar.',
  result: (faults, warnings) => {
    const mended = warnings === 0 ? '' : ` ${warnings} att hålla ögonen på.`;
    if (faults === 0) return `Det som är satt fungerar.${mended}`;
    return `${faults === 1 ? 'En sak fungerar inte.' : `${faults} saker fungerar inte.`}${mended}`;
  },
  todo: 'gör så här',
};
