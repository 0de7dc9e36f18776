import { exchangeWords } from '#bot/i18n/api-exchange.ts';
import { type Note, sharedFolder } from '#knowledge/note.ts';
import { imagesIn } from '#knowledge/note-images.ts';
import type { StoredImage } from '#knowledge/review/image-store.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import { tellingWords } from '#knowledge/search/learn/telling-words.ts';
import type { ImportPreview } from '../contract/exchange-contract.ts';
import type { NoteContent, NoteFault } from '../contract/note-contract.ts';
import { checkNote } from '../notes/check-note.ts';
import type { Reader } from '../notes/note-detail.ts';
import type { ReadNote } from './imported.ts';
import { readUpload } from './read-upload.ts';
import { createReadingDesk } from './reading-desk.ts';

/** Two that share so many of their telling words say nearly the same. */
const alikeFrom = 0.75;
/** Fewer words are alike by chance. */
const fewWords = 5;

/** What a file would become for this reader, and the pictures that its notes show. @throws UploadRefused */
export async function previewUpload(
  name: string,
  bytes: Uint8Array,
  reader: Reader,
): Promise<{ preview: ImportPreview; pictures: StoredImage[] }> {
  const { loaded, language } = reader;
  const words = exchangeWords(language);
  const upload = await readUpload(name, bytes, createReadingDesk(loaded.desk));
  const titles = titlesOf(loaded.notes.all());
  const notes = upload.notes.map((note, index) => toPreview(note, String(index + 1), reader, titles));
  const shown = new Set(notes.flatMap(({ content }) => imagesIn(textOf(content))));
  return {
    preview: { file: name, notes, left: upload.left.map(({ what, why }) => words.left[why](what)) },
    pictures: upload.pictures.filter((picture) => shown.has(picture.name)),
  };
}

/** By folder and title, drafts too: the same file again must not make everything twice. */
type Titles = ReadonlyMap<string, Note>;

function titlesOf(notes: readonly Note[]): Titles {
  const living = notes.filter(({ status }) => status !== 'archived');
  return new Map(living.map((note) => [titleKey(folderOf(note.id), note.title), note]));
}

function titleKey(folder: string, title: string): string {
  return `${folder} ${title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}

function toPreview(
  note: ReadNote,
  key: string,
  reader: Reader,
  titles: Titles,
): ImportPreview['notes'][number] {
  const folder = note.folder ?? usualFolder(reader);
  const sites = note.content.sites.length === 0 && folder !== sharedFolder ? [folder] : note.content.sites;
  const content = { ...note.content, sites };
  const same = titles.get(titleKey(folder, content.title));
  const like = same !== undefined && reader.rights.mayRead(same) ? same : likeOf(folder, content, reader);
  return {
    key,
    folder,
    content,
    faults: faultsOf(folder, content, reader),
    like: like && { id: like.id, title: like.title },
  };
}

/** What says nothing of its place is for every site, where the reader may write that; else for their own. */
function usualFolder({ rights, person, loaded }: Reader): string {
  if (rights.mayEditFolder(sharedFolder)) return sharedFolder;
  const own = person.homeSiteIds.find((id) => loaded.desk.sites.has(id) && rights.mayEditFolder(id));
  return own ?? sharedFolder;
}

function faultsOf(folder: string, content: NoteContent, { loaded, language, rights }: Reader): NoteFault[] {
  const faults = checkNote({ folder, content, isDraft: true }, loaded.desk, language);
  if (rights.mayEditFolder(folder)) return faults;
  const message = exchangeWords(language).notYourSite(loaded.desk.sites.get(folder)?.name ?? folder);
  return [{ field: 'sites', level: 'error', message }, ...faults];
}

/** The likeliest published note there that says nearly the same. */
function likeOf(folder: string, content: NoteContent, { loaded, now, rights }: Reader): Note | null {
  const site = folder === sharedFolder ? null : (loaded.desk.sites.get(folder) ?? null);
  const text = [content.title, ...content.symptoms.slice(0, 3)].join('. ');
  const found = loaded.notes.search({ text, site, audience: 'technician', at: now, limit: 3 });
  const said = tellingWords(textOf(content).slice(0, 2_000));
  const like = found.find(
    ({ note }) => rights.mayRead(note) && isAlike(said, tellingWords(note.body.slice(0, 2_000))),
  );
  return like?.note ?? null;
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const larger = Math.max(one.size, other.size);
  return larger >= fewWords && one.intersection(other).size / larger >= alikeFrom;
}

function textOf({ intro, steps, outro }: NoteContent): string {
  return [intro, ...steps, outro].join('\n');
}
