import type { PeopleWords } from './people.ts';

export const peopleSv: PeopleWords = {
  reading: (people) => `Läser: ${people} personer`,
  noDesk: 'Det finns ingen desk ännu. Läs in en med: vaktis import MAPP',
  nobody: 'Källan nämner ingen alls, så inget ändrades. Kontrollera filen, eller behörigheten.',
  noRules:
    'Det finns inga regler för var människor arbetar. Skriv people_rules i desk.yaml, eller prova en fil med --rules FIL --dry-run.',
  unknownSites: (ids) => `Reglerna nämner enheter som inte finns: ${ids}. Rätta dem och försök igen.`,
  rulesFault: (file, line, message, remedy) =>
    `${file}${line === null ? '' : `:${line}`}: ${message}. ${remedy}`,
  noGraph:
    'Graph kan inte frågas: sätt MicrosoftAppTenantId och VAKTIS_GRAPH_CLIENT_ID med VAKTIS_GRAPH_CLIENT_SECRET (eller botens egna uppgifter). Se README.',
  noPermission:
    'Graph släpper inte in appen. Ge den programbehörigheten User.Read.All i Entra (API permissions) och administratörens godkännande.',
  busy: 'Graph har bett oss vänta för länge. Inget ändrades. Försök igen om en stund.',
  unreachable: (host, why) => `${host} svarar inte (${why}). Inget ändrades. Kontrollera nät och brandvägg.`,
  strange: (status) => `Graph svarade något oväntat (${status}). Inget ändrades.`,
  noToken: (said, todo) => `${said}. ${todo}.`,
  read: ({ entries, guests, closed, unusable }) =>
    `Läste ${entries} personer (${guests} gäster, ${closed} stängda konton${unusable > 0 ? `, ${unusable} oläsliga` : ''}).`,
  rulesTitle: 'Reglerna, den första som passar gäller:',
  rule: (number, text, matched, examples) =>
    `  ${number}. ${text}: ${matched}${examples === '' ? '' : ` (${examples})`}`,
  unmatched: (people) => `Ingen regel passar ${people}. De sparas inte:`,
  unmatchedGroup: (what, people, example) => `  ${what}: ${people} (${example})`,
  nothingSaid: 'inget angivet',
  more: (count) => `  … och ${count} till`,
  conflicts: 'Att titta på:',
  twice: (upns, count) => `  ${count} nämns två gånger, den första raden gäller: ${upns}`,
  upnReused: (upn, id) =>
    `  ${upn} har tillhört någon annan. Den nya heter ${id} här, så att ärenden inte blandas.`,
  listedElsewhere: (upn, listed, found) =>
    `  ${upn}: desken säger ${listed}, reglerna ${found}. Desken gäller.`,
  technicianLeft: (upn) =>
    `  ${upn} är tekniker här men har slutat enligt katalogen. Ta bort personen ur schemat (technicians.yaml).`,
  listedLeft: (upn) => `  ${upn} står i desken men har slutat enligt katalogen.`,
  rulesDisagree: (rules, count, example) =>
    `  Regel ${rules} säger olika om ${count}, den första gäller (${example})`,
  ambiguousSite: (sites, count, example) =>
    `  Namnet kan vara ${sites}: ${count} (${example}). Skriv en regel med site.`,
  withoutObjectId: (count) =>
    `  ${count} saknar objekt-id och känns inte igen i Teams. Ta med kolumnen id (objectId) i filen.`,
  would: (counts) => `Skulle bli: ${counted(counts)} Inget ändrades.`,
  done: (counts) => `Klart: ${counted(counts)}`,
  stop: (vanish, percent, limit) =>
    `Stopp: ${vanish} (${percent} %) skulle försvinna eller mista sin enhet, mer än ${limit} %. Inget ändrades. Titta med --dry-run; stämmer det: --allow-removals.`,
  reachTitle: (reached, all) => `Boten når ${reached} av ${all}.`,
  technicians: 'Tekniker:',
  others: 'Samordnare, redaktörer och administratörer:',
  staff: (reached, blocked, never) =>
    `Övriga: ${reached} nås, ${blocked} har tagit bort eller blockerat appen, ${never} har inte mött den.`,
  reached: 'nås',
  blocked: 'har tagit bort eller blockerat appen',
  never: 'har inte mött boten: appen saknas, eller de har inte öppnat den',
  noObjectId: 'objekt-id saknas, så boten kan inte börja ett samtal',
  reachNext:
    'Dela ut appen med en installationsprincip i Teams administrationscenter (Teams apps › Setup policies). Vaktis installerar den inte åt någon.',
};

function counted(counts: Parameters<PeopleWords['done']>[0]): string {
  const { added, updated, unchanged, left, forgotten } = counts;
  const forgottenToo = forgotten > 0 ? `, ${forgotten} glömda` : '';
  return `${added} nya, ${updated} ändrade, ${unchanged} som förut, ${left} markerade som slutade${forgottenToo}.`;
}
