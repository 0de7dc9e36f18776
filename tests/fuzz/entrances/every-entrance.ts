import type { Dice } from '../../bench/search/dice.ts';
import type { Entrance } from '../fuzz-input.ts';
import type { FuzzWorld } from '../fuzz-world.ts';
import { createActivityEntrance, createExtensionEntrance, createPressEntrance } from './activities.ts';
import { createApiEntrance } from './api.ts';
import { createBackupEntrance, createFolderEntrance, createUploadEntrance } from './files.ts';
import { createMailEntrance } from './mail.ts';
import { createPageEntrance, createWebhookEntrance, createWireEntrance } from './web.ts';

/** Every way in that there is; their shares are 100 together. */
export async function createEntrances(world: FuzzWorld, dice: Dice): Promise<Entrance[]> {
  return [
    createActivityEntrance(world, dice),
    createPressEntrance(world, dice),
    createExtensionEntrance(world, dice),
    await createApiEntrance(world, dice),
    createWebhookEntrance(world, dice),
    createPageEntrance(world, dice),
    createWireEntrance(world, dice),
    createMailEntrance(dice),
    createUploadEntrance(world, dice),
    await createFolderEntrance(dice),
    await createBackupEntrance(world, dice),
  ];
}
