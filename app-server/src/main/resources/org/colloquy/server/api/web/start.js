// The page: puts its parts together.
import * as api from './api.js';
import { chat } from './chat.js';
import { choices } from './choices.js';
import { composer } from './composer.js';
import { conversations } from './conversations.js';
import { byId } from './dom.js';
import { exports } from './download.js';
import { files } from './files.js';
import { takeInvitation } from './invitation.js';
import { reader } from './reader.js';
import * as session from './session.js';
import { signIn } from './signin.js';
import { loadTexts, text } from './texts.js';

const TITLE_AFTER = 5000;

await loadTexts();

const entrance = signIn(enter);
const list = conversations((entry) => chosen.show(entry));
const chosen = choices(() => talk.id());
const attached = files(() => talk);
const written = composer(() => talk.send());
const talk = chat({
  composer: written,
  choices: chosen,
  files: attached,
  opened: (id) => {
    history.replaceState(null, '', `#${id}`);
    byId('show-export').hidden = false;
    list.show(id);
    list.load();
  },
  /** The server may find a better title for a new conversation a little later. */
  changed: () => {
    list.load();
    setTimeout(list.load, TITLE_AFTER);
  },
});

async function enter() {
  try {
    const { account } = await api.server();
    byId('who').textContent = account.username || text('side.owner');
  } catch (e) {
    if (session.isOpen()) setTimeout(enter, TITLE_AFTER);
    leave(session.isOpen() ? e.message : text('sign-in.ended'));
    return;
  }
  byId('sign-in').hidden = true;
  byId('page').hidden = false;
  await Promise.all([list.load(), chosen.load(), written.begin()]);
  await openFromAddress();
}

function leave(why = '') {
  byId('page').hidden = true;
  byId('sign-in').hidden = false;
  entrance.ask(why);
}

/** Somebody who brings an invitation is asked who they want to be, also where somebody is signed in. */
function arrive() {
  const code = takeInvitation();
  if (code) {
    leave();
    entrance.invite(code);
  }
  return Boolean(code);
}

async function openFromAddress() {
  const id = location.hash.slice(1) || null;
  sideShown(false);
  list.show(id);
  byId('show-export').hidden = !id;
  await talk.open(id);
  byId('question').focus({ preventScroll: true });
}

function sideShown(shown) {
  document.body.classList.toggle('side-shown', shown);
  byId('show-side').setAttribute('aria-expanded', shown);
}

session.whenEnded(() => {
  if (!byId('page').hidden) {
    location.hash = '';
    leave(text('sign-in.ended'));
  }
});
addEventListener('hashchange', () => { if (!arrive() && !byId('page').hidden) openFromAddress(); });
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && !byId('page').hidden) {
    list.load();
    talk.refresh();
    written.refresh();
  }
});

byId('new').addEventListener('click', () => {
  if (location.hash) location.hash = '';
  else openFromAddress();
});
byId('show-side').addEventListener('click', () => sideShown(!document.body.classList.contains('side-shown')));
byId('list').addEventListener('click', (event) => { if (event.target.closest('a')) sideShown(false); });
byId('veil').addEventListener('click', () => sideShown(false));
byId('sign-out').addEventListener('click', async () => {
  await session.close();
  sessionStorage.clear();
  location.replace('/web/');
});
byId('stop').addEventListener('click', talk.stop);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || document.querySelector('dialog[open], :popover-open')) return;
  if (document.body.classList.contains('side-shown')) sideShown(false);
  else talk.stop();
});

exports(() => talk.id());
reader();
if (!arrive()) {
  if (session.isOpen()) await enter();
  else leave();
}
