// The list of conversations: opening, calling them otherwise, deleting and taking that back.
import * as api from './api.js';
import { byId, copyOf, element, part } from './dom.js';
import { label, text } from './texts.js';

const DAY = 24 * 3600 * 1000;
const UNDO_FOR = 8000;

/** @param opened is told the entry of the conversation that is open, whenever it is known anew */
export function conversations(opened) {
  let entries = [];
  let open = null;
  let undoUntil = 0;

  async function load() {
    entries = await api.conversations();
    draw();
  }

  function draw() {
    const groups = Map.groupBy(entries, group);
    byId('list').replaceChildren(
      ...[...groups].flatMap(([name, those]) => [
        element('h2', '', text(`side.${name}`)), ...those.map(row)]),
    );
    if (!entries.length) byId('list').append(element('p', 'hint', text('side.none')));
    const here = entries.find((entry) => entry.id === open);
    byId('title').textContent = here?.title || text('side.untitled');
    document.title = here?.title ? `${here.title} · Colloquy` : 'Colloquy';
    opened(here);
    if (here?.unread && document.visibilityState === 'visible') read(here);
  }

  /** What is open is read. */
  function read(entry) {
    entry.unread = false;
    api.change(entry.id, { unread: false }).catch(() => {});
  }

  function row(entry) {
    const made = copyOf('t-entry');
    const link = made.querySelector('a');
    const name = entry.title || text('side.untitled');
    link.href = `#${entry.id}`;
    made.querySelector('.name').textContent = name;
    if (entry.id === open) link.setAttribute('aria-current', 'page');
    mark(made.querySelector('.mark'), entry);
    label(part(made, 'rename'), `${text('side.rename')}: ${name}`);
    label(part(made, 'remove'), `${text('side.remove')}: ${name}`);
    part(made, 'rename').addEventListener('click', () => rename(entry));
    part(made, 'remove').addEventListener('click', () => remove(entry, name));
    return made;
  }

  function mark(place, { id, unread, runningTurn }) {
    place.hidden = !runningTurn && (!unread || id === open);
    place.classList.toggle('running', Boolean(runningTurn));
    place.title = text(runningTurn ? 'side.running' : 'side.unread');
    place.setAttribute('aria-label', place.title);
    place.setAttribute('role', 'img');
  }

  function rename(entry) {
    const dialog = byId('rename');
    const field = dialog.querySelector('input');
    field.value = entry.title;
    dialog.returnValue = '';
    dialog.addEventListener('close', async () => {
      if (dialog.returnValue === 'yes' && field.value.trim()) {
        await api.change(entry.id, { title: field.value.trim() }).catch(() => {});
        await load();
      }
    }, { once: true });
    dialog.showModal();
    field.select();
  }

  async function remove(entry, name) {
    await api.remove(entry.id);
    if (entry.id === open) location.hash = '';
    await load();
    const undo = byId('undo');
    undo.querySelector('span').textContent = text('side.removed', name);
    undo.hidden = false;
    clearTimeout(undoUntil);
    undoUntil = setTimeout(() => { undo.hidden = true; }, UNDO_FOR);
    undo.querySelector('button').onclick = async () => {
      undo.hidden = true;
      await api.restore(entry.id);
      await load();
    };
  }

  byId('rename').querySelector('[value=no]').addEventListener('click', () => byId('rename').close());

  return {
    load: () => load().catch(() => {}),
    show(id) {
      open = id;
      draw();
    },
  };
}

function group({ pinned, updatedAt }) {
  if (pinned) return 'pinned';
  const today = new Date().setHours(0, 0, 0, 0);
  const at = Date.parse(updatedAt);
  if (at >= today) return 'today';
  if (at >= today - DAY) return 'yesterday';
  return at >= today - 7 * DAY ? 'week' : 'older';
}
