type Progress = { readonly done: number; readonly total: number };

/** Below this a command is over before anybody wonders. */
const smallest = 2_000;
const lines = 10;

/** Says about every tenth of the way how far it is; nothing for what is small. */
export function createProgress(
  sentence: (done: number, total: number) => string,
  tell: (line: string) => void,
): (progress: Progress) => void {
  let told = 0;
  return ({ done, total }) => {
    if (total < smallest) return;
    const part = Math.floor((done / total) * lines);
    if (part <= told) return;
    told = part;
    tell(sentence(done, total));
  };
}
