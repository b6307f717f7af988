import { findMediaNames } from './media-names';
import { findNamedGroups } from './named-groups';
import { namedBody, type Found } from './organisation-names';
import { plainBody, smallParty } from './plain-bodies';
import type { Scene } from './scene';

/** Names made with "Ministry of …", "… Council", "the Hungarian government"; in the order of the text, none within another. */
export function findOrganisationNames(scene: Scene): Found[] {
  const found: Found[] = [];
  const media = new Map([...findNamedGroups(scene), ...findMediaNames(scene)].map((one) => [one.from, one]));
  let reached = 0;
  for (let at = 0; at < scene.pieces.length; at++) {
    if (at < reached) continue;
    const one = media.get(at) ?? namedBody(scene, at, reached) ?? smallParty(scene, at) ?? plainBody(scene, at);
    if (!one) continue;
    found.push(one);
    reached = one.to;
  }
  return found;
}
