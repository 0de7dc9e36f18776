/** From now on this process's clock is so many milliseconds wrong; the steady one for durations is not. */
export function skewClock(milliseconds: number): void {
  if (milliseconds === 0) return;
  const machineNow = Date.now;
  const now = () => machineNow() + milliseconds;
  globalThis.Date = new Proxy(Date, {
    construct: (real, given: unknown[]) => Reflect.construct(real, given.length === 0 ? [now()] : given),
    get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
  });
}
