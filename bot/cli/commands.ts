import { registerAsk } from './ask.ts';
import { registerBackup } from './backup.ts';
import { registerChat } from './chat.ts';
import { registerCheck } from './check.ts';
import type { RegisterCommand } from './command-context.ts';
import { registerDoctor } from './doctor.ts';
import { registerDuty } from './duty.ts';
import { registerEval } from './eval.ts';
import { registerExport } from './export.ts';
import { registerImport } from './import.ts';
import { registerInsights } from './insights.ts';
import { registerLearned } from './learned.ts';
import { registerMigrate } from './migrate.ts';
import { registerPackage } from './package.ts';
import { registerPeople } from './people.ts';
import { registerPrivacy } from './privacy.ts';
import { registerRestore } from './restore.ts';
import { registerSuggestions } from './suggestions.ts';
import { registerTriage } from './triage.ts';

/** Every command, in the order in which the help shows them. A new one is one line here and one file beside it. */
export const commands: readonly RegisterCommand[] = [
  registerImport,
  registerCheck,
  registerExport,
  registerTriage,
  registerDuty,
  registerAsk,
  registerChat,
  registerEval,
  registerSuggestions,
  registerLearned,
  registerInsights,
  registerPeople,
  registerMigrate,
  registerBackup,
  registerRestore,
  registerPrivacy,
  registerDoctor,
  registerPackage,
];
