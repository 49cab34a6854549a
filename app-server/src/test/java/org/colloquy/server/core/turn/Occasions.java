package org.colloquy.server.core.turn;

import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Agent;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Visitor;

/// When tools are called in tests.
public final class Occasions {
  /// Somebody, in a conversation that tools do not look at.
  public static final Occasion ANY =
      by(
          new Caller(
              new AccountId(new UUID(0, 1)),
              AccountRole.OWNER,
              Caller.Proof.LOCAL_TOKEN,
              Visitor.PROGRAM));

  private Occasions() {}

  /// This caller, in a conversation that tools do not look at.
  public static Occasion by(Caller caller) {
    return new Occasion(caller, new ConversationId(new UUID(0, 2)), Agent.NONE);
  }
}
