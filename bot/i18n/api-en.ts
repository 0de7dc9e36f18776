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
  note: {
    title: 'Give the note a title.',
    empty: 'Write something in the note: what is special here, or the steps that help.',
    password: 'There is a password or a code here. Take it out: a note must never hold a password.',
    likelyPassword: 'This looks like a password. Take it out if it is one.',
    personalIdentityNumber:
      'There is a personal identity number here. Take it out: a note must never hold one.',
    secretFact: (fact, site) =>
      `This gives away “${fact}” of ${site}, which is secret. Take it out, or make it a note for technicians.`,
    someSecret: 'This gives away something that is secret. Take it out, or make it a note for technicians.',
    unknownSite: (id) => `There is no site “${id}”. Choose another.`,
    leavesOutSite: (name) => `The note lies at ${name} but is not about it. Add the site.`,
    kindsUnused: 'When sites are chosen, the kind of site does not count. Remove one of the two.',
    unknownOwner: 'The owner is not among the desk’s people any more. Choose somebody else.',
    noOwner: 'Nobody owns this note. Reminders then go to whoever edits the site.',
    noReview: 'The note has no review date. Nobody is then reminded that it may have become wrong.',
    handledBy: 'Whoever is to take the case is not there. Choose local, the contractor or a technician.',
    moment: 'This is no date. Write it like 2026-12-24.',
    window: 'The end comes before the beginning. Change one of the dates.',
    unbalancedPrivate:
      'A [privat] part lacks its beginning or its end. Write [privat] before and [/privat] after.',
    folder: 'There is no such site. Choose a site, or “All sites”.',
    name: 'The note’s name in its address may hold a–z, 0–9 and hyphens only.',
    taken: 'There is a note of that name already. Choose another.',
    notYourSites: 'You cannot edit every site that the note is about. Remove those that are not yours.',
    notForYou: 'You may not move the note there. Ask an editor.',
    importer: 'Import',
    image: 'The picture cannot be read. Use PNG, JPEG or WebP of at most 2 MB.',
  },
};
