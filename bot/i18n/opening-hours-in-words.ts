import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { messages } from './messages.ts';

/** opening_hours syntax as people write it: `Mo-Fr 07:00-16:30; PH off` → "mån–fre 07.00–16.30, helgdagar stängt". */
export function openingHoursInWords(hours: string, language: ReplyLanguage): string {
  const { weekdays, always } = messages(language).words;
  if (hours.trim() === '24/7') return always;
  return hours
    .replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su|PH|off)\b/g, (word) => weekdays[word] ?? word)
    .replace(/(\d{2}):(\d{2})/g, language === 'sv' ? '$1.$2' : '$1:$2')
    .replace(/\s*[;,]\s*/g, ', ')
    .replace(/(?<=[\p{L}\d])-(?=[\p{L}\d])/gu, '–');
}

/** The name of a site's fact, or of something withheld, in words. */
export function factInWords(name: string, language: ReplyLanguage): string {
  const key = name.trim().toLowerCase().replaceAll('-', '_');
  return messages(language).words.fact[key] ?? name.replaceAll(/[_-]+/g, ' ');
}
