import { InvalidInput } from '#bot/errors.ts';
import type { DurationText } from './desk-settings.ts';

/** Minutes of running clock, or whole service days. */
export type Duration =
  | { readonly unit: 'minutes'; readonly amount: number }
  | { readonly unit: 'service-days'; readonly amount: number };

const pattern = /^(\d{1,5})([mhd])$/;

/** True for `5m`, `4h`, `2d`. */
export function isDuration(text: string): boolean {
  return pattern.test(text.trim());
}

/** Reads a length of time as the desk writes it. @throws InvalidInput */
export function parseDuration(text: DurationText): Duration {
  const [, digits = '', unit = ''] = pattern.exec(text.trim()) ?? [];
  if (digits === '') throw new InvalidInput(`"${text}" is not a duration: write 5m, 4h or 2d`);
  const amount = Number(digits);
  if (unit === 'd') return { unit: 'service-days', amount };
  return { unit: 'minutes', amount: unit === 'h' ? amount * 60 : amount };
}
