/** What may not be stored, passed on or written into a note, wherever it stands. Pure detectors with spans. */
export { findPasswords, type PasswordSpan } from './passwords.ts';
export { findPersonalIdentityNumbers, type Span } from './personal-identity-number.ts';
