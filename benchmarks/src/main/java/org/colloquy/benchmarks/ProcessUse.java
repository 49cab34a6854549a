package org.colloquy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a process and its children use of the machine, as Linux tells it in `/proc`.
record ProcessUse(long pid) {
  private static final double MILLIS_IN_TICK = 10;

  /// Processor time so far, in steps of 10 ms.
  double cpuMillis() {
    return all().mapToDouble(ProcessUse::ownCpuMillis).sum();
  }

  /// What of it Java's compilers took; nothing of what is not Java.
  double compilerMillis() {
    return all()
        .flatMap(ProcessUse::threads)
        .filter(stat -> stat.contains(" CompilerThre"))
        .mapToDouble(ProcessUse::millis)
        .sum();
  }

  /// Memory in MiB now.
  double residentMebibytes() {
    return all().mapToDouble(one -> one.status("VmRSS")).sum();
  }

  /// Memory in MiB at its highest since [#forgetPeak], or since the start.
  double peakMebibytes() {
    return all().mapToDouble(one -> one.status("VmHWM")).sum();
  }

  /// As above, without its children.
  double ownPeakMebibytes() {
    return status("VmHWM");
  }

  /// Starts looking for the highest memory anew.
  void forgetPeak() {
    all().forEach(one -> one.write("clear_refs", "5"));
  }

  private Stream<ProcessUse> all() {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(process -> new ProcessUse(process.pid()));
  }

  /// As [#cpuMillis], without its children.
  double ownCpuMillis() {
    return millis(String.join("", read("stat")));
  }

  /// What `/proc` tells of each thread; one that ends meanwhile is left out.
  private Stream<String> threads() {
    try (Stream<Path> threads = Files.list(path("task"))) {
      return threads.flatMap(ProcessUse::stat).toList().stream();
    } catch (IOException gone) {
      throw new UncheckedIOException("Cannot tell what process " + pid + " uses", gone);
    }
  }

  private static Stream<String> stat(Path thread) {
    try {
      return Stream.of(Files.readString(thread.resolve("stat")));
    } catch (IOException ended) {
      return Stream.empty();
    }
  }

  private static double millis(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_IN_TICK;
  }

  private double status(String name) {
    return read("status").stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private List<String> read(String file) {
    try {
      return Files.readAllLines(path(file));
    } catch (IOException gone) {
      throw new UncheckedIOException("Cannot tell what process " + pid + " uses", gone);
    }
  }

  private void write(String file, String text) {
    try {
      Files.writeString(path(file), text);
    } catch (IOException refused) {
      throw new UncheckedIOException("Cannot forget the peak of process " + pid, refused);
    }
  }

  private Path path(String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
