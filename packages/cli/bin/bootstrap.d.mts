/** Where a compiled program is. */
export function compiled(name: string): string;

/** Compiles the programs when their sources have changed, or the checkout has moved. */
export function compile(): void;
