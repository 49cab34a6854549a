package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// One file of the scripted server, with whose pages every answer is given. An answer that says
/// `[2]` cites page 2; words that it quotes before that must stand there.
public final class ScriptedSources {
  /// The file's id.
  public static final UUID FILE = UUID.fromString("019a0000-0000-7000-8000-000000000012");

  private static final Pattern CITED = Pattern.compile("(?:“([^”]*)” )?(\\[(\\d+)\\])");
  private static final int LETTERS = 60;
  private static final double LETTER = 7;
  private static final double LINE = 16;
  private static final double LEFT = 72;
  private static final double TOP = 90;
  private static final double WIDTH = 595;
  private static final double HEIGHT = 842;

  private final List<String> pages = new ArrayList<>();
  private final Map<String, ObjectNode> answers = new LinkedHashMap<>();
  private boolean pictures = true;

  ScriptedSources() {}

  /// The next page of the file.
  public synchronized void addPage(String text) {
    pages.add(text);
  }

  /// Pages have no pictures.
  public synchronized void withoutPictures() {
    pictures = false;
  }

  /// Notes what an answer cites that is there already.
  public synchronized void answered(ObjectNode answer) {
    sourced(answer);
    cited(answer);
  }

  /// What is told before an answer; null when there are no pages.
  synchronized @Nullable ObjectNode sourced(ObjectNode answer) {
    return pages.isEmpty() ? null : event("sourced", answer).set("passages", passages());
  }

  /// What is told after an answer; null when there are no pages.
  synchronized @Nullable ObjectNode cited(ObjectNode answer) {
    if (pages.isEmpty()) {
      return null;
    }
    var citations = citations(answer.get("content").asText());
    var noted = ScriptedServer.JSON.createObjectNode();
    noted.put("message", answer.get("id").asText()).set("passages", passages());
    noted.set("citations", citations);
    answers.put(answer.get("id").asText(), noted);
    return event("cited", answer).set("citations", citations);
  }

  private static ObjectNode event(String name, ObjectNode answer) {
    return ScriptedTurn.event(name).put("message", answer.get("id").asText());
  }

  private ArrayNode passages() {
    var passages = ScriptedServer.JSON.createArrayNode();
    for (var number = 1; number <= pages.size(); number++) {
      var text = pages.get(number - 1);
      passages.add(place(number, 0, text.length()).put("number", number).put("text", text));
    }
    return passages;
  }

  private static ObjectNode place(int page, int start, int end) {
    return ScriptedServer.JSON
        .createObjectNode()
        .put("file", FILE.toString())
        .put("name", "ice.pdf")
        .put("page", page)
        .put("label", Integer.toString(page))
        .put("start", start)
        .put("end", end);
  }

  private ArrayNode citations(String said) {
    var citations = ScriptedServer.JSON.createArrayNode();
    var found = CITED.matcher(said);
    while (found.find()) {
      var page = Integer.parseInt(found.group(3));
      var quote = found.group(1) == null ? "" : found.group(1);
      var text = page <= pages.size() ? pages.get(page - 1) : "";
      var at = text.isEmpty() ? -1 : text.indexOf(quote);
      var citation = citations.addObject().put("number", page).put("quote", quote);
      citation.put("markerStart", found.start(2)).put("markerEnd", found.end(2));
      citation.put("state", at < 0 ? "not-found" : "found");
      if (text.isEmpty()) {
        citation.putNull("place");
      } else if (at < 0) {
        citation.set("place", place(page, 0, 0));
      } else {
        var end = quote.isEmpty() ? text.length() : at + quote.length();
        citation.set("place", place(page, at, end));
      }
    }
    return citations;
  }

  /// All answers so far, as the server tells them.
  synchronized ObjectNode all() {
    var answer = ScriptedServer.JSON.createObjectNode();
    answer.putArray("sources").addAll(answers.values());
    return answer.deepCopy();
  }

  /// A page; null behind the last one.
  synchronized @Nullable ObjectNode page(int number) {
    if (number < 1 || number > pages.size()) {
      return null;
    }
    var text = pages.get(number - 1);
    var page = ScriptedServer.JSON.createObjectNode().put("number", number).put("text", text);
    page.put("label", Integer.toString(number)).put("width", WIDTH).put("height", HEIGHT);
    var lines = page.putArray("lines");
    for (var start = 0; start < text.length(); start += LETTERS) {
      var line = start / LETTERS;
      var end = Math.min(text.length(), start + LETTERS);
      lines
          .addObject()
          .put("start", start)
          .put("end", end)
          .put("x", LEFT)
          .put("y", TOP + line * LINE)
          .put("width", (end - start) * LETTER)
          .put("height", LINE - 4);
    }
    return page;
  }

  void sendPicture(HttpExchange exchange, int number, int width) throws IOException {
    var picture = picture(number, width);
    if (picture == null) {
      ScriptedServer.answer(exchange, null);
    } else {
      exchange.getResponseHeaders().set("Content-Type", "image/png");
      exchange.sendResponseHeaders(200, picture.length);
      exchange.getResponseBody().write(picture);
    }
  }

  /// The picture of a page as PNG; null when there is none.
  private synchronized byte @Nullable [] picture(int number, int width) throws IOException {
    if (!pictures || number > pages.size()) {
      return null;
    }
    var scale = width / WIDTH;
    var picture = new BufferedImage(width, (int) (HEIGHT * scale), BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    pen.scale(scale, scale);
    pen.setColor(Color.DARK_GRAY);
    var text = pages.get(number - 1);
    for (var at = 0; at < text.length(); at++) {
      if (text.charAt(at) != ' ') {
        var line = at / LETTERS;
        var x = (int) (LEFT + at % LETTERS * LETTER);
        pen.fillRect(x, (int) (TOP + line * LINE) + 4, 5, 5);
      }
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
