import { type Answer, type Asked, ok, page, refuse } from './route.ts';

type Stored<T> = { readonly version: number; readonly value: T };

/** Things with an id and a version, as the desk's routes keep them. */
export function keep<T extends { name: string }>(first: readonly T[], idOf: (value: T) => string) {
  const stored = new Map<string, Stored<T>>(first.map((value) => [idOf(value), { version: 1, value }]));
  const all = () => [...stored.values()];
  return {
    all,
    list: ({ query }: Asked): Answer => {
      const wanted = (query.get('query') ?? '').toLowerCase();
      const fits = ({ value }: Stored<T>) => `${value.name} ${idOf(value)}`.toLowerCase().includes(wanted);
      return page(all().filter(fits), query);
    },
    read: (id: string): Answer => {
      const found = stored.get(id);
      return found ? ok(found) : refuse(404, 'not-found');
    },
    change: (id: string, body: unknown): Answer => {
      const found = stored.get(id);
      if (!found) return refuse(404, 'not-found');
      const { basedOn, value } = asChange<T>(body);
      if (basedOn !== found.version) return refuse(409, 'conflict', 'Någon annan hann spara.');
      const next = { version: found.version + 1, value: { ...found.value, ...value } };
      stored.set(id, next);
      return ok(next);
    },
    add: (body: unknown): Answer => {
      const value = asValue<T>(body);
      const id = idOf(value);
      if (stored.has(id)) return refuse(409, 'conflict', 'Det finns redan en med det id:t.');
      stored.set(id, { version: 1, value });
      return ok({ version: 1, value });
    },
    remove: (id: string): Answer => (stored.delete(id) ? { status: 204 } : refuse(404, 'not-found')),
  };
}

/** The stand-in trusts the tab: the real server checks with the contract's schemas. */
function asChange<T>(body: unknown): { basedOn: number; value: T } {
  return JSON.parse(JSON.stringify(body));
}

function asValue<T>(body: unknown): T {
  return JSON.parse(JSON.stringify(body));
}
