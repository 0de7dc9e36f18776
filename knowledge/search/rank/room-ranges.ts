/** `B11–B17`, `214-220`: the letters before both, which the second may lack, and the numbers. */
const range = /(?<![\p{L}\d])(\p{L}{0,2})(\d{1,4}) ?[–—-] ?(\p{L}{0,2})(\d{1,4})(?![\p{L}\d])/gu;
const numbered = /^(\p{L}{0,2})(\d{1,4})$/u;

/** Whether the text tells of rooms from one number to another, and this one (`b14`, folded) is among them. */
export function isInRoomRange(room: string, text: string): boolean {
  const [, letters, number] = numbered.exec(room) ?? [];
  if (letters === undefined || number === undefined) return false;
  return [...text.toLowerCase().matchAll(range)].some(
    ([, before, first, after, last]) =>
      before === letters &&
      (after === '' || after === letters) &&
      Number(first) <= Number(number) &&
      Number(number) <= Number(last),
  );
}
