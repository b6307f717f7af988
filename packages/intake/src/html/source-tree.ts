import { RapporteurError } from '@rapporteur/domain/errors';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

export type SourceNode = DefaultTreeAdapterTypes.Node;

/**
 * How many elements a page may have, and how deep they may nest. What looks for the article takes about 0.2 ms for each, and
 * far more for each level; browsers stop at twice this depth.
 */
const most = { elements: 60_000, depth: 256 };

/**
 * The tree of a page with the place of each of its nodes in the source. It is the very tree that jsdom makes, which uses the
 * same parser, but cannot tell places of text that stands where a table allows none.
 */
export function sourceTree(source: string): DefaultTreeAdapterTypes.Document {
  let [elements, depth] = [0, 0];
  return parse(source, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        elements += 1;
        depth += 1;
        if (depth > most.depth) throw tooMuch(`nests more than ${most.depth} elements in one another`);
        if (elements > most.elements) throw tooMuch(`has more than ${most.elements} elements`);
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
}

const tooMuch = (what: string): RapporteurError =>
  new RapporteurError(
    'limit_exceeded',
    `This page ${what}, more than can be read. Send the part that matters, or its text.`,
  );
