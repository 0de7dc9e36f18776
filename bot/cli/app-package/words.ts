import type { PackageFault } from './fault.ts';

/** What `vaktis package` says. English, as the other commands. */
export const words = {
  package: 'build the app package that an administrator uploads to Teams, and check it',
  more: `
The desk's name and the prompt starters come from the desk; the ids and addresses from the settings (.env.example);
the rest from manifest/. Nothing is fetched. Next: manifest/README.md.`,
  out: 'where to write the zip',
  desk: 'take the name and the commonest matters from a desk folder instead of the database',
  withoutDesk: 'leave the desk out: no database is opened, and no other settings are needed',
  appVersion: 'the app’s version; Teams takes an update only with a higher one (default: package.json)',
  restart: 'A running Vaktis answered with the settings that it started with: restart it, or use --desk DIR.',
  noDesk: 'Without a desk the package says "din organisation" and offers the usual matters.',
  fault: ({ file, at, message, remedy }: PackageFault) =>
    `${at === null ? file : `${file}: ${at}`}: ${message}. ${remedy}`,
  notWritten: (faults: number) => `${faults} ${faults === 1 ? 'fault' : 'faults'}: no package was written.`,
  written: (path: string, bytes: number, version: string) =>
    `Wrote ${path}: version ${version}, ${bytes.toLocaleString('en-GB')} bytes, no faults.`,
  starters: (titles: readonly string[]) => `Prompt starters: ${titles.join(' · ')}`,
  placeholder: (setting: string, value: string) =>
    `Change before use: ${setting} is not set, so it says ${value}`,
} as const;
