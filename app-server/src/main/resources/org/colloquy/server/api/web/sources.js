// With which passages an answer was given, and what it cites: looked up in the files by the server.
import { element } from './dom.js';
import { openPage } from './reader.js';
import { text } from './texts.js';

/** @param known {passages, citations} as the server tells them */
export function showSources(place, { passages, citations }) {
  const cited = once(citations.map((citation) => claimOf(citation, passages)));
  const named = new Set(citations.map((citation) => citation.number));
  const unused = passages.filter((passage) => !named.has(passage.number));
  place.querySelector('ol').replaceChildren(...cited.map(citedAt), ...unused.map(given));
  place.hidden = cited.length + unused.length === 0;
}

/**
 * What an answer says of a source.
 * @returns {number, state, quote, where, lost}, where nothing when it names no source that there is
 */
export function claimOf({ number, state, quote, place }, passages) {
  const where = place ?? passages.find((passage) => passage.number === number);
  return { number, state, quote, where, lost: state === 'not-found' };
}

const keyOf = ({ number, state, quote }) => `${number} ${state} ${quote}`;

function once(claims) {
  const seen = new Map();
  claims.forEach((claim) => seen.set(keyOf(claim), claim));
  return [...seen.values()];
}

/** For people who do not see where it stands. */
export function nameOf({ number, where, lost, quote }) {
  const at = where ? placeOf(where) : quote;
  const name = number ? text('sources.mark', number, at) : text('sources.mark.quote', at);
  return lost ? `${name}, ${text('sources.not-found')}` : name;
}

/** Opens the page that a claim is about; where there are several, or none, they are shown in the list. */
export function openClaims(place, claims) {
  const [first] = claims;
  if (claims.length === 1 && first.where?.file) {
    openPage(first.where, first.lost, first.quote);
    return;
  }
  place.open = true;
  const keys = new Set(claims.map(keyOf));
  const items = [...place.querySelectorAll('li')].filter((item) => keys.has(item.dataset.claim));
  items[0]?.scrollIntoView({ block: 'nearest' });
  (items[0]?.querySelector('button') ?? items[0])?.focus({ preventScroll: true });
}

function citedAt(claim) {
  const { number, state, quote, where } = claim;
  const item = element('li', state);
  item.dataset.claim = keyOf(claim);
  item.tabIndex = -1;
  item.append(element('b', '', number ? `[${number}] ` : ''), nameButton(where, claim.lost, quote));
  if (quote || claim.lost) item.append(element('span', 'state', text(`sources.${state}`)));
  if (quote) item.append(element('q', '', quote));
  return item;
}

function given(passage) {
  const item = element('li', 'unused');
  item.append(
    element('b', '', `[${passage.number}] `),
    nameButton(passage, false, ''),
    element('span', 'state', text('sources.unused')),
  );
  return item;
}

/** Where it stands; a page that can be shown is opened by a click. */
function nameButton(where, lost, quote) {
  if (!where?.file) return element('span', 'name', where ? placeOf(where) : '');
  const button = element('button', 'link name', placeOf(where));
  button.addEventListener('click', () => openPage(where, lost, quote));
  return button;
}

const placeOf = ({ name, label, page }) => text('sources.place', name, label || page);
