/** A user principal name in lower case; null for what is none. */
export function toUpn(text: string): string | null {
  const upn = text.trim().toLowerCase();
  return /^[^\s@;,]+@[^\s@;,]+$/.test(upn) ? upn : null;
}

/** `sv-SE` is sv. */
export function languageOf(text: string | null): string | null {
  return /^([a-z]{2})(?:[-_]|$)/.exec(text?.trim().toLowerCase() ?? '')?.[1] ?? null;
}
