// OpenAI's own library against the embeddings of the OpenAI-compatible API.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { given, server } from './checks.mjs';

const [model] = given;
const client = new OpenAI({ baseURL: `${server}/v1`, apiKey: 'any', maxRetries: 0 });
const texts = ['A cat sleeps on the sofa.', 'A kitten naps on the couch.', 'The tax return is due.'];

// The library asks for base64 and reads it.
const answer = await client.embeddings.create({ model, input: texts });
const vectors = answer.data.map((one) => one.embedding);
assert.equal(vectors.length, 3);
const times = (one, other) => one.reduce((sum, x, i) => sum + x * other[i], 0);
for (const vector of vectors) {
  assert.ok(Math.abs(times(vector, vector) - 1) < 1e-3);
}
assert.ok(times(vectors[0], vectors[1]) > times(vectors[0], vectors[2]) + 0.2);

const plain = await client.embeddings.create({ model, input: texts[0], encoding_format: 'float' });
plain.data[0].embedding.forEach((x, i) => assert.ok(Math.abs(x - vectors[0][i]) < 1e-6));

await assert.rejects(
  client.embeddings.create({ model, input: 'x', dimensions: 7 }),
  (error) => error instanceof OpenAI.BadRequestError && error.param === 'dimensions',
);
await assert.rejects(client.embeddings.create({ model, input: ' ' }), OpenAI.BadRequestError);
await assert.rejects(
  client.embeddings.create({ model: 'gpt-4o', input: 'x' }),
  OpenAI.NotFoundError,
);
assert.equal((await client.models.retrieve(model)).id, model);
