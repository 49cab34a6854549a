package org.colloquy.desktop.ui.privacy;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.AuditCheck;
import org.colloquy.desktop.client.AuditEntry;
import org.colloquy.desktop.client.Failure;
import org.jspecify.annotations.Nullable;

/// What was done here that somebody may have to account for.
public final class LogViewModel {
  private static final int SHOWN = 500;

  private final AccountClient client;
  private final Background background;
  private final ObservableList<AuditEntry> entries = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable AuditCheck> check = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  public LogViewModel(AccountClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  /// The last first.
  public ObservableList<AuditEntry> entries() {
    return entries;
  }

  /// What the last check found; null before one.
  public ReadOnlyObjectProperty<@Nullable AuditCheck> check() {
    return check.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void open() {
    check.set(null);
    background.run(() -> client.audit(SHOWN), this::show, failure::set);
  }

  private void show(List<AuditEntry> all) {
    failure.set(null);
    entries.setAll(all);
  }

  /// Looks whether anything in the log was changed.
  public void checkNow() {
    background.run(
        client::checkAudit,
        found -> {
          failure.set(null);
          check.set(found);
        },
        failure::set);
  }
}
