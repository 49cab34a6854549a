package org.colloquy.server.extract;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// The command that starts a worker: the Java that runs us, with our class path and next to nothing
/// else. On Linux it is given less still, as far as this computer allows: no network, no new
/// rights, little of the processor, of memory and of the disk.
final class WorkerCommand {
  private static final String MAIN = "org.colloquy.server.extract.worker.ExtractWorker";
  private static final int SECONDS_TO_TRY = 5;

  private final List<String> fence;
  private final Path strictXml;

  /// @param strictXml how XML is to be read
  WorkerCommand(Path strictXml) {
    this.fence = fence();
    this.strictXml = strictXml.toAbsolutePath();
  }

  /// @param place an empty folder for it
  /// @param seconds after which it has to end by itself
  List<String> in(Path place, int heapMegabytes, long seconds) {
    var java = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
    if (!Files.isExecutable(java)) {
      throw new ProblemException(
          new Problem.Unavailable(
              "Files cannot be read here: this installation has no java program to start."));
    }
    var command = new ArrayList<>(fence);
    command.addAll(
        List.of(
            java.toString(),
            "-Xmx" + heapMegabytes + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ErrorFile=" + place.resolve("crash.log"),
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + place,
            "-Duser.home=" + place,
            "-Dpdfbox.fontcache=" + place,
            "-Djava.xml.config.file=" + strictXml,
            // Java's own, which does as that file says; another one on the class path would not.
            "-Djavax.xml.stream.XMLInputFactory=com.sun.xml.internal.stream.XMLInputFactoryImpl",
            "-cp",
            classPath(),
            MAIN,
            Long.toString(seconds)));
    return command;
  }

  /// Absolute, because the worker has a folder of its own.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  /// What can be put before the command here. Each part is tried once.
  private static List<String> fence() {
    var fence = new ArrayList<String>();
    for (var part :
        List.of(
            List.of("unshare", "-rn"),
            List.of("setpriv", "--no-new-privs"),
            List.of(
                "prlimit",
                "--as=8589934592",
                "--cpu=300",
                "--core=0",
                "--fsize=536870912",
                "--nofile=512"))) {
      findProgram(part.getFirst())
          .ifPresent(program -> {
            var longer = new ArrayList<>(fence);
            longer.add(program.toString());
            longer.addAll(part.subList(1, part.size()));
            if (works(longer)) {
              fence.clear();
              fence.addAll(longer);
            }
          });
    }
    return List.copyOf(fence);
  }

  private static boolean works(List<String> fence) {
    var command = new ArrayList<>(fence);
    command.add("true");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_TRY, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Where a program of this computer is.
  static Optional<Path> findProgram(String name) {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    var file = isWindows() ? name + ".exe" : name;
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, file).toAbsolutePath())
        .filter(Files::isExecutable)
        .findFirst();
  }
}
