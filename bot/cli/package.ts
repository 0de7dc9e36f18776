import { Option } from 'commander';
import { type PackageSettings, readPackageSettings } from '#bot/config.ts';
import type { PackageOptions } from './app-package/make-package.ts';
import { words } from './app-package/words.ts';
import type { RegisterCommand } from './command-context.ts';

type Options = PackageOptions & { readonly printDesk?: boolean };

/** `vaktis package`, with the settings from wherever the caller has them. */
export function createPackageCommand(readSettings: () => PackageSettings): RegisterCommand {
  return (program, context, exitWith) => {
    program
      .command('package')
      .description(words.package)
      .option('--out <FILE>', words.out, 'vaktis-teams.zip')
      .option('--desk <DIR>', words.desk)
      .option('--no-desk', words.withoutDesk)
      .option('--app-version <X.Y.Z>', words.appVersion)
      .addOption(new Option('--print-desk').hideHelp())
      .addHelpText('after', words.more)
      .action(async (options: Options) => {
        // Only when it is asked for: the schema checker would cost every start of the server a tenth of a second.
        const { makePackage, printDesk } = await import('./app-package/make-package.ts');
        const exit = options.printDesk
          ? await printDesk(context)
          : await makePackage(options, readSettings, context);
        exitWith(exit);
      });
  };
}

export const registerPackage: RegisterCommand = createPackageCommand(readPackageSettings);
