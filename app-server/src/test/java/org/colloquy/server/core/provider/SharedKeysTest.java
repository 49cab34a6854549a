package org.colloquy.server.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.colloquy.model.Account;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Key;
import org.colloquy.model.KeyId;
import org.colloquy.model.Problem;
import org.colloquy.model.Provider;
import org.colloquy.model.Role;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.group.GroupId;
import org.colloquy.server.core.identity.AccountAdministration.Change;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.turn.CompletionRequest;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.usage.Days;
import org.colloquy.server.core.usage.ModelUse;
import org.colloquy.server.core.usage.UsageBy;
import org.colloquy.server.core.usage.UsageSum;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedKeysTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Keys keys = test.core().keys();
  private final Provider lab =
      test.core().providers().add(test.owner(), "Lab", "http://lab.example/v1");
  private final Key key =
      keys.add(test.owner(), lab.id(), "the lab's", Secret.of("sk-0123456789wxyz"));
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  private void share(Sharing sharing) {
    keys.test(test.owner(), key.id());
    keys.share(test.owner(), key.id(), sharing);
  }

  private Problem refused(Caller caller) {
    return Problems.of(() -> ask(caller));
  }

  private void ask(Caller caller) {
    var lines = List.of(new Prompt.Line(Role.USER, "Hello"));
    var request = new CompletionRequest(new ModelChoice.Called("lab/gpt-4o"), lines);
    var sink = new RecordingSink();
    test.core().completions().run(caller, request, _ -> sink);
    assertThat(sink.events()).last().isInstanceOf(TurnEvent.Finished.class);
  }

  private List<ModelUse> usedBy(Caller caller) {
    test.core().usages().awaitNoted();
    return test.stores().usages().after(caller.account(), 0, 100);
  }

  @Test
  void letsMembersAskWithAKeyThatTheyNeverSee() {
    share(new Sharing.WithEverybody());

    ask(ole);

    assertThat(keys.all(ole)).isEmpty();
    assertThat(keys.owned(ole)).isEmpty();
    assertThat(keys.firstFor(ole, lab.id())).isEmpty();
    var notFound = new Problem.NotFound("key");
    assertThat(Problems.of(() -> keys.get(ole, key.id()))).isEqualTo(notFound);
    assertThat(Problems.of(() -> keys.getByNumber(ole, key.number()))).isEqualTo(notFound);
    assertThat(Problems.of(() -> keys.getByNickname(ole, key.nickname()))).isEqualTo(notFound);
    assertThat(Problems.of(() -> keys.test(ole, key.id()))).isEqualTo(notFound);
    assertThat(Problems.of(() -> keys.remove(ole, key.id()))).isEqualTo(notFound);
    assertThat(Problems.of(() -> test.core().providers().remove(ole, lab.id())))
        .isEqualTo(new Problem.NotFound("provider"));
  }

  @Test
  void letsGuestsAskAsWell() {
    var made = test.core().invitations().make(test.owner(), AccountRole.GUEST, 1);
    var guest =
        caller(
            test.core()
                .invitations()
                .accept(made.code(), "kari", TestCore.PASSWORD, Visitor.PROGRAM));
    share(new Sharing.WithEverybody());

    ask(guest);

    assertThat(usedBy(guest)).hasSize(1);
  }

  private static Caller caller(Account account) {
    return new Caller(account.id(), account.role(), Caller.Proof.ACCESS_TOKEN, Visitor.PROGRAM);
  }

  @Test
  void isCountedForWhoAskedAndForTheKey() {
    share(new Sharing.WithEverybody());
    ask(ole);
    ask(test.owner());
    var usages = test.core().usages();

    assertThat(usages.sums(ole, UsageBy.MODEL, Days.ALL))
        .extracting(UsageSum::calls)
        .containsExactly(1L);
    assertThat(usages.sums(test.owner(), UsageBy.MODEL, Days.ALL))
        .extracting(UsageSum::calls)
        .containsExactly(1L);
    assertThat(usages.sums(test.owner(), UsageBy.KEY, Days.ALL))
        .extracting(UsageSum::of, UsageSum::calls)
        .containsExactly(tuple(key.id().toString(), 2L));
  }

  @Test
  void isNotToldOfInWhatAMemberUsed() {
    share(new Sharing.WithEverybody());
    ask(ole);
    assertNoKeyIsTold();
    assertThat(test.core().usages().sums(test.owner(), UsageBy.KEY, Days.ALL))
        .extracting(UsageSum::of, UsageSum::name)
        .containsExactly(tuple(key.id().toString(), "the lab's"));

    keys.remove(test.owner(), key.id());
    assertNoKeyIsTold();
  }

  private void assertNoKeyIsTold() {
    assertThat(usedBy(ole))
        .extracting(ModelUse::key, ModelUse::keyName)
        .containsExactly(tuple(null, ""));
    assertThat(test.core().usages().sums(ole, UsageBy.KEY, Days.ALL))
        .extracting(UsageSum::of, UsageSum::name)
        .containsExactly(tuple(null, ""));
  }

  @Test
  void leavesTheUsualModelToWhoKeepsAKeyForAProviderThatIsNotSeenAnyMore() {
    share(new Sharing.WithEverybody());
    keys.add(ole, lab.id(), "mine", Secret.of("sk-abcdefgh1234"));
    keys.share(test.owner(), key.id(), new Sharing.WithNobody());

    assertThat(test.core().models().providersUsualFirst(ole).getFirst().name())
        .isEqualTo(Providers.BUILT_IN);
  }

  @Test
  void letsNobodyElseChangeTheModelsOfItsProvider() {
    keys.share(test.owner(), key.id(), new Sharing.WithEverybody());
    var own = keys.add(ole, lab.id(), "mine", Secret.of("sk-abcdefgh1234"));

    keys.test(ole, own.id());
    keys.fetchModels(ole, lab.id(), null);
    assertThat(test.core().providers().get(test.owner(), lab.id()).models()).isEmpty();

    keys.fetchModels(test.owner(), lab.id(), null);
    assertThat(test.core().providers().get(ole, lab.id()).models()).isNotEmpty();
  }

  @Test
  void isForAGroupAloneAndCanBeTakenBack() {
    var group = test.core().groups().create(test.owner(), "Methane").id();
    share(new Sharing.WithGroup(group));
    var model = new Problem.NotFound("model");
    assertThat(refused(ole)).isEqualTo(model);

    test.core().groups().join(test.owner(), group, ole.account());
    ask(ole);
    test.core().groups().leave(test.owner(), group, ole.account());
    assertThat(refused(ole)).isEqualTo(model);

    keys.share(test.owner(), key.id(), new Sharing.WithEverybody());
    ask(ole);
    keys.share(test.owner(), key.id(), new Sharing.WithNobody());
    assertThat(refused(ole)).isEqualTo(model);
    assertThat(test.audited()).extracting("action").contains(Action.KEY_SHARED);
  }

  @Test
  void isNobodysWhenItsGroupOrItsOwnerIsGone() {
    var kari = test.member("kari");
    var administration = test.core().administration();
    var groups = test.core().groups();
    var group = groups.create(test.owner(), "Methane").id();
    groups.join(test.owner(), group, ole.account());
    share(new Sharing.WithGroup(group));
    groups.remove(test.owner(), group);
    assertThat(refused(ole)).isEqualTo(new Problem.NotFound("model"));

    share(new Sharing.WithEverybody());
    administration.change(test.owner(), kari.account(), new Change(AccountRole.OWNER, null));
    administration.change(
        test.owner(), test.owner().account(), new Change(AccountRole.MEMBER, null));
    assertThat(refused(ole)).isEqualTo(new Problem.NotFound("model"));
  }

  @Test
  void givesWayToAKeyOfOnesOwn() {
    share(new Sharing.WithEverybody());
    var own = keys.add(ole, lab.id(), "mine", Secret.of("sk-abcdefgh1234"));

    ask(ole);

    assertThat(usedBy(ole)).extracting(ModelUse::key).containsExactly(own.id());
  }

  @Test
  void isSharedByOwnersOnly() {
    var theirs = keys.addForOpenAi(ole, "mine", Secret.of("sk-abcdefgh1234"));

    assertThat(Problems.of(() -> keys.share(ole, theirs.id(), new Sharing.WithEverybody())))
        .isInstanceOf(Problem.NotAllowed.class);
    assertThat(shared(theirs.id(), new Sharing.WithEverybody()))
        .isEqualTo(new Problem.NotFound("key"));
    var nowhere = new Sharing.WithGroup(new GroupId(key.id().value()));
    assertThat(shared(key.id(), nowhere)).isEqualTo(new Problem.NotFound("key"));
  }

  @Test
  void ownersSeeWhoseKeysAreSharedWithWhomAndNothingOfTheKeys() {
    assertThat(keys.shared(test.owner())).isEmpty();
    share(new Sharing.WithEverybody());

    assertThat(keys.shared(test.owner()))
        .containsExactly(
            new SharedKey(key.id(), test.owner().account(), "Lab", new Sharing.WithEverybody()));
    assertThat(Problems.of(() -> keys.shared(ole))).isInstanceOf(Problem.NotAllowed.class);

    keys.share(test.owner(), key.id(), new Sharing.WithNobody());
    assertThat(keys.shared(test.owner())).isEmpty();
  }

  private Problem shared(KeyId id, Sharing sharing) {
    return Problems.of(() -> keys.share(test.owner(), id, sharing));
  }
}
