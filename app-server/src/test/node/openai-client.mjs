// OpenAI's own library against the OpenAI-compatible API: models, whole and streamed answers, tools, pictures,
// failures, and an answer that nobody wants any more.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { given, server, tell } from './checks.mjs';

const [apiKey, first, second] = given;
const client = new OpenAI({ baseURL: `${server}/v1`, apiKey, maxRetries: 0 });
const question = [{ role: 'user', content: 'Hello?' }];
const tool = {
  type: 'function',
  function: {
    name: 'weather',
    description: 'Tells the weather.',
    parameters: { type: 'object', properties: { place: { type: 'string' } } },
  },
};

async function refused(promise, kind) {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof kind, `${error.name}: ${error.message}`);
    return error;
  }
  throw new Error(`this should have been a ${kind.name}`);
}

// Models.
const listed = [];
for await (const model of client.models.list()) {
  listed.push(model.id);
}
assert.ok(listed.includes('colloquy/local') && listed.includes('openai/gpt-4o'), String(listed));
assert.equal(new Set(listed).size, listed.length);
for (const id of listed) {
  assert.equal((await client.models.retrieve(id)).id, id);
}
assert.equal((await client.models.retrieve('gpt-4o')).owned_by, 'openai');
const unknown = await refused(client.models.retrieve('nobody/nothing'), OpenAI.NotFoundError);
assert.equal(unknown.code, 'model_not_found');

// A streamed answer, word by word, with its usage at the end.
const stream = await client.chat.completions.create({
  model: 'openai/gpt-4o',
  messages: question,
  stream: true,
  stream_options: { include_usage: true },
});
const words = [];
const reasons = [];
let usage;
for await (const chunk of stream) {
  assert.equal(chunk.object, 'chat.completion.chunk');
  const choice = chunk.choices[0];
  if (choice?.delta.content) {
    words.push(choice.delta.content);
    if (words.length === 1) {
      assert.equal(choice.delta.role, 'assistant');
      tell('heard the first word');
    }
  }
  if (choice?.finish_reason) {
    reasons.push(choice.finish_reason);
  }
  usage = chunk.usage ?? usage;
}
assert.deepEqual(words, [first, second]);
assert.deepEqual(reasons, ['stop']);
assert.deepEqual(usage, {
  prompt_tokens: 10,
  completion_tokens: 2,
  total_tokens: 12,
  prompt_tokens_details: { cached_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0 },
});

// A whole one, with everything that can be said about how it is to be given.
const whole = await client.chat.completions.create({
  model: 'gpt-4o',
  messages: [
    { role: 'developer', content: 'Be brief.' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is this?' },
        { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
      ],
    },
  ],
  temperature: 0.5,
  top_p: 0.9,
  seed: 7,
  max_completion_tokens: 100,
  stop: 'END',
  response_format: { type: 'text' },
  user: 'somebody',
});
assert.equal(whole.choices[0].message.content, 'whole');
assert.equal(whole.choices[0].finish_reason, 'stop');
assert.equal(whole.usage.total_tokens, 11);

// Tools: several calls at once, put together from a stream as the library does it; then one at a time.
const calling = await client.chat.completions
  .stream({ model: 'gpt-4o', messages: question, tools: [tool], tool_choice: 'required' })
  .finalChatCompletion();
assert.equal(calling.choices[0].finish_reason, 'tool_calls');
const calls = calling.choices[0].message.tool_calls;
assert.deepEqual(
  calls.map((call) => [call.id, call.function.name, JSON.parse(call.function.arguments).place]),
  [
    ['call_1', 'weather', 'Tromsø'],
    ['call_2', 'weather', 'Oslo'],
  ],
);
const one = await client.chat.completions.create({
  model: 'gpt-4o',
  messages: question,
  tools: [tool],
  tool_choice: { type: 'function', function: { name: 'weather' } },
  parallel_tool_calls: false,
});
assert.equal(one.choices[0].message.content, null);
assert.deepEqual(one.choices[0].message.tool_calls.map((call) => call.id), ['call_1']);

// Their results go back, and the answer has the wanted form.
const parsed = await client.chat.completions.parse({
  model: 'gpt-4o',
  messages: [
    ...question,
    { role: 'assistant', content: null, tool_calls: calls },
    ...calls.map((call) => ({ role: 'tool', tool_call_id: call.id, content: 'rain' })),
  ],
  tools: [{ ...tool, function: { ...tool.function, strict: true } }],
  response_format: {
    type: 'json_schema',
    json_schema: { name: 'answer', strict: true, schema: { type: 'object' } },
  },
});
assert.deepEqual(parsed.choices[0].message.parsed, { answer: 42 });

// Failures: in the middle, before the first word, and of all kinds of bad requests.
const broken = await client.chat.completions.create({
  model: 'gpt-4o',
  messages: question,
  stream: true,
});
let heard = '';
const cut = await refused(
  (async () => {
    for await (const chunk of broken) {
      heard += chunk.choices[0].delta.content;
    }
  })(),
  OpenAI.APIError,
);
assert.equal(heard, 'half');
assert.equal(cut.code, 'provider_failed');
const poor = await refused(
  client.chat.completions.create({ model: 'gpt-4o', messages: question, stream: true }),
  OpenAI.RateLimitError,
);
assert.equal(poor.code, 'insufficient_quota');
assert.match(poor.message, /no money/);

const stranger = new OpenAI({ baseURL: `${server}/v1`, apiKey: 'sk-wrong', maxRetries: 0 });
const unsigned = await refused(stranger.models.list(), OpenAI.AuthenticationError);
assert.equal(unsigned.code, 'invalid_api_key');
const wrong = {
  temperature: { temperature: 3 },
  top_p: { top_p: 0 },
  max_tokens: { max_tokens: 0 },
  n: { n: 2 },
  stop: { stop: 5 },
  tool_choice: { tool_choice: 'required' },
  'response_format.type': { response_format: { type: 'poem' } },
  'messages[0].role': { messages: [{ role: 'oracle', content: 'x' }] },
  'messages[0].content.image_url.url': {
    messages: [
      {
        role: 'user',
        content: [{ type: 'image_url', image_url: { url: 'https://example.org/cat.png' } }],
      },
    ],
  },
  messages: { messages: [] },
};
for (const [param, change] of Object.entries(wrong)) {
  const error = await refused(
    client.chat.completions.create({ model: 'gpt-4o', messages: question, ...change }),
    OpenAI.BadRequestError,
  );
  assert.equal(error.param, param);
  assert.equal(error.type, 'invalid_request_error');
}
await refused(
  client.chat.completions.create({ model: 'no-such-model', messages: question }),
  OpenAI.NotFoundError,
);

// Nobody listens any more: the test sees that the model is stopped.
const left = await client.chat.completions.create({
  model: 'gpt-4o',
  messages: question,
  stream: true,
});
for await (const chunk of left) {
  assert.equal(chunk.choices[0].delta.content, 'first');
  break;
}
