package org.colloquy.server.command;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.colloquy.model.PairingLink;
import org.colloquy.server.core.sharing.Sharing;
import org.colloquy.server.core.sharing.SharingChange;
import org.colloquy.server.core.sharing.SharingState;

/// `sharing ...`: whether others on the network reach this server.
public final class SharingCommands {
  private final Owner owner;
  private final Sharing sharing;

  public SharingCommands(Owner owner, Sharing sharing) {
    this.owner = owner;
    this.sharing = sharing;
  }

  Map<Command, Action> actions() {
    return Map.of(
        Command.SHARING_SHOW, (_, say) -> show(sharing.get(owner.caller()), say),
        Command.SHARING_ON, (_, say) -> show(changed(SharingChange.ON), say),
        Command.SHARING_OFF, (_, say) -> show(changed(SharingChange.OFF), say));
  }

  private SharingState changed(SharingChange change) {
    return sharing.change(owner.caller(), change);
  }

  private static void show(SharingState state, Consumer<String> say) {
    if (!state.on()) {
      say.accept("This server is not shared on the network at the moment.");
    }
    if (state.on() && state.announced()) {
      say.accept("On the network it is announced as: " + state.name());
    }
    var fingerprint = state.fingerprint();
    if (fingerprint != null) {
      say.accept("Fingerprint: " + fingerprint);
      for (var address : state.addresses()) {
        var link = new PairingLink(URI.create(address), fingerprint, null);
        say.accept("Others reach it at %s and pair with %s".formatted(address, link.text()));
      }
    }
  }
}
