import type { DoctorWords } from './doctor.ts';

export const doctorEn: DoctorWords = {
  names: {
    settings: 'settings',
    database: 'database',
    schema: 'schema',
    extensions: 'extensions',
    credentials: 'bot credentials',
    endpoint: 'address from outside',
    messages: 'refuses strangers',
    tab: 'tab sign-in',
    package: 'app package',
    contractor: 'contractor',
    mail: 'mail server',
    technicians: 'technicians',
    people: 'people',
    clock: 'clock',
    mode: 'model: mode',
    structured: 'model: answers in a shape',
    streaming: 'model: streams',
    context: 'model: context',
    embeddings: 'embeddings',
  },
  settingsOk: 'read, and they fit together',
  settingsTodo: 'Mend what is named; .env.example explains each setting',
  databaseOk: (engine) => (engine === 'postgres' ? 'answers (PostgreSQL)' : 'answers (embedded)'),
  databaseTodo: 'See adapters/storage/README.md',
  schemaOk: (cases) => `is up to date (${cases} ${cases === 1 ? 'case' : 'cases'})`,
  schemaEmpty: {
    said: 'the database is empty',
    todo: 'Start Vaktis, or run vaktis migrate, then vaktis import with your desk folder',
  },
  schemaOld: (missing, first) => ({
    said: `is older than this version: ${missing} ${missing === 1 ? 'migration is' : 'migrations are'} missing, from ${first}`,
    todo: 'Run vaktis migrate, or start this version; take a backup first',
  }),
  schemaNew: (theirs, ours) => ({
    said: `is newer than this version: it is at ${theirs}, and this version knows ${ours}`,
    todo: 'Start the newer version again, or restore a backup from before the upgrade',
  }),
  schemaFirst: 'not looked at: the database or its schema comes first',
  extensionsOk: (found) => `${found} can be had; nothing that Vaktis does needs them`,
  extensionsNone: (missing) =>
    `${missing} cannot be had, and are not needed: the search runs in Vaktis itself`,
  noRegistration: 'no bot registration is set (MicrosoftAppId): the simulator alone',
  credentialsOk: 'Entra gives the bot a token',
  identityUnreachable: {
    said: 'the machine’s managed identity cannot be asked from here',
    todo: 'Run the doctor on the machine or in the container that has the identity, and see that it is assigned there',
  },
  unreachable: (host, why) => ({
    said: `${host} does not answer (${why})`,
    todo: 'Check the name, the network and the firewall for outgoing https',
  }),
  noPublicUrl: {
    said: 'VAKTIS_PUBLIC_URL is not set, so what Teams sees cannot be looked at',
    todo: 'Set it to where the server is reached from outside, such as https://vaktis.example.se',
  },
  endpointOk: (url) => `${url} answers over TLS, as seen from this machine`,
  endpointStatus: (url, status) => ({
    said: `${url} answers ${status}`,
    todo: 'See that the server runs, and that the proxy passes everything on to its port',
  }),
  endpointRedirect: (url) => ({
    said: `${url} sends elsewhere, and Teams does not follow`,
    todo: 'Set VAKTIS_PUBLIC_URL to the address itself, or let the proxy serve it without a redirect or sign-in',
  }),
  endpointOther: (url) => ({
    said: `something else than Vaktis answers at ${url}`,
    todo: 'Point the name or the proxy at this server',
  }),
  certificate: (host, why) => ({
    said: `the certificate of ${host} will not do (${why})`,
    todo: 'Install one from a public authority, with the whole chain and this very name',
  }),
  messagesOk: '/api/messages turns an unsigned post away with 401',
  messagesOpen: {
    said: 'an unsigned post is taken: anybody could speak as anybody',
    todo: 'Stop the server; set MicrosoftAppId and NODE_ENV=production, and start it again',
  },
  messagesForbidden: {
    said: 'the server there does not take this tenant or channel (403)',
    todo: 'See that it runs with the same MicrosoftAppTenantId as here, and that no gateway stands before it',
  },
  messagesStatus: (status) => ({
    said: `/api/messages answers ${status} instead of 401`,
    todo: 'See that the proxy passes POST with its body on, and asks for no sign-in of its own',
  }),
  tabOk: (uri) => `Entra knows ${uri}`,
  tabUnknownUri: (uri) => ({
    said: `Entra knows no application ID URI ${uri}: single sign-on would fail`,
    todo: 'Set exactly that one under Expose an API in Entra, or mend VAKTIS_PUBLIC_URL',
  }),
  tabKeys: {
    said: 'the tenant’s signing keys cannot be had, so nobody could sign in to the tab',
    todo: 'Let the server reach login.microsoftonline.com',
  },
  noPackage: (file) => `no ${file} here: vaktis package builds it; --package FILE looks at another`,
  packageOk: (file, version) => `${file} (${version}) fits these settings`,
  packageUnreadable: (file) => ({ said: `${file} cannot be read`, todo: 'Build it anew: vaktis package' }),
  packageDomain: (theirs, ours) => ({
    said: `the package is for ${theirs}, and the server is ${ours}`,
    todo: 'Build it anew (vaktis package --app-version with a higher number) and upload it in the Teams admin centre',
  }),
  packageApp: {
    said: 'the package is for another bot than MicrosoftAppId',
    todo: 'Build it anew with this setting, or mend the setting',
  },
  packageResource: (theirs, ours) => ({
    said: `the package signs in with ${theirs}, and it should be ${ours}`,
    todo: 'Build it anew: vaktis package',
  }),
  contractorOk: (connector) => `answers and lets us in (${connector})`,
  contractorSignIn: (id) => ({
    said: 'does not let us in',
    todo: `Set ${id}_USER and ${id}_SECRET anew, and ask them whether the account is open`,
  }),
  contractorAway: (why) => ({
    said: `does not answer: ${why}`,
    todo: 'Check url in desk.yaml and the firewall; cases wait and are sent when it comes back',
  }),
  contractorFault: (why) => ({ said: why, todo: 'Mend it in desk.yaml; see adapters/contractor/README.md' }),
  noDesk: { said: 'there is no desk yet', todo: 'Load one with: vaktis import DIR' },
  noMail: 'no mail server is set (VAKTIS_SMTP_URL)',
  mailOk: (host) => `${host} lets us in`,
  mailSignIn: (host) => ({
    said: `${host} refuses the user name or the password`,
    todo: 'Mend both in VAKTIS_SMTP_URL, percent-encoded (@ is %40); many servers want an app password',
  }),
  mailTls: (host) => ({
    said: `${host} offers no TLS that will do`,
    todo: 'Use smtps:// and port 465, or mend its certificate; ?tls=optional is for a relay without a password',
  }),
  mailAway: (host, why) => ({
    said: `${host} does not answer (${why})`,
    todo: 'Check host and port in VAKTIS_SMTP_URL; clouds often block port 25',
  }),
  noTechnicians: { said: 'the desk has no technicians', todo: 'Add them in technicians.yaml, and import' },
  techniciansOk: (all) => `the bot reaches all ${all}`,
  techniciansSome: (names, missing, all) => ({
    said: `the bot does not reach ${missing} of ${all}: ${names}`,
    todo: 'Give them the app with a setup policy, and ask them to write a word to the bot; vaktis people reach says why',
  }),
  techniciansNone: (all) => ({
    said: `the bot reaches none of the ${all}`,
    todo: 'Give them the app with a setup policy, and ask them to write a word to the bot; vaktis people reach says why',
  }),
  peopleNever: 'never synced: the desk knows whom its folder lists (vaktis people sync)',
  peopleOk: (known, days) =>
    `${known} from the directory, synced ${days === 0 ? 'today' : `${days} days ago`}`,
  peopleOld: (days) => ({
    said: `last synced ${days} days ago: new colleagues are not known`,
    todo: 'Run vaktis people sync, every night if you can',
  }),
  peopleLeft: (names) => ({
    said: `technicians who have left, by the directory: ${names}`,
    todo: 'Take them out of technicians.yaml, or mend the directory',
  }),
  clockOk: (seconds) => `right within ${seconds} s`,
  clockUnknown: 'nothing to compare it with',
  clockOff: (whose, seconds, ahead) => ({
    said: `this machine is ${seconds} s ${ahead ? 'ahead of' : 'behind'} ${whose}`,
    todo: 'Switch on time synchronisation (NTP) on the one that is wrong: sign-in and clocks on cases depend on it',
  }),
  clockDatabase: 'the database',
  modelOff: 'no model is set (VAKTIS_MODEL_URL): the rules work alone',
  embeddingsOff: 'no embeddings are set (VAKTIS_EMBEDDINGS_URL): the search goes by words alone',
  structuredOk: (ms) => `yes, after ${ms} ms`,
  structuredTodo: 'Try VAKTIS_MODEL_STRUCTURED=tools or json',
  modelTodo: 'See adapters/language-model/README.md',
  streamingOk: (pieces, ms) => `yes, ${pieces} pieces, the first after ${ms} ms`,
  contextOk: (tokens) => `a prompt of about ${tokens} tokens is read from its beginning`,
  modeOk: (usual, others) => `${usual}${others === '' ? '' : `; ${others}`}`,
  embeddingsOk: (dimension) => `vectors of ${dimension} numbers`,
  unexpected: (why) => ({
    said: `could not be looked at: ${why}`,
    todo: 'Try again; if it stays so, please report it',
  }),
  well: 'Everything that is set works.',
  result: (faults, warnings) => {
    const mended = warnings === 0 ? '' : ` ${warnings} to keep an eye on.`;
    if (faults === 0) return `What is set works.${mended}`;
    return `${faults === 1 ? 'One thing does not work.' : `${faults} things do not work.`}${mended}`;
  },
  todo: 'next',
};
