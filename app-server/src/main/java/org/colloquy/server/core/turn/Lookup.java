package org.colloquy.server.core.turn;

import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.conversation.StrangersWords;

/// Looks outside before a model is asked, when the turn's request says so. What was found goes into
/// the prompt and is not stored; what came of it is told, and noted in the conversation's log.
public final class Lookup {
  private final Researcher internet;
  private final Activities activities;
  private final StrangersWords strangersWords;

  public Lookup(Researcher internet, Activities activities, StrangersWords strangersWords) {
    this.internet = internet;
    this.activities = activities;
    this.strangersWords = strangersWords;
  }

  /// What the model is asked: with what was found, if it was to be looked for. Looks once in a
  /// turn, on the caller's thread.
  Prompt informed(RunningTurn turn, Asked asked, Saving saving) {
    return switch (turn.research()) {
      case NONE -> asked.prompt();
      case INTERNET -> {
        var found = turn.found();
        if (found == null) {
          found = look(turn, asked, saving);
          turn.found(found);
          if (!found.passages().isEmpty()) {
            strangersWords.cameInto(asked.conversation().id());
          }
        }
        yield InformedPrompt.of(asked.prompt(), found);
      }
    };
  }

  private Findings look(RunningTurn turn, Asked asked, Saving saving) {
    return internet.look(
        asked.prompt().question(),
        sentence -> {
          saving.await();
          activities.note(asked.conversation().id(), "research", sentence);
          turn.emit(new TurnEvent.Noted(sentence));
        },
        turn.cancellation());
  }
}
