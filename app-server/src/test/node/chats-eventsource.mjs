// The chats API with the eventsource package: every word arrives as it was said, at once, and the
// client, which comes back by itself when a stream has ended, stays away after the answer.
import assert from 'node:assert/strict';
import { EventSource } from 'eventsource';
import { given, send, server, tell } from './checks.mjs';

const [expected] = given;
const chat = await send('POST', '/chats/create', { name: 'From Node' });
const question = { chat_id: chat.id, role: 'Human', message: 'Hello?' };
await send('POST', '/conversations/create', question);

const words = [];
let stored = '';
let opened = 0;

await new Promise((resolve, reject) => {
  const source = new EventSource(`${server}/conversations/inference/${chat.id}`);
  source.onopen = () => opened++;
  source.onmessage = (event) => {
    words.push(event.data);
    if (words.length === 1) {
      tell('heard the first word');
    }
  };
  source.addEventListener('done', (event) => (stored = event.data));
  source.onerror = (event) => {
    if (source.readyState === EventSource.CLOSED) {
      event.code === 204 ? resolve() : reject(new Error(`${event.code} ${event.message}`));
    }
  };
});

assert.equal(words.join(''), expected);
assert.equal(opened, 1);

const said = await (await fetch(`${server}/conversations/`)).json();
assert.deepEqual(
  said.filter((line) => line.chat_id === chat.id).map((line) => line.role),
  ['Human', 'Assistant'],
);
assert.equal(said.at(-1).id, stored);
