import type { Endpoint } from './endpoint';
import { exportEndpoints } from './exports';
import { logEndpoints } from './log';
import { recordEndpoints } from './records';
import { relatedEndpoints } from './related';
import { searchEndpoints } from './search';
import { wholeEndpoints } from './whole';

/** Everything that the interface answers. */
export const endpoints: readonly Endpoint[] = [
  ...wholeEndpoints,
  ...exportEndpoints,
  ...searchEndpoints,
  ...logEndpoints,
  ...recordEndpoints,
  ...relatedEndpoints,
];

interface Template {
  endpoint: Endpoint;
  segments: readonly string[];
}

const byFirst = new Map<string, Template[]>();
for (const endpoint of endpoints) {
  const segments = segmentsOf(endpoint.path);
  const first = segments[0] ?? '';
  byFirst.set(first, [...(byFirst.get(first) ?? []), { endpoint, segments }]);
}

/** The endpoint at a path below the root, with what stands in its braces, decoded; null where there is none. */
export function endpointAt(path: string): { endpoint: Endpoint; parameters: Map<string, string> } | null {
  const given = segmentsOf(path);
  for (const { endpoint, segments } of byFirst.get(given[0] ?? '') ?? []) {
    if (segments.length !== given.length) continue;
    const parameters = new Map<string, string>();
    const fits = segments.every((segment, at) => {
      const text = given[at] ?? '';
      if (!segment.startsWith('{')) return segment === text;
      parameters.set(segment.slice(1, -1), decoded(text));
      return true;
    });
    if (fits) return { endpoint, parameters };
  }
  return null;
}

function segmentsOf(path: string): string[] {
  return path.split('/').slice(1);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // What is no text names nothing: its schema refuses it as it is.
    if (error instanceof URIError) return text;
    throw error;
  }
}
