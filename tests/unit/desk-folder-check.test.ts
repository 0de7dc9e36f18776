import { describe, expect, it } from 'vitest';
import { checkDeskFolder } from '#knowledge/desk-folder/check.ts';
import type { Fault } from '#knowledge/desk-folder/fault.ts';
import { type DeskEdits, makeDeskFolder, noteFile } from '../support/desk-folder.ts';

async function faultsOf(edits: DeskEdits): Promise<readonly Fault[]> {
  const folder = await makeDeskFolder(edits);
  try {
    return (await checkDeskFolder(folder.dir)).faults;
  } finally {
    await folder.remove();
  }
}

const replace = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const append = (more: string) => (text: string) => text + more;
const staffNote = (lines: string, body?: string) =>
  noteFile(`title: T\ncategory: printer\naudience: staff\n${lines}`, body);
const note = 'notes/solrosen/ny.md';
const site = (row: string) => ({ 'sites.csv': append(`${row}\n`) });
const person = (row: string) => ({ 'people.csv': append(`${row}\n`) });
const technician = (lines: string) => ({
  'technicians.yaml': replace('  sites: [kontoret]\n', `  sites: [kontoret]\n${lines}\n`),
});

type Case = [name: string, edits: DeskEdits, place: string, says: RegExp];

/** One fault in an otherwise valid folder: it must be found, at its place, and be the only error. */
const errors: Case[] = [
  ['a missing file', { 'people.csv': null }, 'people.csv', /missing/],
  [
    'text that is not UTF-8',
    { 'sites.csv': new Uint8Array([105, 100, 10, 0xe5, 10]) },
    'sites.csv:2',
    /UTF-8/,
  ],
  ['broken YAML', { 'desk.yaml': replace('language: sv', 'language: [sv') }, 'desk.yaml:3', /YAML/],
  [
    'a duplicate key',
    { 'desk.yaml': replace('language: sv', 'language: sv\nlanguage: en') },
    'desk.yaml:3',
    /unique/,
  ],
  [
    'an unknown language',
    { 'desk.yaml': replace('language: sv', 'language: fi') },
    'desk.yaml:2',
    /"language"/,
  ],
  [
    'an unknown time zone',
    { 'desk.yaml': replace('Europe/Stockholm', 'Europe/Ekbacken') },
    'desk.yaml:3',
    /timezone/,
  ],
  [
    'bad hours of the desk',
    { 'desk.yaml': replace('Mo-Fr 07:30-16:30; PH off', 'Mo-Fr 25:99') },
    'desk.yaml:4',
    /service_hours.*opening_hours/,
  ],
  ['an unknown country', { 'desk.yaml': replace('holidays: SE', 'holidays: QQ') }, 'desk.yaml:5', /holidays/],
  [
    'a secret fact with a slip',
    { 'desk.yaml': replace('[alarm_code,', '[alarm_kode,') },
    'desk.yaml:6',
    /alarm_kode/,
  ],
  [
    'a category with a slip',
    { 'desk.yaml': replace('category: printer', 'category: pritner') },
    'desk.yaml:9',
    /category/,
  ],
  [
    'a matrix without a catch-all',
    { 'desk.yaml': replace('  - { handled_by: contractor, contractor: servicedesk }\n', '') },
    'desk.yaml:7',
    /catch-all/,
  ],
  [
    'a matrix row with an unknown contractor',
    {
      'desk.yaml': replace(
        '{ handled_by: contractor, contractor: servicedesk }',
        '{ handled_by: contractor, contractor: stad }',
      ),
    },
    'desk.yaml:10',
    /contractor "stad"/,
  ],
  [
    'a matrix row with an unknown area',
    { 'desk.yaml': replace('{ category: printer,', '{ category: printer, area: vastra,') },
    'desk.yaml:9',
    /area "vastra"/,
  ],
  [
    'a matrix row with an unknown site',
    { 'desk.yaml': replace('{ category: printer,', '{ category: printer, site: solros,') },
    'desk.yaml:9',
    /site "solros"/,
  ],
  [
    'a contractor row that names none',
    {
      'desk.yaml': replace(
        '{ category: printer, handled_by: local }',
        '{ category: printer, handled_by: contractor }',
      ),
    },
    'desk.yaml:9',
    /names none/,
  ],
  [
    'a missing escalation level',
    { 'desk.yaml': (text) => text.replace(/ {2}moderate: .*\n/, '') },
    'desk.yaml:20',
    /escalation\.moderate/,
  ],
  [
    'a bad duration',
    { 'desk.yaml': replace('acknowledge_within: 15m', 'acknowledge_within: 15 min') },
    'desk.yaml:22',
    /acknowledge_within/,
  ],
  [
    'a bad promise',
    { 'desk.yaml': replace('critical: 1h', 'critical: snart') },
    'desk.yaml:16',
    /promise\.critical/,
  ],
  [
    'a promise of an unknown level',
    { 'desk.yaml': replace('critical: 1h', 'kritisk: 1h') },
    'desk.yaml:16',
    /kritisk/,
  ],
  [
    'an unknown connector',
    { 'desk.yaml': replace('connector: folder', 'connector: fodler') },
    'desk.yaml:14',
    /connector/,
  ],
  [
    'a secret among a contractor’s settings',
    { 'desk.yaml': replace('    connector: folder\n', '    connector: folder\n    api_key: x9f8\n') },
    'desk.yaml:15',
    /api_key/,
  ],
  ['an unknown kind', { 'sites.csv': replace(',office,', ',kontor,') }, 'sites.csv:3', /"kind"/],
  ['a bad site id', site('Sol Gården,Solgården,,school,norra,,,,,,,false,,'), 'sites.csv:4', /"id"/],
  [
    'a site without a name',
    site('solgarden,,,school,norra,,,,,,,false,,'),
    'sites.csv:4',
    /"name" is missing/,
  ],
  [
    'a duplicate site',
    site('solrosen,Igen,,school,norra,,,,,,,false,,'),
    'sites.csv:4',
    /"solrosen" is there already \(sites\.csv:2\)/,
  ],
  [
    'bad visit hours',
    { 'sites.csv': replace('Mo-Fr 06:30-17:30', 'när som helst') },
    'sites.csv:2',
    /visit_hours/,
  ],
  [
    'an unknown contact',
    { 'sites.csv': replace('rektor@ek.example', 'rektr@ek.example') },
    'sites.csv:2',
    /rektr@ek\.example/,
  ],
  [
    'an unknown parent',
    site('annex,Annexet,,other,norra,,,,,,solros,false,,'),
    'sites.csv:4',
    /site "solros"/,
  ],
  [
    'a site that is its own parent',
    site('annex,Annexet,,other,norra,,,,,,annex,false,,'),
    'sites.csv:4',
    /parent_id/,
  ],
  [
    'too many cells',
    site('annex,Annexet,,other,norra,Gatan 1, 123 45 Eken,,,,,,false,,'),
    'sites.csv:4',
    /15 cells/,
  ],
  [
    'a quote that is never closed',
    site('annex,"Annexet,,other,norra,,,,,,,false,,'),
    'sites.csv:4',
    /never closed/,
  ],
  [
    'a row after a quoted line break',
    site('annex,"Annexet\nhus 2",,other,norra,,,,,,,false,,\nx,X,,kontor,norra,,,,,,,false,,'),
    'sites.csv:6',
    /"kind"/,
  ],
  [
    'a missing column',
    { 'sites.csv': (text) => text.replace(',area,', ',omrade,') },
    'sites.csv:1',
    /column "area"/,
  ],
  [
    'a duplicate column',
    { 'sites.csv': (text) => text.replace('alarm_code', 'phone') },
    'sites.csv:1',
    /"phone" stands twice/,
  ],
  [
    'semicolons between cells',
    { 'people.csv': (text) => text.replaceAll(',', ';') },
    'people.csv:1',
    /semicolons/,
  ],
  ['a bad upn', person('anna,,Anna,,,,,sv'), 'people.csv:5', /"upn"/],
  [
    'the same person in another case',
    person('Karin@EK.example,,Karin,,,,,sv'),
    'people.csv:5',
    /is there already/,
  ],
  [
    'a shared account',
    person('anna@ek.example,B3AB28ED-f101-58f0-b1f6-cb2cf7801301,Anna,,,,,sv'),
    'people.csv:5',
    /aad_object_id/,
  ],
  ['an unknown home site', person('anna@ek.example,,Anna,,,solros,,sv'), 'people.csv:5', /site "solros"/],
  ['an unknown role', person('anna@ek.example,,Anna,,,,tekniker,sv'), 'people.csv:5', /roles/],
  [
    'an unknown language of a person',
    person('anna@ek.example,,Anna,,,,,svenska'),
    'people.csv:5',
    /language/,
  ],
  [
    'a technician who is nobody',
    { 'technicians.yaml': append('- { upn: ny@ek.example, duty: 24/7 }\n') },
    'technicians.yaml:11',
    /person "ny@ek\.example"/,
  ],
  [
    'a technician without the role',
    { 'technicians.yaml': append('- { upn: rektor@ek.example, duty: 24/7 }\n') },
    'technicians.yaml:11',
    /lacks the role/,
  ],
  [
    'a dangling deputy',
    { 'technicians.yaml': replace('deputy: omar@ek.example', 'deputy: omr@ek.example') },
    'technicians.yaml:7',
    /technician "omr@ek\.example"/,
  ],
  [
    'a deputy of oneself',
    { 'technicians.yaml': replace('deputy: omar@ek.example', 'deputy: Karin@ek.example') },
    'technicians.yaml:7',
    /own deputy/,
  ],
  [
    'an unknown area',
    { 'technicians.yaml': replace('[norra]', '[nora]') },
    'technicians.yaml:2',
    /area "nora"/,
  ],
  [
    'an unknown skill',
    { 'technicians.yaml': replace('[printer, network]', '[printer, nätverk]') },
    'technicians.yaml:3',
    /skills/,
  ],
  [
    'bad duty hours',
    { 'technicians.yaml': replace('Mo-Fr 08:00-16:30', 'Mo-Fr 08:00-') },
    'technicians.yaml:10',
    /duty/,
  ],
  ['bad on-call hours', technician('  on_call: "kvällar"'), 'technicians.yaml:10', /on_call/],
  [
    'an absence that ends before it begins',
    { 'technicians.yaml': replace('to: 2026-07-28', 'to: 2026-06-28') },
    'technicians.yaml:6',
    /ends before/,
  ],
  [
    'a shift of no length',
    technician('  shifts: [{ from: 2026-12-05T08:00, to: 2026-12-05T08:00 }]'),
    'technicians.yaml:10',
    /ends before/,
  ],
  [
    'a date that does not exist',
    { 'technicians.yaml': replace('from: 2026-07-01', 'from: 2026-02-30') },
    'technicians.yaml:6',
    /absences\[1\]\.from/,
  ],
  ['a bad limit', technician('  max_open: många'), 'technicians.yaml:10', /max_open/],
  [
    'a note without a title',
    { [note]: noteFile('category: printer\naudience: staff') },
    `${note}:2`,
    /"title" is missing/,
  ],
  ['a note without front matter', { [note]: '# Skrivaren\n' }, `${note}:1`, /no front matter/],
  ['front matter that never ends', { [note]: '---\ntitle: T\n' }, `${note}:1`, /no end/],
  [
    'broken front matter',
    { [note]: noteFile('title: Skrivaren: rummet\ncategory: printer') },
    `${note}:2`,
    /YAML/,
  ],
  [
    'an unknown category',
    { [note]: noteFile('title: T\ncategory: skrivare\naudience: staff') },
    `${note}:3`,
    /category/,
  ],
  [
    'an unknown audience',
    { [note]: noteFile('title: T\ncategory: printer\naudience: alla') },
    `${note}:4`,
    /audience/,
  ],
  ['an unknown status', { [note]: staffNote('status: klar') }, `${note}:5`, /status/],
  [
    'an unknown site of a note',
    { [note]: staffNote('sites: [solrosen, solros]') },
    `${note}:5`,
    /site "solros"/,
  ],
  [
    'an unknown owner',
    { [note]: staffNote('owner: kari@ek.example') },
    `${note}:5`,
    /person "kari@ek\.example"/,
  ],
  ['an unknown handler', { [note]: staffNote('handled_by: servicedesk') }, `${note}:5`, /handled_by/],
  [
    'an unknown contractor of a note',
    { [note]: staffNote('handled_by: contractor:stad') },
    `${note}:5`,
    /contractor "stad"/,
  ],
  [
    'an unknown technician of a note',
    { [note]: staffNote('handled_by: rektor@ek.example') },
    `${note}:5`,
    /technician/,
  ],
  ['a bad date', { [note]: staffNote('review_by: 2027-13-01') }, `${note}:5`, /review_by/],
  [
    'a window that ends before it begins',
    { [note]: staffNote('valid_from: 2026-11-24T09:00:00+01:00\nvalid_to: 2026-11-24T08:30:00+01:00') },
    `${note}:6`,
    /ends before/,
  ],
  [
    'marks without a pair',
    { [note]: staffNote('status: draft', 'Fråga [privat]Anna.\n') },
    `${note}:7`,
    /\[privat\]/,
  ],
  ['a folder of no site', { 'notes/solros/x.md': staffNote('') }, 'notes/solros', /no site "solros"/],
  ['a note outside a folder', { 'notes/x.md': staffNote('') }, 'notes/x.md', /folder of its own site/],
  ['a note too deep', { 'notes/solrosen/hus/x.md': staffNote('') }, 'notes/solrosen/hus', /no folders/],
  ['a note that is no .md', { 'notes/solrosen/x.txt': staffNote('') }, 'notes/solrosen/x.txt', /\.md/],
  [
    'a bad note id',
    { 'notes/solrosen/Min skrivare.md': staffNote('') },
    'notes/solrosen/Min skrivare.md',
    /file name/,
  ],
  [
    'a password in a note',
    { [note]: staffNote('', 'Logga in med\nlösenord: Sommar2024!\n') },
    `${note}:8`,
    /password/,
  ],
  [
    'a password in a technician’s note',
    { [note]: noteFile('title: T\ncategory: printer\naudience: technician', 'password=hunter2\n') },
    `${note}:6`,
    /password/,
  ],
  [
    'a PIN among the symptoms',
    { [note]: staffNote('symptoms: ["vad gör jag med PIN 4711"]') },
    `${note}:5`,
    /PIN/,
  ],
  [
    'a password among site facts',
    { 'sites.csv': (text) => text.replace('key_location', 'wifi_password') },
    'sites.csv:2',
    /password/,
  ],
  [
    'a personal identity number in a note',
    { [note]: staffNote('', 'Gäller 19121212-1212.\n') },
    `${note}:7`,
    /personal identity/,
  ],
  [
    'a personal identity number among people',
    person('anna@ek.example,,Anna,121212-1212,,,,sv'),
    'people.csv:5',
    /personal identity/,
  ],
  [
    'a secret fact in a note for staff',
    { [note]: staffNote('', 'Koden är 447106.\n') },
    `${note}:7`,
    /alarm_code of solrosen/,
  ],
  [
    'a secret fact with other spaces',
    { [note]: staffNote('', 'Rad ett.\nKoden är 44 71-06.\n') },
    `${note}:8`,
    /alarm_code/,
  ],
  [
    'a secret place in a note for staff',
    { [note]: staffNote('', 'Ta den i Nyckelskåp bakom köket – krok 3.\n') },
    `${note}:7`,
    /key_location/,
  ],
  [
    'a secret fact in a technician’s warning',
    { [note]: noteFile('title: T\ncategory: printer\naudience: technician\nwarning: Slå 447106') },
    `${note}:5`,
    /alarm_code/,
  ],
];

