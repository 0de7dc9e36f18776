/** What a column of an imported table can be. */
export type Column =
  | 'title'
  | 'body'
  | 'steps'
  | 'symptoms'
  | 'category'
  | 'site'
  | 'audience'
  | 'asset'
  | 'warning'
  | 'owner'
  | 'reviewBy';

const names: Readonly<Record<Column, readonly string[]>> = {
  title: ['title', 'rubrik', 'titel', 'namn', 'ämne', 'subject', 'name'],
  body: [
    ...['body', 'text', 'innehåll', 'beskrivning', 'svar', 'lösning', 'information', 'anteckning'],
    ...['answer', 'description', 'content', 'solution', 'note'],
  ],
  steps: ['steps', 'steg', 'åtgärd', 'åtgärder', 'gör så här', 'instruktion', 'how to'],
  symptoms: [
    ...['symptoms', 'symptom', 'symtom', 'fråga', 'frågor', 'problem', 'sökord', 'nyckelord', 'taggar'],
    ...['question', 'questions', 'keywords', 'tags'],
  ],
  category: ['category', 'kategori', 'område'],
  site: ['site', 'sites', 'plats', 'platser', 'enhet', 'arbetsplats', 'förskola', 'skola', 'location'],
  audience: ['audience', 'målgrupp', 'för'],
  asset: ['asset', 'utrustning', 'apparat', 'device'],
  warning: ['warning', 'varning'],
  owner: ['owner', 'ägare', 'ansvarig'],
  reviewBy: ['review by', 'granskas', 'granskas senast', 'ses över'],
};

const columns = new Map(
  Object.entries(names).flatMap(([column, all]) => all.map((name) => [name, column] as const)),
);

/** What a header means, in Swedish or English, as a table's maker would write it; null: nothing that a note has. */
export function columnOf(header: string): Column | null {
  const plain = header.trim().toLowerCase().replaceAll(/[_-]+/g, ' ').replace(/[?:]$/, '');
  const found = columns.get(plain);
  return found !== undefined && isColumn(found) ? found : null;
}

function isColumn(name: string): name is Column {
  return name in names;
}
