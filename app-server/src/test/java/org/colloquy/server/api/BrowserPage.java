package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A page in a real browser, looked at and used over the browser's DevTools protocol.
final class BrowserPage implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Chromium browser;
  private final AtomicInteger asked = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  private BrowserPage(Chromium browser) {
    this.browser = browser;
    socket = HTTP.newWebSocketBuilder().buildAsync(page(browser), new Listener()).join();
    List.of("Page", "Runtime", "Audits", "DOM").forEach(domain -> tell(domain + ".enable", "{}"));
  }

  /// Opens an empty page. Skips the test where there is no Chromium.
  ///
  /// @param names which host names lead where, as Chromium wants them told
  static BrowserPage open(String names) {
    return of(Chromium.open("about:blank", names, "--remote-debugging-port=0"));
  }

  /// Opens one of somebody who has told the browser to go on where it warned of a certificate.
  static BrowserPage trusting() {
    return of(
        Chromium.open(
            "about:blank",
            "MAP localhost 127.0.0.1",
            "--remote-debugging-port=0",
            "--ignore-certificate-errors"));
  }

  private static BrowserPage of(Chromium browser) {
    try {
      return new BrowserPage(browser);
    } catch (RuntimeException | AssertionError e) {
      browser.close();
      throw e;
    }
  }

  void go(String address) {
    tell("Page.navigate", "{'url':'%s'}".formatted(address));
  }

  void reload() {
    run("window.before = true");
    tell("Page.reload", "{}");
    until("!window.before && document.readyState === 'complete'");
  }

  /// @param language such as `de-DE`, as a browser is set up
  void speak(String language) {
    tell(
        "Emulation.setUserAgentOverride",
        "{'userAgent':'test','acceptLanguage':'%s'}".formatted(language));
  }

  /// @param scheme `light` or `dark`
  void look(int width, int height, String scheme) {
    tell(
        "Emulation.setDeviceMetricsOverride",
        "{'width':%d,'height':%d,'deviceScaleFactor':1,'mobile':%b}"
            .formatted(width, height, width < 600));
    tell(
        "Emulation.setEmulatedMedia",
        "{'features':[{'name':'prefers-color-scheme','value':'%s'},{'name':'prefers-reduced-motion','value':'reduce'}]}"
            .formatted(scheme));
  }

  /// What a script in the page comes to.
  JsonNode run(String script) {
    var told =
        MAPPER
            .createObjectNode()
            .put("expression", script)
            .put("returnByValue", true)
            .put("awaitPromise", true);
    var answer = tell("Runtime.evaluate", told.toString());
    assertThat(answer.path("exceptionDetails").isMissingNode())
        .as("%s: %s", script, answer)
        .isTrue();
    return answer.path("result").path("value");
  }

  /// Waits until this is so in the page.
  void until(String condition) {
    await()
        .alias(condition)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> holds(condition));
  }

  /// A page that is just being left has nothing yet to look at.
  private boolean holds(String condition) {
    return run("(() => { try { return Boolean(%s) } catch { return false } })()"
            .formatted(condition))
        .asBoolean();
  }

  /// Waits until these words are shown in an element.
  void until(String selector, String words) {
    until(
        "document.querySelector('%s').innerText.includes(%s)"
            .formatted(selector, MAPPER.valueToTree(words)));
  }

  void click(String selector) {
    until("document.querySelector('%s').checkVisibility()".formatted(selector));
    run("document.querySelector('%s').click()".formatted(selector));
  }

  /// Types into an element.
  void type(String selector, String words) {
    until("document.querySelector('%s').checkVisibility()".formatted(selector));
    run("document.querySelector('%s').focus()".formatted(selector));
    tell("Input.insertText", MAPPER.createObjectNode().put("text", words).toString());
  }

  void pressEnter() {
    var key = "{'type':'%s','key':'Enter','code':'Enter','windowsVirtualKeyCode':13%s}";
    tell("Input.dispatchKeyEvent", key.formatted("keyDown", ",'text':'\\r'"));
    tell("Input.dispatchKeyEvent", key.formatted("keyUp", ""));
  }

  /// Chooses a file as somebody does in the window that asks for one.
  void choose(String selector, Path file) {
    var found =
        tell(
            "Runtime.evaluate",
            MAPPER
                .createObjectNode()
                .put("expression", "document.querySelector('%s')".formatted(selector))
                .toString());
    var told = MAPPER.createObjectNode();
    told.putArray("files").add(file.toString());
    told.put("objectId", found.at("/result/objectId").asText());
    tell("DOM.setFileInputFiles", told.toString());
  }

  /// Lets the page save files, without a window that asks where.
  void saveInto(Path folder) {
    var told = MAPPER.createObjectNode().put("behavior", "allow");
    tell("Browser.setDownloadBehavior", told.put("downloadPath", folder.toString()).toString());
  }

  /// What the browser refused the page to do, and what went wrong in its scripts.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// What is to be seen, as PNG.
  byte[] picture() {
    return Base64.getDecoder().decode(tell("Page.captureScreenshot", "{}").path("data").asText());
  }

  private JsonNode tell(String method, String parameters) {
    int id = asked.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    answers.put(id, answer);
    var told =
        "{\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(
                id,
                method,
                parameters.startsWith("{'") ? parameters.replace('\'', '"') : parameters);
    socket.sendText(told, true).join();
    var whole = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    assertThat(whole.has("error")).as("%s: %s", method, whole).isFalse();
    return whole.path("result");
  }

  private static URI page(Chromium browser) {
    var file = browser.profile().resolve("DevToolsActivePort");
    await().atMost(PATIENCE).until(() -> Files.exists(file) && Files.size(file) > 0);
    try {
      var address = "http://127.0.0.1:" + Files.readAllLines(file).getFirst() + "/json/list";
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      var pages = MAPPER.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
      return URI.create(
          pages
              .valueStream()
              .filter(one -> one.path("type").asText().equals("page"))
              .findFirst()
              .orElseThrow()
              .path("webSocketDebuggerUrl")
              .asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    browser.close();
  }

  private void heard(String text) throws JsonProcessingException {
    var said = MAPPER.readTree(text);
    switch (said.path("method").asText()) {
      case "" -> answers.remove(said.path("id").asInt()).complete(said);
      case "Runtime.exceptionThrown" ->
          complaints.add(said.at("/params/exceptionDetails").toString());
      case "Audits.issueAdded" -> {
        if (said.at("/params/issue/code").asText().equals("ContentSecurityPolicyIssue")) {
          complaints.add(said.at("/params/issue/details").toString());
        }
      }
      default -> {}
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder begun = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      begun.append(piece);
      if (last) {
        var whole = begun.toString();
        begun.setLength(0);
        try {
          heard(whole);
        } catch (JsonProcessingException e) {
          complaints.add(e.toString());
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
