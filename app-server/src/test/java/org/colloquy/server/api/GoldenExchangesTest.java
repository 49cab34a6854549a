package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.docs.ApiDescription;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.storage.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Talks to the faces as the `.http` files beside them say, and holds every answer against the
/// description of the APIs. A file may begin with what the model does, one reply a line: `# says
/// one|two`, `# fails WRONG_KEY`, or `# calls ID TOOL ARGUMENTS` with several calls divided by a
/// bar. `# thinks one|two` before a reply is what it thinks first, `# takes INPUT OUTPUT CACHED
/// WRITTEN REASONING` after it are its tokens.
class GoldenExchangesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\*|[a-zA-Z]+)}}");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ApiDescription DESCRIPTION = ApiDescription.ofThisProgram();

  static Stream<Path> files() throws IOException, URISyntaxException {
    var here =
        Objects.requireNonNull(GoldenExchangesTest.class.getResource("/org/colloquy/server/api"));
    try (var files = Files.walk(Path.of(here.toURI()))) {
      return files.filter(file -> file.toString().endsWith(".http")).sorted().toList().stream();
    }
  }

  /// A new one, which is gone when it is closed.
  Database database() {
    return Database.inMemory();
  }

  @ParameterizedTest
  @MethodSource("files")
  void answersAsWrittenDown(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    var known = new HashMap<>(Map.of("local", TestServer.LOCAL_TOKEN));
    var wrong = new ArrayList<String>();
    try (var server = TestServer.over(database(), model(lines))) {
      for (var exchange : GoldenExchange.read(lines)) {
        var answer = HTTP.send(request(server, exchange, known), BodyHandlers.ofByteArray());
        if (!matches(exchange, answer, known)) {
          wrong.add(shown(exchange, answer));
        }
        var faults =
            DESCRIPTION.faults(
                exchange.method(),
                filled(exchange.path(), known),
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                text(answer));
        faults.forEach(fault -> wrong.add("### " + exchange.title() + "\n" + fault));
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(wrong).as(() -> String.join("\n\n", wrong)).isEmpty();
  }

  private static ScriptedChatModel model(List<String> lines) {
    var replies = new ArrayList<ScriptedReply>();
    var thoughts = new String[0];
    for (String line : lines) {
      if (line.startsWith("# thinks ")) {
        thoughts = words(line.substring(9));
      } else if (line.startsWith("# says ")) {
        replies.add(ScriptedReply.says(words(line.substring(7))).thinking(thoughts));
        thoughts = new String[0];
      } else if (line.startsWith("# calls ")) {
        replies.add(ScriptedReply.says().askingFor(calls(line.substring(8))).thinking(thoughts));
        thoughts = new String[0];
      } else if (line.startsWith("# takes ")) {
        replies.add(replies.removeLast().taking(usage(line.substring(8))));
      } else if (line.startsWith("# fails ")) {
        var fault = UpstreamFault.valueOf(line.substring(8));
        replies.add(ScriptedReply.fails(new Problem.Upstream("OpenAI", fault, 401, "no")));
      }
    }
    replies.add(ScriptedReply.says("nothing", " more"));
    return new ScriptedChatModel(replies.toArray(ScriptedReply[]::new));
  }

  private static String[] words(String line) {
    return line.split("\\|", -1);
  }

  private static Usage usage(String line) {
    var figures = Stream.of(line.split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Usage(figures[0], figures[1], figures[2], figures[3], figures[4]);
  }

  private static ToolCall[] calls(String line) {
    return Stream.of(words(line))
        .map(call -> call.split(" ", 3))
        .map(call -> new ToolCall(call[0], call[1], call[2]))
        .toArray(ToolCall[]::new);
  }

  private static HttpRequest request(
      TestServer server, GoldenExchange exchange, Map<String, String> known) {
    var body = filled(GoldenExchange.body(exchange.request()), known);
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.port() + filled(exchange.path(), known)))
            .version(HttpClient.Version.HTTP_1_1)
            .method(
                exchange.method(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (String header : GoldenExchange.headers(exchange.request())) {
      var parts = filled(header, known).split(": ", 2);
      request.header(parts[0], parts[1]);
    }
    return request.build();
  }

  private static String filled(String text, Map<String, String> known) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(known.getOrDefault(place.group(1), "unknown")));
  }

  private static boolean matches(
      GoldenExchange exchange, HttpResponse<byte[]> answer, Map<String, String> known) {
    boolean headers =
        GoldenExchange.headers(exchange.answer()).stream()
            .map(header -> header.split(": ", 2))
            .allMatch(parts -> parts[1].equals(answer.headers().firstValue(parts[0]).orElse("")));
    return exchange.status() == answer.statusCode()
        && headers
        && matches(GoldenExchange.body(exchange.answer()), text(answer), known);
  }

  private static boolean matches(String expected, String actual, Map<String, String> known) {
    var names = new ArrayList<String>();
    var pattern = new StringBuilder();
    var place = PLACE.matcher(expected);
    int end = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(expected.substring(end, place.start())));
      var name = place.group(1);
      if (name.equals("*")) {
        pattern.append("[^\"]*");
      } else if (known.containsKey(name)) {
        pattern.append(Pattern.quote(Objects.requireNonNull(known.get(name))));
      } else {
        pattern.append("([^\",}\\s]+)");
        names.add(name);
      }
      end = place.end();
    }
    pattern.append(Pattern.quote(expected.substring(end)));
    var found = Pattern.compile(pattern.toString()).matcher(actual);
    if (!found.matches()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      known.put(names.get(i), found.group(i + 1));
    }
    return true;
  }

  private static String text(HttpResponse<byte[]> answer) {
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static String shown(GoldenExchange exchange, HttpResponse<byte[]> answer) {
    var lines = new StringBuilder("### ").append(exchange.title());
    lines.append("\n< ").append(answer.statusCode());
    answer
        .headers()
        .map()
        .forEach((name, values) ->
            lines.append("\n< ").append(name).append(": ").append(values.getFirst()));
    lines.append("\n<");
    text(answer).lines().forEach(line -> lines.append("\n< ").append(line));
    return lines.toString();
  }
}
