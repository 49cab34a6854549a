package org.colloquy.server.api.userchat;

import org.colloquy.server.http.CallerReader;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// The user chat API as one face.
public final class UserchatFace {
  private UserchatFace() {}

  public static Face of(CallerReader callers, UserRoutes users, ChatRoutes chats, KeyRoutes keys) {
    var paths = new PathTable();
    users.addTo(paths);
    chats.addTo(paths);
    keys.addTo(paths);
    return new Face("userchat", paths, callers, new UserchatProblems());
  }
}
