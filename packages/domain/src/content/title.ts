import type { AnyContent } from './content';

const shorten = (text: string) => (text.length <= 110 ? text : `${text.slice(0, 107).replace(/\s+\S*$/, '')}…`);

/** The title of a record. Some are named after the records they are about; `nameOf` gives those names. */
export function titleOf({ kind, content }: AnyContent, nameOf: (id: string) => string): string {
  switch (kind) {
    case 'actor':
      return content.names[0]?.text ?? '';
    case 'issue':
      return content.shortTitle;
    case 'statement':
      return `${nameOf(content.speaker)}: ${shorten(content.text)}`;
    case 'position':
      return `${nameOf(content.actor)} on ${nameOf(content.issue)}`;
    case 'source':
    case 'event':
    case 'programme':
    case 'commitment':
    case 'article':
      return content.title;
  }
}

/** The records that a title takes names from. */
export function namesInTitle({ kind, content }: AnyContent): string[] {
  if (kind === 'statement') return [content.speaker];
  if (kind === 'position') return [content.actor, content.issue];
  return [];
}
