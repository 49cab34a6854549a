package org.colloquy.server;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sentences;

/// The server without a window: `serve`, `verify-audit`, `--help`, `--version`.
public final class ServerMain {
  private static final int NOT_IN_ORDER = 1;
  private static final int COULD_NOT_START = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private ServerMain() {}

  /// Runs until the process is told to end.
  public static void main(String[] arguments) {
    var words = List.of(arguments);
    var command = words.isEmpty() ? "serve" : words.getFirst();
    switch (command) {
      case "serve" -> serve(words.isEmpty() ? words : words.subList(1, words.size()));
      case "verify-audit" -> verifyAudit(words.subList(1, words.size()));
      case "--version", "version" -> say("Colloquy " + Version.current());
      case "--help", "-h", "help" -> say(HelpText.text());
      default -> {
        complain("There is no command " + command + "; see --help.");
        System.exit(NOT_UNDERSTOOD);
      }
    }
  }

  private static void serve(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      say(HelpText.text());
      return;
    }
    try {
      var config = ChatServer.configure(arguments);
      var server = ChatServer.start(config);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "closing"));
      say(
          "Colloquy %s is ready at http://localhost:%d/ and keeps its data in %s"
              .formatted(Version.current(), server.port(), config.folder()));
    } catch (ProblemException e) {
      giveUp(e.problem());
    }
  }

  private static void verifyAudit(List<String> arguments) {
    try {
      if (!new AuditCommand(arguments).run(ServerMain::say)) {
        System.exit(NOT_IN_ORDER);
      }
    } catch (ProblemException e) {
      giveUp(e.problem());
    }
  }

  private static void giveUp(Problem problem) {
    complain(Sentences.of(problem));
    System.exit(problem instanceof Problem.Invalid ? NOT_UNDERSTOOD : COULD_NOT_START);
  }

  private static void say(String text) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.println(text);
  }

  private static void complain(String text) {
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    err.println("colloquy: " + text);
  }
}
