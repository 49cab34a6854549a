package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.PromptText;
import org.colloquy.model.Role;
import org.colloquy.model.Usage;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.conversation.MarkChange;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.provider.Sharing;
import org.colloquy.server.core.quota.Quota;
import org.colloquy.server.core.quota.QuotaHolder;
import org.colloquy.server.core.quota.QuotaLimits;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.Spent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final String CANARY = "sk-canary-0123456789-wxyz";

  private final TestServer server = TestServer.with(ScriptedChatModel.saying("An answer"));
  private final TestClient client = server.owner();
  private final Caller owner = server.core().owner();
  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  private Map<String, byte[]> export() throws IOException {
    var answer = client.open("GET", "/api/export", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    try (var body = answer.body()) {
      return entries(body);
    }
  }

  private static Map<String, byte[]> entries(InputStream body) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    var zip = new ZipInputStream(body);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      entries.put(entry.getName(), zip.readAllBytes());
    }
    return entries;
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(Objects.requireNonNull(entries.get(name), name), StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines(Map<String, byte[]> entries, String name) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : text(entries, name).lines().toList()) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private void fill() {
    var core = server.core().core();
    var folder = core.folders().create(owner, "Thesis", 3_650);
    var talk = core.conversations().create(owner, "Methane / Paddies: æ 🙂");
    core.folders().file(owner, talk.id(), folder.id());
    core.marks().change(owner, talk.id(), new MarkChange(true, true, null, List.of("paddies")));
    client.post("/api/conversations/" + talk.id() + "/turns", "{\"text\":\"What is it?\"}");
    var trash = core.conversations().create(owner, "../../trash");
    core.conversations().add(owner, trash.id(), Role.USER, "in the trash");
    core.conversations().remove(owner, trash.id());
    core.attachments()
        .upload(
            owner,
            talk.id(),
            "data:..\\a/ran?k.csv",
            new ByteArrayInputStream("1,2".getBytes(StandardCharsets.UTF_8)));
    core.memories().create(owner, "likes gala apples");
    core.drafts().keep(owner, talk.id(), "How old", null);
    core.savedPrompts().create(owner, new PromptText("Review", "Look.", List.of(), List.of()));
    core.usages().note(called(owner), new Spent.Told(new Usage(7, 2, 4, 0, 1)));
    core.settings().put(owner, Map.of("theme", "\"dark\""));
    core.providers().add(owner, "Lab", "http://lab.example/v1");
    var key = core.keys().addForOpenAi(owner, "mine", Secret.of(CANARY));
    core.keys().share(owner, key.id(), new Sharing.WithEverybody());
    core.groups().join(owner, core.groups().create(owner, "Methane").id(), owner.account());
    core.groups().create(owner, "somebody else's");
    var most = new QuotaLimits(9L, null, null, null);
    core.quotas().put(owner, new Quota(new QuotaHolder.Everybody(), most));
    var kari = server.core().member("kari");
    core.conversations().create(kari, "somebody else's");
    core.memories().create(kari, "somebody else's");
    core.drafts().keep(kari, null, "somebody else's", null);
    core.savedPrompts().create(kari, new PromptText("somebody else's", "x", List.of(), List.of()));
    core.usages().note(called(kari), new Spent.Told(new Usage(1, 1)));
    core.usages().awaitNoted();
  }

  private static ModelCall called(Caller caller) {
    var price = new ModelPrice(2_000_000, 8_000_000);
    return new ModelCall(caller.account(), null, "OpenAI", "gpt-4o", null, "", price);
  }

  @Test
  void holdsEverythingOfTheAccountAndNothingOfOthers() throws IOException {
    fill();

    var entries = export();

    assertThat(json.readTree(text(entries, "account.json")).path("username").asText())
        .isEqualTo("owner");
    assertThat(text(entries, "settings.json")).isEqualTo("{\"theme\":\"dark\"}\n");
    assertThat(json.readTree(text(entries, "folders.json")).path(0).path("keepDays").asInt())
        .isEqualTo(3_650);
    assertThat(lines(entries, "conversations.jsonl")).hasSize(2);
    var kept = lines(entries, "conversations.jsonl").getFirst();
    assertThat(List.of(kept.path("pinned"), kept.path("archived"), kept.path("unread")))
        .allMatch(JsonNode::booleanValue);
    assertThat(kept.path("tags").path(0).asText()).isEqualTo("paddies");
    assertThat(lines(entries, "conversations.jsonl").get(1).path("removedAt").isTextual()).isTrue();
    var messages = lines(entries, "messages.jsonl");
    assertThat(messages)
        .extracting(message -> message.path("content").asText())
        .containsExactly("What is it?", "An answer", "in the trash");
    assertThat(messages.get(1).path("model").path("model").isTextual()).isTrue();
    assertThat(messages.get(1).path("parent")).isEqualTo(messages.get(0).path("id"));
    assertThat(lines(entries, "memories.jsonl")).hasSize(1);
    assertThat(lines(entries, "drafts.jsonl"))
        .extracting(draft -> draft.path("text").asText())
        .containsExactly("How old");
    assertThat(lines(entries, "prompts.jsonl"))
        .extracting(prompt -> prompt.path("title").asText())
        .containsExactly("Review");
    assertThat(lines(entries, "usage.jsonl"))
        .extracting(use -> use.path("usage").toString(), use -> use.path("cost").asInt())
        .containsExactly(
            tuple(
                "{\"input\":7,\"output\":2,\"cached\":4,\"cacheWritten\":0,\"reasoning\":1}", 30));
    assertThat(lines(entries, "activity.jsonl").getFirst().path("kind").asText())
        .isEqualTo("upload");
    assertThat(json.readTree(text(entries, "providers.json"))).hasSize(1);
    assertThat(json.readTree(text(entries, "groups.json")).path(0).path("name").asText())
        .isEqualTo("Methane");
    assertThat(json.readTree(text(entries, "quotas.json")).path(0).path("tokensPerDay").asInt())
        .isEqualTo(9);
    assertThat(json.readTree(text(entries, "keys.json")).path(0).path("shared").asBoolean())
        .isTrue();
    assertThat(json.readTree(text(entries, "keys.json")).path(0).path("lastFour").asText())
        .isEqualTo("wxyz");
    var file = lines(entries, "attachments.jsonl").getFirst().path("file").asText();
    assertThat(text(entries, file)).isEqualTo("1,2");
    assertThat(lines(entries, "audit.jsonl").getFirst().path("action").asText())
        .isEqualTo("exported");
    var page =
        entries.keySet().stream().filter(name -> name.startsWith("conversations/Meth")).toList();
    assertThat(text(entries, page.getFirst()))
        .startsWith("# Methane / Paddies: æ 🙂\n")
        .contains("## You, ", "What is it?", "An answer");
    for (var entry : entries.keySet()) {
      assertThat(text(entries, entry)).doesNotContain("somebody else", CANARY);
    }
    assertThat(server.core().audited()).extracting(AuditEvent::action).contains(Action.EXPORTED);
  }

  @Test
  void tellsWhatIsInItByHashes() throws IOException, NoSuchAlgorithmException {
    fill();
    var entries = export();

    var manifest = json.readTree(text(entries, "manifest.json"));
    assertThat(manifest.path("format").asInt()).isEqualTo(1);
    assertThat(manifest.path("madeAt").asText()).isEqualTo("2026-01-15T10:00:00Z");
    var told = new HashMap<String, String>();
    for (var entry : manifest.path("entries")) {
      told.put(entry.path("name").asText(), entry.path("sha256").asText());
    }
    var found = new HashMap<String, String>();
    var digest = MessageDigest.getInstance("SHA-256");
    entries.forEach(
        (name, content) -> found.put(name, HexFormat.of().formatHex(digest.digest(content))));
    found.remove("manifest.json");
    assertThat(told).isEqualTo(found);
  }

  @Test
  void staysInItsFolderWhenItIsUnpacked() throws IOException {
    fill();
    for (var title :
        List.of("..", "/etc/passwd", "C:\\x", "a\nb", "CON", ".hidden", "x".repeat(255))) {
      server.core().core().conversations().create(owner, title);
    }
    for (var name : export().keySet()) {
      assertThat(folder.resolve(name).normalize().startsWith(folder)).as(name).isTrue();
      assertThat(name).matches("[^\\\\:*?\"<>|\\p{Cntrl}]+").doesNotContain("..", "//");
      assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThan(200);
      var file = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, "it can be made");
    }
  }

  @Test
  void isEmptyButWholeForSomebodyNew() throws IOException {
    var entries = export();
    assertThat(entries)
        .containsKeys("manifest.json", "messages.jsonl", "conversations.jsonl", "memories.jsonl");
    assertThat(lines(entries, "messages.jsonl")).isEmpty();
  }

  /// While somebody goes on talking, every branch that is shown is whole.
  @Test
  void isNotTornByWhatIsSaidMeanwhile() throws IOException, InterruptedException {
    var conversations = server.core().core().conversations();
    var talk = conversations.create(owner, "talk");
    for (int i = 0; i < 200; i++) {
      conversations.add(owner, talk.id(), Role.USER, "before " + i);
    }
    var talking =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; i < 200; i++) {
                conversations.add(owner, talk.id(), Role.USER, "meanwhile " + i);
              }
            });
    var entries = export();
    talking.join();

    var parents = new HashMap<String, String>();
    for (var message : lines(entries, "messages.jsonl")) {
      parents.put(message.path("id").asText(), message.path("parent").asText());
    }
    var conversation = lines(entries, "conversations.jsonl").getFirst();
    assertThat(parents).hasSize(conversation.path("messageCount").asInt());
    var branch = new HashSet<String>();
    var next = conversation.path("activeLeaf").asText();
    while (!next.equals("null")) {
      assertThat(parents).containsKey(next);
      branch.add(next);
      next = Objects.requireNonNull(parents.get(next));
    }
    assertThat(branch).hasSize(parents.size());
  }

  @Test
  void isThereForHeadWithoutBeingMade() {
    assertThat(client.send("HEAD", "/api/export", "").statusCode()).isEqualTo(200);
    assertThat(server.core().audited()).isEmpty();
  }
}
