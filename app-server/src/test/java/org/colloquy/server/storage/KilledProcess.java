package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Another process that writes, and dies while it does.
final class KilledProcess {
  private KilledProcess() {}

  /// Says that something was written, from inside of that process.
  static void acknowledge(String word) {
    System.out.print(word + ";\n");
    System.out.flush();
  }

  /// Lets a process run until it has acknowledged so many words, and kills it.
  ///
  /// @return what it acknowledged
  static Set<String> acknowledged(int most, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(java, "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    var child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var acknowledged = new HashSet<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.endsWith(";")) {
          acknowledged.add(line.substring(0, line.length() - 1));
        }
        if (acknowledged.size() == most) {
          child.toHandle().destroyForcibly();
        }
      }
    }
    child.waitFor();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(most);
    return acknowledged;
  }
}
