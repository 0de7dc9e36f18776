import { unzipSync } from 'fflate';

/** How something was wrapped when it left; the names stand in findings. */
const deepest = 7;
const mostTexts = 4000;

/**
 * Every text that a reader could get out of these bytes: as they are, and out of JSON, MIME (parts, base64, quoted-
 * printable, encoded words), zip archives, URL encoding and HTML, in each other. Written apart from the product's own
 * decoding, so that one mistake does not hide another.
 */
export function decodeEverything(bytes: Uint8Array): string[] {
  const seen = new Set<string>();
  let queue = [...textsOf(bytes)];
  for (let depth = 0; depth < deepest && queue.length > 0; depth += 1) {
    const fresh = queue.filter((text) => text !== '' && !seen.has(text)).slice(0, mostTexts);
    for (const text of fresh) seen.add(text);
    queue = fresh.flatMap((text) => decoders.flatMap((decode) => decode(text)));
  }
  return [...seen];
}

/** Bytes as text; an archive as what it holds, names too. */
function textsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unzip(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return [new TextDecoder('utf-16le').decode(bytes)];
  const inside = Buffer.from(bytes).indexOf('PK\u0003\u0004', 0, 'latin1');
  // A form carries an archive as it is, between its parts.
  const archive = inside > 0 ? unzip(bytes.slice(inside)) : [];
  return [...archive, ...plainTexts(bytes)];
}

function plainTexts(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('utf8');
  return text.includes('\ufffd') ? [text, Buffer.from(bytes).toString('latin1')] : [text];
}

function unzip(bytes: Uint8Array): string[] {
  try {
    return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => [name, ...textsOf(content)]);
  } catch {
    return [];
  }
}

const decoders: readonly ((text: string) => string[])[] = [
  fromJson,
  fromParts,
  fromHeaders,
  fromEncodedWords,
  fromQuotedPrintable,
  fromBase64,
  fromUrl,
  fromHtml,
  fromEscapes,
];

function fromJson(text: string): string[] {
  if (!/^\s*[[{"]/.test(text)) return [];
  try {
    return stringsIn(JSON.parse(text));
  } catch {
    return [];
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}

/** Multipart of a form or a letter, whatever the boundary: a line that begins with two dashes and comes again. */
function fromParts(text: string): string[] {
  const boundary = /^--([^\r\n]{4,72})\r?$/m.exec(text)?.[1];
  if (boundary === undefined || text.split(`--${boundary}`).length < 3) return [];
  return text.split(`--${boundary}`);
}

/** A head and a body: the head's lines unfolded, the body as its head says. */
function fromHeaders(text: string): string[] {
  const found = /^\s*((?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+)\r?\n([\s\S]*)$/.exec(text);
  if (!found) return [];
  const [, head = '', body = ''] = found;
  const encoding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const decoded = encoding === 'base64' ? textsOf(Buffer.from(body, 'base64')) : [];
  const star = [...head.matchAll(/\w+\*\d*\*?=(?:[\w-]+'\w*')?([^;\r\n]+)/g)].map(([, value]) => value ?? '');
  return [head.replaceAll(/\r?\n[ \t]+/g, ' '), body, star.join(''), ...decoded];
}

function fromEncodedWords(text: string): string[] {
  if (!text.includes('=?')) return [];
  const joined = text.replaceAll(/\?=\s+=\?/g, '?==?');
  return [
    joined.replaceAll(/=\?[\w-]+\?([bq])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : unquote(words.replaceAll('_', ' ')),
    ),
  ];
}

function fromQuotedPrintable(text: string): string[] {
  return /=(?:[0-9A-F]{2}|\r?\n)/i.test(text) ? [unquote(text.replaceAll(/=[ \t]*\r?\n/g, ''))] : [];
}

function unquote(text: string): string {
  const bytes = Buffer.from(text, 'utf8')
    .toString('latin1')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function fromBase64(text: string): string[] {
  return [...text.matchAll(/(?:[A-Za-z0-9+/_-]{4,76}\r?\n?){2,}={0,2}|[A-Za-z0-9+/_-]{12,}={0,2}/g)].flatMap(
    ([run]) => {
      const bytes = Buffer.from(run.replaceAll(/\s/g, ''), 'base64');
      if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unzip(bytes);
      const decoded = bytes.toString('utf8');
      return /[^\P{Cc}\s]|\ufffd/u.test(decoded) ? [] : [decoded];
    },
  );
}

function fromUrl(text: string): string[] {
  if (!/%[0-9A-F]{2}/i.test(text)) return [];
  const decoded = text.replaceAll(/(?:%[0-9A-F]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
  return [decoded, decoded.replaceAll('+', ' ')];
}

const entities: Readonly<Record<string, string>> = {
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

function fromHtml(text: string): string[] {
  const plain = /<[a-z!/][^<>]*>/i.test(text) ? [text.replaceAll(/<[^<>]*>/g, '')] : [];
  if (!/&(?:#x?[0-9a-f]+|[a-z]+);/i.test(text)) return plain;
  const read = text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, ten, hex, name) => {
    if (ten !== undefined) return String.fromCodePoint(Number(ten));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(String(hex), 16));
    return entities[String(name)] ?? whole;
  });
  return [...plain, read];
}

function fromEscapes(text: string): string[] {
  if (!/\\(?:u[0-9a-f]{4}|n|")/i.test(text)) return [];
  const read = text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return [read.replaceAll('\\n', '\n').replaceAll('\\"', '"')];
}
