package org.colloquy.server.extract;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.colloquy.server.core.document.PageImages;
import org.colloquy.server.extract.wire.Job;

/// Draws pages in workers.
public final class WorkerPageImages implements PageImages {
  private static final long LARGEST_PICTURE = 64L * 1024 * 1024;

  private final Workers workers;

  public WorkerPageImages(Workers workers) {
    this.workers = workers;
  }

  @Override
  public byte[] png(InputStream content, int page, int width) {
    return workers.run(
        new Job.DrawPage(page, width),
        content,
        workers.limits().patience(),
        answer -> {
          var picture = new ByteArrayOutputStream();
          answer.bytes(picture, LARGEST_PICTURE);
          return picture.toByteArray();
        });
  }
}
