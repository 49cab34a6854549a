package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.conversation.Surroundings;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.usage.TokenCounter;

/// Makes of a question what a model is asked: adds what it may call and what was found outside, and
/// leaves out what does not fit.
public final class Prompts {
  private final Tools tools;
  private final Lookup lookup;
  private final Recall recall;
  private final Sources sources;
  private final TableHints tables;
  private final ContextBudget budget;

  public Prompts(
      Tools tools,
      Lookup lookup,
      Recall recall,
      Sources sources,
      TableHints tables,
      TokenCounter counter) {
    this.tools = tools;
    this.lookup = lookup;
    this.recall = recall;
    this.sources = sources;
    this.tables = tables;
    this.budget = new ContextBudget(counter);
  }

  /// The question with the tools of its agent.
  ///
  /// @throws org.colloquy.model.ProblemException Invalid when it does not fit the model's window
  Asked prepared(
      Caller caller, Surroundings surroundings, Asked asked, ModelParameters parameters) {
    var equipped = surroundings.hasTables() ? tables.equipped(caller, asked) : asked;
    var prepared = equipped.with(tools.offers(caller, equipped.agent()), parameters);
    budget.check(prepared.prompt(), prepared.room(), prepared.exchanges());
    return prepared;
  }

  /// What the model is asked: with what was found outside, recalled and found in documents if the
  /// request wants that, and without what does not fit, which the person is told once.
  Prompt informed(RunningTurn turn, Asked asked, Saving saving) {
    var found = lookup.informed(turn, asked, saving);
    var recalled = recall.informed(turn, asked, found, saving);
    var sourced = sources.informed(turn, asked, recalled, saving);
    var told = tables.informed(turn.caller(), asked, sourced);
    var whole = QuotedResults.of(told, tools, turn.caller()).on(grounds(turn, asked));
    var fitting = budget.fit(whole, asked.room(), asked.exchanges());
    if (fitting.leftOut() > 0 && asked.rounds() == 0) {
      saving.await();
      turn.emit(new TurnEvent.Noted(fitting.sentence()));
    }
    return fitting.prompt();
  }

  /// How much of its model's window a question takes before it is asked.
  ContextUse measured(Asked asked) {
    return budget.use(asked.prompt(), asked.room(), asked.chosen().facts().price());
  }

  private static Prompt.Grounds grounds(RunningTurn turn, Asked asked) {
    var recalled = turn.recalled();
    var sourced = turn.sourced();
    return new Prompt.Grounds(
        asked.conversation().id(),
        asked.answer(),
        asked.agent(),
        recalled == null ? List.of() : recalled,
        sourced == null ? List.of() : sourced,
        asked.looksIntoFiles());
  }
}
