package org.colloquy.server.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.extract.PdfFiles.line;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests of files that do harm have in common: nothing is left running or lying about.
abstract class HarmfulFilesCase {
  static final WorkerLimits LIMITS = new WorkerLimits(256, Duration.ofSeconds(60), Duration.ZERO);

  @TempDir Path folder;
  final AtomicInteger hits = new AtomicInteger();
  HttpServer trap;
  Reading reading;
  long heapBefore;

  @BeforeEach
  void start() throws IOException {
    trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    trap.createContext(
        "/",
        exchange -> {
          hits.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    trap.start();
    reading = new Reading(folder.resolve("reading"), LIMITS);
    heapBefore = heap();
  }

  @AfterEach
  void nothingIsLeft() {
    reading.close();
    trap.stop(0);
    assertThat(hits).as("connections that a file made").hasValue(0);
    assertThat(reading.left()).as("what workers left on the disk").isEmpty();
    assertThat(ProcessHandle.current().descendants().filter(HarmfulFilesCase::isWorker))
        .as("workers that still run")
        .isEmpty();
    assertThat(heap() - heapBefore).as("memory of the server").isLessThan(50L * 1024 * 1024);
  }

  /// By what stands before the class path: Java tells only the beginning of a long command.
  static boolean isWorker(ProcessHandle process) {
    return process.isAlive()
        && process.info().commandLine().filter(line -> line.contains("-Dpdfbox.")).isPresent();
  }

  static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  String trapAddress() {
    return "http://127.0.0.1:" + trap.getAddress().getPort() + "/";
  }
}
