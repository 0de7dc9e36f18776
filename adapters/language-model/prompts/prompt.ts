/** What a model is told to do. One a file; a change of its words needs a higher version and a new eval record. */
export type Prompt = {
  readonly name: string;
  readonly version: number;
  /** Never holds anything from a person, a note or a case: those come as data, between markers. */
  readonly instructions: string;
};

export function labelOf({ name, version }: Prompt): string {
  return `${name}@${version}`;
}
