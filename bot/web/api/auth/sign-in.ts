import type { Request } from 'express';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import { NotSignedIn } from '../api-errors.ts';

/**
 * Who sends the request, as the desk knows them.
 * @throws NotSignedIn when nobody proved who they are; NotAllowed when the desk does not know them.
 */
export type SignIn = (request: Request, desk: Desk) => Promise<Person>;

/** In production without a registration nobody can be known. */
export const refuseSignIn: SignIn = async () => {
  throw new NotSignedIn('there is no registration');
};
