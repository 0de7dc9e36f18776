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
 * A few invented messages to run through the rules and the search one after the other, their results thrown away, so
 * that the first person to write does not wait for what is made on first use. Each takes some tens of milliseconds
 * and changes nothing.
 */
export function warmUpSteps(triage: TriageMessage, loaded: LoadedDesk): readonly (() => void)[] {
  const [home] = loaded.desk.sites.keys();
  const nobody = unlistedPerson({ upn: 'warm-up', aadObjectId: null, name: 'warm-up' });
  const from = { ...nobody, homeSiteIds: home === undefined ? [] : [home] };
  return samples.map((text) => () => {
    triage({ text, from, at: new Date(0), siteId: null, shownNoteIds: [] }, loaded, new Map());
  });
}
