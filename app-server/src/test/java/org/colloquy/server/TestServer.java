package org.colloquy.server;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.attachment.FileLimits;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.http.ConnectionLimits;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.HttpServer;
import org.colloquy.server.http.HttpSettings;
import org.colloquy.server.metrics.Metrics;
import org.colloquy.server.storage.Database;

/// The faces over a real core, on a free port, with a scripted model.
public final class TestServer implements AutoCloseable {
  public static final String LOCAL_TOKEN = "the-local-token";

  private static final ServerConfig USUAL = ServerConfig.in(Path.of("unused"), Path.of("unused"));

  private final TestCore core;
  private final List<Face> faces;
  private final HttpServer server;

  private TestServer(TestCore core, ServerConfig config) {
    this(core, config, Duration.ofMillis(200));
  }

  private TestServer(TestCore core, ServerConfig config, Duration heartbeat) {
    this.core = core;
    var startedAt = core.clock().instant().atZone(ZoneOffset.UTC);
    var metrics = new Metrics("test");
    faces = FaceWiring.wire(core.core(), config, metrics, LOCAL_TOKEN, startedAt);
    core.network().serve(facesForOthers(), metrics);
    var settings =
        new HttpSettings(
            InetAddress.getLoopbackAddress(),
            0,
            config.sharing()::names,
            Set.copyOf(config.allowedOrigins()),
            HttpSettings.BODY_LIMIT,
            heartbeat,
            ConnectionLimits.forHeap(Runtime.getRuntime().maxMemory()),
            null);
    server = HttpServer.start(settings, faces, new CountingIds(), metrics);
  }

  public static TestServer with(ChatModel model) {
    return with(model, USUAL);
  }

  public static TestServer with(ChatModel model, ServerConfig config) {
    return new TestServer(TestCore.giving(config.answersAtOnce(), model), config);
  }

  /// A server that takes so many files.
  public static TestServer taking(FileLimits files, ChatModel model) {
    return new TestServer(TestCore.taking(files, model), USUAL);
  }

  /// A server over this database, which it closes. It says nothing while a turn waits.
  public static TestServer over(Database database, ChatModel model) {
    return new TestServer(TestCore.over(database, model), USUAL, Duration.ofMinutes(1));
  }

  public int port() {
    return server.port();
  }

  public TestCore core() {
    return core;
  }

  public List<Face> faces() {
    return faces;
  }

  /// The faces for others on the network.
  public List<Face> facesForOthers() {
    return FaceWiring.shared(
        core.core(), USUAL, new Metrics("test"), core.clock().instant().atZone(ZoneOffset.UTC));
  }

  /// What all faces offer.
  public Stream<Endpoint> endpoints() {
    return faces.stream().flatMap(face -> face.paths().endpoints().stream());
  }

  /// A client that shows the local token.
  public TestClient owner() {
    return new TestClient(port(), LOCAL_TOKEN);
  }

  /// A client of somebody new.
  public TestClient member(String username) {
    core.member(username);
    return new TestClient(port(), core.signIn(username).access());
  }

  @Override
  public void close() {
    server.announceClosing();
    core.core().runningTurns().close();
    server.close();
    core.close();
  }
}
