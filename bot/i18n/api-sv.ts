/** The Swedish words of the editors' API; see api.ts. */
export const sv = {
  everySite: 'Alla platser',
  errors: {
    'not-signed-in': 'Du är inte inloggad, eller så har inloggningen gått ut. Logga in igen.',
    'not-allowed': 'Du har inte behörighet till det här. Den som sköter desken kan ge dig den.',
    'not-found': 'Det du söker finns inte längre.',
    'invalid-input': 'Något behöver rättas innan det kan sparas.',
    conflict: 'Någon annan hann ändra. Hämta det nya och försök igen.',
    'too-large': 'Det är för stort. Gör det mindre och försök igen.',
    'too-many': 'Det går lite för fort. Vänta en stund och försök igen.',
    unavailable: 'Det gick inte just nu. Försök igen om en stund.',
  },
  fault: {
    missing: 'Fyll i det här.',
    tooLong: (most: number) => `Det är för långt. Högst ${most} tecken får plats.`,
    tooMany: (most: number) => `Det är för många. Högst ${most} får plats.`,
    wrong: 'Det här går inte att läsa. Kontrollera det och försök igen.',
    cursor: 'Listan har ändrats. Börja om från början.',
  },
};
