import type { RegisterCommand } from './command-context.ts';
import { registerArchive } from './privacy/archive.ts';
import { registerErase } from './privacy/erase.ts';
import { registerExportPerson } from './privacy/export-person.ts';
import { registerLog } from './privacy/log.ts';
import { registerReport } from './privacy/report.ts';
import { registerRetain } from './privacy/retain.ts';
import { privacyWords as words } from './privacy-words.ts';

/** `vaktis privacy …`: for whoever answers for people's data. */
export const registerPrivacy: RegisterCommand = (program, context, exitWith) => {
  const privacy = program.command('privacy').description(words.privacy);
  for (const register of [
    registerRetain,
    registerExportPerson,
    registerErase,
    registerArchive,
    registerLog,
    registerReport,
  ])
    register(privacy, context, exitWith);
};
