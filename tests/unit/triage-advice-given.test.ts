import { beforeAll, describe, expect, it, test } from 'vitest';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { findCues } from '#bot/triage/find-cues.ts';
import { hear } from '#bot/triage/hear.ts';
import type { Note } from '#knowledge/note.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../support/build-note.ts';
import { loadDesk } from '../support/talk.ts';
import { triageOn } from '../support/triage-desk.ts';

let demo: LoadedDesk;
beforeAll(async () => {
  demo = await loadDesk();
});

const teams = buildNote({
  id: '_shared/teams',
  title: 'Ansluta till Teams-möten',
  category: 'email-calendar',
  symptoms: ['hör inget på teams', 'kommer inte in i mötet'],
});
const password = buildNote({
  id: '_shared/losenord',
  title: 'Byta eller glömt lösenord',
  category: 'account',
  symptoms: ['glömt lösenordet', 'kontot är låst'],
});

function own(id: string, category: Note['category'], title: string, ...symptoms: string[]): Note {
  return buildNote({ id: `solrosen/${id}`, sites: ['solrosen'], category, title, symptoms });
}

/** What is answered at Solrosen where it has this note besides the shared ones; else what was decided, and why. */
function answerOf(text: string, note: Note): string {
  const notes = createNoteSearch([note, teams, password], { timezone: 'Europe/Stockholm' });
  const { decision, notes: found, reasons } = triageOn({ desk: demo.desk, notes }, text);
  return decision === 'answer' ? (found[0]?.note.id ?? '') : `${decision} ${reasons[0]?.key}`;
}

const roundsRoom = own(
  'rondrummet',
  'av',
  'Skärm och kamera i rondrummet',
  'läkaren hör oss inte',
  'kameran är svart',
);

test('a site’s own likely note is given where the words name another thing, and says what kind of matter it is', () => {
  const notes = createNoteSearch([roundsRoom, teams, password], { timezone: 'Europe/Stockholm' });
  const found = triageOn({ desk: demo.desk, notes }, 'läkaren hör oss inte i rondrummet, hon väntar i teams');
  expect(found).toMatchObject({ decision: 'answer', category: { id: 'av' } });
  expect(found.notes[0]?.note.id).toBe('solrosen/rondrummet');
});

describe('what sounds like something to hand over and is none', () => {
  const cuesOf = (text: string) => findCues(hear(text, false));

  it.each([
    'kan jag bara dra ur sladden?',
    'går det att få fram det gamla dokumentet?',
    'plattan vill ha en ny kod',
  ])('nothing is ordered: %s', (text) => expect(cuesOf(text).order).toBe(false));
  it.each(['vi vill ha en ny platta', 'kan ni dra en ny kabel hit', 'går det att få en ny skärm'])(
    'something is: %s',
    (text) => expect(cuesOf(text).order).toBe(true),
  );
  it('a list that is empty was not gone through', () => {
    expect(cuesOf('barnen syns inte, hela listan tom').alreadyTried).toBe(false);
    expect(cuesOf('vi har gått igenom hela listan').alreadyTried).toBe(true);
  });
  it('what was held on to was not spilt', () => {
    expect(cuesOf('läser inte min tagg, hållt den där länge').damage).toBe(false);
    expect(cuesOf('någon har hällt saft över datorn').damage).toBe(true);
  });
  it('two things that were swapped are tried things', () => {
    expect(cuesOf('bytt både kabel och kub').triedSomething).toBe(true);
  });
});

describe('a thing that gives no sign of life', () => {
  const shelf = own(
    'laddhyllan',
    'phone',
    'Laddhyllan för jobbmobilerna',
    'mobilen var död när passet började',
  );

  it('is advised on where a note’s own symptom is much like it', () => {
    expect(answerOf('jobbmobilen stendöd när passet började, den låg på laddhyllan', shelf)).toBe(shelf.id);
  });
  it('is handed over where a note is only about the same thing', () => {
    const slow = own('visning', 'av', 'Storskärmen i hallen', 'fel bild på storskärmen i hallen');
    expect(answerOf('storskärmen i hallen är stendöd, ingen lampa lyser', slow)).toMatch('hand-off');
  });
  it('is no program', () => {
    const till = own(
      'kassan',
      'application',
      'Kassaprogrammet',
      'kassaprogrammet hänger sig',
      'kvittot skrivs inte ut',
    );
    expect(answerOf('kassaprogrammet startar inte, det hänger sig', till)).toBe(till.id);
  });
});

test('that everybody waits makes it no outage where a note is on just that thing', () => {
  const cart = own(
    'laddvagnen',
    'tablet',
    'Laddvagnen för lärplattorna',
    'plattorna är oladdade',
    'vagnen blinkar rött',
  );
  const text = 'Ingen av lärplattorna är laddad fast sladdarna sitter i. Vagnen blinkar rött';
  expect(answerOf(text, cart)).toBe(cart.id);
});

test('a computer that has a name of its own is found by it', () => {
  const guests = own(
    'besoksdatorn',
    'workstation',
    'Besöksdatorn i hörnet',
    'datorn stängde av sig efter en timme',
  );
  expect(answerOf('farbrorn vid besöksdatorn blev utslängd efter en timme och allt är väck', guests)).toBe(
    guests.id,
  );
});

test.each(['det blev E-73 och stopp', 'den visar F12'])(
  'a code that no note holds is another error: %s',
  (shown) => {
    const printer = own(
      'skrivaren',
      'printer',
      'Skrivaren i hallen',
      'skrivaren äter papper',
      'papper fastnar',
    );
    expect(answerOf('skrivaren äter papper', printer)).toBe(printer.id);
    expect(answerOf(`skrivaren äter papper och ${shown}`, printer)).toMatch('hand-off');
  },
);

test.each([
  ['skannade in 14 blanketter till min mejl men inget kom fram', 'how many is no room'],
  ['The scanner in the small kitchen, nothing comes to my mail when I scan', 'a small kitchen is a pantry'],
])('a note is not of another room: %s (%s)', (text) => {
  const scanner = own(
    'skrivaren',
    'printer',
    'Skrivaren i pentryt och skanning till mejl',
    'skanning till mejl kommer inte fram',
  );
  expect(answerOf(text, scanner)).toBe(scanner.id);
});

test('little was said, and nearly word for word what the site’s own note says', () => {
  const loop = own('slingan', 'av', 'Hörslingan i samlingssalen', 'hörslingan fungerar inte');
  expect(answerOf('Hej! hörslingan fungerar inte hos oss', loop)).toBe(loop.id);
});

test('a thing of everyday is IT’s where the site has a note on that very thing', () => {
  const menu = own(
    'menyskarm',
    'av',
    'Menyskärmen i restaurangen',
    'gammal matsedel på skärmen',
    'fel datum på menyn',
  );
  expect(answerOf('Fel vecka på matsedeln ute vid kassan', menu)).toBe(menu.id);
  expect(answerOf('Kaffebryggaren i restaurangen ger ljummet kaffe', menu)).toMatch('not-it');
});

test.each(['musen är trasig, sladden är av', 'the handle is off'])(
  'a part that is off is damage: %s',
  (text) => {
    expect(findCues(hear(text, false)).damage).toBe(true);
  },
);
