import type { Request } from 'express';
import { isNearAndKnown } from '#bot/channels/simulator/loopback-only.ts';
import { NotAllowed } from '#bot/errors.ts';
import { NotSignedIn } from '../api-errors.ts';
import type { SignIn } from './sign-in.ts';

/**
 * Lets whoever sits at this machine be anybody of the desk: `Authorization: Simulator <upn>`. Only for the
 * simulator; a header of our own keeps pages of other origins out, which may not set it unasked.
 */
export const signInToSimulator: SignIn = async (request, desk) => {
  if (!isNearAndKnown(request)) throw new NotAllowed('The simulator answers on this machine only.');
  const person = desk.people.get(upnOf(request));
  if (person === undefined) throw new NotSignedIn('nobody of the desk is named');
  return person;
};

function upnOf(request: Request): string {
  const upn = /^Simulator +(\S{1,200})$/i.exec(request.get('Authorization') ?? '')?.[1] ?? '';
  return upn.toLowerCase();
}
