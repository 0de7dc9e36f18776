import type { CardJson, CardRemark } from './chat.ts';

/** Leaves room for what Teams adds, far under the limit of the whole message. */
const largeCard = 25_000;
/** Documented for hero and list cards; an Adaptive Card's further buttons are hidden behind a menu, or not shown. */
const mostActions = 6;
const mostColumns = 3;

/** Newer than schema 1.2, which is what phones draw for sure, and not merely drawn plainer there. */
const notOnPhones = new Set(['Table', 'Media', 'Carousel', 'Input.Rating', 'Rating', 'CodeBlock']);

/**
 * What Teams takes but draws otherwise.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
 */
export function remarksOn(card: CardJson): CardRemark[] {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  const large: CardRemark[] =
    bytes > largeCard ? [{ kind: 'large', detail: `${Math.ceil(bytes / 1000)} kB; keep under 25 kB` }] : [];
  const found = [...large, ...partsOf(card).flatMap(remarksOnPart)];
  const unique = new Map(found.map((remark) => [`${remark.kind} ${remark.detail}`, remark]));
  return [...unique.values()];
}

/** Nobody sees or presses these: what stands in for something else, what a press carries, the client's own refresh. */
const notDrawn = new Set(['fallback', 'data', 'refresh']);

/** Every object in the card that is drawn, itself first. */
function partsOf(value: unknown): CardJson[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isObject(value)) return [];
  const inside = Object.entries(value).filter(([name]) => !notDrawn.has(name));
  return [value, ...inside.flatMap(([, part]) => partsOf(part))];
}

function remarksOnPart(part: CardJson): CardRemark[] {
  const type = String(part.type ?? '');
  const actions = Array.isArray(part.actions) ? part.actions.length : 0;
  const columns = type === 'ColumnSet' && Array.isArray(part.columns) ? part.columns.length : 0;
  return [
    ...when(actions > mostActions, 'too-many-actions', `${actions} actions; ${mostActions} are shown`),
    ...when(notOnPhones.has(type), 'not-on-phones', type),
    ...when(columns > mostColumns, 'not-on-phones', `${columns} columns`),
    ...when(type === 'Column' && isFixedWidth(part.width), 'not-on-phones', `width ${String(part.width)}`),
    ...when(type === 'Action.Submit' && 'isEnabled' in part, 'not-in-teams', 'isEnabled'),
    ...when(
      type.startsWith('Action.') && isStyled(part.style),
      'not-in-teams',
      `action style ${String(part.style)}`,
    ),
    ...when(type === 'Image' && isRefusedImage(part.url), 'not-in-teams', 'SVG image'),
    ...when(type === 'Action.Execute' && !isObject(part.fallback), 'no-fallback', 'Action.Execute'),
  ];
}

function when(holds: boolean, kind: CardRemark['kind'], detail: string): CardRemark[] {
  return holds ? [{ kind, detail }] : [];
}

function isFixedWidth(width: unknown): boolean {
  return typeof width === 'string' && /^\d+px$/.test(width);
}

function isStyled(style: unknown): boolean {
  return style === 'positive' || style === 'destructive';
}

function isRefusedImage(url: unknown): boolean {
  return typeof url === 'string' && /\.svg(\?|$)|^data:image\/svg/i.test(url);
}

function isObject(value: unknown): value is CardJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
