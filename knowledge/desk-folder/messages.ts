import type { FaultText } from './fault.ts';

/** Every sentence that `check` says to the desk's administrator, in one place. */

function error(code: string, message: string, remedy: string): FaultText {
  return { severity: 'error', code, message, remedy };
}

function warning(code: string, message: string, remedy: string): FaultText {
  return { severity: 'warning', code, message, remedy };
}

/** `did you mean "x"?`, or the fallback when nothing is close. */
function meant(suggestion: string | null, otherwise: string): string {
  return suggestion === null ? otherwise : `Did you mean "${suggestion}"? ${otherwise}`;
}

export const fileFaults = {
  missing: (file: string) =>
    error('missing-file', `The file ${file} is missing`, `Add ${file}; the reference shows how it looks.`),
  notUtf8: () =>
    error('not-utf8', 'The file is not UTF-8', 'Save it again as UTF-8 (in Excel: "CSV UTF-8").'),
  unreadable: (why: string) =>
    error('unreadable', `The file cannot be read (${why})`, 'Check that it is a file and may be read.'),
  tooLarge: (limit: string) =>
    error('too-large', `The file is larger than ${limit}`, 'Split it, or remove what does not belong there.'),
  controlCharacter: () =>
    error('control-character', 'The file holds a NUL character', 'Save it again as plain UTF-8 text.'),
  unknownFile: (suggestion: string | null) =>
    warning(
      'unknown-file',
      'This file is not part of a desk folder and is left out',
      meant(suggestion, 'Rename or remove it.'),
    ),
  notMarkdown: () =>
    error('not-markdown', 'A note must be a .md file', 'Rename it to end in .md, or move it out of notes/.'),
  strayFile: () => warning('stray-file', 'This file is not a note and is left out', 'Move it out of notes/.'),
  outsideFolder: () =>
    error(
      'note-outside-folder',
      'A note must lie in a folder of its own site, or in _shared',
      'Move it to notes/<site-id>/ or notes/_shared/.',
    ),
  tooDeep: () =>
    error(
      'note-too-deep',
      'A note folder holds no folders of its own',
      'Move its notes up to notes/<site-id>/ or notes/_shared/.',
    ),
  unknownFolder: (folder: string, suggestion: string | null) =>
    error(
      'unknown-folder',
      `There is no site "${folder}", so its notes belong nowhere`,
      meant(suggestion, 'Name the folder after a site id in sites.csv, or use _shared.'),
    ),
};

export const formFaults = {
  yaml: (why: string) =>
    error('bad-yaml', `Not valid YAML: ${why}`, 'Check indentation, and quote text that holds ": " or "#".'),
  yamlShape: (wanted: string) =>
    error('bad-shape', `The file must hold ${wanted}`, 'Compare with the example in the reference.'),
  noFrontMatter: () =>
    error(
      'no-front-matter',
      'The note has no front matter',
      'Begin the file with a line ---, then title, category and audience, then a line ---.',
    ),
  openFrontMatter: () =>
    error('open-front-matter', 'The front matter has no end', 'Add a line --- after the last of its keys.'),
  emptyBody: () =>
    warning('empty-body', 'The note has no text', 'Write what is special here, or archive the note.'),
  unbalancedPrivate: () =>
    error(
      'unbalanced-private',
      'The [privat] marks do not come in pairs',
      'Give every [privat] its own [/privat].',
    ),
  openQuote: () =>
    error('open-quote', 'A quoted cell is never closed', 'Close it with ", and write a quote inside as "".'),
  strayQuote: () =>
    error(
      'stray-quote',
      'A quote stands where it cannot',
      'Quote the whole cell, and write a quote inside it as "".',
    ),
  cellCount: (got: number, wanted: number) =>
    error(
      'cell-count',
      `The row has ${got} cells, the header has ${wanted}`,
      'Quote cells that hold a comma, and keep one cell for every column.',
    ),
  semicolons: () =>
    error(
      'wrong-separator',
      'The header is separated by semicolons',
      'Save the file with commas between the cells; semicolons separate lists inside a cell.',
    ),
  noHeader: () => error('no-header', 'The file has no header row', 'Begin it with the names of the columns.'),
  missingColumn: (column: string, needed: boolean) =>
    needed
      ? error('missing-column', `The column "${column}" is missing`, `Add "${column}" to the header row.`)
      : warning(
          'missing-column',
          `The column "${column}" is missing`,
          `Add "${column}" to the header row; its cells may be empty.`,
        ),
  duplicateColumn: (column: string) =>
    error('duplicate-column', `The column "${column}" stands twice`, 'Rename or remove one of them.'),
  unnamedColumn: () =>
    error('unnamed-column', 'A column with values has no name', 'Give it a name in the header row.'),
  likelyColumn: (column: string, suggestion: string) =>
    warning(
      'unknown-column',
      `The column "${column}" is kept as a fact`,
      `Did you mean "${suggestion}"? Otherwise leave it as it is.`,
    ),
};

