// A page of a file that an answer cites: as it looks, or its text, with the words that are cited marked.
import * as api from './api.js';
import { byId, element, part, show } from './dom.js';
import { text } from './texts.js';

const WIDTH = 1600;
const STEP = 1.25;
const CLOSEST = 4;
const FARTHEST = 0.4;
const MISSING = 404;

/** More text is not laid out at once, in UTF-16 units. */
const MOST_TEXT = 30000;

let cited = null;
let page = null;
let picture = null;
let last = Infinity;
let zoom = 1;
let asText = false;
let visit = 0;

/**
 * @param place {file, name, page, start, end} as the server tells it
 * @param lost whether the words that are quoted were not found there
 * @param quote these words
 */
export function openPage(place, lost, quote) {
  cited = { ...place, lost };
  last = Infinity;
  zoom = 1;
  asText = false;
  inReader('title').textContent = place.name;
  const missing = quote ? text('reader.lost.words', quote) : text('reader.lost');
  show(inReader('lost'), lost ? missing : '');
  clear();
  byId('reader').showModal();
  turnTo(place.page);
}

const inReader = (name) => part(byId('reader'), name);

/** The page before stays until this one is there. One without a picture is shown as text alone. */
async function turnTo(number) {
  visit += 1;
  const mine = visit;
  show(inReader('problem'), '');
  inReader('pane').setAttribute('aria-busy', 'true');
  inReader('page').textContent = text('reader.working');
  try {
    const found = await api.page(cited.file, number);
    const drawn = found.width > 0 && await api.pagePicture(cited.file, number, WIDTH).catch(() => null);
    if (mine !== visit) return;
    clear();
    page = found;
    picture = drawn || null;
    draw();
    toMark();
  } catch (e) {
    if (mine === visit) notThere(number, e);
  } finally {
    if (mine === visit) inReader('pane').removeAttribute('aria-busy');
  }
}

/** Behind the last page there is none; that is how the last one is known. */
function notThere(number, e) {
  if (page && number > page.number && e.status === MISSING) {
    last = page.number;
    draw();
    return;
  }
  clear();
  show(inReader('problem'), e.message);
}

function clear() {
  page = null;
  picture?.close();
  picture = null;
  inReader('page').textContent = '';
  inReader('pane').replaceChildren();
  enable();
}

function enable() {
  const drawn = picture && !asText;
  inReader('before').disabled = !page || page.number <= 1;
  inReader('after').disabled = !page || page.number >= last;
  inReader('zoom').hidden = !drawn;
  inReader('as-text').hidden = !picture;
  inReader('as-text').setAttribute('aria-pressed', asText);
}

function draw() {
  const { number, label } = page;
  const labelled = label && label !== String(number);
  inReader('page').textContent = labelled
    ? text('reader.page.labelled', label, number) : text('reader.page', number);
  inReader('pane').replaceChildren(picture && !asText ? sheet() : words());
  enable();
}

/** What is cited of this page; empty where nothing is. */
function passage() {
  const here = !cited.lost && cited.page === page.number;
  const most = page.text.length;
  const start = here ? Math.min(cited.start, most) : 0;
  return { start, end: here ? Math.max(start, Math.min(cited.end, most)) : 0 };
}

function sheet() {
  const made = element('div', 'sheet');
  const canvas = element('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d').drawImage(picture, 0, 0);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', page.text);
  made.style.width = `${zoom * 100}%`;
  made.append(canvas, ...marks());
  return made;
}

/** Of a line that the passage begins or ends in, about the part that belongs to it. */
function marks() {
  const { start, end } = passage();
  return page.lines.flatMap((line) => {
    const from = Math.max(start, line.start);
    const to = Math.min(end, line.end);
    if (from >= to) return [];
    const letter = line.width / (line.end - line.start);
    const made = element('div', 'page-mark');
    made.style.left = share(line.x + (from - line.start) * letter, page.width);
    made.style.width = share((to - from) * letter, page.width);
    made.style.top = share(line.y, page.height);
    made.style.height = share(line.height, page.height);
    return [made];
  });
}

const share = (of, all) => `${(of / all) * 100}%`;

/** Of a very long text the part around what is cited. */
function words() {
  const { start, end } = passage();
  const whole = page.text;
  const from = Math.max(0, Math.min(start - MOST_TEXT / 2, whole.length - MOST_TEXT));
  const to = Math.min(whole.length, from + MOST_TEXT);
  const made = element('p', 'words');
  made.append((from > 0 ? '… ' : '') + whole.slice(from, start));
  if (start < end) made.append(element('mark', '', whole.slice(start, Math.min(end, to))));
  made.append(whole.slice(end, to) + (to < whole.length ? ' …' : ''));
  return made;
}

/** A third of the window stays above it. */
function toMark() {
  const pane = inReader('pane');
  const mark = pane.querySelector('.page-mark, mark');
  const above = mark ? mark.getBoundingClientRect().top - pane.getBoundingClientRect().top : 0;
  pane.scrollTo(0, mark ? pane.scrollTop + above - pane.clientHeight / 3 : 0);
}

function closer(by) {
  zoom = Math.min(CLOSEST, Math.max(FARTHEST, zoom * by));
  inReader('pane').querySelector('.sheet').style.width = `${zoom * 100}%`;
}

/** Connects the buttons. */
export function reader() {
  const dialog = byId('reader');
  const turn = (by, button) => { if (!button.disabled) turnTo(page.number + by); };
  const before = () => turn(-1, inReader('before'));
  const after = () => turn(1, inReader('after'));
  inReader('before').addEventListener('click', before);
  inReader('after').addEventListener('click', after);
  inReader('closer').addEventListener('click', () => closer(STEP));
  inReader('farther').addEventListener('click', () => closer(1 / STEP));
  inReader('as-text').addEventListener('click', () => {
    asText = !asText;
    draw();
    toMark();
  });
  inReader('close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    const act = { PageUp: before, PageDown: after }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  dialog.addEventListener('close', () => {
    visit += 1;
    clear();
  });
}
