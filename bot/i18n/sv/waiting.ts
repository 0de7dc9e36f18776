export const waiting = {
  kept: 'Jag tar emot – det är många som skriver just nu. Du får svar här så snart jag hinner.',
  full: 'Du har redan skrivit flera meddelanden som väntar. Det sista kunde jag inte ta emot. Skriv det igen när du har fått svar.',
};
