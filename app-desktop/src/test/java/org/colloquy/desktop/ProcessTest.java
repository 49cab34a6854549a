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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own.
class ProcessTest {
  @TempDir Path folder;

  private Process start(Class<?> program, List<String> options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            "--data",
            folder.resolve("data").toString(),
            "--port",
            "0"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DISPLAY", ":987");
    return builder.redirectOutput(folder.resolve("output").toFile()).start();
  }

  private static List<String> headless() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-Dglass") || argument.startsWith("-Dprism"))
        .toList();
  }

  /// What it said until it ended.
  private String ended(Process process, int status) throws IOException, InterruptedException {
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended by itself").isTrue();
      var output = Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
      assertThat(process.exitValue()).as(output).isEqualTo(status);
      return output;
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void leavesNoProcessBehindWhenItsWindowIsClosed() throws Exception {
    assertThat(ended(start(CloseWhenUsable.class, headless()), 0)).contains("usable after");
    assertThat(folder.resolve("data").resolve("desktop.json")).exists();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNoProcessBehindWhereItsDisplayCannotBeOpened() throws Exception {
    assertThat(ended(start(DesktopMain.class, List.of("-Dprism.order=sw")), 1))
        .contains("no window can be opened here");
  }
}
