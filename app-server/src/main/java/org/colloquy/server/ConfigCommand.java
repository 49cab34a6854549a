package org.colloquy.server;

import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.command.Commands;
import org.colloquy.server.command.Printed;

/// `colloquy config check`: prints what is set and where, and everything that is wrong with it.
final class ConfigCommand {
  private final Printed printed;

  ConfigCommand(Printed printed) {
    this.printed = printed;
  }

  /// Does it, and gives the status that the process ends with.
  int run(List<String> words) {
    if (words.isEmpty() || !words.getFirst().equals("check")) {
      throw new ProblemException(
          new Problem.Invalid("", "It is used as: colloquy config check [OPTION]"));
    }
    var report = ChatServer.loader().report(words.subList(1, words.size()));
    for (var entry : report.entries()) {
      printed.say("%s = %s (%s)".formatted(entry.name(), entry.value(), entry.origin()));
    }
    for (var fault : report.faults()) {
      printed.complain(fault.field() + ": " + fault.why());
    }
    return report.faults().isEmpty() ? Commands.DONE : Commands.NOT_UNDERSTOOD;
  }
}
