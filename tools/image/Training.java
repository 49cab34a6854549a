import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a launcher's program once as a person would, so that Java writes down the classes it used
/// as it has them in memory, and starts from there later.
///
/// @param home the image's own Java: another one would refuse the cache
/// @param app where the jars are
record Training(Path home, Path app, Launcher launcher) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// Two runs over one data folder, because the first start of all is not like the others.
  ///
  /// @param room for its data, shared with the other launcher
  void run(Path room) throws IOException, InterruptedException {
    var cache = app.toAbsolutePath().resolve(launcher.cache());
    once(room, List.of());
    once(room, List.of("-XX:AOTCacheOutput=" + cache));
    if (!Files.exists(cache)) {
      throw new IOException("Java wrote no " + cache + "; see " + log(room));
    }
  }

  private Path log(Path room) {
    return room.resolve(launcher.name() + ".log");
  }

  private void once(Path room, List<String> more) throws IOException, InterruptedException {
    Files.createDirectories(room);
    int port = freePort();
    var where = app.toAbsolutePath();
    var command = new ArrayList<>(List.of(Commands.java(home.toAbsolutePath(), "java")));
    command.addAll(more);
    command.addAll(launcher.javaOptions(where));
    if (launcher.equals(Launcher.DESKTOP) && hasNoDisplay()) {
      command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }
    var configuration = where.resolve(launcher.name() + ".cfg");
    command.addAll(List.of("-cp", Launcher.classPath(configuration, where), launcher.mainClass()));
    if (launcher.equals(Launcher.SERVER)) {
      command.add("serve");
    }
    command.addAll(List.of("--port", Integer.toString(port), "--local-servers", "no"));
    command.addAll(List.of("--data", room.resolve("data").toAbsolutePath().toString()));
    command.addAll(List.of("--key-file", room.resolve("secrets.key").toAbsolutePath().toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var process = builder.redirectOutput(log(room).toFile()).start();
    try {
      use("http://127.0.0.1:" + port, room, process);
    } finally {
      // Told to end, it closes everything in order; only then is the cache written.
      process.destroy();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static boolean hasNoDisplay() {
    return Target.ofThisComputer().name().startsWith("LINUX")
        && System.getenv("DISPLAY") == null
        && System.getenv("WAYLAND_DISPLAY") == null;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Waits until it can be used, and asks the built-in model a question.
  private void use(String address, Path room, Process process)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var ready = HttpRequest.newBuilder(URI.create(address + "/health/ready")).build();
      await(() -> client.send(ready, BodyHandlers.discarding()).statusCode() == 200, process, room);
      if (launcher.equals(Launcher.DESKTOP)) {
        // Written when the window is there.
        await(() -> Files.exists(room.resolve("data", "window.note")), process, room);
      }
      var chat = field(post(client, address + "/chats/create", "{\"name\":\"A question\"}"), "id");
      post(
          client,
          address + "/conversations/create",
          "{\"chat_id\":\"%s\",\"role\":\"Human\",\"message\":\"What can you do?\"}"
              .formatted(chat));
      var asked = URI.create(address + "/conversations/inference/" + chat);
      var answer = client.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200 || !answer.body().contains("event: done")) {
        throw new IOException("No answer: " + answer.statusCode() + " " + answer.body());
      }
    }
  }

  private static String post(HttpClient client, String address, String json)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    var response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 201) {
      throw new IOException(address + " answers " + response.statusCode() + response.body());
    }
    return response.body();
  }

  private static String field(String json, String name) throws IOException {
    return new com.fasterxml.jackson.databind.ObjectMapper().readTree(json).path(name).asText();
  }

  /// Something that is there sooner or later.
  private interface Event {
    boolean came() throws IOException, InterruptedException;
  }

  private void await(Event event, Process process, Path room)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!came(event)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException(launcher.name() + " does not start; see " + log(room));
      }
      Thread.sleep(PAUSE);
    }
  }

  private static boolean came(Event event) throws InterruptedException {
    try {
      return event.came();
    } catch (IOException notYet) {
      return false;
    }
  }
}
