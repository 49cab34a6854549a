package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Problem;
import org.colloquy.model.Profile;
import org.colloquy.server.Problems;
import org.colloquy.server.core.identity.Invitation;
import org.colloquy.server.core.identity.InvitationId;
import org.colloquy.server.core.identity.NewAccount;
import org.junit.jupiter.api.Test;

class JdbiInvitationStoreTest extends StoreTest {
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));

  private final JdbiInvitationStore invitations = new JdbiInvitationStore(database);

  JdbiInvitationStoreTest(Kind kind) {
    super(kind);
  }

  private Invitation invitation(AccountId by) {
    return new Invitation(new InvitationId(next()), by, AccountRole.GUEST, NOON, LATER, null);
  }

  private NewAccount guest(String username, Instant now) {
    var id = new AccountId(next());
    return new NewAccount(id, username, "", Profile.EMPTY, AccountRole.GUEST, "hash", now);
  }

  @Test
  void isUsedOnceBeforeItsTime() {
    var one = invitation(account("ada").id());
    invitations.add(one, "one");

    assertThat(invitations.all()).containsExactly(one);
    assertThat(invitations.usable("one", NOON)).contains(one);
    assertThat(invitations.usable("one", LATER)).isEmpty();
    assertThat(invitations.use("one", guest("bob", LATER))).isEmpty();
    assertThat(invitations.use("one", guest("bob", NOON)).orElseThrow().role())
        .isEqualTo(AccountRole.GUEST);
    assertThat(invitations.use("one", guest("cyd", NOON))).isEmpty();
    assertThat(invitations.usable("one", NOON)).isEmpty();
    assertThat(invitations.all()).extracting(Invitation::usedAt).containsExactly(NOON);
  }

  @Test
  void staysUsableWhenTheNameIsTaken() {
    var one = invitation(account("ada").id());
    invitations.add(one, "one");

    assertThat(Problems.of(() -> invitations.use("one", guest("ADA", NOON))))
        .isEqualTo(new Problem.Conflict("username"));

    assertThat(invitations.usable("one", NOON)).contains(one);
  }

  @Test
  void goesWithWhoMadeIt() {
    var ada = account("ada").id();
    var first = invitation(ada);
    invitations.add(first, "one");
    invitations.add(invitation(ada), "two");

    assertThat(invitations.remove(first.id())).isTrue();
    assertThat(invitations.remove(first.id())).isFalse();
    new JdbiErasureStore(database).empty(ada);

    assertThat(invitations.all()).isEmpty();
  }
}
