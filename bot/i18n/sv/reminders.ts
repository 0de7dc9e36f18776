/** Frågan om notiser fortfarande stämmer, och svaren på den. */
export const reminders = {
  title: (count: number): string =>
    count === 1 ? 'Stämmer din notis fortfarande?' : 'Stämmer dina notiser fortfarande?',
  intro: 'Ett tryck räcker om allt är som det ska. Kontrollera först om du är osäker.',
  verified: (date: string) => `Bekräftad ${date}`,
  neverVerified: 'Aldrig bekräftad',
  due: (date: string) => `ska ses över ${date}`,
  open: 'Öppna notisen',
  stillTrue: 'Stämmer',
  stillTrueOf: (title: string) => `Stämmer: ${title}`,
  needsChange: 'Något behöver ändras',
  whichNote: 'Vilken notis?',
  whichError: 'Välj en notis.',
  what: 'Vad behöver ändras?',
  whatError: 'Skriv kort vad som inte stämmer.',
  send: 'Skicka',
  confirmed: (title: string, date: string | null) =>
    `Tack! ”${title}” är bekräftad i dag.${date === null ? '' : ` Jag frågar igen kring ${date}.`}`,
  kept: (title: string) => `Tack! Jag har noterat vad som behöver ändras i ”${title}”.`,
};
