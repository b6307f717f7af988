import { z } from 'zod';
import { edtfSchema } from '../edtf';
import { kinds } from '../kinds';
import { forms } from './forms';
import { ref } from './ref';
import { line, prose, webAddress } from './text';

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('emphasis') }),
  z.strictObject({ type: z.literal('strong') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: webAddress }) }),
]);
const words = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(20_000),
  marks: z.array(mark).max(3).optional(),
});
/** A record cited in running text. `record` holds the reference; `words` is what the sentence calls it. */
const recordCitation = z.strictObject({
  type: z.literal('recordCitation'),
  attrs: z.strictObject({ record: z.union(kinds.map((kind) => ref(kind))), words: line }),
});
const inline = z
  .array(z.discriminatedUnion('type', [words, recordCitation]))
  .min(1)
  .max(2000);
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inline });
const heading = z.strictObject({ type: z.literal('heading'), content: inline });
const quotation = z.strictObject({ type: z.literal('quotation'), content: z.array(paragraph).min(1).max(50) });
const item = z.strictObject({ type: z.literal('listItem'), content: z.array(paragraph).min(1).max(20) });
const list = z.strictObject({ type: z.literal('list'), ordered: z.boolean(), content: z.array(item).min(1).max(200) });

/** The rich text of an article: a tree of bounded depth, checked node by node. */
export const richText = z
  .strictObject({
    type: z.literal('doc'),
    content: z
      .array(z.discriminatedUnion('type', [paragraph, heading, quotation, list]))
      .min(1)
      .max(1000),
  })
  .register(forms, { form: 'rich' });
export type RichText = z.infer<typeof richText>;

/** Editorial narrative that cites records. */
export const articleContent = z.strictObject({
  title: line,
  standfirst: prose,
  byline: line,
  date: edtfSchema,
  body: richText,
});
export type ArticleContent = z.infer<typeof articleContent>;
