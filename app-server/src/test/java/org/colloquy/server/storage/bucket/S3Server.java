package org.colloquy.server.storage.bucket;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.colloquy.server.core.provider.Secret;

/// One server of S3-compatible storage for all tests of this process, with an empty bucket for
/// each. It asks nobody for a signature.
public final class S3Server {
  private static final LocalS3 SERVER = start();
  private static int buckets;

  private S3Server() {}

  private static LocalS3 start() {
    var server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
    server.start();
    return server;
  }

  /// The port of this computer at which it is reached.
  public static int port() {
    return SERVER.getPort();
  }

  /// The name of a new empty bucket.
  public static synchronized String bucket() {
    var name = "colloquy-" + ++buckets;
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + port() + "/" + name);
      var made =
          client.send(
              HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.noBody()).build(),
              BodyHandlers.ofString());
      if (made.statusCode() != 200) {
        throw new IllegalStateException("no bucket: " + made.body());
      }
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A bucket of this name that is reached at this port.
  public static Bucket at(int port, String name) {
    return new Bucket(
        URI.create("http://127.0.0.1:" + port),
        "us-east-1",
        name,
        "lab/colloquy/",
        "key",
        Secret.of("geheim"));
  }
}
