import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { createWorld, open } from '../support/handoff-world.ts';
import { decodeEverything } from '../support/leaks/decode-everything.ts';
import { type Planted, prepareSearch } from '../support/leaks/find-planted.ts';
import { everyPlant, houseSecrets, plantedCase } from '../support/leaks/planted-case.ts';
import { kinds, type RecordingPlace, startPlace } from '../support/leaks/recording-places.ts';
import { isSeen, leaksIn, searchLeaks } from '../support/leaks/search-leaks.ts';
import { wrappings } from '../support/leaks/wrappings.ts';

/** The long form is `npm run contractor:leaks`. */
const numRuns = 4;

test('every connector of the registry has a place that records', () => {
  const folders = readdirSync(new URL('../../adapters/contractor', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'http')
    .map(({ name }) => name);
  expect(folders.sort()).toEqual([...kinds].sort());
});

describe.each(kinds)('what leaves by %s', (kind) => {
  let place: RecordingPlace;
  beforeAll(async () => {
    place = await startPlace(kind);
  });
  afterAll(() => place.close());

  test('holds no secret however it was written, and all that is needed', async () => {
    const property = fc.asyncProperty(plantedCase, async (planted) => {
      const { leaks, missing } = await searchLeaks(place, planted);
      expect({ leaks, missing }).toEqual({ leaks: [], missing: [] });
    });
    await fc.assert(property, { numRuns, seed: 20261123 });
  });

  test('is seen by the search when nothing filters it, wherever it stands', async () => {
    const connector = place.connectors(place.contractor);
    const raw = await unfiltered();
    const { contractorReference } = await connector.create(raw, place.contractor);
    const later = {
      ...raw,
      case: { ...raw.case, contractorReference },
      message: { ...raw.message, number: 2 },
    };
    await connector.comment(later, place.contractor, says('comment'));
    const files = [
      { id: 'a', name: `${says('file name')}.png`, contentType: 'image/png', bytes: strToU8('x') },
      { id: 'b', name: 'b.txt', contentType: 'text/plain', bytes: strToU8(says('text file')) },
      {
        id: 'c',
        name: 'c.zip',
        contentType: 'application/zip',
        bytes: zipSync({ 'c.txt': strToU8(says('archive')) }),
      },
    ];
    for (const file of files) await connector.attach?.(later, place.contractor, file);
    const texts = (await place.take()).flatMap(decodeEverything).map(prepareSearch);
    const sent = connector.attach === undefined ? inWords : [...inWords, ...inFiles];
    expect(sent.filter((where) => !texts.some((text) => text.digits.includes(codes[where])))).toEqual([]);
  });
});

const inWords = ['title', 'symptom', 'dialogue', 'attachment', 'fact', 'comment'] as const;
const inFiles = ['file name', 'text file', 'archive'] as const;
/** A code for each place, so that one cannot be taken for another. */
const codes = {
  title: '74839205',
  symptom: '68294017',
  dialogue: '59301846',
  attachment: '83920561',
  fact: '94738201',
  comment: '57392846',
  'file name': '63829405',
  'text file': '72940358',
  archive: '85039274',
} as const;
const says = (where: keyof typeof codes) => `åäö kod ${Array.from(codes[where]).join(' ')}`;

async function unfiltered(): Promise<ContractorTicket> {
  const world = createWorld();
  const { case: opened } = await open(world, { category: { id: 'account', confidence: 1 } });
  const { packet } = opened;
  const line = { at: world.clock.at, who: 'requester', name: 'Eva', text: says('dialogue') } as const;
  return {
    reference: opened.number,
    deskName: 'Testdesken',
    siteName: 'Solen',
    message: { number: 1, earlier: [], unsureTries: 0 },
    case: {
      ...opened,
      title: says('title'),
      packet: {
        ...packet,
        symptom: says('symptom'),
        dialogue: [line],
        attachments: [{ name: says('attachment'), contentType: 'image/png' }],
        site: packet.site && { ...packet.site, facts: { wifi: says('fact') } },
      },
    },
  };
}

const [secrets] = fc.sample(houseSecrets, { seed: 7, numRuns: 1 });
if (secrets === undefined) throw new Error('no house to search for');
const plants = everyPlant(secrets);

describe('the search itself', () => {
  test('sees every secret in every disguise', () => {
    expect(plants.length).toBeGreaterThan(250);
    const unseen = plants.filter(({ words, planted }) => !isSeen(Buffer.from(words), planted));
    expect(unseen.map(({ what, disguise }) => `${what} as ${disguise}`)).toEqual([]);
  });

  test('sees nothing where there is nothing', () => {
    const without =
      'Skärmen i sal B12 är svart, portkoden fungerar och personnumret stämmer. Ring 08-000 12 34.';
    expect(leaksIn([without], plants)).toEqual([]);
  });

  test.each(wrappings)('sees through $name', ({ wrap }) => {
    const planted: Planted = { kind: 'code', digits: '748392' };
    expect(isSeen(wrap('Säg 7 4 8 3 9 2 på måndag, åäö, och vänta på svar från oss alla där'), planted)).toBe(
      true,
    );
    const words: Planted = { kind: 'words', text: 'bakom blåmålade kvarnhjulet' };
    expect(isSeen(wrap('Den ligger Bakom blåmålade\nkvarnhjulet. Tack och hej så länge!'), words)).toBe(true);
    expect(isSeen(wrap('Den ligger inte där, och ingen säger var den är just nu.'), words)).toBe(false);
  });
});
