package org.colloquy.server.fuzz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.colloquy.server.RunningServer;
import org.colloquy.server.TestClient;

/// Sends a server one request after the other that somebody might not have thought of, and judges
/// what comes back.
final class Fuzz implements AutoCloseable {
  private static final int MOST_FAULTS = 20;
  private static final int LONGEST_SHOWN = 600;
  private static final int SENT_AT_ONCE = 64 * 1024;

  private final int port;
  private final RequestMaker requests;
  private final RawRequests raw;
  private final Seen seen = new Seen();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private Talk talk;

  Fuzz(RunningServer server) throws IOException {
    port = server.port();
    var host = "localhost:" + port;
    var description = new TestClient(port, "").get("/openapi.json").body();
    requests =
        new RequestMaker(new JsonMapper().readTree(description), host, server.localToken(), seen);
    raw = new RawRequests(host, "/async_chat?keep=1&token=" + server.localToken());
    talk = new Talk(port);
  }

  /// Sends the requests that belong to these numbers.
  void send(long seed, int from, int to) throws IOException {
    for (int number = from; number < to && faults.size() < MOST_FAULTS; number++) {
      var random = new Random(seed + number);
      switch (random.nextInt(20)) {
        case 0 -> sendRaw(number, raw.request(random));
        case 1 -> sendRaw(number, raw.socket(random));
        default -> sendDescribed(number, requests.next(random));
      }
    }
  }

  /// How often each status came; 0 stands for a connection that was closed.
  Map<Integer, Integer> statuses() {
    return statuses;
  }

  /// What should not have come.
  List<String> faults() {
    return faults;
  }

  private void sendDescribed(int number, byte[] request) throws IOException {
    try {
      var answer = answer(request);
      if (answer.isEmpty()) {
        reconnect(); // perhaps it was closed after the answer before
        answer = answer(request);
      }
      if (answer.isEmpty()) {
        hungUp(number, request);
        return;
      }
      judge(number, request, answer.get().status(), answer.get().text());
      seen.look(answer.get().text());
      if (answer.get().last()) {
        reconnect();
      }
    } catch (SocketTimeoutException _) {
      fault(number, request, "was neither answered nor hung up on");
      reconnect();
    }
  }

  /// An answer to the head alone may be lost to somebody who is still sending a long body.
  private void hungUp(int number, byte[] request) throws IOException {
    if (request.length > SENT_AT_ONCE) {
      statuses.merge(0, 1, Integer::sum);
    } else {
      fault(number, request, "was not answered");
    }
    reconnect();
  }

  private Optional<Talk.Answer> answer(byte[] request) throws IOException {
    try {
      talk.send(request);
      boolean toHead = new String(request, 0, 5, StandardCharsets.US_ASCII).equals("HEAD ");
      return talk.answer(toHead);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private void reconnect() throws IOException {
    talk.close();
    talk = new Talk(port);
  }

  /// What comes after may be anything, so it is sent over a connection of its own.
  private void sendRaw(int number, byte[] bytes) throws IOException {
    try (var alone = new Talk(port)) {
      var rest = "";
      try {
        alone.send(bytes);
        alone.endSending();
        rest = alone.rest();
      } catch (SocketTimeoutException _) {
        fault(number, bytes, "was neither answered nor hung up on");
      } catch (IOException _) {
        // Hung up without reading all of it.
      }
      int status = rest.startsWith("HTTP/1.1 ") ? Integer.parseInt(rest.substring(9, 12)) : 0;
      judge(number, bytes, status, rest);
    }
  }

  private void judge(int number, byte[] request, int status, String answer) {
    statuses.merge(status, 1, Integer::sum);
    boolean failed =
        status == 500 || status > 505 || (status < 200 && answer.contains("incident "));
    if (failed) {
      fault(number, request, "was answered with " + shown(answer));
    } else if (answer.contains("\tat ") || answer.contains("java.lang.")) {
      fault(number, request, "told how we are made: " + shown(answer));
    }
  }

  private void fault(int number, byte[] request, String what) {
    faults.add(
        "request %d %s%n%s%n"
            .formatted(number, what, shown(new String(request, StandardCharsets.ISO_8859_1))));
  }

  private static String shown(String text) {
    var shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return Arrays.toString(shown.split("\r\n", -1));
  }

  @Override
  public void close() throws IOException {
    talk.close();
  }
}
