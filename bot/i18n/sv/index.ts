import { words } from './words.ts';

export const sv = { words };
