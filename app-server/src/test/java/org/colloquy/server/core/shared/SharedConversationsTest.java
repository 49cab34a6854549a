package org.colloquy.server.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.conversation.Shown;
import org.colloquy.server.core.identity.AccountAdministration.Change;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;

class SharedConversationsTest extends SharedCase {
  private static final Problem NOT_FOUND = new Problem.NotFound("conversation");
  private static final Problem WRONG_KEY =
      new Problem.Upstream("Lab", UpstreamFault.WRONG_KEY, 401, "wrong key ...wxyz");

  SharedConversationsTest() {
    super(_ -> List.of(ScriptedReply.says("Light", " scatters."), ScriptedReply.fails(WRONG_KEY)));
  }

  private List<String> seenBy(Caller caller) {
    return shared().thread(caller, conversation.id(), Shown.EVERYTHING).messages().stream()
        .map(Message::content)
        .toList();
  }

  @Test
  void readersAndWritersReadWhatIsSaidAndStrangersFindNothing() {
    ask(ada, saying("Why blue?"));

    assertThat(seenBy(eve)).containsExactly("Why blue?", "Light scatters.").isEqualTo(seenBy(bob));
    assertThat(test.core().citations().of(eve, conversation.id(), 0)).isEmpty();
    assertThat(shared().all(eve))
        .extracting(one -> one.conversation().title(), SharedConversation::owner)
        .containsExactly(tuple("Methane", "ada"));
    assertThat(shared().get(bob, conversation.id()).right()).isEqualTo(Right.WRITE);
    assertThat(shared().all(ada)).isEmpty();
    assertThat(shared().all(mallory)).isEmpty();
    for (ThrowingCallable tried : readings(mallory)) {
      assertThat(Problems.of(tried)).isEqualTo(NOT_FOUND);
    }
  }

  private List<ThrowingCallable> readings(Caller caller) {
    var id = conversation.id();
    return List.of(
        () -> shared().get(caller, id),
        () -> shared().seen(caller, id),
        () -> shared().thread(caller, id, Shown.EVERYTHING),
        () -> test.core().answerDetails().of(caller, id, new MessageId(id.value())),
        () -> test.core().citations().of(caller, id, 0),
        () -> test.core().turns().measure(caller, saying("Hi")),
        () -> ask(caller, saying("Hi")));
  }

  @Test
  void isUnreadForEachOfThemUntilTheySawWhatWasAnswered() {
    assertThat(shared().get(bob, conversation.id()).unread()).isFalse();
    ask(ada, saying("Why blue?"));
    assertThat(shared().get(bob, conversation.id()).unread()).isTrue();

    shared().seen(bob, conversation.id());
    shared().seen(bob, conversation.id());

    assertThat(shared().get(bob, conversation.id()).unread()).isFalse();
    assertThat(shared().all(eve)).extracting(SharedConversation::unread).containsExactly(true);
    assertThat(test.core().marks().get(ada, conversation.id()).marks().unread()).isTrue();
    assertThat(Problems.of(() -> shared().seen(ada, conversation.id()))).isEqualTo(NOT_FOUND);
  }

  /// Everything else in the core that takes a conversation is for its owner alone.
  @Test
  void neitherWritersNorReadersDoWhatIsTheOwnersAlone() {
    ask(ada, saying("Why blue?"));
    var softly = new SoftAssertions();
    var before = test.core().conversations().thread(ada, conversation.id());
    for (var caller : List.of(bob, eve, mallory)) {
      for (ThrowingCallable tried : ownersOnly(caller)) {
        softly.assertThat(Problems.of(tried)).isInstanceOf(Problem.NotFound.class);
      }
    }
    softly.assertAll();
    assertThat(test.core().conversations().thread(ada, conversation.id())).isEqualTo(before);
  }

  private List<ThrowingCallable> ownersOnly(Caller caller) {
    var core = test.core();
    var id = conversation.id();
    var chats = core.conversations();
    var answer = chats.thread(ada, id).messages().getLast().id();
    var share = shares().of(ada, id).getFirst().id();
    var eves = new RecipientChoice.Named("eve");
    return Stream.<ThrowingCallable>of(
            () -> chats.get(caller, id),
            () -> chats.getByNumber(caller, conversation.number()),
            () -> chats.getAround(caller, answer.value()),
            () -> chats.thread(caller, id),
            () -> chats.message(caller, answer),
            () -> chats.add(caller, id, Role.USER, "Hi"),
            () -> chats.rename(caller, id, "Mine"),
            () -> chats.showBranch(caller, id, answer),
            () -> chats.remove(caller, id),
            () -> chats.restore(caller, id),
            () -> chats.getOrCreate(caller, id),
            () -> core.turns().run(caller, saying("Hi"), _ -> {}),
            () -> core.conversationSettings().get(caller, id),
            () -> core.conversationSettings().change(caller, id, setting -> setting),
            () -> core.marks().get(caller, id),
            () -> core.activities().of(caller, id),
            () -> core.attachments().of(caller, id),
            () -> core.tables().of(caller, id),
            () -> core.plots().of(caller, id),
            () -> core.bibliography().of(caller, id),
            () -> core.bibliography().of(caller, answer),
            () -> core.agents().values(caller, id),
            () -> core.agents().choose(caller, id, null),
            () -> core.folders().file(caller, id, null),
            () -> shares().of(caller, id),
            () -> shares().put(caller, id, eves, Right.WRITE),
            () -> shares().remove(caller, id, share))
        .toList();
  }

