import type { PersonRecord } from './person-record.ts';
import { describeTime } from './retention-words.ts';
import { storedTable } from './stored-data.ts';

type Basis = {
  readonly deskName: string;
  readonly days: Parameters<typeof describeTime>[1];
  readonly at: Date;
};

/** What the person reads first: plain Swedish, as Markdown. */
export function renderExportIndex(record: PersonRecord, basis: Basis): string {
  const { identity, cases, files } = record;
  const tables = [...(cases.length > 0 ? ['cases'] : []), ...record.tables.keys()];
  return [
    '# Det här finns sparat om dig',
    '',
    `${basis.deskName} använder Vaktis, en robot i Teams, för att hjälpa till när något krånglar. ` +
      `Här är allt som fanns sparat om dig den ${basis.at.toISOString().slice(0, 10)}.`,
    '',
    `- Namn: ${identity.names.join(', ') || 'okänt'}`,
    `- Användarnamn: ${identity.ids.filter((id) => !id.startsWith('unlisted:')).join(', ') || 'okänt'}`,
    `- Ärenden: ${cases.length}`,
    `- Filer: ${files.length}`,
    '',
    '## Filerna',
    '',
    '- `uppgifter.json`: allt, så att ett annat program kan läsa det.',
    '- `arenden/`: dina ärenden, ett i taget, att läsa.',
    '- `filer/`: bilder och filer som du har skickat.',
    '',
    '## Vad, varför och hur länge',
    '',
    '| Vad | Varför | Hur länge |',
    '|---|---|---|',
    ...tables.map((table) => {
      const stored = storedTable(table);
      return `| ${stored.what} | ${stored.why} | ${describeTime(stored, basis.days)} |`;
    }),
    '',
    'Databasen kopieras också, så att inget går förlorat om en dator går sönder. Det här kan stå kvar i en sådan kopia ' +
      'tills kopian kastas. Hur länge det är bestämmer organisationen.',
    '',
    '## Andra människor',
    '',
    'Andra som står i samma ärenden är utbytta mot ”en annan person”. Den som hjälpte dig i sitt arbete kan stå kvar ' +
      'med namn i samtalet, eftersom du redan har sett det. I löpande text kan någon annan vara nämnd. Den som lämnar ' +
      'ut uppgifterna läser därför igenom dem först, och prövar om något är hemligt.',
    '',
    '## Dina rättigheter',
    '',
    'Du kan begära att fel rättas, att uppgifter raderas eller att de inte används. Vänd dig till den som är ' +
      'personuppgiftsansvarig eller till organisationens dataskyddsombud. Du kan också klaga hos ' +
      'Integritetsskyddsmyndigheten, imy.se.',
    '',
  ].join('\n');
}
