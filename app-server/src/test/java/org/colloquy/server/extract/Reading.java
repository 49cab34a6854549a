package org.colloquy.server.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.extract.wire.Job;

/// Real workers over a folder that must be empty in the end.
final class Reading implements AutoCloseable {
  private final Path folder;
  final Workers workers;

  Reading(Path folder, WorkerLimits limits) {
    this.folder = folder;
    this.workers = Workers.in(folder, limits, 2);
  }

  DocumentText text(byte[] content, String name) {
    return new WorkerExtractor(workers, () -> Job.Eyes.NONE)
        .extract(new ByteArrayInputStream(content), name);
  }

  DocumentText text(String content, String name) {
    return text(content.getBytes(StandardCharsets.UTF_8), name);
  }

  /// The sentence with which a file is refused.
  String refusal(byte[] content, String name) {
    try {
      var text = text(content, name);
      throw new AssertionError("was read as " + text.mediaType());
    } catch (ProblemException e) {
      return ((Problem.Unavailable) e.problem()).why();
    }
  }

  /// What workers left behind.
  List<Path> left() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
