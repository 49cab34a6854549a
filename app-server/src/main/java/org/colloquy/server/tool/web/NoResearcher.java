package org.colloquy.server.tool.web;

import java.util.function.Consumer;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Findings;
import org.colloquy.server.core.turn.Researcher;

/// Looks nowhere, because the owner of this Colloquy does not want questions to be sent away.
public final class NoResearcher implements Researcher {
  @Override
  public Findings look(String question, Consumer<String> note, Cancellation cancellation) {
    note.accept(
        "Searching the internet is switched off in the settings; answering from what is here.");
    return Findings.NOTHING;
  }
}