export const fieldFaults = {
  missing: (field: string) => error('missing-field', `"${field}" is missing`, `Write a value for ${field}.`),
  wrong: (field: string, got: string, wanted: string) =>
    error('bad-value', `"${field}" cannot be ${got}`, `Write ${wanted}.`),
  notOneOf: (field: string, got: string, allowed: readonly string[], suggestion: string | null) =>
    error(
      'unknown-value',
      `"${field}" cannot be ${got}`,
      meant(suggestion, `Write one of ${allowed.join(', ')}.`),
    ),
  unknownKey: (key: string, suggestion: string | null) =>
    warning(
      'unknown-key',
      `The key "${key}" is not known and has no effect`,
      meant(suggestion, 'Remove it, or leave it as a remark.'),
    ),
  duplicate: (what: string, id: string, where: string) =>
    error('duplicate-id', `The ${what} "${id}" is there already (${where})`, 'Keep one, or rename one.'),
  hours: (field: string, spec: string, why: string) =>
    error(
      'bad-hours',
      `"${field}" is not valid opening_hours syntax: ${spec} (${why})`,
      'Write for example "Mo-Fr 07:30-16:30; PH off".',
    ),
  period: (field: string, from: string, to: string) =>
    error('bad-period', `"${field}" ends before it begins: ${from} to ${to}`, 'Swap or correct the two.'),
  criticalWord: (got: string) =>
    warning('bad-critical', `"critical" is ${got}, which counts as false`, 'Write true or false.'),
};

export const referenceFaults = {
  site: (id: string, suggestion: string | null) =>
    error('unknown-site', `There is no site "${id}"`, meant(suggestion, 'Use an id from sites.csv.')),
  area: (id: string, suggestion: string | null) =>
    error('unknown-area', `There is no area "${id}"`, meant(suggestion, 'Use an area from sites.csv.')),
  siteOrArea: (id: string, suggestion: string | null) =>
    error(
      'unknown-site',
      `"${id}" is neither a site nor an area`,
      meant(suggestion, 'Use a site id or an area from sites.csv, or *.'),
    ),
  person: (upn: string, suggestion: string | null) =>
    error('unknown-person', `There is no person "${upn}"`, meant(suggestion, 'Use a upn from people.csv.')),
  technician: (upn: string, suggestion: string | null) =>
    error(
      'unknown-technician',
      `There is no technician "${upn}"`,
      meant(suggestion, 'Use a upn from technicians.yaml.'),
    ),
  contractor: (id: string, suggestion: string | null) =>
    error(
      'unknown-contractor',
      `There is no contractor "${id}"`,
      meant(suggestion, 'Use an id from contractors in desk.yaml.'),
    ),
  handledBy: (got: string, suggestion: string | null) =>
    error(
      'bad-handled-by',
      `"handled_by" cannot be "${got}"`,
      meant(suggestion, 'Write local, contractor, contractor:<id> or the upn of a technician.'),
    ),
  noContractor: () =>
    error(
      'no-contractor',
      'The contractor is named, but desk.yaml has none',
      'Add a contractor to desk.yaml, or write local.',
    ),
  manyContractors: () =>
    warning(
      'many-contractors',
      '"handled_by: contractor" does not say which of the contractors',
      'Write contractor:<id>.',
    ),
  ownDeputy: () =>
    error(
      'own-deputy',
      'A technician cannot be their own deputy',
      'Name another technician, or remove the line.',
    ),
  notTechnicianRole: (upn: string) =>
    error(
      'not-technician',
      `"${upn}" lacks the role technician in people.csv`,
      'Add technician to the roles of that person.',
    ),
  roleWithoutRota: (upn: string) =>
    warning(
      'technician-without-duty',
      `"${upn}" has the role technician but is not in technicians.yaml`,
      'Add the technician there, or use the role reader.',
    ),
  ownParent: (field: string) =>
    error('own-parent', `"${field}" points back at the site itself`, 'Name another site, or leave it empty.'),
  sharedAccount: (id: string, where: string) =>
    error(
      'duplicate-id',
      `The aad_object_id ${id} is there already (${where})`,
      'Give each person their own.',
    ),
  siteFolder: (folder: string) =>
    warning(
      'folder-not-among-sites',
      `The note lies with "${folder}" but its "sites" leave that site out`,
      'Add the site, or move the note.',
    ),
  kindsUnused: () =>
    warning(
      'site-kinds-unused',
      '"site_kinds" has no effect where "sites" or the folder names the sites',
      'Remove it, or move the note to _shared and remove "sites".',
    ),
};

