// With which passages an answer was given, and what it cites: looked up in the files by the server.
import { element } from './dom.js';
import { openPage } from './reader.js';
import { text } from './texts.js';

/** @param known {passages, citations} as the server tells them */
export function showSources(place, { passages = [], citations = [] }) {
  const list = place.querySelector('ol');
  const cited = once(citations).map((citation) => citedAt(citation, passages));
  const named = new Set(citations.map((citation) => citation.number));
  const unused = passages.filter((passage) => !named.has(passage.number));
  list.replaceChildren(...cited, ...unused.map(given));
  place.hidden = list.children.length === 0;
}

function once(citations) {
  const seen = new Map();
  citations.forEach((each) => seen.set(`${each.number} ${each.state} ${each.quote}`, each));
  return [...seen.values()];
}

function citedAt(citation, passages) {
  const where = citation.place ?? passages.find((passage) => passage.number === citation.number);
  const item = element('li', citation.state);
  item.append(
    element('b', '', citation.number ? `[${citation.number}] ` : ''),
    place(where, citation.state === 'not-found', citation.quote),
  );
  if (citation.quote || citation.state !== 'found') {
    item.append(element('span', 'state', text(`sources.${citation.state}`)));
  }
  if (citation.quote) item.append(element('q', '', citation.quote));
  return item;
}

function given(passage) {
  const item = element('li', 'unused');
  item.append(
    element('b', '', `[${passage.number}] `),
    place(passage, false, ''),
    element('span', 'state', text('sources.unused')),
  );
  return item;
}

/** Where it stands; a page that can be shown is opened by a click. */
function place(where, lost, quote) {
  if (!where?.file) return element('span', 'name', where ? at(where) : '');
  const button = element('button', 'link name', at(where));
  button.addEventListener('click', () => openPage(where, lost, quote));
  return button;
}

const at = ({ name, label, page }) => text('sources.place', name, label || page);
