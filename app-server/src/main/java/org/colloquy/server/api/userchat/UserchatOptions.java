package org.colloquy.server.api.userchat;

import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;

/// What the owner of the server decides about the user chat API.
///
/// @param leaving what becomes of an answer when its reader goes away
/// @param showsSystemMessages whether conversations show the message that tells the model who it is
public record UserchatOptions(WhenReaderLeaves leaving, boolean showsSystemMessages) {}
