import type { Messages } from '../messages.ts';
import { words } from './words.ts';

export const en: Messages = { words };
