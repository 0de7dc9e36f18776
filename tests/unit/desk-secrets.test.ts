import { describe, expect, it } from 'vitest';
import { findPasswords, findPersonalIdentityNumbers } from '#bot/desk/secrets.ts';
import { processorTime } from '../support/processor-time.ts';

const numbersIn = (text: string) =>
  findPersonalIdentityNumbers(text).map((span) => text.slice(span.start, span.end));
const passwordsIn = (text: string) => findPasswords(text).map((span) => text.slice(span.start, span.end));

describe('personal identity numbers', () => {
  it.each([
    '191212121212',
    '19121212-1212',
    '121212-1212',
    '1212121212',
    '121212+1212',
    '121212 1212',
    '19121212 1212',
    '1912-12-12-1212',
    '1912 12 12 1212',
    '19121212–1212',
    '121212 - 1212',
    '20210791-9967',
    '000101-N220',
  ])('are found as %s inside a sentence', (number) => {
    expect(numbersIn(`Det gäller ${number}, kan ni se?`)).toEqual([number]);
  });

  it.each([
    ['a wrong check digit', '121212-1213'],
    ['a date that does not exist', '121312-1212'],
    ['an organisation number', '802005-7538'],
    ['a telephone number', 'Ring 08-000 12 34 eller 070-123 45 67'],
    ['a mobile number that happens to add up', 'ring mig på 0701023233'],
    ['a part of a longer number', '5512121212123'],
    ['an id', 'INC1212121212 och sw-121212-1212'],
    ['an address', 'https://x.example/121212-1212'],
  ])('are not %s', (_name, text) => {
    expect(numbersIn(text)).toEqual([]);
  });
});

describe('passwords', () => {
  it.each([
    ['mitt lösen Blomma!77 funkar inte', 'Blomma!77'],
    ['lösenordet till wifi är Sommar2024', 'Sommar2024'],
    ['Lösenord: sommar', 'sommar'],
    ['password=hunter2', 'hunter2'],
    ['my password is Summer2024!', 'Summer2024!'],
    ['PIN-koden är 4711.', '4711'],
    ['Sommar2024! är mitt lösenord', 'Sommar2024!'],
    ['användare: anna, lösen: katt1234', 'katt1234'],
  ])('are found in "%s"', (text, password) => {
    expect(passwordsIn(text)).toEqual([password]);
  });

  it.each([
    'lösenordet är fel',
    'lösenordet är minst 12 tecken',
    'Lösenord: se pärmen',
    'byt lösenord på dator SH-PC-0123',
    'Lösenord: ****',
    'pin 3 gånger',
    'min PIN är spärrad',
    'glömt lösenordet till office365 sedan 2024',
    'Lösenordet till anna@ek.example går inte',
    'lös problemet 12345',
  ])('are not found in "%s"', (text) => {
    expect(passwordsIn(text)).toEqual([]);
  });

  it('says when an ordinary word only is likely one', () => {
    expect(findPasswords('mitt lösenord är kattunge')).toMatchObject([{ certainty: 'likely' }]);
  });

  it.each(['lösenord ', 'pin ', '-', 'x', '1'])('are looked for quickly in 100 kB of "%s"', async (part) => {
    const text = part.repeat(100_000 / part.length);
    const took = await processorTime(() => {
      findPasswords(text);
      findPersonalIdentityNumbers(text);
    });
    expect(took).toBeLessThan(5_000);
  });
});
