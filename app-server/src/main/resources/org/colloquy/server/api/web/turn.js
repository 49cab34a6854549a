// A turn, line by line. When the connection breaks, the server goes on; so this comes back and gets
// what it missed.
import * as api from './api.js';

const LAST = new Set(['finished', 'cancelled', 'failed']);
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 8000;

/**
 * Asks, and hands over what happens.
 *
 * @param reader {began(turn), event(line), lost(), back()}
 */
export async function ask(conversation, question, reader, signal) {
  const answer = await api.ask(conversation, question, signal);
  await follow(answer.headers.get('Colloquy-Turn'), answer, reader, signal);
}

/** Hands over everything that happens in a turn that goes on, from its beginning. */
export const rejoin = (turn, reader, signal) => follow(turn, null, reader, signal);

async function follow(turn, first, reader, signal) {
  reader.began(turn);
  let answer = first;
  let position = 0;
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      answer ??= await api.rejoin(turn, position, signal);
      reader.back();
      for await (const line of lines(answer.body)) {
        position = line.at;
        attempt = 0;
        reader.event(line);
        if (LAST.has(line.event)) return;
      }
    } catch (e) {
      if (signal.aborted || (e instanceof api.Refused && e.status < 500)) throw e;
    }
    answer = null;
    reader.lost();
    await pause(Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** attempt), signal);
  }
}

/** What has not come to the end of its line has not come at all. */
async function* lines(body) {
  let begun = '';
  for await (const piece of pieces(body)) {
    const all = (begun + piece).split('\n');
    begun = all.pop();
    for (const line of all) {
      if (line.trim()) yield JSON.parse(line);
    }
  }
}

async function* pieces(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Ends early when the network is there again, or nobody waits any more. */
function pause(time, signal) {
  return new Promise((go) => {
    setTimeout(go, time);
    addEventListener('online', go, { once: true });
    signal.addEventListener('abort', go, { once: true });
  });
}
