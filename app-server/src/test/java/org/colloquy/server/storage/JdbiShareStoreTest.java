package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.Conversation;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.shared.Recipient;
import org.colloquy.server.core.shared.Right;
import org.colloquy.server.core.shared.Share;
import org.colloquy.server.core.shared.ShareId;
import org.colloquy.server.core.shared.SharedConversation;
import org.junit.jupiter.api.Test;

class JdbiShareStoreTest extends StoreTest {
  private final JdbiShareStore shares = new JdbiShareStore(database);
  private final JdbiConversationStore conversations = new JdbiConversationStore(database);
  private final Account ada = account("ada");
  private final Account bob = account("bob");
  private final Account eve = account("eve");
  private final Conversation chat = conversation(ada.id(), "Methane");

  JdbiShareStoreTest(Kind kind) {
    super(kind);
  }

  private Share with(Recipient recipient, Right right) {
    return new Share(new ShareId(next()), chat.id(), recipient, right, NOON);
  }

  private static Recipient member(Account account) {
    return new Recipient.Member(account.id(), account.username());
  }

  private Recipient.Members group(AccountId... members) {
    var id = new GroupId(next());
    var groups = new JdbiGroupStore(database);
    groups.add(id, "Lab " + id, NOON);
    for (var account : members) {
      groups.join(id, account);
    }
    return new Recipient.Members(id, "Lab " + id);
  }

  @Test
  void keepsOneShareForEachRecipient() {
    var first = shares.put(ada.id(), with(member(bob), Right.READ)).orElseThrow();
    var lab = group(eve.id());
    var second = shares.put(ada.id(), with(lab, Right.WRITE)).orElseThrow();
    var again = shares.put(ada.id(), with(member(bob), Right.WRITE)).orElseThrow();

    assertThat(again).isEqualTo(new Share(first.id(), chat.id(), member(bob), Right.WRITE, NOON));
    assertThat(second.with()).isEqualTo(lab);
    assertThat(shares.of(ada.id(), chat.id())).containsExactly(again, second);
  }

  @Test
  void takesNoShareOfSomebodyElse() {
    var share = shares.put(ada.id(), with(member(bob), Right.READ)).orElseThrow();

    assertThat(shares.put(eve.id(), with(member(eve), Right.WRITE))).isEmpty();
    assertThat(shares.of(eve.id(), chat.id())).isEmpty();
    assertThat(shares.remove(eve.id(), chat.id(), share.id())).isFalse();
    assertThat(
            shares.put(ada.id(), with(new Recipient.Member(new AccountId(next()), ""), Right.READ)))
        .isEmpty();
    assertThat(shares.remove(ada.id(), chat.id(), share.id())).isTrue();
    assertThat(shares.with(bob.id())).isEmpty();
  }

  @Test
  void findsEachConversationOnceWithTheMostThatIsAllowed() {
    shares.put(ada.id(), with(member(bob), Right.READ));
    shares.put(ada.id(), with(group(bob.id()), Right.WRITE));
    shares.put(ada.id(), with(group(ada.id()), Right.WRITE));

    assertThat(shares.with(bob.id()))
        .containsExactly(new SharedConversation(chat, "ada", Right.WRITE, false));
    assertThat(shares.find(bob.id(), chat.id()))
        .contains(new SharedConversation(chat, "ada", Right.WRITE, false));
    assertThat(shares.with(ada.id())).isEmpty();
    assertThat(shares.find(ada.id(), chat.id())).isEmpty();
    assertThat(shares.find(eve.id(), chat.id())).isEmpty();
    conversations.remove(ada.id(), chat.id(), NOON);
    assertThat(shares.find(bob.id(), chat.id())).isEmpty();
  }

  @Test
  void knowsWhoAskedAlsoWhenTheyAreGone() {
    var question = said(chat.id(), "Why?").askedBy(bob.id());
    new JdbiMessageStore(database).append(List.of(said(chat.id(), "Hi"), question));

    assertThat(shares.askers(chat.id())).isEqualTo(Map.of(question.id(), "bob"));
    assertThat(shares.asker(question.id())).contains("bob");
    new JdbiErasureStore(database).empty(bob.id());
    assertThat(shares.askers(chat.id())).isEqualTo(Map.of(question.id(), ""));
    new JdbiErasureStore(database).remove(eve.id());
    assertThat(shares.asker(question.id())).contains("");
  }

  @Test
  void deletesConversationsWithWhoTheyAreSharedWithAndWhoAsked() {
    shares.put(ada.id(), with(member(bob), Right.WRITE));
    var question = said(chat.id(), "Why?").askedBy(bob.id());
    new JdbiMessageStore(database).append(List.of(question));
    conversations.remove(ada.id(), chat.id(), NOON);

    conversations.purge(NOON.plusSeconds(1));

    assertThat(shares.of(ada.id(), chat.id())).isEmpty();
    assertThat(shares.asker(question.id())).isEmpty();
  }
}
