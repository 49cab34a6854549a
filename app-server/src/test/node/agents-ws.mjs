// The agents API with the ws package: frames as they were said, a ping in the middle of an answer,
// and the ways in which a socket is refused or closed.
import assert from 'node:assert/strict';
import WebSocket from 'ws';
import { given, server, tell } from './checks.mjs';

const [first, second] = given;
const chat = `${server.replace('http', 'ws')}/async_chat`;

/** Opens a socket and remembers what comes. */
function open(query, options) {
  const socket = new WebSocket(`${chat}?${new URLSearchParams(query)}`, options);
  socket.frames = [];
  socket.on('message', (data, binary) => {
    assert.equal(binary, false);
    socket.frames.push(JSON.parse(data.toString()));
    socket.emit('frame', socket.frames.at(-1));
  });
  socket.closed = new Promise((resolve) =>
    socket.on('close', (code, reason) => resolve(`${code} ${reason}`)),
  );
  return socket;
}

const credentials = { email: 'node@example.org', password: 'a good password' };
const registered = await fetch(`${server}/auth/register`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(credentials),
});
assert.equal(registered.status, 201);
const form = new FormData();
form.set('username', credentials.email);
form.set('password', credentials.password);
const login = await fetch(`${server}/auth/jwt/login`, { method: 'POST', body: form });
const { access_token: token } = await login.json();

// Refused: without a token, and to pages of other origins.
assert.equal(await open({}).closed, '1008 unauthorized');
assert.equal(await open({ token: 'forged' }).closed, '1008 jwt error');
const foreign = open({ token }, { origin: 'http://evil.example' });
const refusal = await new Promise((resolve) => foreign.on('error', resolve));
assert.match(refusal.message, /403/);

// One question, asked in fragments, with a ping while the answer waits.
const conversationID = crypto.randomUUID();
const socket = open({ token, conversationID, agentName: 'Geology Agent' }, { origin: server });
await new Promise((resolve) => socket.on('open', resolve));
socket.send('What is ', { fin: false });
socket.send('this 🙂?', { fin: true });
await new Promise((resolve) => socket.once('frame', resolve));
await new Promise((resolve) => {
  socket.on('pong', resolve);
  socket.ping('still there?');
});
tell('heard the first word');
assert.equal(await socket.closed, '1000 ');
assert.deepEqual(socket.frames, [
  { event_type: 'on_chat_model_stream', content: first },
  { event_type: 'on_chat_model_stream', content: second },
  { event_type: 'on_chat_model_end', content: '' },
]);
const said = await fetch(`${server}/get_history_conversatino/${conversationID}`, {
  headers: { Authorization: `Bearer ${token}` },
});
assert.deepEqual(await said.json(), [
  { sender: 'You', message: 'What is this 🙂?' },
  { sender: 'Agent', message: first + second },
]);

// Two questions over one socket, the second a large one.
const stays = open({ token, keep: '1' });
await new Promise((resolve) => stays.on('open', resolve));
const done = () =>
  new Promise((resolve) =>
    stays.on('frame', (frame) => frame.event_type === 'done' && resolve()),
  );
const firstDone = done();
stays.send('one');
await firstDone;
assert.match(stays.frames[0].content, /^New conversation [0-9a-f-]{36}$/);
const secondDone = done();
stays.send('🙂'.repeat(500_000));
await secondDone;
stays.close(1000);
assert.equal(await stays.closed, '1000 ');

// A file, as a browser sends it.
const upload = new FormData();
upload.set('file', new Blob(['a,b\n1,2\n'], { type: 'text/csv' }), 'målinger.csv');
const uploaded = await fetch(`${server}/upload/${conversationID}`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${token}` },
  body: upload,
});
assert.deepEqual(await uploaded.json(), {
  message: 'File uploaded successfully!',
  file_path_db_rowid: 1,
});
const table = await fetch(`${server}/db/${conversationID}`, {
  headers: { Authorization: `Bearer ${token}` },
});
assert.match((await table.json())[0].description, /'målinger\.csv'/);
