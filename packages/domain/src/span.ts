/**
 * Two ends of a span in their order: written the wrong way round they are a slip of whoever wrote them, and mean the same
 * span. Null is an open end.
 */
export const inOrder = <E extends string | Date | null>({ from, to }: { from: E; to: E }): { from: E; to: E } =>
  from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
