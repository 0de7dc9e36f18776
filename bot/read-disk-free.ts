import { statfs } from 'node:fs/promises';

/** Free share of the disk that the folder is on, for somebody without rights of their own there: 0 to 1. */
export async function readDiskFree(folder: string): Promise<number> {
  const { bavail, blocks } = await statfs(folder);
  return blocks === 0 ? 1 : bavail / blocks;
}
