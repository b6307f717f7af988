import { expect, it } from 'vitest';
import { callsIn } from './calls';

it.each([
  ['/actors', 1],
  ['/api/v1/actors?limit=20', 1],
  ['/api/trpc/status.get', 1],
  ['/api/trpc/status.get,search.find?batch=1&input=%7B%22a%22%2C1%7D', 2],
  ['/api/reconcile', 1],
  [`/api/reconcile?queries=${encodeURIComponent('{"q0":{"query":"a"},"q1":{"query":"b"},"q2":{}}')}`, 3],
  ['/api/reconcile?queries=%7B', 1],
  ['/api/reconcile?queries=null', 1],
])('%s makes %i calls', (path, calls) => {
  expect(callsIn(path)).toBe(calls);
});
