package org.colloquy.server.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditFilter;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditReviewTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final AuditReview review = test.core().auditReview();
  private final Caller eve = test.member("eve");

  @AfterEach
  void close() {
    test.close();
  }

  private List<AuditEntry> seen(Caller caller, AuditFilter wanted) {
    return review.visible(caller, wanted, Long.MAX_VALUE, 100);
  }

  private void makeGroups() {
    var group = test.core().groups().create(test.owner(), "Lab");
    test.core().groups().join(test.owner(), group.id(), eve.account());
  }

  @Test
  void findsWhatOnePersonDidAndWhereOneThingWasDone() {
    makeGroups();
    var owner = test.owner().account();

    assertThat(seen(test.owner(), new AuditFilter(owner, Action.GROUP_JOINED)))
        .extracting(AuditEntry::action)
        .containsExactly("GROUP_JOINED");
    assertThat(seen(test.owner(), new AuditFilter(null, Action.GROUP_MADE))).hasSize(1);
    assertThat(seen(test.owner(), AuditFilter.ALL.of(owner)))
        .isNotEmpty()
        .allMatch(entry -> owner.equals(entry.account()));
    assertThat(seen(test.owner(), new AuditFilter(eve.account(), Action.GROUP_MADE))).isEmpty();
  }

  @Test
  void showsNobodyElsesToWhoDoesNotLookAfterTheServer() {
    makeGroups();

    assertThat(seen(eve, AuditFilter.ALL)).allMatch(entry -> eve.account().equals(entry.account()));
    assertThat(seen(eve, new AuditFilter(null, Action.GROUP_MADE))).isEmpty();
    assertThat(seen(eve, AuditFilter.ALL.of(eve.account()))).isEqualTo(seen(eve, AuditFilter.ALL));
    assertThat(Problems.of(() -> seen(eve, AuditFilter.ALL.of(test.owner().account()))))
        .isEqualTo(new Problem.NotFound("account"));
  }
}
