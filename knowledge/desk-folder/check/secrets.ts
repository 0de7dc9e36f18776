import { findPasswords, findPersonalIdentityNumbers } from '#bot/desk/secrets.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Fault } from '../fault.ts';
import { faultAt, type Located } from '../fault.ts';
import { secretFaults } from '../messages-on-content.ts';
import { lineAt } from '../text-file.ts';
import type { CheckContext } from './context.ts';

const guid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** Passwords and personal identity numbers anywhere in a file. The fault never repeats the secret. */
export function inspectSecrets(file: string, text: string): Fault[] {
  const readable = text.replace(guid, (id) => ' '.repeat(id.length));
  // A cell is a text of its own: nothing may be read across its border.
  const separate = file.endsWith('.csv') ? readable.replaceAll(',', '\n') : readable;
  const at = (start: number, fault: ReturnType<typeof secretFaults.password>): Fault => ({
    ...fault,
    file,
    line: lineAt(text, start),
  });
  return [
    ...findPasswords(separate).map((span) =>
      at(span.start, span.certainty === 'certain' ? secretFaults.password() : secretFaults.likelyPassword()),
    ),
    ...findPersonalIdentityNumbers(readable).map((span) =>
      at(span.start, secretFaults.personalIdentityNumber()),
    ),
  ];
}

const passwordColumn = /l[öo]senord|password|passwd|passphrase|(?:^|[_ -])(?:pwd|pin|pinkod)(?:$|[_ -])/i;

/** A column for passwords holds passwords, whatever its cells look like. */
export function checkPasswordColumns({ parts }: CheckContext): Fault[] {
  const rows: readonly Located<{ readonly facts: Site['facts'] }>[] = [...parts.sites, ...parts.people];
  return rows.flatMap((row) =>
    Object.keys(row.value.facts)
      .filter((column) => passwordColumn.test(column))
      .map((column) => faultAt(row, [column], secretFaults.password())),
  );
}
