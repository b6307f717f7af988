import { spelling } from './match';

/** An item of a merged list: where it is in each of the three lists it came from. At least one of theirs and mine has it. */
export interface Node {
  base?: number;
  theirs?: number;
  mine?: number;
}

interface Ordered {
  /** The order that stands. */
  nodes: Node[];
  /** The order of mine, where both sides moved items in different ways; otherwise null. */
  other: Node[] | null;
}

type Side = 'theirs' | 'mine';

/**
 * Puts the items of a merged list in order: as the side has them that moved some; new items behind the item they were
 * put behind. Where neither side is to be preferred the items decide, so that it does not matter which side is which.
 */
export function orderNodes(nodes: readonly Node[], theirs: readonly unknown[], mine: readonly unknown[]): Ordered {
  const label = (node: Node): string => {
    if (node.base !== undefined) return `b${node.base}`;
    const said = [
      ...(node.theirs === undefined ? [] : [spelling(theirs[node.theirs])]),
      ...(node.mine === undefined ? [] : [spelling(mine[node.mine])]),
    ];
    return `n${said.toSorted()[0] ?? ''}`;
  };
  const sequence = (side: Side) =>
    nodes.filter((node) => node[side] !== undefined).toSorted((a, b) => (a[side] ?? 0) - (b[side] ?? 0));
  const sequences = { theirs: sequence('theirs'), mine: sequence('mine') };
  const core = (side: Side) => sequences[side].filter((node) => node.theirs !== undefined && node.mine !== undefined);
  const [coreTheirs, coreMine] = [core('theirs'), core('mine')];
  const build = (backbone: readonly Node[]) => hang(backbone, sequences, label);

  const agree = coreTheirs.every((node, index) => node === coreMine[index]);
  const [theyMoved, iMoved] = [hasMoved(coreTheirs), hasMoved(coreMine)];
  if (agree || (theyMoved && !iMoved)) return { nodes: build(coreTheirs), other: null };
  if (iMoved && !theyMoved) return { nodes: build(coreMine), other: null };
  if (theyMoved) return { nodes: build(coreTheirs), other: build(coreMine) };
  // Both have added the same items in different places.
  const [first] = [coreTheirs, coreMine].toSorted((a, b) => compare(a.map(label).join(), b.map(label).join()));
  return { nodes: build(first ?? coreTheirs), other: null };
}

const hasMoved = (core: readonly Node[]): boolean => {
  const places = core.flatMap(({ base }) => (base === undefined ? [] : [base]));
  return places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
};

/** Hangs what only one side has behind the item it stands behind on that side. */
function hang(
  backbone: readonly Node[],
  sequences: Record<Side, readonly Node[]>,
  label: (node: Node) => string,
): Node[] {
  const shared = new Set(backbone);
  const behind = new Map<Node | null, Node[][]>();
  for (const side of ['theirs', 'mine'] as const) {
    let [anchor, group]: [Node | null, Node[]] = [null, []];
    const close = () => {
      if (group.length > 0) behind.set(anchor, [...(behind.get(anchor) ?? []), group]);
      group = [];
    };
    for (const node of sequences[side]) {
      if (shared.has(node)) {
        close();
        anchor = node;
      } else group.push(node);
    }
    close();
  }
  const hung = (anchor: Node | null) =>
    (behind.get(anchor) ?? []).toSorted((a, b) => compare(a.map(label).join(), b.map(label).join())).flat();
  return [...hung(null), ...backbone.flatMap((node) => [node, ...hung(node)])];
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
