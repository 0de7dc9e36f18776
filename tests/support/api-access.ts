/**
 * Who reaches which route of the editors' API, written down apart from the definitions: r reader, t technician,
 * e editor, d dispatcher, a admin. Staff reach none. What depends on the very note or site is tested with its route.
 */
export const apiAccess: Readonly<Record<string, string>> = {
  'get /me': 'rteda',
  'get /sites': 'rteda',
  'get /notes': 'rteda',
  'post /notes': 'tea',
  'get /notes/:folder/:name': 'rteda',
  'put /notes/:folder/:name': 'tea',
  'post /notes/:folder/:name/status': 'tea',
  'post /notes/:folder/:name/verification': 'rteda',
  'get /notes/:folder/:name/history': 'rteda',
  'post /notes/:folder/:name/restore': 'tea',
  'put /notes/:folder/:name/draft': 'tea',
  'get /notes/:folder/:name/draft': 'tea',
  'delete /notes/:folder/:name/draft': 'tea',
  'get /drafts': 'tea',
  'post /notes/check': 'tea',
  'post /notes/preview': 'rteda',
};

export const roleLetters = {
  r: 'reader',
  t: 'technician',
  e: 'editor',
  d: 'dispatcher',
  a: 'admin',
} as const;
