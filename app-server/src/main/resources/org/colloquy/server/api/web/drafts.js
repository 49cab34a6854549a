// What somebody began to write, kept by the server a moment after it was written, so that it is there
// after a reload and on every other device.
import * as api from './api.js';

const REST = 1000;

/** @property instead the question that it puts in other words; null for a new one */
export const NOTHING = { text: '', instead: null };

export function drafts() {
  const known = new Map();
  const unsent = new Map();
  let changes = 0;
  let due = 0;

  /** What was written meanwhile counts more than what the server told. */
  async function load() {
    const before = changes;
    const found = await api.drafts();
    if (changes !== before) return;
    known.clear();
    found.forEach(({ conversation, text, instead }) => known.set(conversation, { text, instead }));
    unsent.forEach((draft, place) => known.set(place, draft));
  }

  async function send() {
    for (const [place, draft] of [...unsent]) {
      const done = await api.keepDraft(place, draft).then(() => true, (e) => e instanceof api.Refused);
      changes += 1;
      if (done && unsent.get(place) === draft) unsent.delete(place);
    }
    due = unsent.size ? setTimeout(send, REST) : 0;
  }

  /** There may be no later. */
  function sendNow() {
    unsent.forEach((draft, place) => api.keepDraft(place, draft, { keepalive: true }).catch(() => {}));
  }

  addEventListener('pagehide', sendNow);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') sendNow(); });

  return {
    load,
    /** @param place a conversation; null for one that does not exist yet */
    of: (place) => known.get(place) ?? NOTHING,
    note(place, draft) {
      changes += 1;
      known.set(place, draft);
      unsent.set(place, draft);
      due ||= setTimeout(send, REST);
    },
    /** Somebody else may come. */
    forget() {
      changes += 1;
      known.clear();
      unsent.clear();
    },
  };
}
