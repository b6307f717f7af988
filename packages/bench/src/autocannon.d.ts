// autocannon ships no types; this is the part that is used.
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    duration: number;
    /** How many requests a second all connections send together; as many as are answered where there is none. */
    overallRate?: number;
    headers: Record<string, string>;
    requests?: { setupRequest: (request: { path: string }) => { path: string } }[];
  }
  interface Result {
    requests: { average: number };
    latency: { p99: number };
    non2xx: number;
    errors: number;
    statusCodeStats: Record<string, { count?: number }>;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
