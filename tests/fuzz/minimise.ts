import type { FuzzInput } from './fuzz-input.ts';

/** Each try sends something: a small input is worth some, not thousands. */
const mostTries = 150;

/** The smallest input found that breaks the same; `isBroken` sends one. */
export async function minimise(
  input: FuzzInput,
  isBroken: (input: FuzzInput) => Promise<boolean>,
): Promise<FuzzInput> {
  let smallest = input;
  let tries = 0;
  for (let went = true; went && tries < mostTries; ) {
    went = false;
    for (const smaller of smallerThan(smallest)) {
      tries += 1;
      if (tries > mostTries) break;
      if (!(await isBroken(smaller))) continue;
      smallest = smaller;
      went = true;
      break;
    }
  }
  return smallest;
}

function* smallerThan(input: FuzzInput): Generator<FuzzInput> {
  if (input.kind === 'files') {
    for (const [name, base64] of Object.entries(input.files)) {
      for (const less of lessOf(Buffer.from(base64, 'base64'))) {
        yield { ...input, files: { ...input.files, [name]: less.toString('base64') } };
      }
    }
    return;
  }
  const { body } = input;
  if (body === null) return;
  if ('base64' in body) {
    for (const less of lessOf(Buffer.from(body.base64, 'base64')))
      yield { ...input, body: { base64: less.toString('base64') } };
    return;
  }
  const json = parse(body.text);
  for (const less of json === undefined ? lessOfText(body.text) : lessOfJson(json)) {
    yield {
      ...input,
      body: { text: typeof less === 'string' && json === undefined ? less : (JSON.stringify(less) ?? '') },
    };
  }
}

function* lessOf(bytes: Buffer): Generator<Buffer> {
  for (
    let size = Math.ceil(bytes.length / 2);
    size >= 1 && bytes.length > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < bytes.length && start / size < 16; start += size) {
      yield Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + size)]);
    }
  }
}

function* lessOfText(text: string): Generator<string> {
  for (const less of lessOf(Buffer.from(text))) yield less.toString('utf8');
}

/** Without a branch, the largest branches first; then with shorter strings. */
function* lessOfJson(value: unknown): Generator<unknown> {
  if (typeof value === 'string' && value.length > 1) {
    yield value.slice(0, Math.floor(value.length / 2));
    yield value.slice(Math.floor(value.length / 2));
    if (value.length < 60) yield value.slice(1);
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value).sort(([, a], [, b]) => sizeOf(b) - sizeOf(a));
  const put = (changed: readonly (readonly [string, unknown])[]) =>
    Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
  for (const [name] of entries) yield put(Object.entries(value).filter(([other]) => other !== name));
  for (const [name, inner] of entries) {
    for (const less of lessOfJson(inner)) {
      yield put(Object.entries(value).map(([other, kept]) => [other, other === name ? less : kept] as const));
    }
  }
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
