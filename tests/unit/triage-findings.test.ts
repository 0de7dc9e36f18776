import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '#bot/desk/desk.ts';
import { scoreWords } from '#bot/triage/find-category.ts';
import { findCues } from '#bot/triage/find-cues.ts';
import { findDanger } from '#bot/triage/find-hazard.ts';
import { findIntent } from '#bot/triage/find-intent.ts';
import { findNotIt } from '#bot/triage/find-not-it.ts';
import { findWeight } from '#bot/triage/find-priority.ts';
import { findSite } from '#bot/triage/find-site.ts';
import { namesSystem } from '#bot/triage/find-system-name.ts';
import { hear } from '#bot/triage/hear.ts';
import { detectLanguage } from '#bot/triage/language/detect-language.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { createNameIndex } from '#bot/triage/name-index.ts';
import { splitProblems } from '#bot/triage/split-problems.ts';
import { toLine } from '#bot/triage/text/fold.ts';
import { isNear } from '#bot/triage/text/near.ts';
import { findAll, matches, patterns, without } from '#bot/triage/text/patterns.ts';
import { loadDesk } from '../support/talk.ts';
import { staffAt } from '../support/triage-desk.ts';

let desk: Desk;
beforeAll(async () => {
  ({ desk } = await loadDesk());
});

describe('findWeight', () => {
  const impact = (text: string) =>
    findWeight({
      line: toLine(text),
      category: 'network',
      cues: findCues(hear(text)),
      danger: { hazard: false, falling: false },
      request: false,
      closeNote: false,
      securityIncident: false,
    }).impact;

  it.each([
    'playstation kommer inte ut på nätet',
    'kassan når inte nätet',
    'skylten hittar inte wifi längre',
  ])('takes one thing that has no network for one thing: %s', (text) => {
    expect(impact(text)).toBe('low');
  });

  it.each(['vi kommer inte ut på nätet', 'förskolan kommer inte ut på internet', 'nätet är nere'])(
    'takes people, or the place itself, for everybody: %s',
    (text) => {
      expect(impact(text)).toBe('high');
    },
  );
});

describe('findSite', () => {
  const where = (text: string, homes: string[] = ['granen'], givenId: string | null = null) =>
    findSite({ text, from: staffAt(...homes), chosenId: null, givenId }, desk);

  it.each([
    ['projektorn på Solrosen är svart', 'solrosen'],
    ['Solans skrivare blinkar', 'solrosen'],
    ['Är på Förskolan Vitsippan idag', 'vitsippan'],
    ['vikarierar på Blaklockan', 'blaklockan'],
    ['på Sjövikskolann fungerar inget', 'sjovikskolan'],
  ])('hears the name, nickname, genitive, missing dots and misspelling: %s', (text, id) => {
    expect(where(text)).toMatchObject({ id, source: 'mention' });
  });

  it.each(['eleven tappade den vid linden', 'det är fel på bryggan i hamnen', 'klockan på väggen går fel'])(
    'does not take an ordinary word for somebody else’s site: %s',
    (text) => {
      expect(where(text)).toMatchObject({ id: 'granen', source: 'home' });
    },
  );

  it.each(['Klockan på datorn går fel', 'Linden vid entrén ramlade'])(
    'does not take the word that opens a sentence for a site when it has a place of its own: %s',
    (text) => {
      expect(where(text, ['solrosen'])).toMatchObject({ id: 'solrosen', source: 'home' });
    },
  );

  it('does not take a department for a site of that name', () => {
    expect(where('plattan på avdelning Solrosen laddar inte')).toMatchObject({ id: 'granen' });
  });

  it('lets a later line correct an earlier one', () => {
    expect(where('skrivaren på Solrosen\nförlåt, jag är på Bävern idag')).toMatchObject({ id: 'bavern' });
  });

  it('prefers what was given to the home, and asks whoever has two', () => {
    expect(where('skrivaren är trasig', ['granen'], 'bavern')).toMatchObject({
      id: 'bavern',
      source: 'given',
    });
    expect(where('skrivaren är trasig', ['granen', 'bavern'])).toMatchObject({
      id: null,
      candidates: ['granen', 'bavern'],
    });
  });
});

describe('createNameIndex', () => {
  const names = Array.from({ length: 3000 }, (_, index) => {
    const letter = String.fromCharCode(97 + (index % 26));
    return { words: [`${letter}kvarter${index.toString(36)}`], siteIds: [`s${index}`], ordinary: false };
  });
  const index = createNameIndex(names, (heard, word) => isNear(heard, word, 1));
  const found = (words: string[], exact: boolean) =>
    index.candidatesFor(words, exact).map(({ siteIds }) => siteIds[0]);

  it('holds a message against the few names that it may hold', () => {
    expect(found(['skrivaren', 'pa', 'ekvarter2a'], true)).toEqual(['s82']);
    expect(found(['ekvarter2as'], true)).toEqual(['s82']);
    expect(found(['skrivaren', 'i', 'personalrummet', 'kranglar'], false)).toEqual([]);
  });

  it('finds a misspelt one', () => {
    expect(found(['ekvartre2a'], false)).toContain('s82');
  });
});

describe('findDanger', () => {
  it.each([
    'det luktar bränt',
    'gnistor ur uttaget',
    'there is smoke',
    'fick en stöt av datorn',
    'det rinner vatten ner i skrivaren',
    'det brinner',
    'brand!',
    'there is a fire',
  ])('sees it: %s', (text) => {
    expect(findDanger(toLine(text), true).hazard).toBe(true);
  });

  it.each(['brandväggen blockerar sidan', 'jag stöter på problem', 'spillde kaffe i datorn, den är död nu'])(
    'does not see it where there is none: %s',
    (text) => {
      expect(findDanger(toLine(text), true).hazard).toBe(false);
    },
  );
});