export const deskFaults = {
  noCatchAll: () =>
    error(
      'no-catch-all',
      'The responsibility matrix has no catch-all: some matters would be nobody’s',
      'End it with a row that names only handled_by.',
    ),
  unreachableRow: (row: number, by: number) =>
    warning(
      'unreachable-row',
      `Row ${row} is never reached: row ${by} always matches first`,
      'Move it up or remove it.',
    ),
  contractorForLocal: () =>
    warning(
      'contractor-unused',
      'The row is local, so its contractor has no effect',
      'Remove the contractor.',
    ),
  rowWithoutContractor: () =>
    error(
      'missing-field',
      'The row is handled by a contractor but names none',
      'Add contractor: with an id from contractors.',
    ),
  noDispatcher: () =>
    warning(
      'no-dispatcher',
      'Escalation ends with the dispatcher, but nobody has that role',
      'Give somebody in people.csv the role dispatcher.',
    ),
  escalatesToNobody: () =>
    warning(
      'no-contractor',
      'Escalation names the contractor, but desk.yaml has none',
      'Add one, or remove the step.',
    ),
  respondBeforeAcknowledge: (level: string) =>
    error(
      'bad-period',
      `"escalation.${level}" must be responded to before it must be acknowledged`,
      'Make respond_within the longer of the two.',
    ),
  unknownSecretFact: (name: string, suggestion: string) =>
    error(
      'unknown-fact',
      `The secret fact "${name}" is not a column in sites.csv, so nothing is kept secret by it`,
      `Did you mean "${suggestion}"?`,
    ),
  unusedSecretFact: (name: string) =>
    warning(
      'unknown-fact',
      `The secret fact "${name}" is not a column in sites.csv`,
      'Remove it, or add the column.',
    ),
  unknownWithheld: (name: string, suggestion: string | null) =>
    warning(
      'unknown-fact',
      `"withhold" names "${name}", which is not known here`,
      meant(suggestion, 'Use a column of sites.csv, personal_identity_number or technician_notes.'),
    ),
  sharedAlias: (alias: string, others: string) =>
    warning(
      'ambiguous-alias',
      `"${alias}" also means ${others}; people who say it are asked which`,
      'Keep it if people really say so of both.',
    ),
};

export const secretFaults = {
  password: () =>
    error(
      'password',
      'This looks like a password or a PIN',
      'Remove it, and change the password where it is used.',
    ),
  personalIdentityNumber: () =>
    error(
      'personal-identity-number',
      'This looks like a personal identity number',
      'Remove it; name the person in another way, or not at all.',
    ),
  credential: (key: string) =>
    error(
      'secret-in-settings',
      `"${key}" looks like a secret`,
      'Remove it from the folder and give it as an environment variable.',
    ),
  secretFact: (fact: string, site: string) =>
    error(
      'secret-fact',
      `A note for staff holds the ${fact} of ${site}`,
      'Remove it, or make the note audience: technician.',
    ),
};
