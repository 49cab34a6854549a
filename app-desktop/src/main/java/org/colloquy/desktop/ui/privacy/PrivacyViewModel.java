package org.colloquy.desktop.ui.privacy;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.Failure;
import org.jspecify.annotations.Nullable;

/// Whether anything may leave this machine.
public final class PrivacyViewModel {
  private final AccountClient client;
  private final Background background;
  private final ReadOnlyBooleanWrapper staysHere = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  public PrivacyViewModel(AccountClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  /// What the server does, not what was clicked.
  public ReadOnlyBooleanProperty staysHere() {
    return staysHere.getReadOnlyProperty();
  }

  /// Why it is not known or could not be changed; null when it could.
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Asks the server how it is.
  public void load() {
    background.run(client::staysHere, this::known, failure::set);
  }

  /// Lets nothing leave from now on, or everything again.
  public void keepHere(boolean stays) {
    background.run(() -> client.staysHere(stays), this::known, failure::set);
  }

  private void known(boolean stays) {
    failure.set(null);
    staysHere.set(stays);
  }
}
