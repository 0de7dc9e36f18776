import { error, meant, warning } from './messages.ts';

/** What `check` says of mentions, the matrix and secrets; the words on files and fields are in messages.ts. */

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
  noAddress: () =>
    error(
      'missing-field',
      'The connector is email but there is no address',
      'Write email: with the address.',
    ),
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
};

export const secretFaults = {
  likelyPassword: () =>
    warning(
      'likely-password',
      'This may be a password',
      'Remove it if it is one, and change the password where it is used.',
    ),
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

export const imageFaults = {
  wrong: () =>
    warning(
      'wrong-image',
      'Not a picture that notes can show, so it is left out',
      'Put it into the note in the tab: PNG, JPEG or WebP, 2 MB at most, named by a hash of what it holds.',
    ),
  missing: (name: string) =>
    warning(
      'missing-image',
      `The picture ${name} is not there`,
      'Add it to images/ beside the note, or take it out.',
    ),
};
