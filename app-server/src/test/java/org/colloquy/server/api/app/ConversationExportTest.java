package org.colloquy.server.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.colloquy.model.AccountId;
import org.colloquy.model.Citation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.SourcePassage;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.importing.ImportReport.Outcome;
import org.colloquy.server.core.importing.ImportStore.Origin;
import org.colloquy.server.core.importing.ImportStore.Taken;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationExportTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final ConversationId ID = new ConversationId(new UUID(0, 77));

  private final TestServer server = TestServer.with(ScriptedChatModel.saying("Well."));
  private final TestClient client = server.owner();
  private final Caller owner = server.core().owner();
  private final ObjectMapper json = new ObjectMapper();

  @AfterEach
  void close() {
    server.close();
  }

  private static MessageId id(int number) {
    return new MessageId(new UUID(1, number));
  }

  private static Message message(int number, @Nullable Integer parent, Role role, String text) {
    boolean answer = role == Role.ASSISTANT;
    boolean calls = answer && text.isEmpty();
    boolean cut = text.startsWith("Cut");
    return new Message(
        id(number),
        0,
        ID,
        parent == null ? null : id(parent),
        role,
        text,
        answer ? "thoughts" : "",
        cut ? MessageState.CUT_OFF : MessageState.COMPLETE,
        NOON.plusSeconds(number),
        answer ? new ModelUsed("Lab", "gpt-4o") : null,
        answer ? new Usage(3, 4, 2, 1, 1) : Usage.NONE,
        calls ? List.of(new ToolCall("c1", "search", "{\"q\":1}")) : List.of(),
        role == Role.TOOL ? "c1" : null,
        cut ? "The provider did not answer." : null);
  }

  /// A question with an answer by a tool, another answer that was cut off, and the question said
  /// otherwise.
  private void fill(AccountId account) {
    var place = new Citation.Place(null, "cells.pdf", 3, "iii", 4, 9);
    var sources =
        new AnswerSources(
            id(5),
            List.of(new SourcePassage(1, null, "cells.pdf", 3, "iii", 4, 9, "Cells divide.")),
            List.of(
                new Citation(1, 13, 16, Citation.State.FOUND, "divide", place),
                new Citation(0, 1, 2, Citation.State.NOT_FOUND, "never said", null)));
    var messages =
        List.of(
            message(1, null, Role.SYSTEM, "Be kind."),
            message(2, 1, Role.USER, "What is a cell? 🙂"),
            message(3, 2, Role.ASSISTANT, ""),
            message(4, 3, Role.TOOL, ""),
            message(5, 4, Role.ASSISTANT, "Cells divide [1]."),
            message(6, 2, Role.ASSISTANT, "Cut"),
            message(7, 1, Role.USER, "And a virus?"));
    server
        .core()
        .stores()
        .imports()
        .add(
            new Taken(
                new NewConversation(ID, account, "Cells / æ", NOON),
                new Origin("Test", "1"),
                messages,
                id(5),
                List.of(sources)));
  }

  private String export(String format) {
    var answer = client.get("/api/conversations/" + ID + "/export?format=" + format);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /// What was said, with numbers in place of ids.
  private List<JsonNode> said(String file) throws IOException {
    var numbers = new HashMap<String, Integer>();
    var said = new ArrayList<JsonNode>();
    var whole = json.readTree(file);
    for (var message : whole.path("messages")) {
      var one = (ObjectNode) message.deepCopy();
      numbers.put(one.path("id").asText(), numbers.size());
      one.remove(List.of("number", "conversation"));
      one.put("id", numbers.get(message.path("id").asText()));
      var parent = numbers.get(message.path("parent").asText());
      one.put("parent", parent == null ? -1 : parent);
      said.add(one);
    }
    var about = (ObjectNode) whole.path("conversation").deepCopy();
    about.put("activeLeaf", numbers.get(about.path("activeLeaf").asText()));
    about.remove(List.of("id", "number"));
    said.add(about);
    return said;
  }

  @Test
  void handsOnEverythingAsJsonAndTakesItOverAgain() throws IOException {
    fill(owner.account());
    var file = export("json&branches=all");

    var kari = server.core().member("kari");
    var imports = server.core().core().imports();
    var bytes = file.getBytes(StandardCharsets.UTF_8);
    var report = imports.take(kari, new ByteArrayInputStream(bytes), "x.json");

    assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
    var taken = Objects.requireNonNull(report.items().getFirst().conversation());
    var again = server.core().stores();
    var path = "/api/conversations/" + taken + "/export?format=json&branches=all";
    assertThat(client.get(path).statusCode()).isEqualTo(404);
    assertThat(again.messages().tree(taken)).hasSize(7);
    var karisClient = new TestClient(server.port(), server.core().signIn("kari").access());
    var karis = karisClient.get(path).body();
    assertThat(said(karis)).isEqualTo(said(file));
    assertThat(said(file)).hasSize(8);
    assertThat(said(file).get(4).path("sources").path("citations")).hasSize(2);
    assertThat(said(file).get(5).path("state").asText()).isEqualTo("cut-off");

    var second = imports.take(kari, new ByteArrayInputStream(bytes), "x.json");
    assertThat(second.count(Outcome.KNOWN)).isEqualTo(1);
    var home = imports.take(owner, new ByteArrayInputStream(bytes), "x.json");
    assertThat(home.count(Outcome.KNOWN)).isEqualTo(1);
    assertThat(server.core().core().conversations().newestFirst(kari)).hasSize(1);
  }

  @Test
  void handsOnTheShownBranchWhenNothingElseIsSaid() throws IOException {
    fill(owner.account());

    assertThat(json.readTree(export("json")).path("messages"))
        .extracting(message -> message.path("content").asText())
        .containsExactly("Be kind.", "What is a cell? 🙂", "", "", "Cells divide [1].");
    assertThat(export("markdown"))
        .startsWith("# Cells / æ\n\nBegun 2026-11-21 12:00 UTC.\n\n## Instructions, ")
        .contains("## You, 2026-11-21 12:00 UTC\n\nWhat is a cell? 🙂\n")
        .contains("`search` is called with `{\"q\":1}`")
        .endsWith(
            """
            - [1] cells.pdf, page iii: “divide”
            - “never said” *(not found in the source)*
            """)
        .doesNotContain("virus");
    assertThat(export("html")).contains("<title>Cells / æ</title>").doesNotContain("virus");
    assertThat(export("pdf")).startsWith("%PDF-").endsWith("%%EOF\n");
  }

  @Test
  void saysWhatTheFileIsAndCallsItByItsTitle() {
    fill(owner.account());

    var answer = client.get("/api/conversations/" + ID + "/export?format=html");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment")
        .contains("Cells%20-%20%C3%A6.html");
    var head = client.send("HEAD", "/api/conversations/" + ID + "/export?format=pdf", "");
    assertThat(head.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesFormsThatThereAreNotAndWhatIsSomebodyElses() {
    fill(server.core().member("kari").account());
    var path = "/api/conversations/" + ID + "/export";

    assertThat(client.get(path + "?format=json").statusCode()).isEqualTo(404);
    assertThat(client.get(path).statusCode()).isEqualTo(400);
    assertThat(client.get(path + "?format=docx").body()).contains("markdown, html, pdf and json");
    assertThat(client.get(path + "?format=pdf&branches=all").statusCode()).isEqualTo(400);
    assertThat(client.get(path + "?format=json&branches=few").statusCode()).isEqualTo(400);
    assertThat(client.get("/api/export/conversations?format=x").statusCode()).isEqualTo(400);
  }

  private Map<String, byte[]> all(String format) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var body = client.open("GET", "/api/export/conversations?format=" + format, "").body()) {
      var zip = new ZipInputStream(body);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  @Test
  void handsOnAllOfThemWithoutTheTrashAndWithoutThoseOfOthers() throws IOException {
    fill(owner.account());
    var conversations = server.core().core().conversations();
    var other = conversations.create(owner, "../../etc/passwd");
    conversations.add(owner, other.id(), Role.USER, "names are cleaned");
    conversations.create(owner, "");
    conversations.remove(owner, conversations.create(owner, "trash").id());
    conversations.create(server.core().member("kari"), "somebody else's");

    var files = all("json&branches=all");

    assertThat(files.keySet())
        .allMatch(name -> name.matches("conversations/[^/.]+-\\d+\\.colloquy"))
        .hasSize(3);
    assertThat(files.keySet().iterator().next()).startsWith("conversations/Cells - æ-");
    assertThat(all("pdf")).hasSize(3).allSatisfy((_, pdf) -> assertThat(pdf).startsWith('%'));
    assertThat(all("html")).hasSize(3);
    assertThat(all("markdown")).hasSize(3);
  }

  @Test
  void takesAllOfThemOverFromTheArchive() throws IOException {
    fill(owner.account());
    var kari = server.core().member("kari");
    var path = "/api/export/conversations?format=json&branches=all";

    try (var body = client.open("GET", path, "").body()) {
      var report = server.core().core().imports().take(kari, body, "all.zip");
      assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
      assertThat(report.items().getFirst().messages()).isEqualTo(7);
    }
  }
}
