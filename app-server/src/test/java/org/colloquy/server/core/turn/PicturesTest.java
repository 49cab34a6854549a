package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.model.Ability;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.model.Role;
import org.colloquy.server.CountingIds;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures that people attach come to the model with the question they belong to.
class PicturesTest {
  private static final byte[] PNG = latin("\u0089PNG\r\n\u001A\n and so on");

  private final ScriptedChatModel model = ScriptedChatModel.saying("I see");
  private final TestCore test = TestCore.with(model);
  private final ConversationId conversation =
      test.core().conversations().create(test.owner(), "pictures").id();

  @AfterEach
  void close() {
    test.close();
  }

  static Stream<Arguments> pictures() {
    return Stream.of(
        Arguments.of("x.png", "image/png", "\u0089PNG\r\n\u001A\n", "image/png"),
        Arguments.of("x.jpg", "image/jpeg", "\u00FF\u00D8\u00FF\u00E0", "image/jpeg"),
        Arguments.of("x.gif", "", "GIF89a", "image/gif"),
        Arguments.of("x.webp", "application/octet-stream", "RIFF1234WEBP", "image/webp"),
        Arguments.of("wrong.jpg", "image/jpeg", "GIF89a", "image/gif"));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void areShownAsWhatTheyAre(String name, String claimed, String begin, String type) {
    upload(name, latin(begin));

    ask("What is it?");

    assertThat(asked().pictures())
        .containsExactly(
            new Prompt.Picture(type, Base64.getEncoder().encodeToString(latin(begin))));
    assertThat(asked().content()).isEqualTo("What is it?");
  }

  @Test
  void stayWithTheQuestionTheyCameWith() {
    upload("one.png", PNG);
    ask("What is the first?");
    ask("And now?");
    upload("two.png", PNG);
    ask("What is the second?");

    assertThat(model.prompts().getLast().lines())
        .filteredOn(line -> line.role() == Role.USER)
        .extracting(line -> line.pictures().size())
        .containsExactly(1, 0, 1);
  }

  @Test
  void areNotShownOnABranchThatIsNotTheirs() {
    ask("First");
    var question = messages().getFirst();
    upload("one.png", PNG);
    ask("What is it?");

    run(new Question.Again(question));

    assertThat(model.prompts().getLast().lines()).allMatch(line -> line.pictures().isEmpty());
  }

  @Test
  void areNamedWhenTheyCannotBeShown() {
    upload("huge.png", Arrays.copyOf(PNG, Pictures.LARGEST + 1));
    upload("fake.png", latin("<svg onload=alert(1)>"));
    upload("data.csv", latin("1,2"));

    ask("What is it?");

    assertThat(asked().pictures()).isEmpty();
    assertThat(asked().content())
        .startsWith("What is it?")
        .contains("\"huge.png\" was attached", "\"fake.png\" was attached")
        .doesNotContain("data.csv");
    assertThat(test.core().conversations().thread(test.owner(), conversation).messages())
        .first()
        .satisfies(message -> assertThat(message.content()).isEqualTo("What is it?"));
  }

  @Test
  void areTheNewestWhenThereAreVeryMany() {
    for (int i = 0; i < Pictures.MOST + 2; i++) {
      upload(i + ".png", PNG);
    }

    ask("What are they?");

    assertThat(asked().pictures()).hasSize(Pictures.MOST);
    assertThat(asked().content()).contains("\"0.png\"", "\"1.png\"").doesNotContain("\"2.png\"");
  }

  @Test
  void becomeASentenceForAModelThatIsKnownNotToSee() {
    var picture = new Prompt.Picture("image/png", "AAAA");
    var line = new Prompt.Line(Role.USER, "What is it?", List.of(), null, List.of(picture));
    var prompt = new Prompt("m", List.of(line), List.of());

    assertThat(chosen(Set.of(Ability.TEXT)).readable(prompt).lines().getFirst())
        .isEqualTo(
            new Prompt.Line(
                Role.USER,
                "What is it?\n\n[A picture was attached here (image/png), but you cannot see"
                    + " pictures. Say so.]"));
    assertThat(chosen(Set.of(Ability.TEXT, Ability.IMAGES)).readable(prompt)).isEqualTo(prompt);
    assertThat(chosen(null).readable(prompt)).isEqualTo(prompt);
  }

  private static ChosenModel chosen(@Nullable Set<Ability> abilities) {
    var id = new ProviderId(new CountingIds().next());
    var facts = new ModelFacts(null, null, abilities, null);
    var info = new ModelInfo(new ModelId(id.value()), 1, id, "m", "M", facts);
    var at = Instant.EPOCH;
    return new ChosenModel(
        new Provider(id, 1, null, "P", ProviderKind.OPENAI_CHAT, "", List.of(info), at),
        "m",
        "M",
        null);
  }

  private void upload(String name, byte[] content) {
    test.clock().advance(Duration.ofSeconds(1));
    test.core()
        .attachments()
        .upload(test.owner(), conversation, name, new ByteArrayInputStream(content));
  }

  private void ask(String text) {
    run(new Question.Said(text, null));
  }

  private void run(Question question) {
    test.clock().advance(Duration.ofSeconds(1));
    var openAi = test.core().providers().openAi(test.owner()).id();
    var seeing = new ModelChoice.OfProvider(openAi, "gpt-4o");
    var request = new TurnRequest(conversation, question, seeing, WhenReaderLeaves.STOP);
    test.core().turns().run(test.owner(), request, new RecordingSink());
  }

  private Prompt.Line asked() {
    return model.prompts().getLast().lines().getLast();
  }

  private List<MessageId> messages() {
    return test.core().conversations().thread(test.owner(), conversation).messages().stream()
        .map(Message::id)
        .toList();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
