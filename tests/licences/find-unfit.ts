import { z } from 'zod';

/** As much of package-lock.json as is looked at. */
export const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.unknown().optional(),
      dev: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
export type Lock = z.infer<typeof Lock>;

/** Licences that ask for no more than their text and names: they go with MIT, whoever passes Vaktis on. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** What is not on the list and may be used all the same: looked at by a person, with the reason. */
export const lookedAt: Readonly<Record<string, { readonly licence: string | null; readonly why: string }>> = {
  opening_hours: {
    licence: 'LGPL-3.0-only',
    why: 'used as it is, as a package of its own in node_modules that anybody may replace, with its licence beside it; it is not built into the tab',
  },
  suncalc: { licence: null, why: 'its LICENSE file is BSD-2-Clause; the package only does not say so' },
};

/** Built into the tab, so passed on too, though they are not installed where Vaktis runs. */
export const inTab = [
  '@fluentui/react-components',
  '@fluentui/react-icons',
  '@microsoft/teams-js',
  'react',
  'react-dom',
];

const prefix = 'node_modules/';
const nameOf = (path: string) => path.slice(path.lastIndexOf(prefix) + prefix.length);

/** Every package that is passed on with a licence that does not go with MIT, or with none: one line each. */
export function findUnfit({ packages }: Lock): string[] {
  const bundled = closure(packages);
  return Object.entries(packages).flatMap(([path, { license, dev, version }]) => {
    const name = nameOf(path);
    if (path === '' || !path.includes(prefix) || (dev === true && !bundled.has(name))) return [];
    const licence = typeof license === 'string' ? license : null;
    if (licence !== null && isFit(licence)) return [];
    const exception = lookedAt[name];
    if (exception !== undefined && exception.licence === licence) return [];
    return [`${name}@${version ?? '?'}: ${licence ?? 'no licence'}`];
  });
}

function closure(packages: Lock['packages']): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...inTab];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...Object.keys(packages[`${prefix}${name}`]?.dependencies ?? {}));
  }
  return found;
}

/** SPDX: of `A OR B` one is enough, of `A AND B` each must fit. */
export function isFit(licence: string): boolean {
  const bare = licence.replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
}
