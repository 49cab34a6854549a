package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.model.ProblemException;

/// Single HTTP requests to the server, signed in. Blocks; call it on a virtual thread.
final class HttpCalls {
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Connections connections = new Connections();
  private final Supplier<ServerAddress.Known> address;
  private final Consumer<Contact> contact;
  private final Consumer<ChangedAuthority> stop;

  /// @param address waits until it is known
  /// @param contact is told whether somebody answers, request by request
  /// @param stop is told when somebody else answers
  HttpCalls(
      Supplier<ServerAddress.Known> address,
      Consumer<Contact> contact,
      Consumer<ChangedAuthority> stop) {
    this.address = address;
    this.contact = contact;
    this.stop = stop;
  }

  JsonNode get(String path) {
    return call("GET", path, BodyPublishers.noBody());
  }

  JsonNode delete(String path) {
    return call("DELETE", path, BodyPublishers.noBody());
  }

  JsonNode post(String path, JsonNode body) {
    return call("POST", path, BodyPublishers.ofString(body.toString()));
  }

  JsonNode put(String path, JsonNode body) {
    return call("PUT", path, BodyPublishers.ofString(body.toString()));
  }

  JsonNode patch(String path, JsonNode body) {
    return call("PATCH", path, BodyPublishers.ofString(body.toString()));
  }

  /// Sends a file and waits for what came of it, however long that takes.
  JsonNode send(String path, Path file) {
    var request = FileForm.of(file).in(request(path));
    return answer(send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
  }

  private JsonNode call(String method, String path, BodyPublisher body) {
    var asked = address.get();
    var response =
        send(
            request(path).timeout(ANSWER).method(method, body).build(),
            BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (!asked.equals(address.get())) {
      throw new Unreachable("another server was chosen meanwhile");
    }
    return answer(response);
  }

  private static JsonNode answer(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw failure(response.statusCode(), response.body());
    }
    return Wire.parse(response.body());
  }

  /// Opens an answer that arrives line by line. The answer's head must come; its body may take as
  /// long as it likes.
  HttpResponse<InputStream> open(HttpRequest.Builder request) {
    var response = send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() >= 300) {
      throw failure(response.statusCode(), all(response.body()));
    }
    return response;
  }

  /// Sends a request that can be cancelled, and may take as long as it likes.
  JsonNode upload(HttpRequest request, Upload upload) {
    var exchange =
        connections
            .to(request.uri())
            .sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    upload.begun(exchange);
    return answer(await(exchange));
  }

  /// Opens an answer that can be cancelled, and may take as long as it likes.
  InputStream download(HttpRequest request, Download download) {
    var exchange = connections.to(request.uri()).sendAsync(request, BodyHandlers.ofInputStream());
    download.begun(() -> exchange.cancel(true));
    var response = await(exchange);
    var body = response.body();
    download.begun(() -> close(body));
    if (response.statusCode() >= 300) {
      throw failure(response.statusCode(), all(body));
    }
    return body;
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T await(CompletableFuture<T> exchange) {
    try {
      return exchange.get();
    } catch (ExecutionException e) {
      stopIfChanged(e);
      throw new Unreachable("the file did not get through: " + e.getCause(), e);
    } catch (CancellationException e) {
      throw new Unreachable("cancelled", e);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    }
  }

  HttpRequest.Builder request(String path) {
    var known = address.get();
    connections.meant(known);
    var request =
        HttpRequest.newBuilder(known.base().resolve(path))
            .header("Content-Type", "application/json");
    return known.token().isEmpty()
        ? request
        : request.header("Authorization", "Bearer " + known.token());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      var response = connections.to(request.uri()).send(request, body);
      contact.accept(Contact.THERE);
      return response;
    } catch (IOException e) {
      stopIfChanged(e);
      if (!(e instanceof HttpTimeoutException) || e instanceof HttpConnectTimeoutException) {
        contact.accept(Contact.LOST);
      }
      throw new Unreachable(e.getClass().getSimpleName() + " " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    }
  }

  private void stopIfChanged(Exception failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ChangedAuthority changed) {
        var why = new ChangedAuthority(changed);
        stop.accept(why);
        throw why;
      }
    }
  }

  private static String all(InputStream body) {
    try (body) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Unreachable("the answer broke off", e);
    }
  }

  private static RuntimeException failure(int status, String body) {
    if (!body.stripLeading().startsWith("{")) {
      return new Unreachable("HTTP " + status);
    }
    return new ProblemException(WireProblems.read(Wire.parse(body)));
  }
}
