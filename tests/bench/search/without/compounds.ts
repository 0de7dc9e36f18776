/** No word is made of others. */
export function splitCompound(): null {
  return null;
}

export function splitNumbered(): null {
  return null;
}
