import type { FaultText } from './fault.ts';

/**
 * Every sentence that `check` says to the desk's administrator, in two files: this one on files and
 * their fields, messages-on-content.ts on what they mean together.
 */

export function error(code: string, message: string, remedy: string): FaultText {
  return { severity: 'error', code, message, remedy };
}

export function warning(code: string, message: string, remedy: string): FaultText {
  return { severity: 'warning', code, message, remedy };
}

/** `did you mean "x"?`, or the fallback when nothing is close. */
export function meant(suggestion: string | null, otherwise: string): string {
  return suggestion === null ? otherwise : `Did you mean "${suggestion}"? ${otherwise}`;
}

export const fileFaults = {
  missing: (file: string) =>
    error('missing-file', `The file ${file} is missing`, `Add ${file}; the reference shows how it looks.`),
  noNotes: () =>
    warning(
      'no-notes',
      'There is no folder notes',
      'Add notes/<site-id>/ and notes/_shared/ when there is something to write down.',
    ),
  unreadableFolder: (why: string) =>
    error('unreadable', `The folder cannot be read (${why})`, 'Check that it is a folder and may be read.'),
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
  hoursGuessed: (field: string, spec: string, readAs: string) =>
    warning('guessed-hours', `"${field}" is ${spec}, which is read as ${readAs}`, `Write "${readAs}".`),
  period: (field: string, from: string, to: string) =>
    error('bad-period', `"${field}" ends before it begins: ${from} to ${to}`, 'Swap or correct the two.'),
  criticalWord: (got: string) =>
    warning('bad-critical', `"critical" is ${got}, which counts as false`, 'Write true or false.'),
};
