package org.colloquy.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What it takes to upload a file that is much larger than the server's heap, beside writing the
/// same bytes to the disk.
public final class UploadBenchmark {
  private static final String HELP =
      """
      A large file is uploaded through two APIs to a server with the heap that its launcher gives it.

        --mebibytes N   its size (default 1024; 256 with --quick)
        --quick         smaller
      """;

  private static final String NO_PROVIDER = "http://127.0.0.1:9/v1";
  private static final int MEBIBYTE = 1 << 20;
  private static final long PAUSE_MS = 50;
  private static final Pattern COLLECTION = Pattern.compile("\\b(\\d+)M->(\\d+)M\\(\\d+M\\)");
  private static final String HEAD =
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.bin\"\r\n\r\n";
  private static final String TAIL = "\r\n--b--\r\n";

  private final int mebibytes;
  private final Table figures =
      new Table("", "s", "MB/s", "cpu s", "heap, most MiB", "heap, live MiB", "resident MiB");

  private UploadBenchmark(Options options) {
    mebibytes = options.number("--mebibytes", options.has("--quick") ? 256 : 1_024);
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      IO.print(HELP);
      return;
    }
    new UploadBenchmark(Options.of(List.of(arguments), Set.of("--quick"), Set.of("--mebibytes")))
        .run();
  }

  private void run() throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.make();
        HttpClient client = HttpClient.newHttpClient()) {
      Path log = folder.path().resolve("collections.log");
      Programs programs = Programs.in(folder.path());
      String options = "-Xlog:gc:file=" + log;
      Map<String, String> limit = Map.of("COLLOQUY_LARGEST_FILE", Integer.toString(mebibytes));
      try (Child server =
          programs.server(NO_PROVIDER, options, limit).awaitAnswer("/health/ready")) {
        LongHistory.register(server.address());
        Api visitor = new Api(client, server.address(), "");
        Api api = visitor.signedIn(LongHistory.signIn(visitor));
        copy(folder.path().resolve("copy"));
        for (int round = 1; round <= 2; round++) {
          String talk = api.post("/api/conversations", Map.of()).path("id").asText();
          String files = "/api/conversations/" + talk + "/files";
          measure(
              server, log, "/upload/{conversation}", round, () -> send(api, "/upload/talk" + talk));
          measure(server, log, "/api/.../files", round, () -> send(api, files));
          awaitRead(api, files);
        }
      }
    }
    IO.print(figures.lines());
  }

  /// Something that is measured.
  private interface Sending {
    void run() throws IOException, InterruptedException;
  }

  private void measure(Child server, Path log, String name, int round, Sending sending)
      throws IOException, InterruptedException {
    ProcessUse use = server.use();
    use.forgetPeak();
    double cpu = use.ownCpuMillis();
    int before = Files.readAllLines(log).size();
    long start = System.nanoTime();
    sending.run();
    double seconds = seconds(start);
    Heap most = heap(Files.readAllLines(log).stream().skip(before).toList());
    figures.row(
        name + ", " + round,
        seconds,
        rate(seconds),
        (use.ownCpuMillis() - cpu) / 1e3,
        most.before,
        most.live,
        use.ownPeakMebibytes());
  }

  /// What was in use right before a collection, and right after one of everything, at the most.
  private record Heap(double before, double live) {}

  private static Heap heap(List<String> lines) {
    double before = Double.NaN;
    double live = Double.NaN;
    for (String line : lines) {
      var collection = COLLECTION.matcher(line);
      if (collection.find()) {
        before = larger(before, collection.group(1));
        live = line.contains("Pause Full") ? larger(live, collection.group(2)) : live;
      }
    }
    return new Heap(before, live);
  }

  private static double larger(double known, String digits) {
    double number = Integer.parseInt(digits);
    return known >= number ? known : number;
  }

  private double rate(double seconds) {
    return (double) mebibytes * MEBIBYTE / 1e6 / seconds;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /// The same bytes, written and forced to the disk.
  private void copy(Path file) throws IOException {
    byte[] bytes = new byte[MEBIBYTE];
    long start = System.nanoTime();
    try (InputStream content = new ManyBytes(mebibytes);
        FileChannel out =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int got = content.read(bytes); got > 0; got = content.read(bytes)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, got);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      out.force(true);
    }
    double seconds = seconds(start);
    Files.delete(file);
    figures.row("copy to the disk", seconds, rate(seconds), "", "", "", "");
  }

  private void send(Api api, String path) throws IOException, InterruptedException {
    long size = (long) mebibytes * MEBIBYTE;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.address() + path))
            .header("Authorization", "Bearer " + api.token())
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(HEAD),
                    BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new ManyBytes(mebibytes)), size),
                    BodyPublishers.ofString(TAIL)))
            .build();
    HttpResponse<String> answer = api.client().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("the upload was answered " + answer.statusCode() + " " + answer.body());
    }
  }

  /// Waits until nothing of it is being read, so that the next figures are of the upload alone.
  private static void awaitRead(Api api, String files) throws IOException, InterruptedException {
    while (Set.of("waiting", "reading")
        .contains(api.get(files).path("files").path(0).path("reading").path("state").asText())) {
      Thread.sleep(PAUSE_MS);
    }
  }
}
