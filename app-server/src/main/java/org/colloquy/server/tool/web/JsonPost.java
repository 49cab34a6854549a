package org.colloquy.server.tool.web;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// Posts JSON and hands on the JSON that comes back: a whole answer, or one text after the other as
/// server-sent events.
public final class JsonPost {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int LONGEST_EVENT = 4 * 1024 * 1024;

  private final WebClient client;

  public JsonPost(WebClient client) {
    this.client = client;
  }

  /// Who hears what comes back.
  @FunctionalInterface
  public interface Listener {
    void heard(String json) throws IOException;
  }

  /// Posts, and waits until all has come back.
  ///
  /// @param told the header of the answer that is wanted
  /// @return that header; empty when there is none
  /// @throws IOException when there is no answer, or one that says no
  public Optional<String> post(
      URI address, Map<String, String> headers, String json, String told, Listener listener)
      throws IOException {
    var request = new HttpPost(address);
    headers.forEach(request::setHeader);
    request.setHeader(HttpHeaders.ACCEPT, "application/json, text/event-stream");
    request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    return client.exchange(
        request,
        answer -> {
          hear(answer, listener);
          return Optional.ofNullable(answer.getFirstHeader(told)).map(Header::getValue);
        });
  }

  private static void hear(ClassicHttpResponse answer, Listener listener) throws IOException {
    if (answer.getCode() < 200 || answer.getCode() > 299) {
      throw new IOException("it answered with status " + answer.getCode());
    }
    var entity = answer.getEntity();
    if (entity == null) {
      return;
    }
    var type = ContentType.parseLenient(entity.getContentType());
    var content = new Limited(entity.getContent());
    if (type != null && type.getMimeType().equalsIgnoreCase("text/event-stream")) {
      events(content, listener);
    } else {
      var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      if (!text.isBlank()) {
        listener.heard(text);
      }
    }
  }

  private static void events(InputStream content, Listener listener) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    var data = new StringBuilder();
    var line = lines.readLine();
    while (line != null) {
      if (line.isEmpty() && !data.isEmpty()) {
        listener.heard(data.toString());
        data.setLength(0);
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      }
      if (data.length() > LONGEST_EVENT) {
        throw new IOException("an event is too long");
      }
      line = lines.readLine();
    }
  }

  /// Ends with a failure when too much comes.
  private static final class Limited extends FilterInputStream {
    private int left = MOST_BYTES;

    private Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] to, int at, int most) throws IOException {
      int read = super.read(to, at, most);
      return counted(read, read);
    }

    private int counted(int result, int bytes) throws IOException {
      left -= Math.max(bytes, 0);
      if (left < 0) {
        throw new IOException("it says too much");
      }
      return result;
    }
  }
}
