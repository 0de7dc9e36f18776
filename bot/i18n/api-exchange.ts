import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** The words of import and export: why a file, or a part of it, could not be used. */
export type ExchangeWords = typeof sv;

const sv = {
  /** The heading over a guided fix that has none. */
  stepsTitle: 'Prova detta',
  fault: {
    'unknown-type':
      'Den sortens fil går inte att läsa in. Välj en zip-fil med Markdown, en tabell (csv) eller ett Word-dokument (docx).',
    'not-word': 'Filen är inget Word-dokument, fast den heter så. Öppna den i Word och spara den som .docx.',
    'old-word':
      'Dokumentet är sparat i ett äldre format eller har lösenord. Öppna det i Word och spara det som .docx utan lösenord.',
    'broken-word': 'Word-dokumentet är skadat. Öppna det i Word, spara det igen och försök på nytt.',
    'not-zip': 'Zip-filen är skadad, eller är ingen zip-fil. Packa mappen på nytt och försök igen.',
    'not-utf8': 'Filen innehåller något annat än text. Spara den som text i UTF-8 och försök igen.',
    'not-table':
      'Tabellen går inte att läsa. Första raden ska vara rubriker, till exempel: titel; text; plats; kategori.',
    'too-large': 'Filen är för stor när den packas upp. Dela upp den och läs in en del i taget.',
    'too-many-files': 'Zip-filen innehåller för många filer. Dela upp den och läs in en del i taget.',
    empty: 'Filen är tom.',
  },
  left: {
    'empty-section': (what: string) => `Rubriken ”${what}” har ingen text under sig.`,
    'front-matter': (what: string) => `Inledningen i ${what} kunde bara läsas till en del. Se över fälten.`,
    'not-text': (what: string) => `${what} är inte text.`,
    'no-title': (what: string) => `Rad ${what} har ingen titel.`,
    'unknown-column': (what: string) => `Kolumnen ”${what}” har ingen plats i en notis.`,
    'unknown-site': (what: string) => `Det finns ingen plats som heter ”${what}”. Välj plats själv.`,
    pictures: (what: string) =>
      what === '1'
        ? 'En bild kunde inte följa med. Klistra in den i notisen.'
        : `${what} bilder kunde inte följa med. Klistra in dem i notiserna.`,
    'too-long': (what: string) => `”${what}” är för lång för en notis. Slutet kom inte med.`,
    'too-many-notes': (what: string) => `${what} notiser till kom inte med. Läs in dem i en fil för sig.`,
  },
  /** A folder in an import that is no site of the desk. */
  noSuchFolder: (folder: string) => `Det finns ingen plats med id ”${folder}”. Välj en annan plats.`,
  notYourSite: (folder: string) => `Du får inte skriva notiser för ”${folder}”. Välj en av dina platser.`,
};

const en: ExchangeWords = {
  stepsTitle: 'Try this',
  fault: {
    'unknown-type':
      'That kind of file cannot be imported. Choose a zip of Markdown, a table (csv) or a Word document (docx).',
    'not-word':
      'The file is not a Word document, though its name says so. Open it in Word and save it as .docx.',
    'old-word':
      'The document is in an older format or has a password. Open it in Word and save it as .docx without one.',
    'broken-word': 'The Word document is damaged. Open it in Word, save it again and try once more.',
    'not-zip': 'The zip file is damaged, or is not a zip file. Pack the folder again and try once more.',
    'not-utf8': 'The file holds something other than text. Save it as UTF-8 text and try again.',
    'not-table':
      'The table cannot be read. Its first row must be headers, for example: title; text; site; category.',
    'too-large': 'The file is too large once unpacked. Divide it and import one part at a time.',
    'too-many-files': 'The zip holds too many files. Divide it and import one part at a time.',
    empty: 'The file is empty.',
  },
  left: {
    'empty-section': (what) => `The heading “${what}” has no text under it.`,
    'front-matter': (what) => `The front matter of ${what} could be read only in part. Check the fields.`,
    'not-text': (what) => `${what} is not text.`,
    'no-title': (what) => `Row ${what} has no title.`,
    'unknown-column': (what) => `The column “${what}” has no place in a note.`,
    'unknown-site': (what) => `There is no site called “${what}”. Choose the site yourself.`,
    pictures: (what) =>
      what === '1'
        ? 'One picture could not come along. Paste it into the note.'
        : `${what} pictures could not come along. Paste them into the notes.`,
    'too-long': (what) => `“${what}” is too long for one note. Its end is missing.`,
    'too-many-notes': (what) => `${what} more notes are left out. Import them in a file of their own.`,
  },
  noSuchFolder: (folder) => `There is no site with the id “${folder}”. Choose another site.`,
  notYourSite: (folder) => `You may not write notes for “${folder}”. Choose one of your sites.`,
};

export function exchangeWords(language: ReplyLanguage): ExchangeWords {
  return language === 'sv' ? sv : en;
}