const warnings: Case[] = [
  [
    'a word where a password would stand',
    { [note]: staffNote('', 'Lösenord: sommar\n') },
    `${note}:7`,
    /may be a password/,
  ],
  [
    'hours that are only guessed at',
    { 'sites.csv': replace('Mo-Fr 06:30-17:30', 'vardagar 8-16') },
    'sites.csv:2',
    /read as Mo-Fr 08:00-16:00/,
  ],
  ['an unknown key', { [note]: staffNote('sympton: [x]') }, `${note}:5`, /"sympton"/],
  ['an unknown key of the desk', { 'desk.yaml': append('extra: 1\n') }, 'desk.yaml:25', /"extra"/],
  [
    'a row that is never reached',
    { 'desk.yaml': replace('  - { category: printer, handled_by: local }', '  - { handled_by: local }') },
    'desk.yaml:10',
    /Row 3.*row 2/,
  ],
  [
    'a column that is likely another',
    { 'sites.csv': (text) => text.replace('visit_hours', 'visit_hors') },
    'sites.csv:1',
    /visit_hors/,
  ],
  [
    'a technician who is never on duty',
    person('anna@ek.example,,Anna,,,,technician,sv'),
    'people.csv:5',
    /technicians\.yaml/,
  ],
  [
    'a file that belongs nowhere',
    { 'notes/solrosen/bild.png': 'x' },
    'notes/solrosen/bild.png',
    /not a note/,
  ],
  ['a note with no text', { [note]: staffNote('', '') }, `${note}:7`, /no text/],
  [
    'an odd word for critical',
    { 'sites.csv': (text) => text.replace(',true,', ',ja,') },
    'sites.csv:3',
    /critical/,
  ],
  [
    'nobody at the end of escalation',
    { 'people.csv': (text) => text.replace(';dispatcher', '') },
    'desk.yaml:21',
    /dispatcher/,
  ],
];

