/** One JSON object whose fields are lists, written item by item: what is long is not kept. */
export async function* jsonLists(
  before: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, AsyncIterable<object>>>,
): AsyncGenerator<string> {
  const fields = Object.entries(before).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  yield `{${fields.map((field) => `${field},\n`).join('')}`;
  let first = true;
  for (const [name, items] of Object.entries(lists)) {
    yield `${first ? '' : ',\n'}${JSON.stringify(name)}:[`;
    first = false;
    let none = true;
    for await (const item of items) {
      yield `${none ? '\n' : ',\n'}${JSON.stringify(item)}`;
      none = false;
    }
    yield ']';
  }
  yield '}\n';
}
