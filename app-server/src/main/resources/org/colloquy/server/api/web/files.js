// The files of the conversation: how they get there, and how far they are read.
import * as api from './api.js';
import { byId, copyOf, element, part } from './dom.js';
import { save } from './download.js';
import { label, text } from './texts.js';

const LOOK_EVERY = 1000;
const READING = new Set(['waiting', 'reading']);

/** @param chat the conversation that is open, which begins with its first file if it is new */
export function files(chat) {
  const list = byId('files');
  const coming = [];
  let conversation = null;
  let known = [];
  let look = 0;

  function draw() {
    list.replaceChildren(...known.map(entry), ...coming.map(entryToCome));
    list.hidden = list.children.length === 0;
  }

  function entry(file) {
    const made = named(file.name, state(file));
    made.dataset.state = file.reading?.state ?? 'nothing';
    part(made, 'save').hidden = file.size < 0;
    label(part(made, 'save'), `${text('files.save')}: ${file.name}`);
    part(made, 'save').addEventListener('click', () => save(api.filePath(file.id)));
    label(part(made, 'remove'), `${text('files.remove')}: ${file.name}`);
    part(made, 'remove').addEventListener('click', () => removed(file));
    return made;
  }

  function entryToCome(file) {
    const { name, problem } = file;
    const made = named(name, problem ?? text('files.uploading'));
    made.dataset.state = problem ? 'failed' : 'uploading';
    part(made, 'save').hidden = true;
    part(made, 'remove').hidden = !problem;
    part(made, 'remove').addEventListener('click', () => {
      coming.splice(coming.indexOf(file), 1);
      draw();
    });
    return made;
  }

  async function load() {
    clearTimeout(look);
    const id = conversation;
    if (!id) return;
    const found = await api.files(id).catch(() => known);
    if (id !== conversation) return;
    known = found;
    draw();
    if (known.some((file) => READING.has(file.reading?.state))) look = setTimeout(load, LOOK_EVERY);
  }

  async function removed(file) {
    await api.removeFile(conversation, file.id).catch(() => {});
    await load();
  }

  async function add(chosen) {
    if (!chosen.length || (!conversation && !(await chat().begin()))) return;
    await Promise.all([...chosen].map(send));
  }

  async function send(file) {
    const entryOfIt = { name: file.name };
    coming.push(entryOfIt);
    draw();
    try {
      await api.upload(conversation, file);
      coming.splice(coming.indexOf(entryOfIt), 1);
    } catch (e) {
      entryOfIt.problem = e.message;
    }
    draw();
    await load();
  }

  function of(id) {
    conversation = id;
    known = [];
    coming.length = 0;
    draw();
    load();
  }

  receive(add);
  return { of };
}

function named(name, words) {
  const made = copyOf('t-file');
  made.querySelector('.name').textContent = name;
  made.querySelector('.name').title = name;
  made.querySelector('.state').replaceChildren(element('span', '', words));
  return made;
}

function state({ size, reading }) {
  if (!reading || size < 0) return text('files.elsewhere');
  const { pages, failure } = reading;
  return text(`files.${reading.state}`, reading.state === 'failed' ? failure : pages);
}

/** By the button, dropped onto the page, or pasted into the question. */
function receive(add) {
  const pick = byId('pick');
  byId('attach').addEventListener('click', () => pick.click());
  pick.addEventListener('change', async () => {
    await add(pick.files);
    pick.value = '';
  });
  byId('question').addEventListener('paste', (event) => {
    if (event.clipboardData.files.length) {
      event.preventDefault();
      add(event.clipboardData.files);
    }
  });
  const page = byId('page');
  const target = byId('drop');
  page.addEventListener('dragover', (event) => {
    event.preventDefault();
    target.hidden = !event.dataTransfer.types.includes('Files');
  });
  page.addEventListener('dragleave', (event) => { target.hidden ||= !event.relatedTarget; });
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    target.hidden = true;
    add(event.dataTransfer.files);
  });
}
