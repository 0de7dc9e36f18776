const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const usual = prototypes.map((one) => new Set(Reflect.ownKeys(one)));

/** What every object has now and had not before, as faults; it is taken away again. */
export function takePollution(): string[] {
  return prototypes.flatMap((one, index) =>
    Reflect.ownKeys(one)
      .filter((key) => !usual[index]?.has(key))
      .map((key) => {
        Reflect.deleteProperty(one, key);
        return `every object has ${JSON.stringify(String(key))} now`;
      }),
  );
}
