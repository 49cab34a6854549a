package org.colloquy.server.extract;

import java.io.InputStream;
import java.time.Duration;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.core.document.Extractor;
import org.colloquy.server.extract.wire.AnswerReader;
import org.colloquy.server.extract.wire.Job;

/// Reads the text of files in workers.
public final class WorkerExtractor implements Extractor {
  private static final int LONGEST_NAME = 1_000;

  private final Workers workers;
  private final Eyes eyes;

  /// @param eyes what reads pictures, if anything
  public WorkerExtractor(Workers workers, Eyes eyes) {
    this.workers = workers;
    this.eyes = eyes;
  }

  @Override
  public DocumentText extract(InputStream content, String name) {
    var reading = eyes.found();
    var shortName = name.substring(Math.max(0, name.length() - LONGEST_NAME));
    return workers.run(
        new Job.ReadText(shortName, reading), content, patience(reading), AnswerReader::document);
  }

  private Duration patience(Job.Eyes reading) {
    var limits = workers.limits();
    return reading.areThere() ? limits.patience().plus(limits.seeing()) : limits.patience();
  }
}
