package org.colloquy.desktop.ui.privacy;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.NewToken;
import org.colloquy.desktop.client.TokenEntry;
import org.jspecify.annotations.Nullable;

/// The programs that may use the account.
public final class ProgramsViewModel {
  /// How long a program may use the account, in days.
  static final int DAYS = 90;

  private final AccountClient client;
  private final Background background;
  private final ObservableList<TokenEntry> tokens = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final BooleanProperty mayWrite = new SimpleBooleanProperty(true);
  private final BooleanProperty mayManageKeys = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper made = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  public ProgramsViewModel(AccountClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  public ObservableList<TokenEntry> tokens() {
    return tokens;
  }

  /// What the next program is called.
  public StringProperty name() {
    return name;
  }

  /// Whether the next program may ask and change things; it may look in any case.
  public BooleanProperty mayWrite() {
    return mayWrite;
  }

  public BooleanProperty mayManageKeys() {
    return mayManageKeys;
  }

  public BooleanBinding complete() {
    return name.isNotEmpty();
  }

  /// The token that was just made, to be copied now or never; empty when there is none.
  public ReadOnlyStringProperty made() {
    return made.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void open() {
    made.set("");
    background.run(client::tokens, this::show, failure::set);
  }

  private void show(List<TokenEntry> all) {
    failure.set(null);
    tokens.setAll(all);
  }

  public void add() {
    if (!name.get().isBlank()) {
      var called = name.get().strip();
      var scopes = scopes();
      background.run(() -> client.addToken(called, scopes, DAYS), this::added, failure::set);
    }
  }

  private List<String> scopes() {
    var scopes = new ArrayList<>(List.of("read"));
    if (mayWrite.get()) {
      scopes.add("write");
    }
    if (mayManageKeys.get()) {
      scopes.add("keys");
    }
    return scopes;
  }

  private void added(NewToken token) {
    failure.set(null);
    name.set("");
    tokens.add(token.entry());
    made.set(token.token());
  }

  public void remove(TokenEntry token) {
    background.run(
        () -> {
          client.removeToken(token.id());
          return token;
        },
        gone -> {
          failure.set(null);
          tokens.remove(gone);
        },
        failure::set);
  }

  /// Forgets the token that was made.
  public void close() {
    made.set("");
  }
}
