package org.colloquy.server.core.sharing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;

/// "Shared on the network": whether others may reach this server. Off until an owner turns it on.
public final class Sharing implements AutoCloseable {
  /// The longest name that networks take, in bytes of UTF-8.
  public static final int LONGEST_NAME = 63;

  private final SharingStore store;
  private final NetworkDoor door;
  private final Audit audit;
  private final Ids ids;
  private final ReentrantLock change = new ReentrantLock();
  private volatile boolean keptOpen;

  public Sharing(SharingStore store, NetworkDoor door, Audit audit, Ids ids) {
    this.store = store;
    this.door = door;
    this.audit = audit;
    this.ids = ids;
  }

  /// Opens the door if it was open when this server ended last.
  ///
  /// @throws ProblemException Unavailable when it cannot be opened
  public void resume() {
    if (store.get().filter(SharingChoice::on).isPresent()) {
      open();
    }
  }

  /// Opens the door and keeps it open for as long as this runs.
  ///
  /// @throws ProblemException Unavailable when it cannot be opened
  public void keepOpen() {
    keptOpen = true;
    open();
  }

  /// How it is now.
  public SharingState get(Caller caller) {
    caller.require(Scope.ADMIN);
    change.lock();
    try {
      return state(chosen());
    } finally {
      change.unlock();
    }
  }

  /// Changes it, at once and for later starts.
  ///
  /// @throws ProblemException Invalid when that may not be, Unavailable when the door cannot be
  ///   opened; then everything stays as it was
  public SharingState change(Caller caller, SharingChange wanted) {
    caller.require(Scope.ADMIN);
    check(wanted);
    change.lock();
    try {
      var before = chosen();
      var after =
          new SharingChoice(
              before.id(),
              wanted.on() == null ? before.on() : wanted.on(),
              wanted.announced() == null ? before.announced() : wanted.announced(),
              wanted.name() == null ? before.name() : wanted.name().strip());
      keep(after);
      if (wanted.on() != null) {
        audit.note(caller.did(Action.SHARING_CHANGED, after.on() ? "on" : "off"));
      }
      apply(after);
      return state(after);
    } finally {
      change.unlock();
    }
  }

  /// What cannot be kept must not stay open.
  private void keep(SharingChoice choice) {
    boolean wasOpen = door.place().isPresent();
    if (choice.on()) {
      door.open();
    }
    try {
      store.put(choice);
    } catch (RuntimeException e) {
      if (!wasOpen) {
        door.close();
      }
      throw e;
    }
  }

  /// Closes the door for this run; what was chosen stays.
  @Override
  public void close() {
    door.close();
  }

  private void check(SharingChange wanted) {
    var rules = new Rules();
    var name = wanted.name();
    if (name != null) {
      rules.filled(name, "name", LONGEST_NAME);
      rules.expect(
          name.strip().getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
              && name.chars().noneMatch(Character::isISOControl),
          "name",
          "This name is too long for a network, or has signs in it that nobody sees.");
    }
    var on = wanted.on();
    rules.expect(
        on == null || on || !keptOpen,
        "on",
        "This server was started with --share, so it is shared for as long as it runs.");
    rules.check();
  }

  private void open() {
    change.lock();
    try {
      door.open();
      apply(chosen());
    } finally {
      change.unlock();
    }
  }

  private void apply(SharingChoice choice) {
    if (!choice.on() && !keptOpen) {
      door.close();
    } else if (choice.announced()) {
      door.announce(new NetworkDoor.Announcement(choice.id(), name(choice)));
    } else {
      door.hush();
    }
  }

  private SharingState state(SharingChoice choice) {
    var place = door.place();
    return new SharingState(
        place.isPresent(),
        choice.announced(),
        name(choice),
        place.map(NetworkDoor.Place::port).orElse(null),
        place.map(NetworkDoor.Place::addresses).orElse(List.of()),
        door.fingerprint().orElse(null));
  }

  private String name(SharingChoice choice) {
    if (!choice.name().isEmpty()) {
      return choice.name();
    }
    var usual = "Colloquy on " + door.machine();
    return usual.substring(0, Math.min(usual.length(), LONGEST_NAME));
  }

  private SharingChoice chosen() {
    return store.get().orElseGet(this::firstChoice);
  }

  /// Is kept, so that the random word stays the same.
  private SharingChoice firstChoice() {
    var first =
        new SharingChoice(Long.toHexString(ids.next().getLeastSignificantBits()), false, true, "");
    store.put(first);
    return first;
  }
}
