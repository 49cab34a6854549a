package org.colloquy.desktop.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.McpClient;
import org.colloquy.desktop.client.McpState;
import org.colloquy.desktop.fake.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServersViewModelTest {
  private final ScriptedServer server = new ScriptedServer();
  private final InlineBackground background = new InlineBackground();
  private final McpClient client = new McpClient(server.address());
  private final ServersViewModel servers = new ServersViewModel(client, background);

  @AfterEach
  void stop() {
    server.close();
  }

  private McpState state() {
    return servers.servers().getFirst().state();
  }

  private void enterProgram() {
    servers.startAdding();
    servers.form().name().set("lab");
    servers.form().program().set("npx");
    servers.form().arguments().set("-y\n\nsome server");
    servers.form().addVariable();
    servers.form().variables().getFirst().name().set("LAB_KEY");
    servers.form().variables().getFirst().value().set("s3cret");
  }

  @Test
  void startsExactlyTheWordsThatWereShown() {
    servers.open();
    enterProgram();
    assertThat(servers.form().command().get()).isEqualTo("npx -y \"some server\"");

    servers.add();

    assertThat(server.requests())
        .anyMatch(request ->
            request.contains("\"command\":[\"npx\",\"-y\",\"some server\"]")
                && request.contains("\"variables\":{\"LAB_KEY\":\"s3cret\"}"));
  }

  @Test
  void forgetsASecretAsSoonAsItWasUsedOrTheFormIsLeft() {
    servers.open();
    enterProgram();
    var secret = servers.form().variables().getFirst();
    assertThat(servers.form().entered()).asString().contains("LAB_KEY").doesNotContain("s3cret");
    servers.add();
    assertThat(secret.value().get()).isEmpty();
    assertThat(servers.form().variables()).isEmpty();

    enterProgram();
    var unused = servers.form().variables().getFirst();
    servers.close();
    assertThat(unused.value().get()).isEmpty();
  }

  @Test
  void looksAgainUntilTheServerIsThere() {
    servers.open();
    enterProgram();
    servers.add();
    assertThat(state()).isEqualTo(McpState.CONNECTING);
    assertThat(background.waiting()).isOne();

    background.letTimePass();
    assertThat(state()).isEqualTo(McpState.CHANGED);
    assertThat(servers.page().get()).isEqualTo(new ServersPage.One(servers.servers().getFirst()));
    assertThat(background.waiting()).isZero();
  }

  @Test
  void doesNotLookAgainWhenNobodySeesIt() {
    servers.open();
    enterProgram();
    servers.add();
    servers.close();
    background.letTimePass();
    assertThat(state()).isEqualTo(McpState.CONNECTING);
  }

  @Test
  void approvesTheListThatIsShown() {
    server.mcp().add("lab", "changed");
    servers.open();
    servers.show(servers.servers().getFirst());

    servers.approve();

    assertThat(state()).isEqualTo(McpState.READY);
    assertThat(server.requests()).anyMatch(each -> each.contains("{\"approve\":\"e3b0c442\"}"));
  }

  @Test
  void saysSoWhenTheListChangedMeanwhileAndApprovesNothing() {
    server.mcp().add("lab", "changed");
    servers.open();
    servers.show(servers.servers().getFirst());
    server.refuse("/mcp/", 409, "{\"problem\":\"conflict\",\"what\":\"list of tools\"}");

    servers.approve();

    assertThat(servers.failure().get()).isNotNull();
    assertThat(servers.working().get()).isFalse();
    assertThat(state()).isEqualTo(McpState.CHANGED);
  }

  @Test
  void switchesAServerOffAndOnAgain() {
    server.mcp().add("lab", "ready");
    servers.open();
    servers.turn(servers.servers().getFirst());
    assertThat(state()).isEqualTo(McpState.OFF);
    servers.turn(servers.servers().getFirst());
    assertThat(servers.servers().getFirst().on()).isTrue();
  }

  @Test
  void asksBeforeAServerIsRemoved() {
    server.mcp().add("lab", "failed");
    servers.open();
    servers.doubt(servers.servers().getFirst());
    servers.keepDoubted();
    servers.removeDoubted();
    assertThat(server.mcp().count()).isOne();

    servers.doubt(servers.servers().getFirst());
    servers.removeDoubted();
    assertThat(servers.servers()).isEmpty();
  }

  @Test
  void wantsANameAndAPlaceBeforeItAdds() {
    servers.startAdding();
    var form = servers.form();
    form.program().set("npx");
    assertThat(form.complete().get()).isFalse();
    form.name().set("My Lab");
    assertThat(form.complete().get()).isFalse();
    form.name().set("my-lab");
    assertThat(form.complete().get()).isTrue();
    form.byAddress().set(true);
    assertThat(form.complete().get()).isFalse();
    form.address().set("https://mcp.example/mcp");
    assertThat(form.complete().get()).isTrue();
  }

  @Test
  void takesAFilledInQuestionToWhereQuestionsAreWritten() {
    server.mcp().add("lab", "ready");
    servers.open();
    var taken = new StringBuilder();
    var offers = new OffersViewModel(client, background, taken::append);
    offers.show(servers.servers().getFirst().id());
    offers.read(offers.resources().getFirst());
    assertThat(offers.text().get()).isEqualTo("Text of note://one");

    offers.fillIn(offers.prompts().getFirst(), java.util.Map.of("what", "tea"));
    offers.take();

    assertThat(taken).hasToString("What is tea?");
  }
}
