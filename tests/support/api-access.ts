/**
 * Who reaches which route of the editors' API, written down apart from the definitions: r reader, t technician,
 * e editor, d dispatcher, a admin. Staff reach none. What depends on the very note or site is tested with its route.
 */
export const apiAccess: Readonly<Record<string, string>> = {
  'get /me': 'rteda',
  'get /sites': 'rteda',
};

export const roleLetters = {
  r: 'reader',
  t: 'technician',
  e: 'editor',
  d: 'dispatcher',
  a: 'admin',
} as const;
