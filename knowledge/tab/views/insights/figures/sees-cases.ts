import { createContext, useContext } from 'react';

/** Whether the reader may list what a figure rests on. The server decides; a link that would be refused is not offered. */
export const SeesCases = createContext(true);

export function useSeesCases(): boolean {
  return useContext(SeesCases);
}
