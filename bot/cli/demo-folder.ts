import { join } from 'node:path';
import type { Config } from '#bot/config.ts';

export const demoFolder = join(import.meta.dirname, '../../knowledge/demo');

/** The desk folder that stands in where there is no desk yet, to try Vaktis with; null: none may. */
export function demoFolderFor({ demo, production }: Pick<Config, 'demo' | 'production'>): string | null {
  return demo && !production ? demoFolder : null;
}
