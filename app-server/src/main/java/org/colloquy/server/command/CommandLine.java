package org.colloquy.server.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// A command as it was typed.
///
/// @param settings the options that are not the command's own
public record CommandLine(Command command, Given given, List<String> settings) {
  private static final int LONGEST_NAME = 2;

  public CommandLine {
    settings = List.copyOf(settings);
  }

  /// Reads a command; empty when the first words name none.
  ///
  /// @throws ProblemException Invalid when something is missing or too much
  public static Optional<CommandLine> parse(List<String> words) {
    for (int length = Math.min(LONGEST_NAME, words.size()); length > 0; length--) {
      var command = Command.named(String.join(" ", words.subList(0, length)));
      if (command.isPresent()) {
        return Optional.of(
            parse(command.get(), new ArrayDeque<>(words.subList(length, words.size()))));
      }
    }
    return Optional.empty();
  }

  private static CommandLine parse(Command command, Deque<String> rest) {
    var values = new HashMap<String, String>();
    var settings = new ArrayList<String>();
    var operands = new ArrayDeque<>(command.operands());
    while (!rest.isEmpty()) {
      var word = rest.poll();
      if (!word.startsWith("--")) {
        if (operands.isEmpty()) {
          throw misused(command);
        }
        var operand = operands.poll();
        values.put(operand, operand.equals(Command.FILE) ? absolute(word) : word);
      } else if (command.options().contains(name(word))) {
        values.put(name(word), value(word, rest, command));
      } else if (command.flags().contains(word.substring(2))) {
        values.put(word.substring(2), "");
      } else {
        settings.add(word);
        if (word.indexOf('=') < 0 && !rest.isEmpty()) {
          settings.add(rest.poll());
        }
      }
    }
    if (!operands.isEmpty() || !values.keySet().containsAll(command.required())) {
      throw misused(command);
    }
    return new CommandLine(command, new Given(values), settings);
  }

  /// The server that does the work is in another folder.
  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().normalize().toString();
  }

  private static String name(String word) {
    return word.substring(2).replaceFirst("=.*", "");
  }

  private static String value(String word, Deque<String> rest, Command command) {
    int equals = word.indexOf('=');
    var value = equals < 0 ? rest.poll() : word.substring(equals + 1);
    if (value == null || value.isBlank()) {
      throw misused(command);
    }
    return value;
  }

  private static ProblemException misused(Command command) {
    return new ProblemException(
        new Problem.Invalid("", "It is used as: colloquy " + command.usage()));
  }

  /// Lines about all commands, for people.
  public static String help() {
    var lines = new ArrayList<String>();
    for (var command : Command.values()) {
      lines.add("  colloquy %s [OPTION]%n      %s".formatted(command.usage(), command.means()));
    }
    return String.join("\n", lines);
  }
}
