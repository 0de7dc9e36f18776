/** What the page remembers in this browser: who is played in this tab, the colours and the tour for good. */
type Key = 'staff' | 'technician' | 'dispatcher' | 'language' | 'theme' | 'tour';

const lasting: readonly Key[] = ['theme', 'tour'];

/** A browser may forbid it; then nothing is remembered. */
export const remembered = {
  read(key: Key): string | null {
    try {
      return storeOf(key).getItem(`vaktis ${key}`);
    } catch {
      return null;
    }
  },
  write(key: Key, value: string): void {
    try {
      storeOf(key).setItem(`vaktis ${key}`, value);
    } catch {
      // Full or forbidden: the page works without.
    }
  },
};

function storeOf(key: Key): Storage {
  return lasting.includes(key) ? localStorage : sessionStorage;
}