const where = (fault: Fault) => (fault.line === null ? fault.file : `${fault.file}:${fault.line}`);

describe('checking a desk folder', () => {
  it('finds nothing in a valid one', async () => {
    expect(await faultsOf({})).toEqual([]);
  });

  it('finds nothing in the demo district', async () => {
    const { content, faults } = await checkDeskFolder('knowledge/demo');
    expect(faults).toEqual([]);
    expect(content?.notes.length).toBeGreaterThanOrEqual(80);
  });

  it('does not take a notes folder that cannot be read for an empty one', async () => {
    const edits = { 'notes/solrosen/skrivaren.md': null, 'notes/_shared/natfiske.md': null };
    expect(await faultsOf({ ...edits, notes: 'en fil' })).toMatchObject([
      { code: 'unreadable', file: 'notes' },
    ]);
    expect(await faultsOf(edits)).toMatchObject([{ code: 'no-notes', severity: 'warning' }]);
  });

  it.each(errors)('names the place and the remedy of %s', async (_name, edits, place, says) => {
    const found = (await faultsOf(edits)).filter((fault) => fault.severity === 'error');
    const there = found.find((fault) => where(fault) === place && says.test(fault.message));
    expect(there, JSON.stringify(found, null, 1)).toBeDefined();
    expect(there?.remedy).toMatch(/^[A-Z].*[.?]$/s);
  });

  it.each(warnings)('warns of %s', async (_name, edits, place, says) => {
    const found = await faultsOf(edits);
    expect(found.filter((fault) => fault.severity === 'error')).toEqual([]);
    expect(
      found
        .map((fault) => `${where(fault)} ${fault.message}`)
        .filter((line) => line.startsWith(place) && says.test(line)),
    ).toHaveLength(1);
  });

  it('suggests what was likely meant', async () => {
    const faults = await faultsOf({ [note]: staffNote('sites: [solrosen, solrosn]') });
    expect(faults[0]?.remedy).toContain('Did you mean "solrosen"?');
  });

  it('never repeats a secret in what it says', async () => {
    const faults = await faultsOf({
      [note]: staffNote('', 'lösenord: Sommar2024!\nKod 447106, 19121212-1212\n'),
    });
    expect(faults).toHaveLength(3);
    expect(JSON.stringify(faults)).not.toMatch(/Sommar2024|447106|19121212/);
  });

  it('reports every fault of a row, not only the first', async () => {
    const faults = await faultsOf(site('Annex,,,kontor,norra,,,,,,,false,,'));
    expect(faults.map((fault) => fault.code).sort()).toEqual(['bad-value', 'missing-field', 'unknown-value']);
  });

  it('does not call every mention of a site with one bad cell unknown', async () => {
    const faults = await faultsOf({ 'sites.csv': replace(',preschool,', ',dagis,') });
    expect(faults.map(where)).toEqual(['sites.csv:2']);
  });

  it('reads a byte order mark and CRLF, with the same lines', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(
      await faultsOf({ 'desk.yaml': windows, 'sites.csv': windows, 'notes/solrosen/skrivaren.md': windows }),
    ).toEqual([]);
    const faults = await faultsOf({ 'sites.csv': (text) => windows(text.replace(',office,', ',kontor,')) });
    expect(faults.map(where)).toEqual(['sites.csv:3']);
  });

  it('lets a technician’s note name a place and a code', async () => {
    const technicianNote = noteFile('title: T\ncategory: printer\naudience: technician', 'Larmkod 447106.\n');
    expect(await faultsOf({ [note]: technicianNote })).toEqual([]);
  });

  it('leaves a short code alone in a note about another site, and words for nothing everywhere', async () => {
    const edits = {
      'sites.csv': (text: string) => text.replace('447106', '2026').replace('902817', 'saknas'),
    };
    const office = staffNote('', 'Nytt från 2026. Saknas papper, hämta i förrådet.\n');
    expect(await faultsOf({ ...edits, 'notes/kontoret/x.md': office })).toEqual([]);
    expect(await faultsOf({ ...edits, [note]: staffNote('', 'Slå 2026.\n') })).toMatchObject([
      { code: 'secret-fact' },
    ]);
  });

  it('takes telephone numbers, GUIDs and order numbers for what they are', async () => {
    const body = 'Ring 08-000 40 00 eller 070-123 45 67. Order 4500123456, AFS 2018:4.\n';
    expect(await faultsOf({ [note]: staffNote('', body) })).toEqual([]);
  });
});
