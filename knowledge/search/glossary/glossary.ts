import { computing } from './computing.ts';
import { connections } from './connections.ts';
import { devices } from './devices.ts';
import { doing } from './doing.ts';
import { faults } from './faults.ts';
import type { GlossaryRow } from './glossary-row.ts';
import { places } from './places.ts';
import { software } from './software.ts';

/** The IT-help field's ideas and the words for them. To teach the search a word, add it to one of these lists. */
export const glossary: readonly GlossaryRow[] = [
  ...devices,
  ...connections,
  ...software,
  ...faults,
  ...places,
  ...computing,
  ...doing,
];
