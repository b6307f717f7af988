import { createHash } from 'node:crypto';

/**
 * How many different statements are remembered; beyond, whichever was asked the longest ago is forgotten. Several times as many
 * as readers can ask for: were it fewer, those that are asked in turn would forget one another, and none would have a name.
 */
const most = 1000;

/**
 * What has no name: what looks for words or likeness, since a plan for any words is none for a frequent one; and what lists
 * values one by one, since every length of a list is another text.
 */
const unnamed = /tsquery|word_similarity|\bI?LIKE\b|OPERATOR\(public\.|\bIN \(\(?\$\d+,|\bVALUES \(\$\d+/;

/**
 * Names for the statements that readers' pages are made of. PostgreSQL keeps a named statement parsed and, where no plan for
 * its values is better, planned: nearly half of the time that reading a record takes goes into that. An empty name has it made
 * anew each time. A statement has its name from the second time on, so that what is asked once is kept by no connection. The
 * name is made of the text: in every process, and behind every pooler, it is the name of this statement and of no other.
 */
export function statementNames(): (query: { sql: string }) => string {
  /** The earliest asked first; null for what was asked once. */
  const names = new Map<string, string | null>();
  return ({ sql }) => {
    if (unnamed.test(sql)) return '';
    const known = names.get(sql);
    const name = known === undefined ? null : (known ?? nameOf(sql));
    names.delete(sql);
    names.set(sql, name);
    const [earliest] = names.keys();
    if (names.size > most && earliest !== undefined) names.delete(earliest);
    return name ?? '';
  };
}

const nameOf = (sql: string): string => `read_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`;
