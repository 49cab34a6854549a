package org.colloquy.server.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.CountingIds;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharingTest {
  private final TestCore core = TestCore.with(ScriptedChatModel.saying("x"));
  private final Sharing sharing = core.core().sharing();

  @BeforeEach
  void answerRequests() {
    core.network().serve(List.of(Face.forEverybody("nothing", new PathTable())), _ -> {});
  }

  @AfterEach
  void close() {
    core.close();
  }

  private SharingState change(SharingChange change) {
    return sharing.change(core.owner(), change);
  }

  /// There is no room to keep anything.
  private static final class Full implements SharingStore {
    @Override
    public Optional<SharingChoice> get() {
      return Optional.of(new SharingChoice("word", false, true, ""));
    }

    @Override
    public void put(SharingChoice choice) {
      throw new ProblemException(new Problem.Unavailable("The disk is full."));
    }
  }

  /// As if this had just started.
  private Sharing another() {
    sharing.close();
    return new Sharing(
        core.stores().sharing(), core.network(), core.core().audit(), new CountingIds());
  }

  @Test
  void isOffUntilAnOwnerTurnsItOn() {
    sharing.resume();
    assertThat(sharing.get(core.owner()))
        .isEqualTo(new SharingState(false, true, "Colloquy on Lab-PC", null, List.of(), null));

    var on = change(SharingChange.ON);

    assertThat(on.on()).isTrue();
    assertThat(on.port()).isPositive();
    assertThat(on.addresses()).containsExactly("https://127.0.0.1:" + on.port());
    assertThat(on.fingerprint()).isNotNull();
    assertThat(core.announced()).containsExactly("Colloquy on Lab-PC");
    assertThat(sharing.get(core.owner())).isEqualTo(on);
  }

  @Test
  void staysClosedWhenThatCannotBeKept() {
    var onFullDisk =
        new Sharing(new Full(), core.network(), core.core().audit(), new CountingIds());

    assertThat(Problems.of(() -> onFullDisk.change(core.owner(), SharingChange.ON)))
        .isInstanceOf(Problem.Unavailable.class);
    assertThat(core.network().place()).isEmpty();
  }

  @Test
  void isOffAgainWhenAnOwnerTurnsItOff() {
    var on = change(SharingChange.ON);

    var off = change(SharingChange.OFF);

    assertThat(off)
        .isEqualTo(
            new SharingState(false, true, "Colloquy on Lab-PC", null, List.of(), on.fingerprint()));
    assertThat(core.announced()).isEmpty();
  }

  @Test
  void isOnAgainAtTheNextStart() {
    change(SharingChange.ON);
    var next = another();
    assertThat(next.get(core.owner()).on()).isFalse();

    next.resume();

    assertThat(next.get(core.owner()).on()).isTrue();
    assertThat(core.announced()).containsExactly("Colloquy on Lab-PC");
  }

  @Test
  void staysOnWhenItWasStartedForThat() {
    sharing.keepOpen();

    assertThat(Problems.of(() -> change(SharingChange.OFF)))
        .isEqualTo(
            new Problem.Invalid(
                "on",
                "This server was started with --share, so it is shared for as long as it runs."));
    assertThat(change(new SharingChange(null, null, "The lab")).on()).isTrue();
    assertThat(core.announced()).containsExactly("The lab");

    var next = another();
    next.resume();
    assertThat(next.get(core.owner()).on()).isFalse();
  }

  @Test
  void isAnnouncedOnlyAsLongAsThatIsWanted() {
    change(SharingChange.ON);
    change(new SharingChange(null, false, null));
    assertThat(core.announced()).isEmpty();

    change(new SharingChange(null, true, "Zweites Labor"));

    assertThat(core.announced()).containsExactly("Zweites Labor");
  }

  @Test
  void isForOwnersOnly() {
    var member = core.member("ole");

    assertThat(Problems.of(() -> sharing.get(member))).isInstanceOf(Problem.NotAllowed.class);
    assertThat(Problems.of(() -> sharing.change(member, SharingChange.ON)))
        .isInstanceOf(Problem.NotAllowed.class);
  }

  @Test
  void isWrittenDownWhenItChanges() {
    change(SharingChange.ON);
    change(SharingChange.OFF);

    assertThat(
            core.audited().stream()
                .filter(event -> event.action() == AuditEvent.Action.SHARING_CHANGED))
        .extracting(AuditEvent::object)
        .containsExactly("on", "off");
  }
}
