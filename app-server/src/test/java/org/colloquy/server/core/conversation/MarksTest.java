package org.colloquy.server.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.conversation.Listing.Filed;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarksTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Conversations conversations = test.core().conversations();
  private final Marks marks = test.core().marks();
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  private static MarkChange tagged(List<String> tags) {
    return new MarkChange(null, null, null, tags);
  }

  @Test
  void spellsATagAsItIsKnown() {
    var first = conversations.create(ole, "first").id();
    var second = conversations.create(ole, "second").id();
    marks.change(ole, first, tagged(List.of(" Thesis ", "thesis")));
    marks.change(ole, second, tagged(List.of("THESIS", "new")));

    assertThat(marks.get(ole, first).marks().tags()).containsExactly("Thesis");
    assertThat(marks.tags(ole)).containsExactly(new Tag("new", 1, 0), new Tag("Thesis", 2, 0));
  }

  @Test
  void refusesTagsThatAreNone() {
    var id = conversations.create(ole, "first").id();
    for (var wrong : List.of(" ", "a,b", "a\nb", "x".repeat(41))) {
      assertThat(Problems.of(() -> marks.change(ole, id, tagged(List.of(wrong)))))
          .isInstanceOf(Problem.Invalid.class);
    }
    assertThat(Problems.of(() -> marks.change(ole, id, tagged(Collections.nCopies(21, "x")))))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(marks.tags(ole)).isEmpty();
  }

  @Test
  void doesNotFindOtherPeoplesConversations() {
    var id = conversations.create(ole, "first").id();
    var kari = test.member("kari");
    var notFound = new Problem.NotFound("conversation");

    assertThat(Problems.of(() -> marks.get(kari, id))).isEqualTo(notFound);
    assertThat(Problems.of(() -> marks.change(kari, id, tagged(List.of("mine")))))
        .isEqualTo(notFound);
    assertThat(marks.tags(ole)).isEmpty();
  }

  @Test
  void leavesTheOrderOfOtherListsAsItIs() {
    var pinned = conversations.create(ole, "pinned").id();
    var archived = conversations.create(ole, "archived").id();
    marks.change(ole, pinned, new MarkChange(true, null, null, null));
    marks.change(ole, archived, new MarkChange(null, true, null, null));

    assertThat(conversations.newestFirst(ole))
        .extracting(each -> each.id())
        .containsExactly(archived, pinned);
  }

  @Test
  void listsAtLeastOne() {
    var page = new Listing.Page(Instant.EPOCH, 0, 0);
    assertThat(
            Problems.of(
                () -> marks.list(ole, new Listing(null, null, new Filed.Anywhere(), null, page))))
        .isInstanceOf(Problem.Invalid.class);
  }
}
