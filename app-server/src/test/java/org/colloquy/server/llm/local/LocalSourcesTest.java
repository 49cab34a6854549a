package org.colloquy.server.llm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Agent;
import org.colloquy.model.AgentDocument;
import org.colloquy.model.AgentPreset;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Memory;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Role;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.embedding.NoEmbedder;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.retrieval.LazyEmbedder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the built-in model quotes beside what was said.
class LocalSourcesTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final ConversationId conversation =
      test.core().conversations().create(test.owner(), "Freezers").id();

  @AfterEach
  void close() {
    test.close();
  }

  private String ask(String question, Agent agent, List<Memory> memories, TextEmbedder embedder) {
    var said = new StringBuilder();
    var listener =
        new ReplyListener() {
          @Override
          public void text(String text) {
            said.append(text);
          }

          @Override
          public void reasoning(String text) {
            throw new AssertionError("it does not think");
          }
        };
    var prompt =
        new Prompt(
            "local",
            List.of(new Prompt.Line(Role.USER, question)),
            List.of(),
            new Prompt.ToolChoice.Free(),
            ModelParameters.NONE,
            new Prompt.Grounds(
                conversation, new MessageId(new UUID(0, 1)), agent, memories, List.of(), true));
    new LocalChatModel(
            test.texts(test.stores().messages()), embedder, test.owner().account(), "Built in")
        .stream(prompt, listener, new Cancellation());
    return said.toString();
  }

  private String ask(String question) {
    return ask(question, Agent.NONE, List.of(), new NoEmbedder());
  }

  private void upload(String name, byte[] content) {
    test.core()
        .attachments()
        .upload(test.owner(), conversation, name, new ByteArrayInputStream(content));
  }

  private static Agent librarian() {
    return new Agent(
        9,
        new AgentPreset("Librarian", "", "", List.of())
            .with(
                List.of(
                    new AgentDocument(
                        "rules.md",
                        "Books are lent for two weeks.\n\nSamples are kept at -80 °C."))));
  }

  @Test
  void quotesTheAgentsDocuments() {
    assertThat(ask("How many weeks are books lent?", librarian(), List.of(), new NoEmbedder()))
        .contains("> Books are lent for two weeks.\n>\n> — rules.md, a document of Librarian")
        .doesNotContain("-80");
    assertThat(ask("How many weeks are books lent?")).doesNotContain("two weeks");
  }

  @Test
  void quotesTextFilesOfTheConversationOnly() {
    upload("plan.txt", "The rotor arrives on Monday.".getBytes(StandardCharsets.UTF_8));
    upload("rotor.bin", new byte[] {(byte) 0xff, 0, 1});

    assertThat(ask("When does the rotor arrive?"))
        .contains("> The rotor arrives on Monday.\n>\n> — plan.txt, a file of this conversation");
  }

  @Test
  void quotesTheMemoriesThatWereRecalled() {
    var memory = test.core().memories().create(test.owner(), "Samples are kept cold");

    assertThat(ask("Samples?", Agent.NONE, List.of(memory), new NoEmbedder()))
        .contains("> Samples are kept cold\n>\n> — A memory of yours, 15 January 2026");
    assertThat(ask("Samples?")).doesNotContain("kept cold");
  }

  @Test
  void saysInWhichConversationSomethingWasSaid() {
    test.core().conversations().add(test.owner(), conversation, Role.USER, "The rotor is blue.");

    assertThat(ask("Which colour has the rotor?"))
        .contains("> The rotor is blue.\n>\n> — You, 15 January 2026, in “Freezers”");
  }

  @Test
  void namesTheLatestConversationsWhenNothingFits() {
    test.core().conversations().add(test.owner(), conversation, Role.USER, "The rotor is blue.");

    assertThat(ask("How do butterflies migrate?"))
        .contains("I found nothing", "Your latest conversations are “Freezers”.", "open **Keys**");
  }

  @Test
  void findsByMeaningWhatAnAgentsDocumentSaysInOtherWords() {
    var embedder = new LazyEmbedder();
    embedder.embed(List.of("ready"));

    assertThat(ask("How cold must the freezer be?", librarian(), List.of(), embedder))
        .contains("> Samples are kept at -80 °C.");
  }
}
