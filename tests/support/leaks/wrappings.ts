import { strToU8, zipSync } from 'fflate';

export type Wrapping = { readonly name: string; readonly wrap: (text: string) => Uint8Array };

const bytes = (text: string) => Buffer.from(text, 'utf8');
const base64 = (text: string | Uint8Array) =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

/** RFC 2045, with soft breaks in the middle of numbers. */
function quoted(text: string): string {
  const all = Array.from(bytes(text), (byte) =>
    byte > 126 || byte === 61 || byte < 32
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return all.map((part, n) => (n > 0 && n % 20 === 0 ? `=\r\n${part}` : part)).join('');
}

const encodedWord = (text: string, kind: 'B' | 'Q') =>
  (text.match(/[\s\S]{1,12}/g) ?? [])
    .map(
      (part) =>
        `=?UTF-8?${kind}?${kind === 'B' ? base64(part) : quoted(part).replaceAll('=\r\n', '').replaceAll(' ', '_')}?=`,
    )
    .join('\r\n ');

const part = (head: string, body: string) =>
  `--abcd1234\r\n${head}\r\n\r\n${body}\r\n--abcd1234\r\nContent-Type: text/plain\r\n\r\nannat\r\n--abcd1234--\r\n`;
const entities = (text: string) => Array.from(text, (c) => `&#${c.codePointAt(0)};`).join('');
const unicode = (text: string) =>
  `"${Array.from(text, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('')}"`;

/** Every way in which a connector may wrap what it sends, and some of them in each other. */
export const wrappings: readonly Wrapping[] = [
  { name: 'nothing', wrap: bytes },
  { name: 'JSON', wrap: (text) => bytes(JSON.stringify({ a: [{ b: text }] })) },
  { name: 'JSON escapes', wrap: (text) => bytes(unicode(text)) },
  { name: 'JSON in JSON', wrap: (text) => bytes(JSON.stringify({ a: JSON.stringify({ b: text }) })) },
  { name: 'base64', wrap: (text) => bytes(base64(text)) },
  {
    name: 'base64 in JSON',
    wrap: (text) => bytes(JSON.stringify({ data: Buffer.from(text).toString('base64') })),
  },
  { name: 'quoted-printable', wrap: (text) => bytes(quoted(text)) },
  { name: 'an encoded word of base64', wrap: (text) => bytes(`Subject: ${encodedWord(text, 'B')}\r\n\r\nx`) },
  {
    name: 'an encoded word in quoted form',
    wrap: (text) => bytes(`Subject: ${encodedWord(text, 'Q')}\r\n\r\nx`),
  },
  {
    name: 'a part of a letter in base64',
    wrap: (text) =>
      bytes(part('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64', base64(text))),
  },
  {
    name: 'a part of a letter in quoted-printable',
    wrap: (text) => bytes(part('Content-Transfer-Encoding: quoted-printable', quoted(text))),
  },
  {
    name: 'a file name of a form',
    wrap: (text) =>
      bytes(part(`Content-Disposition: form-data; name="file"; filename="${encodeURIComponent(text)}"`, 'x')),
  },
  {
    name: 'a file name in parts (RFC 2231)',
    wrap: (text) => {
      const name = encodeURIComponent(text);
      const half = Math.floor(name.length / 2);
      return bytes(
        `Content-Disposition: attachment;\r\n filename*0*=utf-8''${name.slice(0, half)};\r\n filename*1*=${name.slice(half)}\r\n\r\nx`,
      );
    },
  },
  { name: 'an archive', wrap: (text) => zipSync({ 'a/b.txt': strToU8(text) }) },
  {
    name: 'a name in an archive',
    wrap: (text) => zipSync({ [`${text.replaceAll(/[\n/]/g, ' ')}.txt`]: strToU8('x') }),
  },
  {
    name: 'an archive in a letter',
    wrap: (text) => bytes(part('Content-Transfer-Encoding: base64', base64(zipSync({ a: strToU8(text) })))),
  },
  {
    name: 'an archive in an archive',
    wrap: (text) => zipSync({ 'a.zip': zipSync({ 'b.txt': strToU8(text) }) }),
  },
  { name: 'an address', wrap: (text) => bytes(`/api?name=${encodeURIComponent(text)}`) },
  { name: 'a form in an address', wrap: (text) => bytes(`/api?${new URLSearchParams({ q: text })}`) },
  { name: 'HTML', wrap: (text) => bytes(`<p>${entities(text)}</p>`) },
  { name: 'HTML with marks inside', wrap: (text) => bytes(text.replaceAll(/(\S)(\S)/g, '$1<b>$2</b>')) },
  {
    name: 'UTF-16',
    wrap: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  },
  { name: 'Latin-1', wrap: (text) => Buffer.from(text, 'latin1') },
];
