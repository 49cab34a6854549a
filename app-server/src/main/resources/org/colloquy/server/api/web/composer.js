// What is being written: the field, its draft in each conversation, and which question it puts in
// other words.
import { byId } from './dom.js';
import { drafts, NOTHING } from './drafts.js';

/** @param send asks what is written */
export function composer(send) {
  const field = byId('question');
  const kept = drafts();
  let place = null;
  let instead = null;

  function grow() {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  function show(draft) {
    if (field.value !== draft.text) field.value = draft.text;
    instead = draft.instead;
    byId('rewriting').hidden = !instead;
    grow();
  }

  function write(draft) {
    show(draft);
    kept.note(place, draft);
  }

  async function load() {
    await kept.load();
    show(kept.of(place));
  }

  field.addEventListener('input', () => write({ text: field.value, instead }));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  byId('rewrite-nothing').addEventListener('click', () => {
    write(NOTHING);
    field.focus();
  });
  addEventListener('resize', grow);

  return {
    /** Fetches what somebody who has just come was writing. */
    begin() {
      kept.forget();
      show(NOTHING);
      return load();
    },
    /** Fetches what was written elsewhere meanwhile. */
    refresh: () => load().catch(() => {}),
    written: () => ({ text: field.value.trim(), instead }),
    clear: () => write(NOTHING),
    /** What could not be asked is here again, unless something else is being written. */
    putBack: (draft) => { if (!field.value) write(draft); },
    rewrite(message) {
      write({ text: message.content, instead: message.id });
      field.focus();
    },
    turnTo(conversation) {
      place = conversation;
      show(kept.of(place));
    },
    /** The new conversation exists now: what is being written belongs to it. */
    moveTo(conversation) {
      const draft = { text: field.value, instead };
      kept.note(place, NOTHING);
      place = conversation;
      kept.note(place, draft);
    },
  };
}
