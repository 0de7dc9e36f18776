/** The Swedish words of the tab's import and export; see tab-exchange.ts. */
export const sv = {
  title: 'In och ut',
  intro: 'Har du redan texter? Gör notiser av dem här. Inget visas för personalen förrän du publicerar det.',
  importTitle: 'Hämta in',
  drop: 'Släpp en fil här',
  choose: 'Välj en fil',
  kinds: 'Word (.docx), CSV, Markdown (.md) eller en zip med Markdown. Högst 20 MB.',
  reading: (name: string) => `Läser ${name} …`,
  faults: {
    kind: 'Den sortens fil går inte att läsa här. Välj Word, CSV, Markdown eller zip.',
    size: 'Filen är för stor. Dela upp den i flera, med högst 20 MB i varje.',
    empty: 'Filen är tom.',
    many: 'En fil i taget, tack. Den första läses.',
    failed: 'Filen gick inte att läsa just nu. Försök gärna igen.',
  },
  found: (count: number, file: string) =>
    count === 1 ? `1 notis hittades i ${file}` : `${count} notiser hittades i ${file}`,
  nothing: (file: string) => `Inga notiser hittades i ${file}.`,
  nothingHint: 'En notis börjar med en rubrik. Ge varje del i filen en rubrik och försök igen.',
  left: 'Det här kom inte med',
  all: 'Välj alla',
  none: 'Välj ingen',
  chosen: (count: number) => (count === 1 ? '1 vald' : `${count} valda`),
  more: (count: number) => `Visa ${count} till`,
  onlyFaults: 'Visa bara dem som behöver ses över',
  take: (title: string) => `Ta med ”${title}”`,
  noteTitle: 'Rubrik',
  site: 'Plats',
  everySite: 'Alla platser',
  showText: 'Visa texten',
  symptoms: 'Ord som folk säger',
  steps: 'Steg',
  mustMend: 'Behöver rättas',
  shouldMend: 'Bra att veta',
  like: (title: string) => `Säger nästan samma som ”${title}”, som redan finns.`,
  titleMissing: 'Skriv en rubrik.',
  inTheWay: (count: number) =>
    count === 1 ? '1 vald notis behöver rättas först.' : `${count} valda notiser behöver rättas först.`,
  save: (count: number) => (count === 1 ? 'Spara 1 utkast' : `Spara ${count} utkast`),
  saving: 'Sparar …',
  saved: (count: number) =>
    count === 1
      ? '1 utkast är sparat. Läs det och publicera när det stämmer.'
      : `${count} utkast är sparade. Läs dem och publicera när de stämmer.`,
  savedSome: (saved: number, left: number) =>
    `${saved} utkast är sparade. ${left} blev kvar och finns nedan. Försök gärna igen.`,
  saveFailed: 'Utkasten kunde inte sparas. Dina val finns kvar.',
  toDrafts: 'Visa utkasten',
  another: 'Läs en fil till',
  cancel: 'Avbryt',
  exportTitle: 'Ta ut',
  exportIntro:
    'Allt ni har skrivit är ert. Ladda ner hela mappen som en zip: notiser, platser, personer och regler.',
  exportWarning:
    'Filen har uppgifter om personer och platser. Spara den där bara rätt personer kommer åt den.',
  export: 'Ladda ner allt',
  exporting: 'Packar …',
  exported: 'Filen är nedladdad.',
};
