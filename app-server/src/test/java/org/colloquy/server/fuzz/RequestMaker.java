package org.colloquy.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Makes requests as a server describes them, with something wrong in most of them.
final class RequestMaker {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  /// Where passwords are hashed, which takes its time: seldom asked.
  private static final Pattern SLOW =
      Pattern.compile(".*(auth|login|register|sign-?in|password|sessions|signup).*");

  /// Where the one who asks could be shut out, and nothing after it would be done any more.
  private static final String SHUTS_OUT = "/api/accounts/{id}";

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-16",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "multipart/form-data; boundary=",
          "multipart/form-data",
          "text/plain",
          "application/x+json",
          ";;;",
          "");

  private final Described described;
  private final List<Described.Operation> operations;
  private final String host;
  private final String token;
  private final Seen seen;

  RequestMaker(JsonNode document, String host, String token, Seen seen) {
    described = new Described(document);
    operations =
        described.operations().stream()
            .filter(operation -> !operation.path().equals(SHUTS_OUT))
            .toList();
    this.host = host;
    this.token = token;
    this.seen = seen;
  }

  /// The next request, with its length as HTTP wants it.
  byte[] next(Random random) {
    var operation = operation(random);
    var body = body(operation, random);
    var head = new StringBuilder(method(operation, random));
    head.append(' ').append(path(operation, random)).append(query(operation, random));
    head.append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
    if (random.nextInt(20) > 0) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    headers(operation, random, head);
    if (!body.content().isEmpty()) {
      head.append("Content-Length: ").append(body.content().length()).append("\r\n");
      if (!body.type().isEmpty()) {
        head.append("Content-Type: ").append(body.type()).append("\r\n");
      }
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body.content().getBytes(StandardCharsets.ISO_8859_1));
    return bytes.toByteArray();
  }

  private Described.Operation operation(Random random) {
    var operation = Nasty.oneOf(random, operations);
    while (SLOW.matcher(operation.path()).matches() && random.nextInt(60) > 0) {
      operation = Nasty.oneOf(random, operations);
    }
    return operation;
  }

  private static String method(Described.Operation operation, Random random) {
    return random.nextInt(40) == 0
        ? Nasty.oneOf(random, List.of("HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT", "X", "get"))
        : operation.method();
  }

  private String path(Described.Operation operation, Random random) {
    return VARIABLE
        .matcher(operation.path())
        .replaceAll(_ -> random.nextInt(3) > 0 ? seen.any(random) : nastySegment(random));
  }

  private static String nastySegment(Random random) {
    var text = Nasty.text(random);
    return encoded(text.substring(0, Math.min(text.length(), 500)));
  }

  private String query(Described.Operation operation, Random random) {
    var pairs = new ArrayList<String>();
    for (var parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("query") && random.nextInt(4) > 0) {
        var value =
            random.nextInt(3) == 0
                ? nastySegment(random)
                : encoded(
                    described.value(parameter.path("schema"), seen, random).replace("\"", ""));
        pairs.add(parameter.path("name").asText() + "=" + value);
      }
    }
    if (random.nextInt(20) == 0) {
      pairs.add(nastySegment(random) + "=" + nastySegment(random));
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private static void headers(Described.Operation operation, Random random, StringBuilder head) {
    for (var parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("header")) {
        head.append(parameter.path("name").asText()).append(": ");
        head.append(headerValue(random)).append("\r\n");
      }
    }
    if (random.nextInt(20) == 0) {
      var name =
          Nasty.oneOf(
              random,
              List.of(
                  "Origin",
                  "Cookie",
                  "Range",
                  "If-Match",
                  "Accept",
                  "Accept-Encoding",
                  "Content-Encoding",
                  "Last-Event-ID",
                  "X-Forwarded-For",
                  "Expect",
                  "User-Agent",
                  "Authorization",
                  "Upgrade"));
      head.append(name).append(": ").append(headerValue(random)).append("\r\n");
    }
  }

  private static String headerValue(Random random) {
    return Nasty.oneOf(
        random,
        List.of("", "end", "7", "*", "identity", "a b c", "100-continue", "x".repeat(3_000)));
  }

  private Body body(Described.Operation operation, Random random) {
    var types = new ArrayList<String>();
    operation.bodies().fieldNames().forEachRemaining(types::add);
    if (types.isEmpty()) {
      return random.nextInt(20) > 0
          ? new Body("", new byte[0])
          : new Body("application/json", "{}".getBytes(StandardCharsets.UTF_8));
    }
    var type = Nasty.oneOf(random, types);
    var schema = operation.bodies().path(type).path("schema");
    var json = random.nextInt(20) == 0 ? Nasty.json(random) : described.value(schema, seen, random);
    var content =
        switch (type) {
          case "application/x-www-form-urlencoded" -> form(json);
          case "multipart/form-data" -> parts(json);
          default -> json.getBytes(StandardCharsets.UTF_8);
        };
    if (random.nextInt(10) == 0) {
      content = Nasty.broken(random, content);
    }
    var said = type.equals("multipart/form-data") ? type + "; boundary=fuzz" : type;
    return new Body(random.nextInt(20) == 0 ? Nasty.oneOf(random, TYPES) : said, content);
  }

  /// The fields of an object, roughly.
  private static List<String[]> fields(String json) {
    var fields = new ArrayList<String[]>();
    var inner = json.replaceAll("^\\{|}$", "");
    for (var pair : inner.split(",", -1)) {
      var halves = pair.split(":", 2);
      fields.add(new String[] {unquoted(halves[0]), halves.length < 2 ? "" : unquoted(halves[1])});
    }
    return fields;
  }

  private static String unquoted(String json) {
    return json.replaceAll("^\"|\"$", "");
  }

  private static byte[] form(String json) {
    var pairs = new ArrayList<String>();
    fields(json).forEach(field -> pairs.add(encoded(field[0]) + "=" + encoded(field[1])));
    return String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] parts(String json) {
    var parts = new StringBuilder();
    for (var field : fields(json)) {
      parts.append("--fuzz\r\nContent-Disposition: form-data; name=\"").append(field[0]);
      parts.append("\"; filename=\"../").append(field[0]).append(".txt\"\r\n\r\n");
      parts.append(field[1]).append("\r\n");
    }
    return parts.append("--fuzz--\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// @param content its bytes, one character each
  private record Body(String type, String content) {
    private Body(String type, byte[] content) {
      this(type, new String(content, StandardCharsets.ISO_8859_1));
    }
  }
}
