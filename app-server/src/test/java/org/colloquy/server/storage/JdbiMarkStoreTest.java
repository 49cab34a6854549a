package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.FolderId;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.ConversationMarks;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.Listing;
import org.colloquy.server.core.conversation.Listing.Filed;
import org.colloquy.server.core.conversation.MarkChange;
import org.colloquy.server.core.conversation.Tag;
import org.colloquy.server.core.folder.FolderStore.NewFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbiMarkStoreTest extends StoreTest {
  private static final Listing.Page ALL = new Listing.Page(NOON.plusSeconds(10_000), 0, 1_000);
  private static final Listing EVERYTHING = listing(null, null, new Filed.Anywhere(), null);

  private final JdbiMarkStore marks = new JdbiMarkStore(database);
  private final JdbiConversationStore conversations = new JdbiConversationStore(database);
  private final JdbiMessageStore messages = new JdbiMessageStore(database);
  private final AccountId ada = account("ada").id();
  private final ConversationId first = conversation(ada, "first").id();
  private final ConversationId second = conversation(ada, "second").id();

  JdbiMarkStoreTest(Kind kind) {
    super(kind);
  }

  private static Listing listing(
      @Nullable Boolean pinned, @Nullable Boolean archived, Filed filed, @Nullable String tag) {
    return new Listing(pinned, archived, filed, tag, ALL);
  }

  private static MarkChange placed(@Nullable Boolean pinned, @Nullable Boolean archived) {
    return new MarkChange(pinned, archived, null, null);
  }

  private static MarkChange tagged(String... tags) {
    return new MarkChange(null, null, null, List.of(tags));
  }

  private static MarkChange unread(boolean unread) {
    return new MarkChange(null, null, unread, null);
  }

  private List<ConversationId> ids(Listing listing) {
    return marks.list(ada, listing).stream().map(each -> each.conversation().id()).toList();
  }

  @Test
  void keepsMarksUntilTheyAreChanged() {
    assertThat(marks.of(first)).isEqualTo(ConversationMarks.NONE);

    assertThat(marks.change(ada, first, placed(true, null))).isTrue();
    assertThat(marks.change(ada, first, tagged("b", "A"))).isTrue();
    assertThat(marks.of(first))
        .isEqualTo(new ConversationMarks(true, false, false, List.of("A", "b")));

    marks.change(ada, first, new MarkChange(false, true, true, List.of("c")));
    assertThat(marks.of(first)).isEqualTo(new ConversationMarks(false, true, true, List.of("c")));
    assertThat(marks.list(ada, EVERYTHING).getLast().marks()).isEqualTo(marks.of(first));
    assertThat(marks.of(second)).isEqualTo(ConversationMarks.NONE);
  }

  @Test
  void listsWhatIsWantedAndNothingElse() {
    var folder = new FolderId(next());
    new JdbiFolderStore(database).add(new NewFolder(folder, ada, "Thesis", null));
    conversations.file(ada, first, folder);
    marks.change(ada, first, new MarkChange(true, null, null, List.of("x")));
    marks.change(ada, second, placed(null, true));

    assertThat(ids(EVERYTHING)).containsExactly(second, first);
    assertThat(ids(listing(true, null, new Filed.Anywhere(), null))).containsExactly(first);
    assertThat(ids(listing(false, null, new Filed.Anywhere(), null))).containsExactly(second);
    assertThat(ids(listing(null, true, new Filed.Anywhere(), null))).containsExactly(second);
    assertThat(ids(listing(null, false, new Filed.Anywhere(), null))).containsExactly(first);
    assertThat(ids(listing(null, null, new Filed.In(folder), null))).containsExactly(first);
    assertThat(ids(listing(null, null, new Filed.Nowhere(), null))).containsExactly(second);
    assertThat(ids(listing(null, null, new Filed.Anywhere(), "x"))).containsExactly(first);
    assertThat(ids(listing(null, null, new Filed.Nowhere(), "x"))).isEmpty();
    conversations.remove(ada, first, NOON);
    assertThat(ids(EVERYTHING)).containsExactly(second);
  }

  @Test
  void goesOnAmongThoseTouchedAtTheSameTime() {
    var third = conversation(ada, "third").id();
    var page = new Listing.Page(NOON.plusSeconds(1), 0, 2);
    var begun = marks.list(ada, new Listing(null, null, new Filed.Anywhere(), null, page));
    assertThat(begun).extracting(each -> each.conversation().id()).containsExactly(third, second);

    var last = begun.getLast().conversation();
    var rest = new Listing.Page(last.updatedAt(), last.number(), 2);
    assertThat(ids(new Listing(null, null, new Filed.Anywhere(), null, rest)))
        .containsExactly(first);
  }

  @Test
  void isUnreadFromTheEndOfAnAnswerUntilItIsSeen() {
    var answer = growing(first);
    assertThat(marks.of(first).unread()).isFalse();

    messages.finish(ended(answer, List.of()));
    assertThat(marks.of(first).unread()).isTrue();
    assertThat(marks.of(second).unread()).isFalse();

    marks.change(ada, first, unread(false));
    assertThat(marks.of(first).unread()).isFalse();
    messages.finish(ended(answer, List.of()));
    assertThat(marks.of(first).unread()).as("ended once").isFalse();
    messages.finish(ended(growing(first), List.of()));
    assertThat(marks.of(first).unread()).isTrue();
  }

  @Test
  void isNotUnreadWhileToolsAreCalled() {
    messages.finish(ended(growing(first), List.of(new ToolCall("1", "look", "{}"))));

    assertThat(marks.of(first).unread()).isFalse();
  }

  @Test
  void isUnreadWhenNoAnswerCame() {
    var question = messages.append(List.of(said(first, "Hi"))).getFirst().id();
    messages.discard(messages.append(List.of(growing(first, question))).getFirst().id(), null);
    assertThat(marks.of(first).unread()).as("stopped").isFalse();

    var answer = messages.append(List.of(growing(first, question))).getFirst().id();
    messages.discard(answer, "The provider is gone.");
    assertThat(marks.of(first).unread()).isTrue();
  }

  @Test
  void countsTagsOfWhatIsNotInTheTrash() {
    var third = conversation(ada, "third").id();
    marks.change(ada, first, tagged("thesis", "Cells"));
    marks.change(ada, second, new MarkChange(null, true, null, List.of("thesis")));
    marks.change(ada, third, tagged("gone"));
    conversations.remove(ada, third, NOON);

    assertThat(marks.tags(ada)).containsExactly(new Tag("Cells", 1, 0), new Tag("thesis", 1, 1));
  }

  @Test
  void isSomebodysOwn() {
    var bob = account("bob").id();
    marks.change(ada, first, tagged("thesis"));

    assertThat(marks.change(bob, first, placed(true, null))).isFalse();
    assertThat(marks.of(first).pinned()).isFalse();
    assertThat(marks.list(bob, EVERYTHING)).isEmpty();
    assertThat(marks.tags(bob)).isEmpty();
    conversations.remove(ada, first, Instant.EPOCH);
    assertThat(marks.change(ada, first, placed(true, null))).isFalse();
    conversations.purge(NOON);
    assertThat(marks.tags(ada)).isEmpty();
  }

  private MessageId growing(ConversationId conversation) {
    return messages.append(List.of(growing(conversation, null))).getFirst().id();
  }

  private static FinishedAnswer ended(MessageId id, List<ToolCall> calls) {
    return new FinishedAnswer(id, "Well.", "", MessageState.COMPLETE, Usage.NONE, calls, null);
  }
}
