/// The chat REST API (`/chat/...`, `/users/...`, `/llm/...`): conversations with UUIDs whose
/// messages the client stores itself, and answers streamed as OpenAI streams them.
@NullMarked
package org.colloquy.server.api.chatrest;

import org.jspecify.annotations.NullMarked;
