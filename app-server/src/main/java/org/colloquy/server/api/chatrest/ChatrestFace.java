package org.colloquy.server.api.chatrest;

import org.colloquy.server.http.CallerReader;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// The chat REST API as one face. Comes after faces that claim some requests to `/users/{id}`.
public final class ChatrestFace {
  private ChatrestFace() {}

  public static Face of(
      CallerReader callers,
      UserRoutes users,
      ChatRoutes chats,
      ProviderRoutes providers,
      CompletionRoutes completions) {
    var paths = new PathTable();
    users.addTo(paths);
    chats.addTo(paths);
    providers.addTo(paths);
    completions.addTo(paths);
    DashboardRoutes.addTo(paths);
    return new Face("chatrest", paths, callers, new ChatrestProblems());
  }
}
