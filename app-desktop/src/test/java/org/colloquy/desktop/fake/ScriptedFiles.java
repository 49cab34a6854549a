package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// The files and the running tables of the scripted server.
public final class ScriptedFiles {
  static final Set<String> PARTS = Set.of("files", "activity");
  private static final Pattern NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final byte[] CONTENT = "what is in it".getBytes(StandardCharsets.UTF_8);

  private final Map<String, List<ObjectNode>> files = new ConcurrentHashMap<>();
  private final Map<String, List<ObjectNode>> lines = new ConcurrentHashMap<>();
  private final List<String> brokenOff = new CopyOnWriteArrayList<>();
  private final AtomicLong count = new AtomicLong();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile ObjectNode reading = ScriptedServer.JSON.createObjectNode();

  record Received(String name, long size) {}

  /// A file that is there already, with its line in the running table.
  public ObjectNode add(UUID conversation, String name, String mediaType, long size) {
    var file = ScriptedServer.JSON.createObjectNode();
    file.put("id", UUID.randomUUID().toString())
        .put("number", count.incrementAndGet())
        .put("name", name);
    file.put("mediaType", mediaType).put("size", size);
    file.put("createdAt", String.valueOf(Instant.now()));
    of(files, conversation.toString()).add(file);
    var line = ScriptedServer.JSON.createObjectNode();
    line.put("number", 1).put("kind", "upload");
    line.put("detail", "User uploads file '" + name + "', saving location is in this row.");
    line.put("at", String.valueOf(Instant.now()));
    of(lines, conversation.toString()).add(line);
    return file;
  }

  /// Uploads get no further than their first bytes until [#go].
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void go() {
    gate.countDown();
  }

  /// All files, and those that come, are read as far as this.
  ///
  /// @param failure a sentence; empty for none
  public void readAs(String state, String failure) {
    reading = ScriptedServer.JSON.createObjectNode();
    reading.put("state", state).put("pages", 1).put("failure", failure);
    files.values().forEach(all -> all.forEach(file -> file.set("reading", reading)));
  }

  /// What comes of reading a file once more.
  ObjectNode readAgain() {
    readAs("ready", "");
    return reading;
  }

  /// The names of all files that are there.
  public List<String> names() {
    return files.values().stream()
        .flatMap(List::stream)
        .map(file -> file.get("name").asText())
        .toList();
  }

  /// The names of those whose senders went away.
  public List<String> brokenOff() {
    return brokenOff;
  }

  static boolean isUpload(HttpExchange exchange) {
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type != null && type.startsWith("multipart/");
  }

  /// Reads an upload, or notes that it broke off.
  Received receive(HttpExchange exchange, String conversation) throws IOException {
    var body = exchange.getRequestBody();
    var begin = new String(body.readNBytes(250), StandardCharsets.UTF_8);
    var found = NAME.matcher(begin);
    var name = found.find() ? found.group(1) : "nameless in " + conversation;
    try {
      gate.await();
      long size = begin.length() - begin.indexOf("\r\n\r\n") - 4L;
      var piece = new byte[64 * 1024];
      for (var read = body.read(piece); read >= 0; read = body.read(piece)) {
        size += read;
      }
      return new Received(name, Math.max(0, size - 55));
    } catch (IOException e) {
      brokenOff.add(name);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  ObjectNode keep(String conversation, Received received) {
    var file = add(UUID.fromString(conversation), received.name(), "", received.size());
    return file.set("reading", reading);
  }

  private static List<ObjectNode> of(Map<String, List<ObjectNode>> all, String conversation) {
    return all.computeIfAbsent(conversation, _ -> new CopyOnWriteArrayList<>());
  }

  ObjectNode handle(String method, String[] path) {
    var answer = ScriptedServer.JSON.createObjectNode();
    var found = of(path[2].equals("files") ? files : lines, path[1]);
    if (method.equals("DELETE")) {
      found.removeIf(file -> file.get("id").asText().equals(path[3]));
    }
    answer.set(path[2], ScriptedServer.array(found));
    return answer;
  }

  /// Those of all conversations whose names begin with the words asked for, newest first.
  private ObjectNode library(Map<String, String> query) {
    var before = Long.parseLong(query.getOrDefault("before", "0"));
    var found = ScriptedServer.JSON.createArrayNode();
    files.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(file -> inLibrary(entry.getKey(), file)))
        .filter(one -> one.at("/file/number").asLong() < before)
        .filter(one -> one.at("/file/name").asText().startsWith(query.getOrDefault("query", "")))
        .sorted(Comparator.comparingLong(one -> -one.at("/file/number").asLong()))
        .limit(Long.parseLong(query.getOrDefault("limit", "0")))
        .forEach(found::add);
    return ScriptedServer.JSON.createObjectNode().set("files", found);
  }

  private static ObjectNode inLibrary(String conversation, ObjectNode file) {
    var one = ScriptedServer.JSON.createObjectNode();
    one.put("conversation", conversation).put("title", "Where it is");
    return one.set("file", file);
  }

  void send(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/api/files")) {
      ScriptedServer.answer(exchange, library(ScriptedServer.queries(exchange)));
      return;
    }
    exchange.sendResponseHeaders(200, CONTENT.length);
    exchange.getResponseBody().write(CONTENT);
  }
}
