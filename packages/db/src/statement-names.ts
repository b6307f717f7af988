/**
 * How many different statements are named: each connection keeps the plan of every one of them, and texts that differ with the
 * length of a list are without end.
 */
const most = 100;

/** What is looked for decides how: a plan for any words is none for a frequent one. */
const judgedByValue = /tsquery|word_similarity|\bLIKE\b/;

/**
 * Names for the statements that readers' pages are made of. PostgreSQL keeps a named statement parsed and, where no plan for
 * its values is better, planned: nearly half of the time that reading a record takes goes into that. An empty name has it made
 * anew each time. Statements that look for words, and those beyond the first hundred, have none.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most || judgedByValue.test(sql)) return '';
    const name = `read_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
