import { escapeMarkup as escape } from '@rapporteur/domain/escape-markup';
import { describe } from './document';
import { anchorOf, explained } from './problem';

/** The reference of the interface for people, as the main part of a page: made of the OpenAPI document, it needs no script. */
export function referenceMarkup(origin: string): string {
  const described = describe(origin);
  const operations = Object.entries(described.paths ?? {}).flatMap(([path, { get }]) => (get ? [{ path, get }] : []));
  const groups = (described.tags ?? []).map(({ name, description = '' }) => ({
    name,
    description,
    own: operations.filter(({ get }) => get.tags?.includes(name)),
  }));
  const contents = groups.map(({ name }) => `<li><a href="#${slugOf(name)}">${escape(name)}</a></li>`);
  const sections = groups.map(
    ({ name, description, own }) =>
      `<section id="${slugOf(name)}"><h2>${escape(name)}</h2><p>${prose(description)}</p>` +
      `${own.map(({ path, get }) => operation(path, get)).join('')}</section>`,
  );
  const introduction = (described.info.description ?? '').split('\n\n').map((text) => `<p>${prose(text)}</p>`);
  return (
    `<nav aria-label="Contents"><ul>${contents.join('')}<li><a href="#problems">Problems</a></li></ul></nav>` +
    introduction.join('') +
    `<p>The same for programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Begin at <a href="/api/v1">/api/v1</a>.</p>` +
    `${sections.join('')}${problemList()}`
  );
}

type Described = ReturnType<typeof describe>;
type Operation = NonNullable<NonNullable<Described['paths']>[string]['get']>;
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Record<string, unknown>;
}

function operation(path: string, get: Operation): string {
  // Every parameter is written where it is used, none by reference.
  const parameters = (get.parameters ?? []) as unknown as Parameter[];
  const answer = get.responses?.['200'] as { content?: Record<string, { example?: unknown }> } | undefined;
  const [type, media] = Object.entries(answer?.content ?? {})[0] ?? [];
  const example = typeof media?.example === 'string' ? media.example : JSON.stringify(media?.example, null, 2);
  return (
    `<article id="${get.operationId ?? ''}"><h3>${escape(get.summary ?? '')}</h3>` +
    `<p class="address"><span>GET</span> <code>/api/v1${escape(path === '/' ? '' : path)}</code></p>` +
    `${get.description === undefined ? '' : `<p>${prose(get.description)}</p>`}` +
    `${parameters.length === 0 ? '' : `<h4>Parameters</h4><dl>${parameters.map(entry).join('')}</dl>`}` +
    `<details><summary>An answer (<code>${escape(type ?? '')}</code>)</summary><pre tabindex="0">${escape(example ?? '')}</pre></details></article>`
  );
}

const entry = ({ name, in: place, required = false, description = '', schema = {} }: Parameter): string =>
  `<dt><code>${escape(name)}</code> <span>${escape(place)}${required ? ', needed' : ''}: ${escape(valueOf(schema))}</span></dt>` +
  `<dd>${prose(description)}</dd>`;

/** What may be given, in a few words. */
function valueOf(schema: Record<string, unknown>): string {
  const { type, format, minimum, maximum, default: usual } = schema;
  const items = schema['items'] as Record<string, unknown> | undefined;
  const choices = (schema['enum'] ?? items?.['enum']) as string[] | undefined;
  const range = maximum === undefined ? '' : ` ${String(minimum)}–${String(maximum)}`;
  const either = (schema['anyOf'] as Record<string, unknown>[] | undefined)?.flatMap((each) => each['format'] ?? []);
  const kinds = choices ?? (either?.length ? [...new Set(either)] : [format ?? type ?? 'string']);
  const kind = kinds.join(', ');
  return `${kind}${range}${usual === undefined || usual === '' ? '' : `; ${JSON.stringify(usual)} if not given`}`;
}

function problemList(): string {
  const rows = explained.map(
    ({ code, status, title }) =>
      `<tr id="${anchorOf(code)}"><th scope="row">${status}</th><td>${escape(title)}</td></tr>`,
  );
  return (
    `<section id="problems"><h2>Problems</h2><p>Every error is an <code>application/problem+json</code> document (RFC 9457).` +
    ` <code>detail</code> says what to do; <code>errors</code> names each parameter that does not fit.</p>` +
    `<table><thead><tr><th scope="col">Status</th><th scope="col">What it means</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`
  );
}

/** The anchor of a group: an operation may have the same name. */
const slugOf = (name: string): string => `group-${name.toLowerCase().replaceAll(' ', '-')}`;

/** Text with what stands in backticks as code. */
const prose = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