  @Test
  void othersDoNotHearWhyAnAnswerFailed() {
    ask(ada, saying("Why blue?"));
    ask(ada, saying("And red?"));

    var thread = shared().thread(eve, conversation.id(), Shown.EVERYTHING);

    assertThat(thread.messages().getLast().failure()).isEqualTo(SharedConversations.FAILED);
    assertThat(test.core().conversations().thread(ada, conversation.id()).messages().getLast())
        .extracting(Message::failure)
        .asString()
        .contains("Lab");
  }

  @Test
  void aGroupsMembersSeeItAsLongAsTheyAreMembers() {
    var group = group(ada, mallory);
    shares().put(ada, conversation.id(), new RecipientChoice.OfGroup(group), Right.READ);
    assertThat(shared().all(mallory)).hasSize(1);

    test.core().groups().leave(test.owner(), group, mallory.account());

    assertThat(shared().all(mallory)).isEmpty();
    assertThat(Problems.of(() -> shared().get(mallory, conversation.id()))).isEqualTo(NOT_FOUND);
    test.core().groups().join(test.owner(), group, mallory.account());
    test.core().groups().remove(test.owner(), group);
    assertThat(shared().all(mallory)).isEmpty();
    assertThat(shares().of(ada, conversation.id())).hasSize(2);
  }

  @Test
  void theMostThatAnyShareAllowsCounts() {
    var group = group(ada, bob, eve);
    shares().put(ada, conversation.id(), new RecipientChoice.OfGroup(group), Right.WRITE);

    assertThat(shared().all(eve))
        .extracting(SharedConversation::right)
        .containsExactly(Right.WRITE);
    share("bob", Right.READ);
    assertThat(shared().get(bob, conversation.id()).right()).isEqualTo(Right.WRITE);
  }

  @Test
  void sharingAgainChangesTheRight() {
    var first = shares().of(ada, conversation.id()).getFirst();

    var changed = share("BOB", Right.READ);

    assertThat(changed.id()).isEqualTo(first.id());
    assertThat(shared().get(bob, conversation.id()).right()).isEqualTo(Right.READ);
    assertThat(shares().of(ada, conversation.id())).hasSize(2);
  }

  @Test
  void isSharedWithKnownPeopleOnly() {
    var id = conversation.id();

    assertThat(test.core().recipients().all(ada)).isEmpty();
    for (var nobody :
        List.of(
            new RecipientChoice.Named("nobody"),
            new RecipientChoice.Named("ada"),
            new RecipientChoice.Named("mallory@lab.example"),
            new RecipientChoice.OfAccount(mallory.account()))) {
      assertThat(Problems.of(() -> shares().put(ada, id, nobody, Right.READ)))
          .isEqualTo(new Problem.NotFound("account"));
    }
    var group = group(mallory, bob);
    assertThat(
            Problems.of(
                () -> shares().put(ada, id, new RecipientChoice.OfGroup(group), Right.READ)))
        .isEqualTo(new Problem.NotFound("group"));
    test.core().groups().join(test.owner(), group, ada.account());
    assertThat(test.core().recipients().all(ada))
        .extracting(Recipient::name)
        .containsExactly("Lab", "bob", "mallory");
    shares().put(ada, id, new RecipientChoice.OfAccount(mallory.account()), Right.READ);
    assertThat(shared().all(mallory)).hasSize(1);
  }

  @Test
  void whatIsInTheTrashIsSharedWithNobody() {
    test.core().conversations().remove(ada, conversation.id());

    assertThat(shared().all(eve)).isEmpty();
    assertThat(Problems.of(() -> seenBy(eve))).isEqualTo(NOT_FOUND);
    test.core().conversations().restore(ada, conversation.id());
    assertThat(shared().all(eve)).hasSize(1);
  }

  @Test
  void somebodyWhoIsShutOutSeesNothing() {
    test.core().administration().change(test.owner(), eve.account(), new Change(null, true));

    assertThat(shared().all(eve)).isEmpty();
    assertThat(Problems.of(() -> seenBy(eve))).isEqualTo(NOT_FOUND);
  }

  @Test
  void sharingIsAudited() {
    unshare("eve");

    assertThat(test.audited())
        .extracting(AuditEvent::action)
        .containsSubsequence(
            Action.CONVERSATION_SHARED, Action.CONVERSATION_SHARED, Action.CONVERSATION_UNSHARED);
    assertThat(test.audited()).extracting(AuditEvent::object).noneMatch(it -> it.contains("bob"));
  }

  @Test
  void programsShareNothing() {
    var program =
        new Caller(
            ada.account(), ada.role(), Caller.Proof.API_TOKEN, Scope.of(ada.role()), ada.from());

    assertThat(
            Problems.of(() ->
                shares()
                    .put(
                        program,
                        conversation.id(),
                        new RecipientChoice.Named("mallory"),
                        Right.READ)))
        .isInstanceOf(Problem.NotAllowed.class);
  }

  @Test
  void whatSomebodyAskedStaysWithoutTheirNameWhenTheyAreErased() {
    ask(bob, saying("Why blue?"));
    assertThat(shared().askers(shared().thread(ada, conversation.id(), Shown.EVERYTHING)))
        .containsValue("bob");

    test.core().erasures().erase(bob, "bob");

    assertThat(seenBy(ada)).containsExactly("Why blue?", "Light scatters.");
    assertThat(
            new ArrayList<>(
                shared()
                    .askers(shared().thread(ada, conversation.id(), Shown.EVERYTHING))
                    .values()))
        .containsExactly("");
    assertThat(shares().of(ada, conversation.id())).hasSize(1);
  }

  @Test
  void conversationsGoWithTheirOwner() {
    test.core().erasures().erase(ada, "ada");

    assertThat(shared().all(bob)).isEmpty();
    ConversationId id = conversation.id();
    assertThat(Problems.of(() -> shared().get(bob, id))).isEqualTo(NOT_FOUND);
  }
}
