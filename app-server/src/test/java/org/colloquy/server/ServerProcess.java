package org.colloquy.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The server as people run it: a process of its own.
final class ServerProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)/");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final BufferedReader out;
  private String address = "";
  private String saidAtStart = "";

  private ServerProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /// Starts a process with these arguments and does not wait for anything.
  static ServerProcess run(Map<String, String> environment, String... arguments)
      throws IOException {
    return run(List.of(), environment, arguments);
  }

  /// What a command said, and how it ended.
  record Said(String text, int status) {}

  /// Runs a command to its end.
  static Said said(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    try (var process = run(environment, words)) {
      var text = process.output();
      return new Said(text, process.exitCode());
    }
  }

  private static ServerProcess run(
      List<String> shell, Map<String, String> environment, String... arguments) throws IOException {
    var command = new ArrayList<>(shell);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            // What is started often and ends soon is not worth compiling well.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ServerMain.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new ServerProcess(builder.start());
  }

  /// Starts a server on a free port and waits until it says that it is ready.
  static ServerProcess serve(Path folder, Map<String, String> environment) throws IOException {
    return serve(List.of(), folder, environment);
  }

  /// As [#serve], by somebody who lets everybody into every file.
  static ServerProcess serveWithoutUmask(Path folder, Map<String, String> environment)
      throws IOException {
    return serve(List.of("sh", "-c", "umask 000; exec \"$0\" \"$@\""), folder, environment);
  }

  private static ServerProcess serve(
      List<String> shell, Path folder, Map<String, String> environment) throws IOException {
    var surroundings = new HashMap<>(environment);
    // Not into the home of whoever runs the tests.
    surroundings.putIfAbsent("XDG_CONFIG_HOME", folder.resolve("config").toString());
    var server = run(shell, surroundings, "serve", "--port", "0", "--data", folder.toString());
    var said = new StringBuilder();
    for (var line = server.out.readLine(); line != null; line = server.out.readLine()) {
      said.append(line).append('\n');
      var ready = READY.matcher(line);
      if (ready.find()) {
        server.address = ready.group(1);
        server.saidAtStart = said.toString();
        return server;
      }
    }
    throw new AssertionError("the server did not start: " + said);
  }

  /// What it said until it was ready.
  String saidAtStart() {
    return saidAtStart;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /// Where it is reached, such as `http://localhost:8000`.
  String address() {
    return address;
  }

  /// Everything it says until it ends.
  String output() throws IOException {
    return out.readAllAsString();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the server did not end");
    }
    return process.exitValue();
  }

  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    return CLIENT.send(request(path, token).build(), BodyHandlers.ofString());
  }

  /// The lines of what is there, as they come.
  Stream<String> lines(String path, String token) throws IOException, InterruptedException {
    return CLIENT.send(request(path, token).build(), BodyHandlers.ofLines()).body();
  }

  HttpResponse<String> post(String path, String token, String json)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request(path, token).POST(HttpRequest.BodyPublishers.ofString(json)).build(),
        BodyHandlers.ofString());
  }

  /// Sends one file as a form does.
  HttpResponse<String> upload(String path, String token, String name, String content)
      throws IOException, InterruptedException {
    var body =
        """
        --edge\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --edge--\r
        """
            .formatted(name, content);
    return CLIENT.send(
        request(path, token)
            .setHeader("Content-Type", "multipart/form-data; boundary=edge")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /// Ends it the way a power switch would.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Asks it to end; what it says can still be read.
  void terminate() {
    process.toHandle().destroy();
  }

  @Override
  public void close() {
    kill();
  }
}
