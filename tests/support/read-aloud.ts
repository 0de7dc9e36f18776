import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';

const Value = z.object({ value: z.unknown().optional() }).optional();
const Node = z.object({
  nodeId: z.string(),
  ignored: z.boolean(),
  role: Value,
  name: Value,
  description: Value,
  value: Value,
  properties: z.array(z.object({ name: z.string(), value: Value })).optional(),
  childIds: z.array(z.string()).optional(),
  backendDOMNodeId: z.number().optional(),
});
type Node = z.infer<typeof Node>;
const Tree = z.object({ nodes: z.array(Node) });

/** Attributes that Chromium's tree does not tell of. */
type Attributes = ReadonlyMap<number, ReadonlyMap<string, string>>;

/** Read by their children alone, when nothing names them. */
const silent = new Set([
  'none',
  'generic',
  'InlineTextBox',
  'RootWebArea',
  'paragraph',
  'LabelText',
  'Legend',
]);
/** Their words are their children's. */
const isNamedByContent = new Set([
  'button',
  'link',
  'heading',
  'option',
  'tab',
  'menuitem',
  'DisclosureTriangle',
]);
const landmarks = new Set([
  'banner',
  'main',
  'navigation',
  'region',
  'complementary',
  'contentinfo',
  'search',
  'form',
]);

/**
 * A page, or a part of it, as a screen reader goes through it from top to bottom: a line for each thing, in the order
 * of Chromium's own accessibility tree, with role, name, value, state and description.
 */
export async function readAloud(page: Page, selector = 'body'): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = Tree.parse(await session.send('Accessibility.getFullAXTree'));
    const attributes = await readAttributes(session);
    const within = await backendOf(session, selector);
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const root = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === within);
    return root === undefined ? [] : linesOf(root, { byId, attributes });
  } finally {
    await session.detach();
  }
}

/** Where the focus is, as it is read when it comes there. */
export async function readFocus(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = Tree.parse(await session.send('Accessibility.getFullAXTree'));
    const attributes = await readAttributes(session);
    const focused = nodes.filter((node) => propertyOf(node, 'focused') === true).at(-1);
    if (focused === undefined) return 'nowhere';
    return (
      linesOf({ ...focused, childIds: [] }, { byId: new Map(), attributes })[0] ?? String(focused.role?.value)
    );
  } finally {
    await session.detach();
  }
}

type Reading = { readonly byId: ReadonlyMap<string, Node>; readonly attributes: Attributes };

function linesOf(node: Node, reading: Reading): string[] {
  const role = String(node.role?.value ?? '');
  const name = String(node.name?.value ?? '').trim();
  const children = (node.childIds ?? []).flatMap((id) => reading.byId.get(id) ?? []);
  const below = () => children.flatMap((child) => linesOf(child, reading));
  if (node.ignored || (silent.has(role) && !isLive(node))) return below();
  if (role === 'StaticText') return name === '' ? [] : [quoted(name)];
  const line = [roleInWords(role, node), name && `“${name}”`, ...statesOf(node, reading.attributes)]
    .filter(Boolean)
    .join(' ');
  if (isNamedByContent.has(role) && children.every((child) => isText(child, reading))) return [line];
  const end = landmarks.has(role) || role === 'dialog' ? [`end of ${role}`] : [];
  return [line, ...below().filter((words) => words !== quoted(name)), ...end];
}

/** Words alone: a role stands before what has one. */
const quoted = (words: string) => `“${words}”`;

function isText(node: Node, reading: Reading): boolean {
  const role = String(node.role?.value ?? '');
  if (!node.ignored && !silent.has(role) && role !== 'StaticText') return false;
  return (node.childIds ?? []).every((id) => {
    const child = reading.byId.get(id);
    return child === undefined || isText(child, reading);
  });
}

function roleInWords(role: string, node: Node): string {
  return role === 'heading' ? `heading ${propertyOf(node, 'level') ?? '?'}` : role;
}

const isLive = (node: Node) =>
  propertyOf(node, 'live') !== undefined && propertyOf(node, 'root') === undefined;

/** In the words of the attributes, so that a test shows what to look for. */
function statesOf(node: Node, attributes: Attributes): string[] {
  const told = ['checked', 'pressed', 'expanded', 'selected', 'invalid', 'live', 'hasPopup', 'modal', 'busy'];
  const states = told.flatMap((name) => {
    const value = propertyOf(node, name);
    if (
      value === undefined ||
      (name === 'invalid' && value === 'false') ||
      (name === 'busy' && value !== true)
    )
      return [];
    return value === true ? [name] : [`${name}=${String(value)}`];
  });
  const flags = ['required', 'disabled', 'readonly', 'multiselectable'].filter(
    (name) => propertyOf(node, name) === true,
  );
  const own = attributes.get(node.backendDOMNodeId ?? -1);
  const current = own?.get('aria-current');
  const described = String(node.description?.value ?? '');
  const value = node.value?.value;
  const lang = own?.get('lang');
  return [
    ...states,
    ...flags,
    ...(current && current !== 'false' ? [`current=${current}`] : []),
    ...(value === undefined || value === '' ? [] : [`value=“${String(value)}”`]),
    ...(described === '' ? [] : [`(${described})`]),
    ...(lang ? [`lang=${lang}`] : []),
  ];
}

function propertyOf(node: Node, name: string): unknown {
  return node.properties?.find((one) => one.name === name)?.value?.value;
}

const DomNode: z.ZodType<DomNode> = z.lazy(() =>
  z.object({
    backendNodeId: z.number(),
    attributes: z.array(z.string()).optional(),
    children: z.array(DomNode).optional(),
  }),
);
type DomNode = {
  backendNodeId: number;
  attributes?: string[] | undefined;
  children?: DomNode[] | undefined;
};

async function readAttributes(session: CDPSession): Promise<Attributes> {
  const { root } = z.object({ root: DomNode }).parse(await session.send('DOM.getDocument', { depth: -1 }));
  const all = new Map<number, ReadonlyMap<string, string>>();
  const visit = ({ backendNodeId, attributes = [], children = [] }: DomNode): void => {
    const pairs = attributes.flatMap((name, at): [string, string][] =>
      at % 2 === 0 ? [[name, attributes[at + 1] ?? '']] : [],
    );
    all.set(backendNodeId, new Map(pairs));
    for (const child of children) visit(child);
  };
  visit(root);
  return all;
}

async function backendOf(session: CDPSession, selector: string): Promise<number> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  return node.backendNodeId;
}
