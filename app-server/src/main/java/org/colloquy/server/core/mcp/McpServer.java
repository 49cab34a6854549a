package org.colloquy.server.core.mcp;

import java.time.Instant;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.McpServerId;
import org.jspecify.annotations.Nullable;

/// A server of tools that somebody added.
///
/// @param name short, unique within the account; the names of its tools begin with it
/// @param approved a hash of the tools as their owner saw them; null while none were
/// @param sealed environment or headers, as [Variables] writes them and the secret box seals them
public record McpServer(
    McpServerId id,
    AccountId owner,
    String name,
    Place place,
    boolean on,
    @Nullable String approved,
    String sealed,
    Instant addedAt) {
  /// Where it is.
  public sealed interface Place {
    /// A program of this computer, with its arguments; no shell reads it.
    record Command(List<String> words) implements Place {
      public Command {
        words = List.copyOf(words);
      }
    }

    /// A server, and whether it may be on this computer or in its network.
    record Address(String url, boolean allowedInside) implements Place {}
  }

  /// What its variables are sealed to.
  String bound() {
    return "mcp server " + id;
  }
}
