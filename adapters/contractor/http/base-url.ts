import { z } from 'zod';

/** Their address: https, or http on this machine (for trying things out). No user, query or closing slash. */
export const BaseUrl = z
  .url()
  .refine(isAllowed, 'must be an https:// address without user name (http:// only on this machine)')
  .transform((text) => text.replace(/\/+$/, ''));

const here = ['127.0.0.1', 'localhost', '[::1]'];

function isAllowed(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return false;
  }
  return url.protocol === 'https:' || (url.protocol === 'http:' && here.includes(url.hostname));
}
