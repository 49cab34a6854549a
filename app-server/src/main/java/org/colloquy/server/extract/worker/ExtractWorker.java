package org.colloquy.server.extract.worker;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.colloquy.server.extract.wire.AnswerWriter;
import org.colloquy.server.extract.wire.Job;

/// The process that does one job with one file: hears both on its standard input, answers on its
/// standard output, and ends.
public final class ExtractWorker {
  private static final String BROKEN =
      "The file is damaged or not what it seems to be, so it could not be read.";

  private ExtractWorker() {}

  /// Does it.
  ///
  /// @param arguments the seconds after which it ends in any case
  public static void main(String[] arguments) throws IOException {
    var clock = Deadline.start(Duration.ofSeconds(Long.parseLong(arguments[0])));
    var answer = new AnswerWriter(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err); // what libraries print is no answer
    if (!StrictXml.isInForce()) {
      answer.failed("Files cannot be read here: XML would be read without care.", "");
      return;
    }
    var in = new DataInputStream(System.in);
    var job = Job.read(in);
    var file = Path.of("file").toAbsolutePath();
    Files.copy(in, file);
    answer(job, file, clock, answer);
    Runtime.getRuntime().halt(0); // nothing that a library left running is waited for
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // whatever a file does to its reader is answered
  private static void answer(Job job, Path file, Deadline clock, AnswerWriter answer)
      throws IOException {
    try {
      work(job, file, clock, answer);
      answer.end();
    } catch (Missing e) {
      answer.missing(String.valueOf(e.getMessage()));
    } catch (Unreadable e) {
      answer.failed(String.valueOf(e.getMessage()), place(e.getCause() == null ? e : e.getCause()));
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      answer.failed(BROKEN, place(e));
    }
  }

  private static void work(Job job, Path file, Deadline clock, AnswerWriter answer)
      throws IOException {
    if (Files.size(file) == 0) {
      throw new Unreadable("The file is empty.");
    }
    switch (job) {
      case Job.ReadText(var name, var eyes) ->
          new TextJob(file, name, new Sight(eyes, clock), clock).answer(answer);
      case Job.DrawPage(int page, int width) -> PageJob.answer(file, page, width, answer);
      case Job.NameSheets() -> SheetJob.names(file, answer);
      case Job.CopySheet(var sheet) -> SheetJob.copy(file, sheet, answer);
    }
  }

  /// What failed and where in the code, without a word of the file.
  private static String place(Throwable failure) {
    var at =
        Arrays.stream(failure.getStackTrace())
            .findFirst()
            .map(frame -> " at " + frame.getClassName() + ":" + frame.getLineNumber())
            .orElse("");
    return failure.getClass().getName() + at;
  }
}
