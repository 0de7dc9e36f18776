import { fillIn, type ReportBasis } from './report-basis.ts';

/** What the EU's AI Act (regulation 2024/1689) asks to be said, in Swedish. */
export function renderAiDisclosure({ deskName, hasModel, hasEmbeddings }: ReportBasis): string {
  return [
    `# Om AI i Vaktis: ${deskName}`,
    '',
    'AI-förordningen, (EU) 2024/1689. Artikel 50 säger att människor ska veta när de talar med en maskin.',
    '',
    '## Det här säger Vaktis',
    '',
    '- Vaktis är en robot. Det står i det första svaret till varje person.',
    '- Man kan alltid be att få tala med en människa.',
    '- Ord som en språkmodell har skrivit är märkta, i chatten och på teknikernas kort.',
    '- Om Vaktis inte har någon notis säger den det.',
    '',
    '## Så används språkmodeller',
    '',
    hasModel
      ? `En språkmodell är inställd (${fillIn('namn, version och leverantör')}). Den får läsa frågan, med namn och nummer dolda, och skriva svar som hålls mot notisen.`
      : 'Ingen språkmodell är inställd. Svaren kommer ur notiser som människor har skrivit, och regler väljer vilken.',
    hasEmbeddings
      ? 'En modell som räknar på ords betydelse hjälper sökningen. Den skriver ingenting.'
      : 'Sökningen går på ord.',
    '',
    '- Ingen modell bestämmer vem som får ett ärende. Det gör regler som går att läsa.',
    '- Ingen modell bedömer människor, deras känslor eller deras arbete.',
    '- Anställning, betyg och förmåner berörs inte. Användningen hör därför inte till dem med hög risk i bilaga III. ' +
      fillIn('egen bedömning och datum'),
    '',
    '## Kunskap',
    '',
    `Artikel 4: de som sköter Vaktis ska kunna nog om AI. ${fillIn('hur det ordnas')}`,
    '',
  ].join('\n');
}
