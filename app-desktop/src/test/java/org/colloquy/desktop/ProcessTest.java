package org.colloquy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own.
class ProcessTest {
  @TempDir Path folder;

  private Process start() throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-Dglass") || argument.startsWith("-Dprism"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            CloseWhenUsable.class.getName(),
            "--data",
            folder.resolve("data").toString(),
            "--port",
            "0"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  @Test
  void leavesNoProcessBehindWhenItsWindowIsClosed() throws Exception {
    var process = start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended by itself").isTrue();
      var output = Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
      assertThat(output).contains("usable after");

      assertThat(process.exitValue()).as(output).isZero();
      assertThat(folder.resolve("data").resolve("desktop.json")).exists();
    } finally {
      process.destroyForcibly();
    }
  }
}
