import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { Note } from '../note.ts';
import type { Fault, Located } from './fault.ts';

/** A name as some file defines it, whether or not the rest of its row is right. */
export type Named = { readonly id: string; readonly file: string; readonly line: number | null };

/**
 * What was read: every part that is right by itself, with its place. What is wrong is only in the faults, but
 * its name is in `named`, so that one bad cell does not make every mention of the site a fault.
 */
export type DeskParts = {
  readonly settings: Located<DeskSettings> | null;
  readonly sites: readonly Located<Site>[];
  readonly people: readonly Located<Person>[];
  readonly technicians: readonly Located<Technician>[];
  readonly notes: readonly Located<Note>[];
  readonly named: {
    readonly sites: readonly Named[];
    readonly areas: ReadonlySet<string>;
    readonly siteColumns: ReadonlySet<string>;
    readonly people: readonly Named[];
    readonly technicians: readonly Named[];
    readonly contractors: readonly Named[];
    readonly notes: readonly Named[];
  };
  /** Whether the file could be read at all: without it, mentions of what it defines are not judged. */
  readonly known: {
    readonly desk: boolean;
    readonly sites: boolean;
    readonly people: boolean;
    readonly technicians: boolean;
  };
  readonly faults: readonly Fault[];
};

/** Looks at a file's text as it is read; texts are not kept. */
export type InspectText = (file: string, text: string) => readonly Fault[];
export type ReadOptions = {
  readonly inspect?: InspectText;
  readonly onProgress?: (progress: { done: number; total: number }) => void;
};
