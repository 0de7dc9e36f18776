import type { ReportFault, ReportRefusal } from '#bot/reply/beyond-chat.ts';

const refused: Record<ReportRefusal, string> = {
  'not-a-person': 'Det där skrev en app och ingen människa, så det finns ingen att göra ett ärende åt.',
  'no-text':
    'Meddelandet har ingen text att göra ett ärende av. Skriv till Vaktis i din egen chatt, så hjälper jag dig där.',
  outsider:
    'Den som skrev hör till en annan organisation. Skriv till Vaktis i din egen chatt om det gäller er.',
  'unknown-author': 'Jag kan inte se vem som skrev det. Skriv till Vaktis i din egen chatt i stället.',
  'unknown-presser':
    'Jag kan inte se vem du är, så jag kan inte göra något ärende. Skriv till Vaktis i din egen chatt.',
  'not-your-form':
    'Det där formuläret kan jag inte ta emot. Stäng det och välj Skapa ärende på meddelandet igen.',
  'too-much':
    'Det är mycket på en gång just nu, så jag behöver hinna ikapp. Inget ärende är gjort. Vänta en minut och välj Skapa ärende på meddelandet igen.',
  failed: 'Något gick fel hos mig. Inget ärende är gjort. Försök igen om en liten stund.',
  slow: 'Det tar lite längre tid än vanligt. Du får besked i din chatt med Vaktis.',
};

const faults: Record<ReportFault, string> = {
  'text-missing': 'Skriv vad som är fel.',
  'text-too-long': 'Texten är för lång. Korta den till högst 4 000 tecken.',
  'site-unknown': 'Välj en plats i listan, eller ”vet inte”.',
  'category-unknown': 'Välj något i listan, eller ”vet inte”.',
};

/** Skapa ärende av någons meddelande, och det som söks fram och visas för andra. */
export const beyond = {
  reportedBy: 'Anmält av',
  form: {
    title: 'Skapa ärende',
    forSomebody: (name: string) => `Ett ärende åt ${name}`,
    forYou: 'Ett ärende åt dig',
    text: 'Vad är fel?',
    site: 'Var?',
    siteUnknown: 'Vet inte, eller en annan plats',
    category: 'Vad gäller det?',
    categoryUnknown: 'Vet inte',
    send: 'Skapa ärende',
    suggestion: 'Det här kan hjälpa direkt',
    referral: (to: string) => `Det här låter som något för ${to}.`,
    filesLeftOut: 'Bilder och filer i meddelandet följer inte med.',
    secretsLeftOut: 'Lösenord eller personnummer är borttaget ur texten.',
    endLeftOut: 'Meddelandet var långt. Slutet är inte med.',
    stored: (name: string) =>
      `Texten här ovanför sparas i ett ärende som står på ${name}. Den ser ${name}, du, den som tar hand om ärendet och den som fördelar ärenden. Lämnas ärendet till en leverantör följer texten med. Ingenting skrivs i den här chatten.`,
    storedForYou:
      'Texten här ovanför sparas i ditt ärende. Den ser du, den som tar hand om ärendet och den som fördelar ärenden. Lämnas ärendet till en leverantör följer texten med. Ingenting skrivs i den här chatten.',
    mend: 'Något behöver ändras. Det du har skrivit är kvar.',
    faults,
  },
  made: {
    title: (number: string) => `Ärende ${number} är skapat`,
    joined: (number: string) => `Felet är redan känt: ärende ${number}`,
    added: (number: string) => `Tillagt i ärende ${number}`,
    already: (number: string, state: string) =>
      `Det finns redan ett ärende om meddelandet: ${number} (${state})`,
    to: (name: string) => `${name} har fått det.`,
    tells: (name: string) => `${name} får besked av Vaktis om hur det går.`,
    tellsYou: 'Du får besked i din chatt med Vaktis.',
    unreachable: (name: string) =>
      `Jag vet inte om jag når ${name}, som inte har skrivit till Vaktis förut. Berätta gärna att ärendet finns.`,
    close: 'Du kan stänga rutan.',
  },
  refused,
  reference: (reference: string) => `Kod: ${reference}.`,
  reported: {
    forYou: (name: string, number: string) => `${name} har gjort ärende ${number} av något du har skrivit`,
    words: (words: string) => `”${words}”`,
    cancelIfWrong: 'Stämmer det inte? Skriv ”behövs inte längre” här.',
    byYou: (name: string, number: string) => `Du har gjort ärende ${number} åt ${name}.`,
  },
  search: {
    noCases: 'Du har inga ärenden att visa.',
    noCasesFor: 'Jag hittar inget ärende med de orden bland dina egna.',
    noNotes: 'Det finns inga platsnotiser att visa.',
    noNotesFor: 'Jag hittar ingen platsnotis om det.',
    noMore: 'Det finns inga fler.',
    failed: 'Sökningen gick inte just nu. Försök igen om en liten stund.',
    'too-much':
      'Det är många sökningar på en gång just nu, så jag behöver hinna ikapp. Vänta en minut och sök igen.',
    'unknown-searcher': 'Jag kan inte se vem du är, så jag kan inte söka åt dig.',
    fromNote: 'Platsnotis från Vaktis',
    fromCase: 'Ärende i Vaktis',
  },
};
