package org.colloquy.server;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.colloquy.server.command.Printed;

/// The two streams of this process. Names that people chose cannot steer the terminal.
final class StandardStreams implements Printed {
  private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]|\\p{Cf}");

  @Override
  public void say(String line) {
    print(System.out, line);
  }

  @Override
  public void complain(String line) {
    print(System.err, "colloquy: " + line);
  }

  private static void print(PrintStream stream, String line) {
    var writer = new PrintWriter(stream, true, StandardCharsets.UTF_8);
    writer.println(STEERING.matcher(line).replaceAll("?"));
  }
}
