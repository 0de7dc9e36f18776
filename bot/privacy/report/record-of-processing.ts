import { describeTime } from '../retention-words.ts';
import { storedData } from '../stored-data.ts';
import type { StoredTable, Subject } from '../stored-table.ts';
import { day, fillIn, type ReportBasis } from './report-basis.ts';

const subjectsInWords: Readonly<Record<Subject, string>> = {
  staff: 'personal',
  technician: 'tekniker',
  dispatcher: 'samordnare',
  editor: 'redaktörer',
};

/** The record of processing activities, article 30 of the GDPR, in Swedish Markdown. */
export function renderRecord(basis: ReportBasis): string {
  const personal = storedData.filter(({ subjects }) => subjects.length > 0);
  return [
    `# Registerförteckning: ${basis.deskName}`,
    '',
    `Artikel 30 i dataskyddsförordningen. Skriven av Vaktis den ${day(basis.at)} ur den tabell som programmet självt läser.`,
    '',
    `- Personuppgiftsansvarig: ${fillIn('nämnd eller styrelse')}`,
    `- Dataskyddsombud: ${fillIn('namn och adress')}`,
    '- Ändamål: hjälp med it på arbetsplatsen',
    '- Rättslig grund: uppgift av allmänt intresse, artikel 6.1 e, och 2 kap. 2 § lagen (2018:218) med kompletterande bestämmelser',
    `- Registrerade: anställda (${basis.people} personer, varav ${basis.technicians} tekniker, på ${basis.sites} platser)`,
    `- Källa: personen själv, deskens underlag${basis.hasDirectory ? ' och Microsoft Entra' : ''}`,
    '- Känsliga uppgifter: ska inte finnas. Personnummer och lösenord döljs innan något sparas.',
    '- Barn och elever: ska inte finnas. Om någon ändå skriver om ett barn kan texten raderas i förtid.',
    ...recipients(basis),
    `- Överföring till tredje land: ${fillIn('nej, eller vart och med vilket skydd. Teams är Microsofts tjänst')}`,
    '',
    '## Vad som sparas',
    '',
    '| Vad | Vems | Varför | Hur länge | Vem ser det | Arkiv |',
    '|---|---|---|---|---|---|',
    ...personal.map((stored) => row(stored, basis)),
    '',
    '## Skydd',
    '',
    '- Inloggning sker med organisationens egna konton. Roller står i deskens underlag.',
    '- Den som öppnar någon annans ärende, eller ser en hemlig uppgift, står i en logg. Om loggen ändras märks det.',
    '- Loggen har pseudonymer. När en person raderas tas nyckeln bort, och då kan ingen säga vem det var.',
    '- Servern kan köras med en roll i databasen som varken kan ändra tabellerna eller loggen.',
    '- Det som tiden har gått ut för tas bort varje natt.',
    '',
    '## Säkerhetskopior',
    '',
    '- En kopia har allt som databasen hade när kopian gjordes. Vaktis tar inte bort kopior.',
    `- Kopiorna sparas: ${fillIn('hur många dagar, var och vem som kan läsa dem. Högst 35 dagar är ett vanligt val')}`,
    '- Den som har raderats står kvar i äldre kopior. Läses en sådan in, radera personen igen samma dag.',
    '- Läses en gammal kopia in tas det som är för gammalt bort nästa natt.',
    '',
  ].join('\n');
}

function recipients({ contractors, hasModel }: ReportBasis): string[] {
  const named = contractors.map(({ name, withheld }) =>
    withheld.length === 0 ? name : `${name} (får inte: ${withheld.join(', ')})`,
  );
  return [
    `- Mottagare: Microsoft (Teams)${named.length === 0 ? '' : `, ${named.join(', ')}`}`,
    `- Språkmodell: ${hasModel ? `ja, ${fillIn('leverantör och avtal')}` : 'nej, reglerna arbetar själva'}`,
  ];
}

function row(stored: StoredTable, { days }: ReportBasis): string {
  const whose = stored.subjects.map((subject) => subjectsInWords[subject]).join(', ');
  const kept = stored.archive === 'keep' ? 'bevaras' : 'gallras';
  return `| ${stored.what} | ${whose} | ${stored.why} | ${describeTime(stored, days)} | ${stored.seenBy} | ${kept} |`;
}
