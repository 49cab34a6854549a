package org.colloquy.server.api.userchat;

import org.colloquy.model.Role;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;

/// What the owner of the server decides about the user chat API.
///
/// @param leaving what becomes of an answer when its reader goes away
/// @param showsSystemMessages whether conversations show the message that tells the model who it is
public record UserchatOptions(WhenReaderLeaves leaving, boolean showsSystemMessages) {
  /// Whose messages are shown.
  Shown shown() {
    return showsSystemMessages
        ? Shown.of(Role.SYSTEM, Role.USER, Role.ASSISTANT)
        : Shown.of(Role.USER, Role.ASSISTANT);
  }
}
