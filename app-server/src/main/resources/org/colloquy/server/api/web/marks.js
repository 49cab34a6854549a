// The places of an answer that name a source or quote one: buttons in its text that open the source.
import { element } from './dom.js';
import { claimOf, nameOf } from './sources.js';
import { text } from './texts.js';

/**
 * What stands for a mark while words become elements. That of a number keeps its brackets, because
 * Markdown looks at what stands next to its own signs; behind a quotation there were none.
 */
const SIGN = /\[\uE000(\d+)\uE001\]|\uE001(\d+)\uE000/g;
const SIGNS = /[\uE000\uE001]/;
const ENCODED = /%(5B|5D|EE%80%80|EE%80%81)/g;
const signOf = (spot, index) => (spot.behind ? `\uE001${index}\uE000` : `[\uE000${index}\uE001]`);

/**
 * @param known {passages, citations} as the server tells them
 * @param open told the claims of the mark that is chosen
 */
export function marksIn(words, known, open) {
  const spots = SIGNS.test(words) ? [] : spotsIn(words, known);

  const replaced = (by) => spots.reduceRight(
    (made, spot, index) => made.slice(0, spot.start) + by(spot, index) + made.slice(spot.end), words);

  const unsigned = (signed) => signed.replace(SIGN, (_, one, other) => spots[one ?? other].shown);

  function button(spot) {
    const shown = spot.lost ? `${spot.shown} ⚠ ${text('sources.not-found')}`.trim() : spot.shown;
    const made = element('button', spot.lost ? 'mark lost' : 'mark', shown);
    made.setAttribute('aria-label', spot.name);
    made.title = spot.name;
    made.addEventListener('click', () => open(spot.claims));
    return made;
  }

  /** Within links, their addresses and code stands what was written. */
  function draw(root) {
    if (spots.length === 0) return;
    for (const name of ['href', 'title']) {
      for (const node of root.querySelectorAll(`[${name}]`)) {
        const signed = node.getAttribute(name).replace(ENCODED, decodeURIComponent);
        if (SIGNS.test(signed)) node.setAttribute(name, unsigned(signed));
      }
    }
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const signed = [];
    while (walk.nextNode()) if (SIGNS.test(walk.currentNode.data)) signed.push(walk.currentNode);
    for (const node of signed) {
      if (node.parentElement?.closest('a, code')) {
        node.data = unsigned(node.data);
      } else {
        const parts = node.data.split(SIGN).filter((part) => part !== undefined);
        node.replaceWith(...parts.map((part, place) => (place % 2 ? button(spots[part]) : part)));
      }
    }
  }

  return {
    /** The words with a sign for each mark. */
    signed: replaced(signOf),
    /** The words for elsewhere: what was not found is marked there too. */
    copied: () => replaced(({ shown, lost }) => shown + (lost ? ` (⚠ ${text('sources.not-found')})` : '')),
    unsigned,
    draw,
  };
}

/** Several sources can be named in one place; a quotation without a number is marked where it was not found. */
function spotsIn(words, { passages, citations }) {
  const spots = new Map();
  for (const citation of citations) {
    const { number, state, markerStart, markerEnd: end } = citation;
    const stands = markerStart >= 0 && markerStart < end && end <= words.length;
    if (!stands || (!number && state === 'found')) continue;
    const start = number ? markerStart : end;
    const spot = spots.get(end) ?? { start, end, behind: !number, claims: [] };
    spot.claims.push(claimOf(citation, passages));
    spots.set(end, spot);
  }
  return [...spots.values()].sort((one, other) => one.end - other.end).map((spot) => ({
    ...spot,
    shown: words.slice(spot.start, spot.end),
    lost: spot.claims.some((claim) => claim.lost),
    name: [...new Set(spot.claims.map(nameOf))].join('; '),
  }));
}
