import type { RichText } from '../content/article';

type Block = Extract<RichText['content'][number], { type: 'paragraph' | 'heading' }>;
export type Inline = Block['content'];

const tag = /<(\d{1,4})>([\s\S]*?)<\/\1>/g;
const anyTag = /<\/?\d{1,4}>/;

/** What a node is besides its words: a mark or a citation. Plain words are nothing else. */
const isPlain = (node: Inline[number]) => node.type === 'text' && (node.marks ?? []).length === 0;
const wordsOf = (node: Inline[number]) => (node.type === 'text' ? node.text : node.attrs.words);

/**
 * Running text in one line for a translator: what is emphasised, linked or cited stands in numbered tags, as in
 * `The <1>programme</1> is voluntary.`, which a translation may put in any order. Null where the words themselves look like
 * such tags, or where there are no words to translate.
 */
export function toMarkedText(inline: Inline): string | null {
  let number = 0;
  const words = inline.map(wordsOf);
  if (words.some((each) => anyTag.test(each))) return null;
  const text = inline.map((node, index) => {
    if (isPlain(node)) return words[index];
    number += 1;
    return `<${number}>${words[index]}</${number}>`;
  });
  return text.join('').trim() === '' ? null : text.join('');
}

/**
 * The translated text as nodes: each tag becomes the node of its number with the words that stand in it. Answers what is
 * wrong where a tag is missing, stands twice, is empty, or is none of the original's.
 */
export function fromMarkedText(inline: Inline, text: string): { inline: Inline } | { fault: string } {
  const marked = inline.filter((node) => !isPlain(node));
  const used = new Set<number>();
  const nodes: Inline = [];
  const plain = (words: string) => {
    if (words !== '') nodes.push({ type: 'text', text: words });
  };
  let end = 0;
  for (const match of text.matchAll(tag)) {
    const [whole, digits = '', words = ''] = match;
    const number = Number(digits);
    const node = marked[number - 1];
    if (node === undefined) return { fault: `has the tag <${number}>, which the original has not` };
    if (used.has(number)) return { fault: `has the tag <${number}> twice` };
    if (anyTag.test(words)) return { fault: `has a tag inside the tag <${number}>` };
    if (words.trim() === '') return { fault: `has no words in the tag <${number}>` };
    if (words.length > 500 && node.type === 'recordCitation')
      return { fault: `has too many words in the tag <${number}>` };
    used.add(number);
    plain(text.slice(end, match.index));
    nodes.push(
      node.type === 'text' ? { ...node, text: words } : { ...node, attrs: { ...node.attrs, words: words.trim() } },
    );
    end = match.index + whole.length;
  }
  plain(text.slice(end));
  const missing = marked.findIndex((_, index) => !used.has(index + 1));
  const stray = nodes.map((node) => anyTag.exec(wordsOf(node))?.[0]).find((found) => found !== undefined);
  if (stray !== undefined) return { fault: `has ${stray} without its counterpart` };
  if (missing >= 0) return { fault: `lacks the tag <${missing + 1}>…</${missing + 1}> of the original` };
  return { inline: nodes };
}
