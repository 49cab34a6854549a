/// The chats API (`/chats/...`, `/conversations/...`): chats with UUIDs and no login, where a
/// single message is called a conversation; answers streamed as server-sent events.
@NullMarked
package org.colloquy.server.api.chats;

import org.jspecify.annotations.NullMarked;
