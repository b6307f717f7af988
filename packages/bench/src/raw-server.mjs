// What PostgreSQL and its driver can do with the newest twenty statements, and with the text of one: one prepared statement each
// that builds the JSON, answered as it comes. No schema, no cache, none of what stands around a record on its page: the
// record's own way is measured against it.
import { createServer } from 'node:http';
import { Pool } from 'pg';

const [connectionString = '', port = '0'] = process.argv.slice(2);
const pool = new Pool({ connectionString, max: 10 });

const link = (entry) =>
  `json_build_object('id', ${entry}."id", 'kind', ${entry}."kind", 'slug', ${entry}."slug", 'title', ${entry}."title", 'state', ${entry}."state")`;
const list = {
  name: 'list',
  text: `
    SELECT json_build_object('items', json_agg(json_build_object('record', ${link('e')}, 'summary', r."content" ->> 'text',
      'date', r."content" ->> 'date', 'publishedAt', e."publishedAt", 'revisionNumber', e."revisionNumber")
      ORDER BY e."sortKey" DESC, e."id" DESC))::text AS body
    FROM (
      SELECT * FROM "Entry" e WHERE e."kind" = 'statement' AND e."state" = 'live' AND (e."sortKey", e."id") < ($1, $2)
      ORDER BY e."sortKey" DESC, e."id" DESC LIMIT 20
    ) e JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"`,
};

const single = {
  name: 'single',
  text: `
    SELECT json_build_object('record', ${link('e')}, 'content', r."content", 'citations', r."citations")::text AS body
    FROM "Entry" e JOIN "PublishedRevision" r ON r."recordId" = e."id" AND r."revisionNumber" = e."revisionNumber"
    WHERE e."kind" = 'statement' AND e."slug" = $1`,
};

/** Where a list goes on, as the record's own cursors say it behind the name of the list; without one, from the newest. */
const placeOf = (after) =>
  after === null ? ['~', '~'] : JSON.parse(Buffer.from(after, 'base64url').toString()).slice(1);

function queryFor(address) {
  const { searchParams } = new URL(address, 'http://raw.invalid');
  const slug = searchParams.get('slug');
  return slug === null ? { ...list, values: placeOf(searchParams.get('after')) } : { ...single, values: [slug] };
}

createServer((request, response) => {
  pool
    .query(queryFor(request.url ?? '/'))
    .then(({ rows }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(rows[0]?.body);
    })
    .catch((error) => {
      response.writeHead(500);
      response.end(String(error));
    });
}).listen(Number(port), '127.0.0.1');
