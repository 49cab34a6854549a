package org.colloquy.server.api.chats;

import org.colloquy.server.http.CallerReader;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// The chats API as one face.
public final class ChatsFace {
  private ChatsFace() {}

  public static Face of(CallerReader callers, ChatsRoutes chats, InferenceRoutes inference) {
    var paths = new PathTable();
    chats.addTo(paths);
    inference.addTo(paths);
    return new Face("chats", paths, callers, new ChatsProblems());
  }
}
