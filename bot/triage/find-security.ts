import type { Category } from '#bot/desk/category.ts';
import { matches, patterns } from './text/patterns.ts';

const incidentWords = patterns(`
bröt sig in | brutit sig in
left/lost/forgot/forgotten _ in/on a/the/my bus/train/taxi/metro/cab/tram/café/cafe
tappat/tappade/glömt/glömde/förlorat/lämnat/lämnade _ på/i bussen/tåget/tunnelbanan/spårvagnen/taxin/stan/affären/caféet/gymmet/parken/butiken
inbrott* | stulen | stulna | stulit | stals | stöld* | snott | snodd* | stolen | theft | burglar* | hackad*
hackat | hacked | virus | ransomware | polisen
tappat/tappade/tappa/förlorat/glömt/glömde/lost/left/forgot _ bussen/tåget/tunnelbanan/spårvagnen/taxin/bus/train/taxi/metro/stan/caféet/parken
tappat bort | tappade bort | borttappad* | försvunnen | försvunnit | tappade/tappat jobb* | lost my/the/our
kvarglömd* | jag hittar inte min/mitt | hittar inte min/mitt * nånstans/någonstans
blev/blivit/ligger/glömdes/lämnades kvar på/i bussen/tåget/taxin/caféet/tunnelbanan/spårvagnen
tappat/tappade _ mobil*
skrev/skrivit/fyllde/angav/gav/lämnade _ in? _ lösen* | skrev/skrivit in mitt/min/mina
gave/entered/typed _ password | uppgav _ lösen* | lämnat ut _ lösen*
`);
const notGiven = patterns(
  `skrev inte | skrev aldrig | inte skrivit | didnt enter | did not enter | skrev ej`,
);

/** A thing is lost or stolen, or a secret given away: a person acts on it, whatever the note says. */
export function findSecurityIncident(line: string, category: Category | null): boolean {
  return category === 'security' && matches(line, incidentWords) && !matches(line, notGiven);
}

const swindleWords = patterns(`
virus* | nätfiske* | phishing* | bluff* | klick* _ länk* | presentkort* | swish* | gmail*
känns/verkar/ser _ skumt/konstigt/märkligt/lurt/misstänkt | bankuppgift* | gift card* | suspicious *
misstänkt* | skumt/konstigt/märkligt mejl/mail/sms | länk | link | okänd avsändare | falsk*
ring* ett nummer | microsoft | popup* | pop up | fake
`);
const lossWords = patterns(`
blev/blivit/ligger/glömdes/lämnades kvar på/i bussen/tåget/taxin/caféet/tunnelbanan/spårvagnen
jag hittar inte min/mitt | hittar inte min/mitt * nånstans/någonstans | bröt sig in | brutit sig in
left/lost/forgot/forgotten _ in/on a/the/my bus/train/taxi/metro/cab/tram/café/cafe | inbrott* | stulen
stulna | stulit | stöld* | stolen | snott | tappat bort | borttappad* | lost my
tappat/tappade/glömt _ bussen/tåget/taxin | försvunnit | försvunnen
`);

/** The field's own words for what people tell as a story, so that the search finds the note about it. */
export function searchHints(line: string): string {
  if (matches(line, lossWords)) return 'borttappad stulen enhet';
  return matches(line, swindleWords) ? 'nätfiske misstänkt mejl länk virus' : '';
}
