/** One thing that `vaktis doctor` looks at. */
export type DoctorCheck = {
  readonly name: string;
  /** Never throws for what it looks for; what it throws all the same counts as a fault. */
  run(): Promise<Finding>;
};

/** `off`: not set, so there is nothing to look at. `said`: one line for a person; never a secret. */
export type Finding = { readonly state: 'ok' | 'fault' | 'off'; readonly said: string };

export type Examined = Finding & { readonly name: string };

/** One after the other, so that a person sees how far it has come. */
export async function examine(
  checks: readonly DoctorCheck[],
  tell: (examined: Examined) => void,
): Promise<readonly Examined[]> {
  const all: Examined[] = [];
  for (const { name, run } of checks) {
    const finding = await run().catch((error: unknown): Finding => {
      return { state: 'fault', said: error instanceof Error ? error.message : 'unknown' };
    });
    const examined = { name, ...finding };
    all.push(examined);
    tell(examined);
  }
  return all;
}
