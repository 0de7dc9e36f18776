export const answers = {
  lead: 'Det här brukar hjälpa:',
  leadAnother: 'Tack för att du provade. Prova det här i stället:',
  leadOutage: 'Det här är ett känt fel, och någon arbetar med det.',
  outageOver: (time: string) => `Det ska vara klart ${time}.`,
  warning: (text: string) => `Viktigt: ${text}`,
  stepsTitle: 'Gör så här',
  sourceSite: 'Från platsnotisen',
  sourceShared: 'Från en gemensam notis',
  verified: (date: string) => `kontrollerad ${date}`,
  verifiedBy: (date: string, name: string) => `kontrollerad ${date} av ${name}`,
  notVerified: 'inte kontrollerad än',
  stale: 'Ingen har kontrollerat notisen på ett tag. Säg gärna till om något inte stämmer.',
  how: 'Hur gick det? Svara ”det löste sig” eller ”det hjälpte inte”. Du kan också skriva ”prata med en människa”.',
  whenOutage: 'Gäller det något annat? Skriv ”prata med en människa”.',
  step: (index: string, total: string) => `Steg ${index} av ${total}`,
  nextOrPerson:
    'Svara ”det löste sig” eller ”det hjälpte inte”. Du kan också skriva ”prata med en människa”.',
  lastStep:
    'Det var sista steget. Löste det sig? Skriv ”det hjälpte inte” så lämnar jag över till en människa.',
  notIt: {
    title: 'Det här hör inte till it',
    referral: (to: string) => `Det är ${to} som kan hjälpa dig.`,
    ring: (phone: string) => `Ring ${phone}.`,
    unknown: 'Jag vet tyvärr inte vem som har hand om det. Fråga gärna din chef.',
    wrong: 'Blev det fel? Be om en människa så reder vi ut det.',
  },
  safety: 'Rör inte apparaten. Vid rök eller eld: lämna rummet och larma 112.',
};
