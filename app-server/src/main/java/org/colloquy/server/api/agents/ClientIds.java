package org.colloquy.server.api.agents;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.http.Exchange;

/// The ids that clients make up for their conversations: UUIDs, or any text, which then stands for
/// a UUID of the caller's own.
final class ClientIds {
  private ClientIds() {}

  static ConversationId conversation(Caller caller, String text) {
    return new ConversationId(Exchange.uuid(text).orElseGet(() -> named(caller, text)));
  }

  private static UUID named(Caller caller, String text) {
    var name = caller.account() + "/" + text;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
