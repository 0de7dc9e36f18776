import type { RegisterCommand } from './command-context.ts';
import { registerErase } from './privacy/erase.ts';
import { registerLog } from './privacy/log.ts';
import { registerRetain } from './privacy/retain.ts';
import { privacyWords as words } from './privacy-words.ts';

/** `vaktis privacy …`: for whoever answers for people's data. */
export const registerPrivacy: RegisterCommand = (program, context, exitWith) => {
  const privacy = program.command('privacy').description(words.privacy);
  for (const register of [registerRetain, registerErase, registerLog]) register(privacy, context, exitWith);
};
