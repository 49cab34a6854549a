package org.colloquy.server.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All commands over one core.
public final class Commands {
  /// The status of a command that did what was asked.
  public static final int DONE = 0;

  /// The status of a command that could not do what was asked.
  public static final int FAILED = 1;

  /// The status of a command that was not understood.
  public static final int NOT_UNDERSTOOD = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final Map<Command, Action> actions = new EnumMap<>(Command.class);

  /// The commands of these groups.
  public Commands(
      UserCommands users,
      GroupCommands groups,
      QuotaCommands quotas,
      TokenCommands tokens,
      DataCommands data,
      ExportCommand export,
      SharingCommands sharing) {
    actions.putAll(users.actions());
    actions.putAll(groups.actions());
    actions.putAll(quotas.actions());
    actions.putAll(tokens.actions());
    actions.putAll(data.actions());
    actions.put(Command.EXPORT, export);
    actions.putAll(sharing.actions());
  }

  /// Does what was asked, or says why not.
  ///
  /// @return the status that the process ends with
  public int run(Command command, Given given, Printed printed) {
    try {
      Objects.requireNonNull(actions.get(command), command.words()).run(given, printed::say);
      return DONE;
    } catch (ProblemException e) {
      return refused(e, printed);
    } catch (RuntimeException e) {
      LOG.error("the command {} failed", command.words(), e);
      printed.complain("Something unplanned went wrong; the server's log has more.");
      return FAILED;
    }
  }

  /// Says why something could not be done.
  ///
  /// @return the status that the process ends with
  public static int refused(ProblemException refusal, Printed printed) {
    printed.complain(Sentences.of(refusal.problem()));
    return refusal.problem() instanceof Problem.Invalid ? NOT_UNDERSTOOD : FAILED;
  }
}
