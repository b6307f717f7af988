import type { RichText } from '@rapporteur/domain/content/article';
import type { CitationView, RecordLink } from '@rapporteur/domain/views';
import { Fragment, type ReactNode } from 'react';
import { Marks, marksFor, marksWithin, TrailingMarks } from './evidence-mark';
import { Named } from './record-link';
import { text } from './text';
import { Told, type Translated } from './told';

type Block = RichText['content'][number];
type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Inline = Paragraph['content'][number];

interface Context {
  translated: Translated;
  citations: readonly CitationView[];
  links: Record<string, RecordLink>;
}

/** The body of an article. Only the nodes and marks of the schema are drawn; anything else leaves nothing behind. */
export function RichTextBody({ body, field, ...context }: Context & { body: RichText; field: string }) {
  const inParts = marksWithin(context.citations, `${field}/content`).map((citation) => citation.note);
  const whole = marksFor(context.citations, field).filter((citation) => !inParts.includes(citation.note));
  return (
    <div className="prose">
      {body.content.map((block, index) => (
        <BlockNode key={index} block={block} field={`${field}/content/${index}`} {...context} />
      ))}
      {whole.length === 0 ? null : (
        <p className="hint">{text('body').rich('article.whole', { marks: () => <Marks of={whole} /> })}</p>
      )}
    </div>
  );
}

function BlockNode({ block, field, ...context }: Context & { block: Block; field: string }) {
  const { citations, links, translated } = context;
  switch (block.type) {
    case 'paragraph':
      return <ParagraphNode node={block} field={field} {...context} />;
    case 'heading':
      return (
        <h2>
          <InlineNodes nodes={block.content} field={`${field}/content`} links={links} translated={translated} />
          <TrailingMarks of={marksWithin(citations, field)} />
        </h2>
      );
    case 'quotation':
      return (
        <blockquote>
          {block.content.map((node, index) => (
            <ParagraphNode key={index} node={node} field={`${field}/content/${index}`} {...context} />
          ))}
        </blockquote>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.content.map((item, index) => (
            <li key={index}>
              {item.content.map((node, at) => (
                <ParagraphNode key={at} node={node} field={`${field}/content/${index}/content/${at}`} {...context} />
              ))}
            </li>
          ))}
        </List>
      );
    }
    default:
      return null;
  }
}

function ParagraphNode({ node, field, citations, links, translated }: Context & { node: Paragraph; field: string }) {
  return (
    <p>
      <InlineNodes nodes={node.content} field={`${field}/content`} links={links} translated={translated} />
      <TrailingMarks of={marksWithin(citations, field)} />
    </p>
  );
}

function InlineNodes({
  nodes,
  field,
  links,
  translated,
}: Pick<Context, 'links' | 'translated'> & { nodes: readonly Inline[]; field: string }) {
  return (
    <Told record={translated} field={field}>
      {nodes.map((node, index) => (
        <Fragment key={index}>
          {node.type === 'recordCitation' ? (
            <Named id={node.attrs.record} links={links}>
              {node.attrs.words}
            </Named>
          ) : (
            withMarks(node)
          )}
        </Fragment>
      ))}
    </Told>
  );
}

function withMarks(node: Extract<Inline, { type: 'text' }>): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((words, mark) => {
    switch (mark.type) {
      case 'emphasis':
        return <em>{words}</em>;
      case 'strong':
        return <strong>{words}</strong>;
      case 'link':
        // The schema allows http and https only; an address from elsewhere is drawn as its words.
        return /^https?:\/\//.test(mark.attrs.href) ? (
          <a href={mark.attrs.href} rel="nofollow noopener">
            {words}
          </a>
        ) : (
          words
        );
      default:
        return words;
    }
  }, node.text);
}

/** The words of a rich text alone. */
export function plainText(node: unknown): string {
  if (Array.isArray(node)) return node.map(plainText).join('');
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  if ('attrs' in node && typeof node.attrs === 'object' && node.attrs !== null && 'words' in node.attrs)
    return String(node.attrs.words);
  const words = 'content' in node ? plainText(node.content) : '';
  return 'type' in node && ['paragraph', 'heading'].includes(String(node.type)) ? `${words}\n` : words;
}
