package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.colloquy.desktop.background.LateBackground;
import org.colloquy.desktop.fake.Script;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.Test;

class EarlierMessagesTest extends ChatCase {
  private final LateBackground late = new LateBackground();
  private final ChatViewModel slow = chat(late);
  private final List<String> said =
      IntStream.range(0, 250).mapToObj(each -> "message " + each).toList();

  private void opened() {
    var id = server.conversations().add("Long", Instant.now(), said);
    slow.open(new ConversationId(id));
  }

  /// Lets only those requests be answered that were made so far.
  private void answerSoFar(int from) {
    var until = late.asked();
    for (var place = from; place < until; place++) {
      late.answer(place);
    }
  }

  private List<String> shown() {
    return slow.messages().stream().map(MessageViewModel::text).toList();
  }

  @Test
  void showsTheEndAndThenEverythingIfSomebodyWantsIt() {
    opened();
    answerSoFar(0);
    assertThat(shown()).containsExactlyElementsOf(said.subList(150, 250));
    assertThat(slow.earlier().coming().get()).isFalse();
    var asked = late.asked();
    slow.earlier().fetch();
    slow.earlier().fetch();
    assertThat(late.asked()).isEqualTo(asked + 1);
    assertThat(slow.earlier().coming().get()).isTrue();
    var before = List.copyOf(slow.messages());
    late.answerFrom(late.asked() - 1);
    assertThat(shown()).containsExactlyElementsOf(said);
    assertThat(slow.earlier().coming().get()).isFalse();
    assertThat(slow.messages().subList(150, 250)).containsExactlyElementsOf(before);
  }

  @Test
  void asksOnceForAShortConversation() {
    var id = server.conversations().add("Short", Instant.now(), List.of("one", "two"));
    slow.open(new ConversationId(id));
    answerSoFar(0);
    assertThat(shown()).containsExactly("one", "two");
    slow.earlier().fetch();
    assertThat(slow.earlier().coming().get()).isFalse();
    assertThat(server.requests())
        .filteredOn(request -> request.contains(id + "/messages"))
        .hasSize(1);
  }

  @Test
  void looksForMemoriesAndSourcesOnlyAmongWhatIsShown() {
    opened();
    answerSoFar(0);
    assertThat(server.requests())
        .anyMatch(request -> request.contains("/recalled?from=151 "))
        .anyMatch(request -> request.contains("/sources?from=151 "));
    slow.earlier().fetch();
    late.answerFrom(late.asked() - 1);
    assertThat(server.requests())
        .anyMatch(request -> request.contains("/recalled?from=1 "))
        .anyMatch(request -> request.contains("/sources?from=1 "));
  }

  @Test
  void keepsWhatIsSaidMeanwhile() {
    opened();
    answerSoFar(0);
    slow.earlier().fetch();
    var whole = late.asked() - 1;
    server.next(Script.says("The answer."));
    slow.composer().draft().set("Why?");
    slow.send();
    late.answerFrom(whole + 1);
    late.answer(whole);
    var all = new ArrayList<>(said);
    all.addAll(List.of("Why?", "The answer."));
    assertThat(shown()).containsExactlyElementsOf(all);
  }

  @Test
  void leavesAnotherConversationAlone() {
    opened();
    answerSoFar(0);
    slow.earlier().fetch();
    var whole = late.asked() - 1;
    var other = server.conversations().add("Other", Instant.now(), List.of("another"));
    slow.open(new ConversationId(other));
    assertThat(slow.earlier().coming().get()).isFalse();
    late.answerFrom(whole);
    assertThat(shown()).containsExactly("another");
  }

  @Test
  void showsTheOtherBranchToWhichSomebodyTurnedMeanwhile() {
    opened();
    answerSoFar(0);
    var id = Objects.requireNonNull(slow.conversation().get()).value();
    server.conversations().addInstead(id, "message 0", "another beginning", "another end");
    var asked = late.asked();
    slow.earlier().fetch();
    answerSoFar(asked);
    late.answerFrom(asked + 1);
    assertThat(shown()).containsExactly("another beginning", "another end");
  }

  @Test
  void waitsWithTheOtherBranchUntilTheAnswerIsWhole() {
    opened();
    answerSoFar(0);
    var id = Objects.requireNonNull(slow.conversation().get()).value();
    server.conversations().addInstead(id, "message 0", "another beginning", "another end");
    slow.composer().draft().set("Why?");
    slow.send();
    var asked = late.asked();
    slow.earlier().fetch();
    late.answer(asked);
    assertThat(late.asked()).isEqualTo(asked + 1);
    assertThat(shown()).hasSize(101).endsWith("Why?");
    assertThat(slow.earlier().coming().get()).isFalse();
  }

  @Test
  void triesAgainUntilTheServerAnswers() {
    opened();
    answerSoFar(0);
    slow.earlier().fetch();
    var whole = late.asked() - 1;
    server.close();
    late.answer(whole);
    assertThat(slow.earlier().coming().get()).isTrue();
    assertThat(shown()).hasSize(100);
    late.letTimePass();
    assertThat(late.asked()).isEqualTo(whole + 2);
  }

  @Test
  void findsTheCallOfAResultThatWasShownFirst() {
    var id = server.conversations().add("Tools", Instant.now(), said.subList(0, 10));
    server.conversations().addToolRound(id, "recall_memory", "[]", "Done.");
    for (var each : said.subList(0, 98)) {
      server.conversations().say(id, each, "");
    }
    slow.open(new ConversationId(id));
    answerSoFar(0);
    assertThat(slow.messages().getFirst().answered()).isNull();
    slow.earlier().fetch();
    late.answerFrom(late.asked() - 1);
    assertThat(slow.messages())
        .filteredOn(each -> each.saved() != null && each.saved().message().answersCall() != null)
        .isNotEmpty()
        .allMatch(each -> each.answered() != null);
  }
}
