package org.colloquy.server;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.config.Logs;
import org.colloquy.server.core.Sentences;

/// The server without a window, and what is done with its folder while it does not run: `serve`,
/// `verify-audit`, `rotate-key`, `encrypt-database`, `decrypt-database`, `--help`, `--version`.
public final class ServerMain {
  private static final int NOT_IN_ORDER = 1;
  private static final int COULD_NOT_START = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private ServerMain() {}

  /// Runs until the process is told to end.
  public static void main(String[] arguments) {
    var words = List.of(arguments);
    var command = words.isEmpty() ? "serve" : words.getFirst();
    var rest = words.isEmpty() ? words : words.subList(1, words.size());
    boolean wantsHelp = rest.contains("--help") || rest.contains("-h");
    switch (wantsHelp ? "help" : command) {
      case "serve" -> run(() -> serve(rest));
      case "verify-audit" -> once(() -> verifyAudit(rest));
      case "rotate-key" -> once(() -> rotateKey(rest));
      case "encrypt-database" -> once(() -> say(commands(rest).encrypt()));
      case "decrypt-database" -> once(() -> say(commands(rest).decrypt()));
      case "--version", "version" -> say("Colloquy " + Version.current());
      case "--help", "-h", "help" -> say(HelpText.text());
      default -> {
        complain("There is no command " + command + "; see --help.");
        System.exit(NOT_UNDERSTOOD);
      }
    }
  }

  /// Ends the process as well: a keychain that was slow may have left a thread that never ends.
  private static void once(Runnable command) {
    run(command);
    System.exit(0);
  }

  private static void run(Runnable command) {
    try {
      command.run();
    } catch (ProblemException e) {
      complain(Sentences.of(e.problem()));
      System.exit(e.problem() instanceof Problem.Invalid ? NOT_UNDERSTOOD : COULD_NOT_START);
    }
  }

  private static void verifyAudit(List<String> arguments) {
    if (!new AuditCommand(arguments).run(ServerMain::say)) {
      System.exit(NOT_IN_ORDER);
    }
  }

  private static void serve(List<String> arguments) {
    var config = Passphrases.asked(ChatServer.configure(arguments));
    var server = ChatServer.start(config);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "closing"));
    say(
        "Colloquy %s is ready at http://localhost:%d/ and keeps its data in %s"
            .formatted(Version.current(), server.port(), config.folder()));
  }

  private static void rotateKey(List<String> arguments) {
    Logs.prepare();
    var others = new ArrayList<>(arguments);
    var to = taken(others, "--to");
    var config = Passphrases.asked(ChatServer.configure(others));
    say(new KeyCommands(Passphrases.newAsked(config, to)).rotate(to));
  }

  /// Takes an argument that is no setting, with its value, out of the others.
  private static String taken(List<String> arguments, String name) {
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

  private static KeyCommands commands(List<String> arguments) {
    Logs.prepare();
    return new KeyCommands(Passphrases.asked(ChatServer.configure(arguments)));
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
