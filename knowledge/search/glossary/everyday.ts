import type { AlikeRow } from './alike-row.ts';
import { everydayLife } from './everyday-life.ts';
import { everydayPeople } from './everyday-people.ts';
import { everydaySaying } from './everyday-saying.ts';

/** Everyday words beside those of the field: people ask `jobb` where the note says `arbetsplats`. */
export const everyday: readonly AlikeRow[] = [...everydayPeople, ...everydayLife, ...everydaySaying];
