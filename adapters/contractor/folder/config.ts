import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';

/** The connector's own settings in desk.yaml. */
const FolderSettings = z.object({
  /** Where the files go; a relative path is under the data folder. */
  folder: z.string().trim().min(1).optional(),
});
export type FolderSettings = z.infer<typeof FolderSettings>;

/** The folder of one contractor: as set, else `outbox/<contractor id>` under the data folder. */
export function folderOf(contractor: Contractor, dataFolder: string): string {
  const settings = FolderSettings.safeParse(contractor.settings);
  if (!settings.success) {
    const message = `the folder of contractor ${contractor.id} is not a path`;
    throw new OutsideSystemFailed(message, { retryable: false, cause: settings.error });
  }
  return resolve(dataFolder, settings.data.folder ?? join('outbox', contractor.id));
}
