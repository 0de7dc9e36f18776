import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './simulator-en.ts';
import { sv } from './simulator-sv.ts';

/**
 * The words of the simulator's page. `{name}` and the like are filled in by the page. What Vaktis itself says
 * is in the other files here.
 */
export type SimulatorTexts = typeof sv;

export const simulatorTexts: Readonly<Record<ReplyLanguage, SimulatorTexts>> = { sv, en };
