/// The OpenAI-compatible API (`/v1/...`): chat completions, models and embeddings for programs that
/// speak to OpenAI, with a token of one's own. Nothing that is said here is stored.
@NullMarked
package org.colloquy.server.api.openai;

import org.jspecify.annotations.NullMarked;
