/** A link that is pressed for the reader: a download needs the token, which a plain link does not carry. */
export function handOut(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun by then; freeing it at once cancels the download in some.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
