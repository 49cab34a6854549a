package org.colloquy.server.api.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Conversation;
import org.colloquy.server.ScriptedPublications;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Files as publications, and pages as pictures.
class ReferencesTest {
  private final TestServer server = TestServer.with(ScriptedChatModel.saying("Yes [1]."));
  private final TestClient owner = server.owner();
  private final Conversation conversation =
      server.core().core().conversations().create(server.core().owner(), "papers");
  private final String list = "/api/conversations/" + conversation.id() + "/bibliography";

  @AfterEach
  void close() {
    server.close();
  }

  private AttachmentId upload(String name, String text) {
    return server
        .core()
        .core()
        .attachments()
        .upload(
            server.core().owner(),
            conversation.id(),
            name,
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .attachment()
        .id();
  }

  private String path(AttachmentId file) {
    return "/api/files/" + file.value() + "/bibliography";
  }

  private void untilListed(String... words) {
    await().untilAsserted(() -> assertThat(owner.get(list).body()).contains(words));
  }

  @Test
  void areFoundInWhatIsUploaded() {
    upload(
        "paper.txt",
        "Title\n\nhttps://doi.org/10.1000/ABC. arXiv:2101.00001v2\n\nReferences\n10.1/other");
    untilListed("\"doi\":\"10.1000/abc\"", "\"arxiv\":\"2101.00001\"", "\"origin\":\"found\"");
  }

  @Test
  void areTakenFromAListWhicheverCameFirst() {
    var bib = "@article{mine, title={On Cells}, author={Li, Wei}, year=2001, doi={10.1000/%s}}";
    upload("first.txt", "doi:10.1000/one");
    untilListed("10.1000/one");
    upload("refs.bib", bib.formatted("one") + bib.formatted("two").replace("mine", "other"));
    untilListed("\"key\":\"mine\"", "\"title\":\"On Cells\"", "\"origin\":\"listed\"");
    upload("second.txt", "doi:10.1000/two");
    untilListed("\"key\":\"mine\"", "\"key\":\"other\"");
    assertThat(owner.get(list + "?format=bibtex").body())
        .contains("@article{mine,", "@article{other,", "Li, Wei");
    assertThat(owner.get(list + "?format=ris").body()).contains("TY  - JOUR", "AU  - Li, Wei");
    assertThat(owner.get(list + "?format=csl").body()).startsWith("[{").contains("\"id\":\"mine\"");
    assertThat(owner.get(list + "?format=word").statusCode()).isEqualTo(400);
  }

  @Test
  void areAsPeopleSayWhateverOthersSay() {
    var file = upload("paper.txt", "doi:10.1000/one");
    untilListed("10.1000/one");
    var said =
        owner.send(
            "PUT",
            path(file),
            "{\"title\":\"Mine\",\"authors\":[{\"family\":\"Me\",\"given\":\"\"}],\"year\":\"2001\"}");
    assertThat(said.body()).contains("\"origin\":\"person\"", "\"title\":\"Mine\"");
    upload("refs.bib", "@article{k, title={Other}, doi={10.1000/one}}");
    upload("last.txt", "doi:10.1000/last");
    untilListed("10.1000/last");
    untilListed("\"title\":\"Mine\"", "\"key\":\"me2001mine\"");
    assertThat(owner.send("PUT", path(file), "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void haveAuthorsWithOneNameOnlyAndNoneThatAreNobody() {
    var file = upload("paper.txt", "doi:10.1000/one");
    untilListed("10.1000/one");

    var group =
        owner.send("PUT", path(file), "{\"title\":\"Mine\",\"authors\":[{\"given\":\"Me\"}]}");
    assertThat(group.body()).contains("\"authors\":[{\"family\":\"\",\"given\":\"Me\"}]");
    var nobody = owner.send("PUT", path(file), "{\"title\":\"Mine\",\"authors\":[null]}");
    assertThat(nobody.statusCode()).isEqualTo(400);
  }

  @Test
  void areLookedUpByTheirDoi() {
    var file = upload("paper.txt", "doi:" + ScriptedPublications.DOI);
    untilListed(ScriptedPublications.DOI);
    assertThat(owner.post(path(file) + "/lookup", "{}").body())
        .contains("\"origin\":\"looked-up\"", "\"title\":\"What is Known\"", "\"year\":\"2020\"");
    assertThat(owner.post(path(file) + "/lookup", "{\"doi\":\"10.1234/unknown\"}").statusCode())
        .isEqualTo(404);
    var other = upload("other.txt", "no number");
    assertThat(owner.post(path(other) + "/lookup", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void ofAnAnswerAreThoseThatItCites() {
    upload("ice.txt", "Glaciers lose ice. doi:10.1000/one");
    upload("bread.txt", "Bread is baked of flour. doi:10.1000/two");
    untilListed("10.1000/one", "10.1000/two");
    untilRead(2);

    assertThat(owner.get(asked("{\"text\":\"Do glaciers lose ice?\"}")).body())
        .contains("10.1000/one")
        .doesNotContain("10.1000/two");
    assertThat(owner.get(asked("{\"text\":\"And now?\",\"documents\":\"off\"}")).body())
        .isEqualTo("{\"references\":[]}");
  }

  @Test
  void standAsKeysInAnAnswerForPandoc() {
    var file = upload("paper.txt", "Glaciers lose ice. doi:10.1000/one");
    untilListed("10.1000/one");
    owner.send("PUT", path(file), "{\"title\":\"Ice\",\"key\":\"li2001ice\"}");
    untilRead(1);

    var answer = asked("{\"text\":\"Do glaciers lose ice?\"}");

    assertThat(owner.get(answer).body()).contains("\"key\":\"li2001ice\"");
    var keyed = owner.get(answer + "?format=markdown");
    assertThat(keyed.body()).isEqualTo("Yes [@li2001ice, p. 1].");
    assertThat(keyed.headers().firstValue("Content-Type").orElse("")).startsWith("text/markdown");
    assertThat(server.member("eve").get(answer + "?format=markdown").statusCode()).isEqualTo(404);
    assertThat(owner.get(list + "?format=markdown").statusCode()).isEqualTo(400);
  }

  private void untilRead(int files) {
    var ready = Pattern.compile("\"state\":\"ready\"");
    var there = "/api/conversations/" + conversation.id() + "/files";
    await().until(() -> ready.matcher(owner.get(there).body()).results().count() == files);
  }

  /// Where the references of the answer are.
  private String asked(String turn) {
    owner.post("/api/conversations/" + conversation.id() + "/turns", turn);
    var answer =
        server
            .core()
            .core()
            .conversations()
            .thread(server.core().owner(), conversation.id())
            .messages()
            .getLast();
    return "/api/messages/" + answer.id() + "/bibliography";
  }

  @Test
  void pagesAreShownAsPictures() {
    var file = upload("paper.pdf", "one\ftwo");
    var image = "/api/files/" + file.value() + "/pages/";
    assertThat(owner.get(image + "2/image?width=300").body()).isEqualTo("page 2, 300 wide");
    assertThat(owner.get(image + "1/image").body()).isEqualTo("page 1, 1000 wide");
    assertThat(owner.get(image + "1/image").headers().firstValue("Content-Type"))
        .contains("image/png");
    assertThat(owner.get(image + "3/image").statusCode()).isEqualTo(404);
    assertThat(owner.get(image + "x/image").statusCode()).isEqualTo(404);
    assertThat(owner.get(image + "1/image?width=5000").statusCode()).isEqualTo(400);
    assertThat(new TestClient(server.port(), "wrong").get(image + "1/image").statusCode())
        .isEqualTo(401);
  }

  @Test
  void ofOthersAreNotFound() {
    var file = upload("paper.txt", "doi:10.1000/one");
    var other = server.member("eve");
    assertThat(other.get(list).statusCode()).isEqualTo(404);
    assertThat(other.send("PUT", path(file), "{\"title\":\"Mine\"}").statusCode()).isEqualTo(404);
    assertThat(other.post(path(file) + "/lookup", "{}").statusCode()).isEqualTo(404);
    assertThat(other.get("/api/files/" + file.value() + "/pages/1/image").statusCode())
        .isEqualTo(404);
  }
}
