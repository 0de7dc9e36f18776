import type { Messages } from '../messages.ts';
import { answers } from './answers.ts';
import { beyond } from './beyond.ts';
import { buttons } from './buttons.ts';
import { cases } from './cases.ts';
import { contractor } from './contractor.ts';
import { dispatch } from './dispatch.ts';
import { reasons } from './reasons.ts';
import { reminders } from './reminders.ts';
import { supplier } from './supplier.ts';
import { talk } from './talk.ts';
import { technician } from './technician.ts';
import { waiting } from './waiting.ts';
import { words } from './words.ts';

export const en: Messages = {
  answers,
  beyond,
  buttons,
  cases,
  contractor,
  dispatch,
  reasons,
  reminders,
  supplier,
  talk,
  technician,
  waiting,
  words,
};
