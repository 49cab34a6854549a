package org.colloquy.server;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.command.Command;
import org.colloquy.server.command.CommandLine;
import org.colloquy.server.command.Commands;
import org.colloquy.server.command.ControlSocket;
import org.colloquy.server.command.Printed;
import org.colloquy.server.config.Logs;

/// The server without a window, and what is done from the command line: the commands of
/// [CommandLine], and those that take the folder for themselves.
public final class ServerMain {
  private static final Printed PRINTED = new StandardStreams();
  private static final Map<String, ToIntFunction<List<String>>> OWN =
      Map.ofEntries(
          entry("verify-audit", ServerMain::verifyAudit),
          entry("config", new ConfigCommand(PRINTED)::run),
          entry("move", new MoveCommand(PRINTED)::run),
          entry("rotate-key", ServerMain::rotateKey),
          entry("encrypt-database", arguments -> said(keyCommands(arguments).encrypt())),
          entry("decrypt-database", arguments -> said(keyCommands(arguments).decrypt())),
          entry("version", _ -> said("Colloquy " + Version.current())),
          entry("--version", _ -> said("Colloquy " + Version.current())),
          entry("help", _ -> said(HelpText.text())),
          entry("--help", _ -> said(HelpText.text())),
          entry("-h", _ -> said(HelpText.text())));

  private ServerMain() {}

  /// Runs until the process is told to end.
  public static void main(String[] arguments) {
    var words = List.of(arguments);
    var command = words.isEmpty() ? "serve" : words.getFirst();
    var rest = words.isEmpty() ? words : words.subList(1, words.size());
    try {
      if (rest.contains("--help") || rest.contains("-h")) {
        say(HelpText.text());
      } else if (command.equals("serve")) {
        serve(rest);
      } else {
        // Ends the process as well: a keychain that was slow may have left a thread that never
        // ends.
        System.exit(once(command, words));
      }
    } catch (ProblemException e) {
      System.exit(Commands.refused(e, PRINTED));
    }
  }

  private static int once(String command, List<String> words) {
    var own = OWN.get(command);
    if (own != null) {
      return own.applyAsInt(words.subList(1, words.size()));
    }
    var line =
        CommandLine.parse(words)
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.Invalid("", "There is no command " + command + "; see --help.")));
    return line.command() == Command.RESTORE
        ? RestoreCommand.run(line, PRINTED)
        : FolderCommand.run(line, PRINTED);
  }

  private static int verifyAudit(List<String> arguments) {
    return new AuditCommand(arguments).run(ServerMain::say) ? Commands.DONE : Commands.FAILED;
  }

  private static void serve(List<String> arguments) {
    var config = Passphrases.asked(ChatServer.configure(arguments));
    var server = ChatServer.start(config);
    var control = ControlSocket.listen(config.folder(), server.commands());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> close(control, server, config.operation().shutdownWait()), "closing"));
    say(
        "Colloquy %s is ready at http://localhost:%d/ and keeps its data in %s"
            .formatted(Version.current(), server.port(), config.folder()));
    server.sayWhereOthersReachIt(PRINTED);
  }

  private static void close(AutoCloseable control, RunningServer server, Duration wait) {
    int left = server.finish(wait);
    if (left > 0) {
      say("Answers that are cut off: " + left); // the log is closed by now
    }
    var open = new Openings();
    open.add(server);
    open.add(control);
    open.close();
  }

  private static int rotateKey(List<String> arguments) {
    Logs.prepare();
    var others = new ArrayList<>(arguments);
    var to = taken(others, "--to");
    var config = Passphrases.asked(ChatServer.configure(others));
    return said(new KeyCommands(Passphrases.newAsked(config, to)).rotate(to));
  }

  /// Takes an argument that is no setting, with its value, out of the others.
  static String taken(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    if (at < 0) {
      return "";
    }
    if (at + 1 == arguments.size()) {
      throw new ProblemException(new Problem.Invalid(name, "This needs a value."));
    }
    arguments.remove(at);
    return arguments.remove(at);
  }

  private static KeyCommands keyCommands(List<String> arguments) {
    Logs.prepare();
    return new KeyCommands(Passphrases.asked(ChatServer.configure(arguments)));
  }

  private static int said(String text) {
    say(text);
    return Commands.DONE;
  }

  private static void say(String text) {
    PRINTED.say(text);
  }
}
