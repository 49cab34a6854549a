package org.colloquy.desktop.ui.usage;

import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.UsageEntry;
import org.jspecify.annotations.Nullable;

/// What asking models took and cost, summed up in several ways.
public final class UsageViewModel {
  /// By what it is summed up.
  public enum By {
    DAY,
    MODEL,
    KEY,
    CONVERSATION
  }

  private final AccountClient client;
  private final Background background;
  private final ObservableList<UsageEntry> sums = FXCollections.observableArrayList();
  private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.DAY);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  public UsageViewModel(AccountClient client, Background background) {
    this.client = client;
    this.background = background;
    by.addListener((_, _, _) -> load());
  }

  /// What was used last first.
  public ObservableList<UsageEntry> sums() {
    return sums;
  }

  public ObjectProperty<By> by() {
    return by;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void load() {
    var wanted = by.get();
    background.run(
        () -> client.usage(wanted.name().toLowerCase(Locale.ROOT)),
        found -> {
          if (wanted == by.get()) {
            failure.set(null);
            sums.setAll(found);
          }
        },
        failure::set);
  }

  /// Everything together; null when there is nothing.
  @Nullable UsageEntry total() {
    return sums.isEmpty()
        ? null
        : new UsageEntry(
            null,
            "",
            sum(UsageEntry::calls),
            sum(UsageEntry::input),
            sum(UsageEntry::output),
            sum(UsageEntry::estimated),
            cost(),
            sum(UsageEntry::unpriced));
  }

  private long sum(ToLongFunction<UsageEntry> part) {
    return sums.stream().mapToLong(part).sum();
  }

  private @Nullable Long cost() {
    var priced = sums.stream().map(UsageEntry::cost).filter(Objects::nonNull).toList();
    return priced.isEmpty() ? null : priced.stream().mapToLong(Long::longValue).sum();
  }
}
