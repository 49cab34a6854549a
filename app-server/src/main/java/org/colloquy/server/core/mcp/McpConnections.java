package org.colloquy.server.core.mcp;

import java.util.List;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.model.McpServerId;

/// Talks to servers of tools.
public interface McpConnections {
  /// What is known of a server now, without asking it.
  McpStatus status(McpServer server);

  /// Connects to it, again if need be, and waits for what it has.
  McpStatus connect(McpServer server, Map<String, String> variables);

  /// Connects to it in the background, and again whenever it goes away.
  void keep(McpServer server, Map<String, String> variables);

  /// Ends the connection, and its program.
  void drop(McpServerId server);

  /// Ends all connections of an account.
  void drop(AccountId owner);

  /// What it can be asked to show.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable with a sentence
  List<Resource> resources(McpServer server);

  /// The text of a resource.
  String read(McpServer server, String uri);

  /// The questions it has ready.
  List<Question> prompts(McpServer server);

  /// A question of its, filled in.
  String prompt(McpServer server, String name, Map<String, String> arguments);

  /// What a server can show.
  record Resource(String uri, String name, String description, String mediaType) {}

  /// A question that a server has ready.
  record Question(String name, String description, List<String> parameters) {
    public Question {
      parameters = List.copyOf(parameters);
    }
  }
}
