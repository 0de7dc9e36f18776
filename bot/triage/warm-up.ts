import { unlistedPerson } from '#bot/desk/person.ts';
import type { LoadedDesk } from './desk-source.ts';
import type { TriageMessage } from './triage.ts';

/** Among them they touch most of the lexicons, both languages, names of places and the search. */
const samples = [
  'Hej! Projektorn på förskolan är svart och ingen signal kommer, har startat om den två gånger. Barnen väntar.',
  'Skrivaren i personalrummet skriver inte ut, hur lägger jag till den på min nya dator?',
  'Hela huset är utan nät och wifi sen i morse, ingen kan dokumentera. Kan någon komma hit?',
  'jag har glömt mitt lösenord och mobilen är borta, fick ett konstigt mejl med en länk igår',
  'diskmaskinen läcker och det luktar bränt vid uttaget',
  'My laptop is slow and the printer is jammed, how do I connect to the guest wifi? Please send someone.',
];

/**
 * Runs a few invented messages through the rules and the search and throws the results away, so that the first
 * person to write does not wait for what is made on first use. Some tens of milliseconds; changes nothing.
 */
export function warmUp(triage: TriageMessage, loaded: LoadedDesk): void {
  const [home] = loaded.desk.sites.keys();
  const nobody = unlistedPerson({ upn: 'warm-up', aadObjectId: null, name: 'warm-up' });
  const from = { ...nobody, homeSiteIds: home === undefined ? [] : [home] };
  for (const text of samples) {
    triage({ text, from, at: new Date(0), siteId: null, shownNoteIds: [] }, loaded, new Map());
  }
}
