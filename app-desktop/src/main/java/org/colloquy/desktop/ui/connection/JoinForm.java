package org.colloquy.desktop.ui.connection;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.desktop.client.FoundServer;
import org.colloquy.desktop.client.OtherServer;
import org.colloquy.desktop.settings.Connection;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.PairingLink;
import org.jspecify.annotations.Nullable;

/// What a person fills in to be shown another server.
public final class JoinForm {
  /// Behind it goes the fingerprint.
  private static final String ASKING = "#fp=";

  private final Supplier<Connection> remembered;
  private final StringProperty address = new SimpleStringProperty("");
  private final BooleanProperty byPassword = new SimpleBooleanProperty();
  private final BooleanProperty resetting = new SimpleBooleanProperty();
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty token = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ObjectBinding<JoinTarget> target;
  private final BooleanBinding invited;
  private final BooleanBinding complete;

  /// @param remembered the server that was shown last
  JoinForm(Supplier<Connection> remembered) {
    this.remembered = remembered;
    address.set(remembered.get().address());
    target = Bindings.createObjectBinding(this::read, address);
    invited =
        Bindings.createBooleanBinding(
            () -> target.get() instanceof JoinTarget.Paired(var link) && link.code() != null,
            target);
    target.subscribe(this::askForThePassword);
    complete =
        Bindings.createBooleanBinding(
            this::isComplete,
            address,
            target,
            invited,
            byPassword,
            resetting,
            code,
            name,
            password);
  }

  /// Who is given a link has an account; a token has to be made first.
  private void askForThePassword(JoinTarget meant) {
    if (meant instanceof JoinTarget.Paired(var link)
        && !remembered.get().address().equals(link.server().toString())) {
      byPassword.set(true);
    }
  }

  private JoinTarget read() {
    var typed = address.get().strip();
    if (typed.endsWith(ASKING)) {
      return new JoinTarget.NoFingerprint();
    }
    // A whole link may have been pasted behind the address of a server that was found.
    return read(typed.substring(Math.max(0, typed.lastIndexOf("https://"))));
  }

  private JoinTarget read(String typed) {
    return switch (PairingLink.read(typed)) {
      case PairingLink.Read.Good(var link) -> new JoinTarget.Paired(link);
      case PairingLink.Read.WrongFingerprint _ -> new JoinTarget.WrongFingerprint();
      case PairingLink.Read.Other _ ->
          OtherServer.at(typed)
              .<JoinTarget>map(base -> new JoinTarget.Address(base, authority(base.toString())))
              .orElseGet(JoinTarget.None::new);
    };
  }

  private @Nullable Fingerprint authority(String base) {
    var known = remembered.get();
    return known.address().equals(base) ? Fingerprint.read(known.authority()).orElse(null) : null;
  }

  private boolean isComplete() {
    boolean named =
        !name.get().isBlank() && !password.get().isEmpty() && !(isReset() && code.get().isBlank());
    return !address.get().isBlank()
        && !(target.get() instanceof JoinTarget.WrongFingerprint)
        && !(target.get() instanceof JoinTarget.NoFingerprint)
        && (named || !(byPassword.get() || invited.get() || isReset()));
  }

  /// Whether a new password is chosen first. Who is invited has none yet.
  boolean isReset() {
    return resetting.get() && !invited.get();
  }

  /// An address, or a pairing link.
  public StringProperty address() {
    return address;
  }

  /// Takes over where a server says that it is. What it is recognised by has to come from people.
  void choose(FoundServer found) {
    address.set(found.address() + ASKING);
  }

  /// Which server is meant by it.
  public ObjectBinding<JoinTarget> target() {
    return target;
  }

  /// Whether an account is made there with an invitation.
  public BooleanBinding invited() {
    return invited;
  }

  /// Whether one signs in, instead of having a token.
  public BooleanProperty byPassword() {
    return byPassword;
  }

  /// Whether the password is a new one, chosen with a code.
  public BooleanProperty resetting() {
    return resetting;
  }

  /// With which a new password is chosen.
  public StringProperty code() {
    return code;
  }

  /// Empty for the one that is kept for the address.
  public StringProperty token() {
    return token;
  }

  public StringProperty name() {
    return name;
  }

  public StringProperty password() {
    return password;
  }

  /// Whether there is enough to try.
  public BooleanBinding complete() {
    return complete;
  }

  /// The invitation was used; from now on its account signs in.
  void accepted(PairingLink link) {
    address.set(new PairingLink(link.server(), link.authority(), null).text());
    byPassword.set(true);
  }

  /// The new password was chosen; from now on it signs in.
  void chosen() {
    resetting.set(false);
    code.set("");
    byPassword.set(true);
  }

  /// The person was let in; nothing secret is kept.
  void letIn(String shown) {
    address.set(shown);
    token.set("");
    code.set("");
    password.set("");
  }
}
