/** How many different statements are named: each connection keeps the plan of every one of them. */
const most = 100;

/**
 * What has no name: what looks for words, since a plan for any words is none for a frequent one; and what lists values one by
 * one, since every length of a list is another text.
 */
const unnamed = /tsquery|word_similarity|\bLIKE\b|\bIN \(\$\d+,/;

/**
 * Names for the statements that readers' pages are made of. PostgreSQL keeps a named statement parsed and, where no plan for
 * its values is better, planned: nearly half of the time that reading a record takes goes into that. An empty name has it made
 * anew each time.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most || unnamed.test(sql)) return '';
    const name = `read_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
