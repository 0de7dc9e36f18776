import MarkdownIt from 'markdown-it';
import { Fragment, type ReactNode } from 'react';
import { NoteImage } from './note-image.tsx';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** Without HTML: tags in a note stay text. */
const parser = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** A note's Markdown as elements: nothing of the writer's becomes code. [privat] marks are shown as marks. */
export function Markdown({ text, privateLabel }: { text: string; privateLabel: string }) {
  return <div className="markdown">{build(parser.parse(text, {}), privateLabel)}</div>;
}

/** Headings begin under the view's own. */
const elements: Readonly<Record<string, string>> = {
  h1: 'h3',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
  h6: 'h6',
};

function build(tokens: readonly Token[], privateLabel: string): ReactNode[] {
  const root: ReactNode[] = [];
  const stack: { token: Token; children: ReactNode[] }[] = [];
  const add = (node: ReactNode) => (stack.at(-1)?.children ?? root).push(node);
  for (const [key, token] of tokens.entries()) {
    if (token.nesting === 1) stack.push({ token, children: [] });
    else if (token.nesting === 0) add(<Fragment key={key}>{leaf(token, privateLabel)}</Fragment>);
    else {
      const closed = stack.pop();
      if (closed) add(<Fragment key={key}>{wrap(closed.token, closed.children)}</Fragment>);
    }
  }
  return root;
}

function wrap(token: Token, children: ReactNode[]): ReactNode {
  if (token.hidden) return children;
  if (token.tag === 'a')
    return (
      <a href={String(token.attrGet('href') ?? '')} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  const Element = (elements[token.tag] ?? token.tag) as 'p';
  return <Element>{children}</Element>;
}

function leaf(token: Token, privateLabel: string): ReactNode {
  if (token.type === 'inline') return build(token.children ?? [], privateLabel);
  if (token.type === 'text') return marked(token.content, privateLabel);
  if (token.type === 'softbreak' || token.type === 'hardbreak') return <br />;
  if (token.type === 'hr') return <hr />;
  if (token.type === 'code_inline') return <code>{token.content}</code>;
  if (token.type === 'image')
    return <NoteImage source={String(token.attrGet('src') ?? '')} alt={token.content} />;
  if (token.type === 'fence' || token.type === 'code_block')
    return (
      <pre>
        <code>{token.content}</code>
      </pre>
    );
  return token.content;
}

/** `[privat]…[/privat]`: what never leaves. Both marks are made visible, so that a missing one is seen. */
function marked(text: string, label: string): ReactNode {
  const parts = text.split(/(\[\/?privat[e]?\])/gi);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    /^\[/.test(part) && /privat/i.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
      <span key={index} className="private-mark">
        {part.startsWith('[/') ? `/${label}` : label}
      </span>
    ) : (
      part
    ),
  );
}
