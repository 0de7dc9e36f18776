import { NotAllowed } from '#bot/errors.ts';
import { NotSignedIn } from '../api-errors.ts';
import { checkEntraToken, type EntraPorts } from './check-entra-token.ts';
import { findPerson } from './find-person.ts';
import type { SignIn } from './sign-in.ts';

/** Entra's tokens run to some 2 kB; far longer ones are not read. */
const longest = 16_384;

/** Signs people in by the token that Teams hands to the tab: `Authorization: Bearer <token>`. */
export function createEntraSignIn(ports: EntraPorts): SignIn {
  return async (request, desk) => {
    const header = request.get('Authorization') ?? '';
    const token = header.length > longest ? undefined : /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
    if (token === undefined) throw new NotSignedIn('no token');
    const identity = await checkEntraToken(token, ports);
    const person = findPerson(identity, desk, ports.settings.tenantId);
    if (person === null) throw new NotAllowed('not one of the desk’s people');
    return person;
  };
}
