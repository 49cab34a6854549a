package org.colloquy.server.api.agents;

import org.colloquy.server.http.BearerCallers;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// The agents API as one face.
public final class AgentsFace {
  private AgentsFace() {}

  /// The face. Of the paths it shares with others it takes the requests whose token it issued.
  public static Face of(
      BearerCallers callers,
      AuthRoutes auth,
      UserRoutes users,
      ConversationRoutes conversations,
      AsyncChat chat) {
    var paths = new PathTable();
    auth.addTo(paths);
    users.addTo(paths);
    conversations.addTo(paths);
    chat.addTo(paths);
    return new Face(
        "agents",
        paths,
        callers.inAnyCase(),
        new AgentsProblems(),
        exchange -> callers.audience(exchange).equals(AuthRoutes.AUDIENCE));
  }
}
