import type { ApiTexts } from './api.ts';

/** The English words of the editors' API; see api.ts. */
export const en: ApiTexts = {
  everySite: 'All sites',
  errors: {
    'not-signed-in': 'You are not signed in, or the sign-in has expired. Please sign in again.',
    'not-allowed': 'You do not have access to this. Whoever looks after the desk can give it to you.',
    'not-found': 'What you are looking for is not there any more.',
    'invalid-input': 'Something needs to be corrected before it can be saved.',
    conflict: 'Somebody else changed it first. Fetch the new version and try again.',
    'too-large': 'That is too large. Make it smaller and try again.',
    'too-many': 'That is a little too fast. Wait a moment and try again.',
    unavailable: 'That did not work just now. Try again in a moment.',
  },
  fault: {
    missing: 'Please fill this in.',
    tooLong: (most) => `That is too long. There is room for ${most} characters.`,
    tooMany: (most) => `Those are too many. There is room for ${most}.`,
    wrong: 'This cannot be read. Check it and try again.',
    cursor: 'The list has changed. Start again from the beginning.',
  },
};
