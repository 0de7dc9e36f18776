import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filterFileFor } from '#bot/handoff/boundary-words.ts';
import { createWorld, open } from '../support/handoff-world.ts';
import { driveCase } from '../support/leaks/drive-case.ts';
import type { PlantedCase } from '../support/leaks/planted-case.ts';
import { startPlace } from '../support/leaks/recording-places.ts';
import { contractor } from '../support/small-desk.ts';

const world = createWorld();
const { case: item } = await open(world, { category: { id: 'account', confidence: 1 } });

function cross(name: string, contentType: string, bytes: Uint8Array) {
  const about = { item, contractor: contractor(), loaded: world.loaded };
  const { file, counts } = filterFileFor({ id: 'a', name, contentType, bytes }, about);
  return { text: file && Buffer.from(file.bytes).toString('utf8'), same: file?.bytes === bytes, counts };
}

describe('a file for a contractor', () => {
  test('of text goes without its secrets', () => {
    const { text, counts } = cross('logg.txt', 'text/plain', strToU8('port 12 ok\nlarm 90 76 12\nslut'));
    expect(text).toBe('port 12 ok\nlarm […]\nslut');
    expect(counts).toEqual({ alarm_code: 1 });
  });

  test('of text without secrets goes as it is, to the byte', () => {
    expect(cross('logg.txt', 'text/plain', strToU8('port 12 ok')).same).toBe(true);
  });

  test.each([
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('bakom elskåpet', 'utf16le')])],
    ['an old Windows program', Buffer.from('nyckel bakom elskåpet', 'latin1')],
  ])('is read in the letters of %s', (_, bytes) => {
    const { text } = cross('a.txt', 'text/plain', new Uint8Array(bytes));
    expect(text).toContain('[…]');
    expect(text).not.toMatch(/elsk/);
  });

  test.each([
    ['in a text', zipSync({ 'a/b.txt': strToU8('907612') })],
    ['in a name', zipSync({ 'larm 907612.png': strToU8('x') })],
    ['in an archive in it', zipSync({ 'a.zip': zipSync({ 'b.csv': strToU8('larm;907612') }) })],
    [
      'parted by Word',
      zipSync({
        'word/document.xml': strToU8('<w:p><w:r><w:t>907</w:t></w:r><w:r><w:t>612</w:t></w:r></w:p>'),
      }),
    ],
    ['nobody knows where', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
  ])('that is an archive with a secret %s is held back', (_, bytes) => {
    expect(cross('a.zip', 'application/zip', bytes).text).toBeNull();
  });

  test('that is an archive without secrets goes as it is, and cells are not read as one number', () => {
    const sheet = '<row><c><v>907</v></c><c><v>612</v></c></row>';
    expect(cross('a.xlsx', 'application/zip', zipSync({ 'xl/a.xml': strToU8(sheet) })).same).toBe(true);
  });

  test('with a secret that only shows when the marks are gone is held back', () => {
    expect(cross('a.html', 'text/html', strToU8('<p>9<b>0</b>7<i>6</i>1<u>2</u></p>')).text).toBeNull();
  });

  test('that is a picture goes as it is', () => {
    expect(cross('a.png', 'image/png', new Uint8Array([137, 80, 78, 71])).same).toBe(true);
  });
});

const said = { what: 'alarm', disguise: 'as it is', planted: { kind: 'code', digits: '748392' } } as const;
const planted: PlantedCase = {
  secrets: {
    alarm: '748392',
    safe: '74839255',
    door: '4837',
    key: 'bakom blåmålade kvarnhjulet',
    withheld: 'QVX-58213',
    person: '191212121212',
    privateWords: 'Sixten Övralid',
    noteWords: 'Strömskenan spikades intill torkhissen förra hösten',
    unknownDoor: '8375',
    unknownKey: 'under mjölktråget',
  },
  plants: [
    { ...said, carrier: 'detail', words: 'nu 7 4 8 3 9 2, och 19121212-1212' },
    { ...said, carrier: 'archive', words: 'larm 748392' },
  ],
};

test('what is left out of later words and files is named in the case, its history and the log, without the secret', async () => {
  const place = await startPlace('zammad');
  try {
    const { withheld, history, log } = await driveCase(place, planted);
    expect(withheld).toEqual(
      expect.arrayContaining(['personal_identity_number', 'alarm_code', 'attachments']),
    );
    expect(history).toContain('"counts":{"alarm_code":1,"personal_identity_number":1}');
    expect(history).toContain('"heldBack":true');
    expect(log).toContain('"withheld":{"alarm_code":1,"personal_identity_number":1},"heldBack":false');
    expect(`${history}${log}`).not.toMatch(/748392|1212/);
  } finally {
    await place.close();
  }
});
