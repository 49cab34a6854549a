// The user chat API with fetch, as a web page reads a growing answer: piece by piece, wherever the
// network cuts it, also in the middle of a character.
import assert from 'node:assert/strict';
import { given, send, server, tell } from './checks.mjs';

const [token, first, repeated, times] = given;
const conversation = await send('POST', '/chat/createConversation/', { title: 'From Node' }, token);

const answer = await fetch(`${server}/chat/sendMessage/`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
  body: JSON.stringify({
    conversation_id: conversation.id,
    apikey_nickname: '',
    content: 'Hello?',
    model: 'local',
  }),
});
assert.equal(answer.status, 200);

const decoder = new TextDecoder();
let text = '';
let pieces = 0;
for await (const piece of answer.body) {
  text += decoder.decode(piece, { stream: true });
  pieces++;
  if (pieces === 1) {
    assert.equal(text, first);
    tell('heard the first word');
  }
}
text += decoder.decode();

assert.equal(text, first + repeated.repeat(Number(times)));
assert.ok(pieces > 2, `the rest came in ${pieces - 1} pieces`);