describe('findNotIt', () => {
  const isNotIt = (text: string) =>
    findNotIt(toLine(text), scoreWords(toLine(text)), [], desk.settings.referrals).notIt;

  it.each([
    'diskmaskinen läcker',
    'elementen är iskalla',
    'min lön är fel',
    'entrédörren går inte att låsa',
    'toan på avdelningen är igensatt',
    'lunchen kom utan laktosfri mat',
    'the smoke detector chirps all day',
  ])('sends away what belongs to somebody else: %s', (text) => {
    expect(isNotIt(text)).toBe(true);
  });

  it.each([
    'dörren till skrivaren är av',
    'datorn vid dörren startar inte',
    'larmtelefonen är tyst',
    'kontot låser sig',
    'lampan på routern blinkar',
    'etikettskrivaren matar ut tomma remsor',
  ])('keeps what only sounds like it: %s', (text) => {
    expect(isNotIt(text)).toBe(false);
  });

  it('names whose it is', () => {
    const line = toLine('elementet i hallen är kallt');
    expect(findNotIt(line, new Map(), [], desk.settings.referrals).referral?.to).toBe('Fastighetsjouren');
  });
});

describe('findIntent', () => {
  it.each([
    ['Hej!', 'greeting'],
    ['God morgon kära ni 😊', 'greeting'],
    ['Tack snälla, nu funkar det! 🙏', 'thanks'],
    ['are you a bot?', 'help'],
    ['who is our technician?', 'who-is-technician'],
    ['Vem är det som jobbar med datorerna hos oss?', 'who-is-technician'],
    ['Who looks after the computers here?', 'who-is-technician'],
    ['Hej, skrivaren är trasig. Tack på förhand', 'report'],
  ])('%s is %s', (text, intent) => {
    expect(findIntent(hear(text))).toBe(intent);
  });
});

describe('detectLanguage', () => {
  it.each([
    ['skrivaren funkar inte', 'sv'],
    ['glomt losenordet', 'sv'],
    ['natet ar nere', 'sv'],
    ['I cannot send e-mail', 'en'],
    ['the printer is jammed again', 'en'],
    ['skjermen virker ikke, hva gjør jeg?', 'no'],
    ['salasana ei toimi', 'fi'],
    ['drukarka nie działa', 'pl'],
    ['الطابعة لا تعمل', 'ar'],
    ['принтер не працює', 'uk'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text, 'sv').language).toBe(language);
  });

  it('says nothing where there is nothing to judge by', () => {
    expect(detectLanguage('🙂 123', 'sv').language).toBeNull();
  });
});

describe('maskSecrets', () => {
  it('hides only the secret', () => {
    const { text, masked } = maskSecrets('mitt lösen Sommar#88 funkar inte');
    expect(text).toMatch(/^mitt lösen \S+ funkar inte$/);
    expect(text).not.toContain('Sommar');
    expect(masked).toEqual(['password']);
  });
});

describe('maskSecrets, of a code that is typed to get in,', () => {
  it.each(['koden jag skriver är Grönsak&Bulle7, hjälper det?', 'koden jag använder är Sommar2031'])(
    'hides it: %s',
    (text) => {
      expect(maskSecrets(text).masked).toEqual(['password']);
    },
  );

  it.each([
    'felkoden jag får är 0x80070005',
    'koden som visas är E-73',
    'koden kom på kvittot',
    'code 49.4C02',
  ])('leaves an error’s alone: %s', (text) => {
    expect(maskSecrets(text).masked).toEqual([]);
  });
});

describe('splitProblems', () => {
  it('splits numbered and announced matters', () => {
    expect(splitProblems('1) skrivaren skriver inte ut 2) jag har glömt mitt lösenord')).toHaveLength(2);
  });

  it('keeps one matter whole', () => {
    const text = 'Wifi funkar inte på plattan. Vi sitter i ateljén och det är samma på alla plattor.';
    expect(splitProblems(text)).toEqual([text]);
  });
});

describe('namesSystem', () => {
  it.each([
    'Barnpärmen kraschar när jag sparar',
    'schemat har försvunnit i Tidsamt',
    'kommer inte åt listan i Kundkompis',
  ])('takes a proper name that does what programs do for a business system: %s', (text) => {
    expect(namesSystem(text, desk, [])).toBe(true);
  });

  it.each([
    'Skrivaren svarar inte',
    'Solrosen svarar inte i telefon',
    'Karin säger att nätet är nere',
    'bilden i Teams fryser',
  ])('does not take a thing, a site, a person or a well-known program for one: %s', (text) => {
    expect(namesSystem(text, desk, [])).toBe(false);
  });
});

describe('patterns', () => {
  it('match whole words without diacritics, with rests, choices and gaps', () => {
    const set = patterns('hela _ huset | skrivar* | en/två dagar | # personer');
    for (const text of ['hela det stora huset', 'SKRIVAREN', 'tva dagar', '12 personer']) {
      expect(matches(toLine(text), set)).toBe(true);
    }
    expect(matches(toLine('avskrivare'), set)).toBe(false);
  });

  it('match by how a word ends, take the longest first, and can be taken out', () => {
    const set = patterns('*datorn | datorn startar | startar om? igen');
    const line = toLine('Lärardatorn är seg, datorn startar igen');
    expect(findAll(line, set).map(({ text }) => text)).toEqual(['larardatorn', 'datorn startar']);
    expect(without(line, set)).toBe(' ar seg , igen ');
  });
});
