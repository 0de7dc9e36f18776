import type { PeopleWords } from './people.ts';

export const peopleEn: PeopleWords = {
  reading: (people) => `Reading: ${people} people`,
  noDesk: 'There is no desk yet. Load one with: vaktis import DIR',
  nobody: 'The source names nobody at all, so nothing was changed. Check the file, or the permission.',
  noRules:
    'There are no rules for where people work. Write people_rules in desk.yaml, or try a file with --rules FILE --dry-run.',
  unknownSites: (ids) => `The rules name sites that do not exist: ${ids}. Mend them and try again.`,
  rulesFault: (file, line, message, remedy) =>
    `${file}${line === null ? '' : `:${line}`}: ${message}. ${remedy}`,
  noGraph:
    'Graph cannot be asked: set MicrosoftAppTenantId, and VAKTIS_GRAPH_CLIENT_ID with VAKTIS_GRAPH_CLIENT_SECRET (or the bot’s own credentials). See the README.',
  noPermission:
    'Graph does not let the app in. Give it the application permission User.Read.All in Entra (API permissions), with an administrator’s consent.',
  busy: 'Graph has asked us to wait for too long. Nothing was changed. Try again in a while.',
  unreachable: (host, why) =>
    `${host} does not answer (${why}). Nothing was changed. Check the network and the firewall.`,
  strange: (status) => `Graph answered something unexpected (${status}). Nothing was changed.`,
  noToken: (said, todo) => `No token: ${said}. ${todo}.`,
  read: ({ entries, guests, closed, unusable }) =>
    `Read ${entries} people (${guests} guests, ${closed} closed accounts${unusable > 0 ? `, ${unusable} unreadable` : ''}).`,
  rulesTitle: 'The rules, the first that fits decides:',
  rule: (number, text, matched, examples) =>
    `  ${number}. ${text}: ${matched}${examples === '' ? '' : ` (${examples})`}`,
  unmatched: (people) => `No rule fits ${people}. They are not kept:`,
  unmatchedGroup: (what, people, example) => `  ${what}: ${people} (${example})`,
  nothingSaid: 'nothing said',
  more: (count) => `  … and ${count} more`,
  conflicts: 'To look at:',
  twice: (upns, count) => `  ${count} named twice, the first row counts: ${upns}`,
  upnReused: (upn, id) =>
    `  ${upn} has been somebody else's. The new one is ${id} here, so that cases are not mixed.`,
  listedElsewhere: (upn, listed, found) =>
    `  ${upn}: the desk says ${listed}, the rules ${found}. The desk counts.`,
  technicianLeft: (upn) =>
    `  ${upn} is a technician here but has left, by the directory. Take them out of the rota.`,
  listedLeft: (upn) => `  ${upn} is listed by the desk but has left, by the directory.`,
  rulesDisagree: (rules, count, example) =>
    `  Rules ${rules} disagree about ${count}, the first decides (${example})`,
  ambiguousSite: (sites, count, example) =>
    `  The name may mean ${sites}: ${count} (${example}). Write a rule with site.`,
  withoutObjectId: (count) =>
    `  ${count} without an object id cannot be recognised in Teams. Take the column id (objectId) into the file.`,
  would: (counts) => `Would be: ${counted(counts)} Nothing was changed.`,
  done: (counts) => `Done: ${counted(counts)}`,
  stop: (vanish, percent, limit) =>
    `Stopped: ${vanish} (${percent} %) would vanish or lose their site, more than ${limit} %. Nothing was changed. Look with --dry-run; if it is right: --allow-removals.`,
  reachTitle: (reached, all) => `The bot reaches ${reached} of ${all}.`,
  technicians: 'Technicians:',
  others: 'Dispatchers, editors and administrators:',
  staff: (reached, blocked, never) =>
    `All others: ${reached} reached, ${blocked} removed or blocked the app, ${never} have not met it.`,
  reached: 'reached',
  blocked: 'removed or blocked the app',
  never: 'has not met the bot: lacks the app, or has not opened it',
  noObjectId: 'has no object id, so the bot cannot begin a chat',
  reachNext:
    'Give people the app with a setup policy in the Teams admin centre (Teams apps › Setup policies). Vaktis installs it for nobody.',
};

function counted(counts: Parameters<PeopleWords['done']>[0]): string {
  const { added, updated, unchanged, left, forgotten } = counts;
  const forgottenToo = forgotten > 0 ? `, ${forgotten} forgotten` : '';
  return `${added} new, ${updated} changed, ${unchanged} as before, ${left} marked as gone${forgottenToo}.`;
}
